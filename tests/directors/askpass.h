// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lvs::test {

/// What ssh starts for the console's questions, of this build.
QString askpassProgram();

} // namespace lvs::test
