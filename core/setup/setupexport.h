// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

/// For whom the text is that sets up a real server which the console can't reach.
enum class SetupFormat : quint8 {
    Script,         ///< sh script with the words start, stop and status; needs iproute2; lasts until a reboot
    Networkd,       ///< systemd-networkd(8)
    NetworkManager, ///< keyfiles, nm-settings-keyfile(5); 1.42 or newer
    Ifupdown,       ///< interfaces(5)
    SysctlFile,     ///< sysctl.d(5): the tunables, which none of the three before sets
};
inline constexpr SetupFormat everySetupFormat[] = {SetupFormat::Script, SetupFormat::Networkd,
                                                   SetupFormat::NetworkManager, SetupFormat::Ifupdown,
                                                   SetupFormat::SysctlFile};

/// A real server, with what the wish does not say of it.
struct ExportedServer {
    SetupServer server{};
    /// Where its default route goes: for NAT the director's address in its network (gatewayOf()), else the router of
    /// the wish. None: as it is.
    std::optional<IpAddress> gateway{};
};

/// The gateway that a real server needs, from what is known of the director.
std::optional<IpAddress> gatewayOf(const SetupWish &wish, const SetupServer &server, const HostInfo &director);

struct ExportedFile {
    QString path{}; ///< where it belongs; empty: lines for the file in which the interface of the real server stands
    QString text{}; ///< whole lines
    friend bool operator==(const ExportedFile &, const ExportedFile &) = default;
};

/// The steps of planSetup() for one real server, made of values only. No files where there is nothing to do in that
/// format, or an interface has a name that the format can't hold.
std::vector<ExportedFile> exportSetup(const SetupWish &wish, const ExportedServer &server, SetupFormat format);

} // namespace lvs
