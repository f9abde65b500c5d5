// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/readtable.h"

namespace lvs::test {

using lvs::readTable;

} // namespace lvs::test
