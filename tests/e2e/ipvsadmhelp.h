// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lvs::e2e {

/// Every command and option that `ipvsadm --help` names, each with all its spellings: "--add-service -A", "--list -L
/// -l", "--set". Empty if the text has another form than that of ipvsadm 1.31.
QStringList optionsOfHelp(const QString &help);

} // namespace lvs::e2e
