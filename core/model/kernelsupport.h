// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace lvs {

/// A part of IPVS that a kernel may have been built with.
struct KernelFeature {
    enum class Kind : quint8 { Core, Protocol, Scheduler, Engine };

    Kind kind = Kind::Core;
    QLatin1StringView name;   ///< "TCP", "wlc", "sip"; of the core "ipvs", "ipv6", "conntrack", "ftp"
    QLatin1StringView symbol; ///< in the kernel's configuration, without "CONFIG_": "IP_VS_WLC"
    QLatin1StringView module; ///< "ip_vs_wlc"; empty for what is part of the module ip_vs
};

/// net/netfilter/ipvs/Kconfig
inline constexpr auto kernelFeatures = [] {
    using namespace Qt::StringLiterals;
    return std::to_array<KernelFeature>({
        {KernelFeature::Kind::Core, "ipvs"_L1, "IP_VS"_L1, "ip_vs"_L1},
        {KernelFeature::Kind::Core, "ipv6"_L1, "IP_VS_IPV6"_L1, ""_L1},
        {KernelFeature::Kind::Core, "conntrack"_L1, "IP_VS_NFCT"_L1, ""_L1},
        {KernelFeature::Kind::Core, "ftp"_L1, "IP_VS_FTP"_L1, "ip_vs_ftp"_L1},
        {KernelFeature::Kind::Protocol, "TCP"_L1, "IP_VS_PROTO_TCP"_L1, ""_L1},
        {KernelFeature::Kind::Protocol, "UDP"_L1, "IP_VS_PROTO_UDP"_L1, ""_L1},
        {KernelFeature::Kind::Protocol, "SCTP"_L1, "IP_VS_PROTO_SCTP"_L1, ""_L1},
        {KernelFeature::Kind::Protocol, "AH"_L1, "IP_VS_PROTO_AH"_L1, ""_L1},
        {KernelFeature::Kind::Protocol, "ESP"_L1, "IP_VS_PROTO_ESP"_L1, ""_L1},
        {KernelFeature::Kind::Scheduler, "rr"_L1, "IP_VS_RR"_L1, "ip_vs_rr"_L1},
        {KernelFeature::Kind::Scheduler, "wrr"_L1, "IP_VS_WRR"_L1, "ip_vs_wrr"_L1},
        {KernelFeature::Kind::Scheduler, "lc"_L1, "IP_VS_LC"_L1, "ip_vs_lc"_L1},
        {KernelFeature::Kind::Scheduler, "wlc"_L1, "IP_VS_WLC"_L1, "ip_vs_wlc"_L1},
        {KernelFeature::Kind::Scheduler, "fo"_L1, "IP_VS_FO"_L1, "ip_vs_fo"_L1},
        {KernelFeature::Kind::Scheduler, "ovf"_L1, "IP_VS_OVF"_L1, "ip_vs_ovf"_L1},
        {KernelFeature::Kind::Scheduler, "lblc"_L1, "IP_VS_LBLC"_L1, "ip_vs_lblc"_L1},
        {KernelFeature::Kind::Scheduler, "lblcr"_L1, "IP_VS_LBLCR"_L1, "ip_vs_lblcr"_L1},
        {KernelFeature::Kind::Scheduler, "dh"_L1, "IP_VS_DH"_L1, "ip_vs_dh"_L1},
        {KernelFeature::Kind::Scheduler, "sh"_L1, "IP_VS_SH"_L1, "ip_vs_sh"_L1},
        {KernelFeature::Kind::Scheduler, "mh"_L1, "IP_VS_MH"_L1, "ip_vs_mh"_L1},
        {KernelFeature::Kind::Scheduler, "sed"_L1, "IP_VS_SED"_L1, "ip_vs_sed"_L1},
        {KernelFeature::Kind::Scheduler, "nq"_L1, "IP_VS_NQ"_L1, "ip_vs_nq"_L1},
        {KernelFeature::Kind::Scheduler, "twos"_L1, "IP_VS_TWOS"_L1, "ip_vs_twos"_L1},
        {KernelFeature::Kind::Engine, "sip"_L1, "IP_VS_PE_SIP"_L1, "ip_vs_pe_sip"_L1},
    });
}();

/// Crosses the bus by number (helper/interface/org.lvsconsole.Helper1.xml): append only.
enum class FeatureState : quint8 {
    Unknown, ///< the kernel's configuration could not be read
    Missing, ///< the kernel was built without it
    Module,  ///< as a module that is not loaded; the kernel loads schedulers and engines by itself
    Loaded,
    BuiltIn, ///< in the kernel, or in the module ip_vs
};

/// How the parts of IPVS stand in the running kernel, and how large its connection table is.
struct KernelSupport {
    std::array<FeatureState, kernelFeatures.size()> states{}; ///< in the order of kernelFeatures
    quint8 configuredTableBits = 0; ///< CONFIG_IP_VS_TAB_BITS, 2^bits buckets by default; 0 = unknown
    quint8 tableBits = 0;           ///< parameter conn_tab_bits of the loaded module; 0 = unknown, or not loaded

    /// Unknown for a name that is not in the table.
    FeatureState state(KernelFeature::Kind kind, QStringView name) const
    {
        const auto row = std::ranges::find_if(
            kernelFeatures, [=](const KernelFeature &feature) { return feature.kind == kind && feature.name == name; });
        return row == kernelFeatures.end() ? FeatureState::Unknown : states[size_t(row - kernelFeatures.begin())];
    }
    friend bool operator==(const KernelSupport &, const KernelSupport &) = default;
};

} // namespace lvs
