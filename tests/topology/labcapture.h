// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"

#include <QStringList>

namespace lvs::test {

/// An interface of one of the lab's hosts.
struct Wire {
    QString host{};
    QString interface{};
    friend auto operator<=>(const Wire &, const Wire &) = default;
};

/// The first packet of a connection, or the answer to it, as it was seen on a wire.
struct Frame {
    WalkPacket packet{};
    bool isReply = false;
    QString line{}; ///< as tcpdump(8) has written it
};

/// Looks at connections to the ports 80 and 443 on every wire of the lab, and at what netfilter's hooks on the director
/// see of them. Of a wire it sees what its interface itself sends and takes, not what a bridge lets others hear.
class LabCapture
{
public:
    LabCapture();
    ~LabCapture();
    Q_DISABLE_COPY_MOVE(LabCapture)

    /// What was seen until now of connections from that port of a client.
    void look(quint16 clientPort);
    const std::map<Wire, std::vector<Frame>> &frames() const { return m_frames; }
    /// "output 10.1.1.10:40000 > 192.168.10.11:80", of a tunnel's packets the outer addresses alone; each once, in the
    /// order of time. They are what the hook has made of the packet: behind IPVS and behind source NAT.
    const QStringList &hooks() const { return m_hooks; }
    /// The interface with that hardware address; nothing for one that is none of the lab's.
    std::optional<Wire> wireWith(const QByteArray &hardware) const;

private:
    std::map<QByteArray, Wire> m_wires;
    std::map<Wire, std::vector<Frame>> m_frames;
    QStringList m_hooks;
};

} // namespace lvs::test
