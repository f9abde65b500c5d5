// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/askpass.h"

namespace lvs::test {

QString askpassProgram()
{
    return QStringLiteral(LVS_ASKPASS);
}

} // namespace lvs::test
