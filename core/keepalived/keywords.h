// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace lvs::keepalived {

// The keywords of keepalived 2.3.3 that concern IPVS (check_parser.c, check_*.c).

bool isServiceKeyword(QStringView word); ///< inside virtual_server
bool isServerKeyword(QStringView word);  ///< inside real_server
bool isChecker(QStringView word);        ///< TCP_CHECK, HTTP_GET, …
/// Other blocks of a file, which are kept and not looked into.
bool isOtherRootKeyword(QStringView word);

} // namespace lvs::keepalived
