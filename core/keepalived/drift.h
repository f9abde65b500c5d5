// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/field.h"
#include "core/keepalived/configuration.h"

namespace lvs::keepalived {

/// One difference between the kernel's table and what keepalived makes of its configuration.
struct Drift {
    enum class Cause : quint8 {
        Real,          ///< nothing in the configuration explains it
        FailedCheck,   ///< a checker may have taken the server out, or drained it
        SorryServer,   ///< too few servers are healthy: the sorry server stands in for them
        CheckedWeight, ///< a checker sets the weight
        NotKeepalived, ///< a service that the configuration does not know; keepalived leaves it alone
    };

    ServiceKey service{};
    std::optional<ServerKey> server{}; ///< none: the service itself
    std::optional<Field> field{};      ///< none: only one of them has the object. A tunnel's type stands for all of it
    Cause cause = Cause::Real;
    std::optional<VirtualService> kernelService{}; ///< nothing where the kernel does not have it
    std::optional<VirtualService> fileService{};
    std::optional<RealServer> kernelServer{};
    std::optional<RealServer> fileServer{};
    std::vector<RealServer> fileServers{}; ///< of a service that the kernel lacks, in the order of its list
    std::optional<Origin> origin{};        ///< what the file says about it
};

/// By service, the service before its servers. The order of servers is no difference: checks change it.
std::vector<Drift> driftOf(const Configuration &config, const IpvsTable &kernel);

/// The kernel's table with these differences taken over from the file.
IpvsTable withTaken(const IpvsTable &kernel, std::span<const Drift> chosen);

} // namespace lvs::keepalived
