// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/names.h"

#include <array>
#include <span>

namespace lvs::bus {

/// Who may call a method.
enum class Guard : quint8 {
    View,        ///< whoever is allowed Action::View
    Connections, ///< as View, and Action::ViewConnections
    Plan,        ///< as View, and every action that the operations of the plan need
    BootFiles,   ///< as View, and Action::WriteBootFiles
    Probe,       ///< as View, and Action::Probe
};

/// One row of a table of everything that can be called. Signatures as in the XML file of the interface.
struct Method {
    QLatin1StringView name;
    QLatin1StringView arguments;
    QLatin1StringView results;
    Guard guard;
};

inline constexpr auto methodTable = [] {
    using namespace Qt::StringLiterals;
    return std::to_array<Method>({
        {"GetInfo"_L1, ""_L1, "uus"_L1, Guard::View},
        {"ReadServices"_L1, "a(yyayqu)"_L1, "tay"_L1, Guard::View},
        {"ReadServers"_L1, "a(yyayqu)"_L1, "tuay"_L1, Guard::View},
        {"ReadTotals"_L1, ""_L1, "(ttttt)(ttttt)t"_L1, Guard::View},
        {"GetTimeouts"_L1, ""_L1, "(uuu)"_L1, Guard::View},
        {"GetSyncDaemons"_L1, ""_L1, "a(ysuqayqy)"_L1, Guard::View},
        {"ReadConnections"_L1, ""_L1, "a(yayquayqayqsuss)b"_L1, Guard::Connections},
        {"ReadHost"_L1, ""_L1,
         "(a(ss)a(sy)yya(sbyaya(ayay)a(ayyys))a(ayyaysu)a(aysay)a(yayq)a(uya(ayy)a(ayy)u)a(u(ayyaysu)))"_L1,
         Guard::View},
        {"ReadFirewall"_L1, ""_L1,
         "(a(((ayy)ya(qq)uu)ysba(tt))a(((ayy)ayay)a(tt))a(ys)a(yqybsya(ayy)a(ayy)aya(qq)a(qq)asasyba(tt))a(ys))"_L1,
         Guard::View},
        {"Stage"_L1,
         "ta(ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)aya(ss)a(s(ayyys))a(ayyaysu)a(say)a((ayy)ya(qq)uu)a((ayy)ayay))"_L1,
         "t"_L1, Guard::View},
        {"Apply"_L1, "t"_L1, "yuuta(sasi)"_L1, Guard::Plan},
        {"ReadResults"_L1, "tu"_L1,
         "a((ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)aya(ss)a(s(ayyys))a(ayyaysu)a(say)a((ayy)ya(qq)uu)a((ayy)ayay))ya(sasi))"_L1,
         Guard::View},
        {"ReadUndo"_L1, "tu"_L1,
         "a(ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)aya(ss)a(s(ayyys))a(ayyaysu)a(say)a((ayy)ya(qq)uu)a((ayy)ayay))"_L1,
         Guard::View},
        {"Discard"_L1, "t"_L1, ""_L1, Guard::View},
        {"ReadBoot"_L1, ""_L1, "(yxay)"_L1, Guard::View},
        {"SaveBoot"_L1, ""_L1, ""_L1, Guard::BootFiles},
        {"ForgetBoot"_L1, ""_L1, ""_L1, Guard::BootFiles},
        {"ReadSetups"_L1, ""_L1, "(yxay)"_L1, Guard::View},
        {"KeepSetup"_L1,
         "(s(yyayqu)a(ss)a(say)a(s(ayyys))a(ayyaysu)a((ayy)ayay)a(((yyayqu)suuus)a(ayqyuuu(yqq)))a((ayy)ya(qq)uu))"_L1,
         ""_L1, Guard::BootFiles},
        {"ForgetSetup"_L1, "s"_L1, ""_L1, Guard::BootFiles},
    });
}();

inline constexpr auto filesMethodTable = [] {
    using namespace Qt::StringLiterals;
    return std::to_array<Method>({
        {"ReadFiles"_L1, ""_L1, "(yxay)(yxay)(yxay)"_L1, Guard::View},
        {"WriteDebian"_L1, "(a(((yyayqu)suuus)a(ayqyuuu(yqq)))(uuu)a(ysuqayqy))ayay"_L1, ""_L1, Guard::BootFiles},
        {"WriteRhel"_L1, "(a(((yyayqu)suuus)a(ayqyuuu(yqq)))(uuu)a(ysuqayqy))ay"_L1, ""_L1, Guard::BootFiles},
    });
}();

inline constexpr auto probeMethodTable = [] {
    using namespace Qt::StringLiterals;
    return std::to_array<Method>({
        {"Ping"_L1, "a(ay)"_L1, "a(yui)"_L1, Guard::Probe},
        {"TcpConnect"_L1, "a(ayq)"_L1, "a(yui)"_L1, Guard::Probe},
        {"HttpGet"_L1, "a(ayqss)"_L1, "a((yui)quay)"_L1, Guard::Probe},
        {"Certificates"_L1, "a(ayq)"_L1, "a((yui)ayx)"_L1, Guard::Probe},
        {"ArpCensus"_L1, "ays"_L1, "asua(sayu)"_L1, Guard::Probe},
    });
}();

/// A service: where it is found, and everything that can be called there. The object's interface has the service's
/// name.
struct Service {
    QLatin1StringView name;
    QLatin1StringView path;
    std::span<const Method> methods;
    /// Null for a name that is not in the table.
    const Method *method(QStringView method) const;
};

inline constexpr Service helperService{serviceName, objectPath, methodTable};
inline constexpr Service filesService{filesServiceName, filesObjectPath, filesMethodTable};
inline constexpr Service probeService{probeServiceName, probeObjectPath, probeMethodTable};

} // namespace lvs::bus
