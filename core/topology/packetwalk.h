// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupjudgement.h"

namespace lvs {

/// A packet of a connection as it is at some point of its way. What is not known is empty, or port 0.
struct WalkPacket {
    ServerKey source{};
    ServerKey destination{};
    std::optional<TunnelEnds> outer{}; ///< of the header around it, in a tunnel
    // On the wire to the next machine, six bytes each; empty elsewhere:
    QByteArray sourceHardware{};
    QByteArray destinationHardware{};
    friend bool operator==(const WalkPacket &, const WalkPacket &) = default;
};

/// Where netfilter asks the machine's rules about a packet (include/uapi/linux/netfilter.h).
enum class PacketHook : quint8 { None, Prerouting, Input, Forward, Output, Postrouting };

enum class WalkPlace : quint8 { Client, Router, Director, RealServer };

/// One thing that happens to a packet on its way to a real server and back, in the order of time.
struct WalkStep {
    enum class Code : quint8 {
        ClientSends,
        RouterForwards, ///< asks who has the VIP, and sends it there, be it the director or another who answers
        ArrivesAtVip,   ///< the director: it is for the machine itself
        TakenByIpvs,    ///< on its way in (net/netfilter/ipvs/ip_vs_core.c, ip_vs_in_hook); a real server is chosen
        SentOn,         ///< as what the director itself sends: NAT gives it another destination, TUN wraps it
        LeavesDirector, ///< FullNAT gives it another source
        ServerReceives, ///< and unwraps it; a program of the machine gets it
        ServerAnswers,
        ReplyArrives,    ///< at the director, NAT and FullNAT; FullNAT gives it its destination back
        ReplyTranslated, ///< routing lets the director pass it on; IPVS gives it the VIP as its source
                         ///< (ip_vs_out_hook)
        ReplyLeaves,     ///< the director
        RouterReturns,
        ClientReceives,
    };
    enum class State : quint8 {
        Passes,
        Fails,      ///< the packet ends here, and does not get on a wire
        NotReached, ///< it has ended before
    };
    Code code{};
    WalkPlace place{};
    QString host{}; ///< Director::id() of the machine; empty where the console has no way to it
    PacketHook hook = PacketHook::None;
    InterfaceName interface{}; ///< by which it came, or leaves; empty where that is not known
    bool isOnWire = false;     ///< it leaves the machine with this step
    WalkPacket packet{};       ///< after the step
    State state = State::Passes;
    /// Why it fails: a line of the checklist, or one made for the rule that drops this very packet. None where nothing
    /// but the way itself shows it.
    std::optional<SetupCheck> finding{};
    /// That of the real server, which may be another one than its service's others have. FullNAT whose source NAT does
    /// not work is NAT from there on.
    SetupMethod method{};
    bool isReply() const { return code >= Code::ServerAnswers; }
    friend bool operator==(const WalkStep &, const WalkStep &) = default;
};

/// The way of the first packet of a connection from `client` to the VIP, by way of `server`, and of the answer to it,
/// by what is known of the machines. `server` is one of the set-up's. A router stands where the director, or the real
/// server, reaches the client through one. Of the ports of a service it is the first one that does not work, or else
/// the first. The director as its own real server has the steps of a real server, with the director as their host. A
/// client that is not known, with address 0.0.0.0 or ::, is somewhere behind the default routes.
std::vector<WalkStep> walkPacket(const SetupJudgement &setup, const SetupServer &server, const ServerKey &client);

/// The step at which the packet ends; nullptr where it comes back to the client.
const WalkStep *failureOf(const std::vector<WalkStep> &steps);

} // namespace lvs
