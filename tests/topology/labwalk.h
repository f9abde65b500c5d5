// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/directors/labvisit.h"
#include "tests/topology/labcapture.h"

#include <array>

namespace lvs::test {

/// What the console reads of the lab's machines when it shows a topology; the director is the first of them.
SetupFacts readLab(const std::array<LabVisit *, 3> &visits);

/// The client's line for one connection from that end, of which port 0 is any, to the port of the VIP. It prints what
/// comes back: the name of the real server that answers, or nothing within so many seconds.
QString fetching(const ServerKey &client, const ServerKey &vip, int seconds = 10);

QByteArray describe(const WalkStep &step);

/// Holds a walk against what was seen of its connection.
class WalkComparison
{
public:
    WalkComparison(const std::vector<WalkStep> &steps, const LabCapture &capture);

    /// Steps of the walk that a packet went on a wire with, and where no such packet was seen: at the interface that
    /// sends it, or at the one that takes it.
    QStringList missing() const;
    /// Packets that were seen where no step of the walk has them.
    QStringList strange() const;
    /// As LabCapture::hooks(): what the walk tells of them, with the hook of the step that fails or without it, for a
    /// packet can end before it and behind it.
    QStringList hooks(bool withFailing) const;

    /// Steps behind the one that fails, too, are looked for: those of the answer. So it is where another machine than
    /// the director gets the packet, has the VIP, and answers.
    void expectAnswer();

private:
    struct Sight {
        Wire wire{};
        const WalkStep *step = nullptr;
    };
    void expect(std::size_t place);

    const std::vector<WalkStep> &m_steps;
    const LabCapture &m_capture;
    std::vector<Sight> m_sights;
};

} // namespace lvs::test
