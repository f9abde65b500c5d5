// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lvs {

/// One word for a shell: as it stands where it needs no quotes, in single quotes otherwise. The kernel lets an
/// interface be called `a;b`.
QString shellWord(const QString &text);

} // namespace lvs
