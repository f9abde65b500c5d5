// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionkey.h"

#include <QString>

#include <vector>

namespace lvs {

/// One row of the connection table: a connection, or a template that pins a client to a real server
/// (net/netfilter/ipvs/ip_vs_conn.c, ip_vs_conn_seq_show). One-packet connections are never in it.
struct ConnectionEntry {
    quint8 protocol = quint8(Protocol::Tcp); ///< 0 in templates of firewall-mark services
    IpAddress client{};                      ///< masked in templates
    quint16 clientPort = 0;                  ///< 0 in templates
    quint32 firewallMark = 0;                ///< not 0: template of a mark service, and the virtual address is unset
    IpAddress virtualAddress{};
    quint16 virtualPort = 0; ///< 0 in templates for every port
    ServerKey server{};      ///< of another family than the client only through a tunnel
    QString state{};         ///< as the kernel names it: "ESTABLISHED", "UDP", templates "NONE" or "ASSURED"
    quint32 expires = 0;     ///< seconds until it goes, if nothing comes
    QString engine{};        ///< persistence engine; empty for most
    QString engineData{};    ///< what the engine goes by, for "sip" the Call-ID: text that came from the network

    ConnectionKey key() const
    {
        return {.protocol = protocol,
                .mark = firewallMark,
                .client = client,
                .clientPort = clientPort,
                .virtualAddress = virtualAddress,
                .virtualPort = virtualPort};
    }
    bool isTemplate() const { return clientPort == 0 && (state == u"NONE" || state == u"ASSURED"); }
    /// A template that pins nobody any more: its server was deleted, or drained with expire_quiescent_template = 1.
    bool isInvalidated() const { return isTemplate() && virtualPort == 0xffff && server.port == 0xffff; }
    friend bool operator==(const ConnectionEntry &, const ConnectionEntry &) = default;
};

/// The beginning of the connection table, in the kernel's order, which means nothing.
struct ConnectionSample {
    /// Each further page costs the kernel a walk over all connections before it, so that reading all of them takes
    /// time in the square of their number; the first 1,000 are always cheap.
    static constexpr qsizetype largestSize = 1000;

    std::vector<ConnectionEntry> entries{};
    bool hasMore = false; ///< there are more than were read
    friend bool operator==(const ConnectionSample &, const ConnectionSample &) = default;
};

} // namespace lvs
