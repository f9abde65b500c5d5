// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace lvs::bus {

using namespace Qt::StringLiterals;

/// Who may call a method.
enum class Guard : quint8 {
    View,        ///< whoever is allowed Action::View
    Connections, ///< as View, and Action::ViewConnections
    Plan,        ///< as View, and every action that the operations of the plan need
};

/// One row of the table of everything that can be called. Signatures as in org.lvsconsole.Helper1.xml.
struct Method {
    QLatin1StringView name;
    QLatin1StringView arguments;
    QLatin1StringView results;
    Guard guard;
};

inline constexpr Method methodTable[] = {
    {"GetInfo"_L1, ""_L1, "uus"_L1, Guard::View},
    {"ReadServices"_L1, "a(yyayqu)"_L1, "tay"_L1, Guard::View},
    {"ReadServers"_L1, "a(yyayqu)"_L1, "tuay"_L1, Guard::View},
    {"GetTimeouts"_L1, ""_L1, "(uuu)"_L1, Guard::View},
    {"GetSyncDaemons"_L1, ""_L1, "a(ysuqayqy)"_L1, Guard::View},
    {"ReadConnections"_L1, ""_L1, "a(yayquayqayqsuss)b"_L1, Guard::Connections},
    {"ReadHost"_L1, ""_L1, "(a(ss)a(sy)yya(sba(ayy))a(ays))"_L1, Guard::View},
    {"Stage"_L1, "ta(ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)ay)"_L1, "t"_L1, Guard::View},
    {"Apply"_L1, "t"_L1, "yuuta(sasi)"_L1, Guard::Plan},
    {"ReadResults"_L1, "tu"_L1, "a((ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)ay)ya(sasi))"_L1,
     Guard::View},
    {"ReadUndo"_L1, "tu"_L1, "a(ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)ay)"_L1, Guard::View},
    {"Discard"_L1, "t"_L1, ""_L1, Guard::View},
};

/// Null for a name that is not in the table.
const Method *methodNamed(QStringView name);

} // namespace lvs::bus
