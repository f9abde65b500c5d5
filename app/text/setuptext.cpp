// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/setuptext.h"

#include "app/text/domaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupText)
public:
    static QString method(SetupMethod method)
    {
        switch (method) {
        case SetupMethod::DirectRouting:
            return tr("Direct routing (DR)");
        case SetupMethod::Tunnelling:
            return tr("Tunnelling (TUN)");
        case SetupMethod::Nat:
            return tr("Address translation (NAT)");
        case SetupMethod::FullNat:
            return tr("Full address translation (FullNAT)");
        }
        return {};
    }

    static QString methodShort(SetupMethod method)
    {
        switch (method) {
        case SetupMethod::DirectRouting:
        case SetupMethod::Tunnelling:
        case SetupMethod::Nat:
            return forwardingText(forwardingOf(method));
        case SetupMethod::FullNat:
            return tr("FullNAT");
        }
        return {};
    }

    static QString methodExplanation(SetupMethod method)
    {
        switch (method) {
        case SetupMethod::DirectRouting:
            return tr("Real servers answer clients themselves; they are in the director's network and have the VIP, "
                      "hidden from ARP. Ports stay as they are. The gateway is the usual router, not the director.");
        case SetupMethod::Tunnelling:
            return tr("Real servers answer clients themselves, from any network: packets come to them inside IPv4. "
                      "Ports stay as they are. The gateway is the usual router, not the director.");
        case SetupMethod::Nat:
            return tr("Replies go back through the director, which must be the gateway of the real servers. Ports can "
                      "be mapped. Real servers need nothing but that gateway.");
        case SetupMethod::FullNat:
            return tr("Replies go back through the director, because it takes its own address as the client's. Ports "
                      "can be mapped, and the gateway does not matter. Real servers don't see who the client is. The "
                      "kernel has no such method: it is made of masquerading, SNAT and connection tracking.");
        }
        return {};
    }

    static QString phase(SetupPhase phase)
    {
        switch (phase) {
        case SetupPhase::RestrictArp:
            return tr("Restrict ARP");
        case SetupPhase::Tunnel:
            return tr("Take packets out of tunnels");
        case SetupPhase::ServerAddress:
            return tr("VIP on the real server");
        case SetupPhase::DirectorSettings:
            return tr("Forwarding on the director");
        case SetupPhase::SourceNat:
            return tr("Source NAT");
        case SetupPhase::ServerRoute:
            return tr("Default route");
        case SetupPhase::DirectorAddress:
            return tr("VIP on the director");
        case SetupPhase::Rules:
            return tr("Rules of IPVS");
        case SetupPhase::Marks:
            return tr("Firewall mark");
        case SetupPhase::Keep:
            return tr("Keep for the next boot");
        }
        return {};
    }

    static QString phaseReason(SetupPhase phase)
    {
        switch (phase) {
        case SetupPhase::RestrictArp:
            return tr("Before the real server has the VIP, so that it never answers a request for it.");
        case SetupPhase::Tunnel:
            return tr("An interface that unpacks what the director sends, before anything comes.");
        case SetupPhase::ServerAddress:
            return tr("After ARP is restricted: the real server takes packets for the VIP and stays silent about it.");
        case SetupPhase::DirectorSettings:
            return tr("Replies pass through the director, which has to send them on.");
        case SetupPhase::SourceNat:
            return tr(
                "Before anything is balanced: a connection that begins without it keeps the client as its source.");
        case SetupPhase::ServerRoute:
            return tr("Decides which way the replies take.");
        case SetupPhase::DirectorAddress:
            return tr("After the real servers are ready: from now on clients' packets come to the director.");
        case SetupPhase::Rules:
            return tr("From now on packets go to real servers, all of which are ready for them.");
        case SetupPhase::Marks:
            return tr("At last: from now on packets for these ports belong to the service, whose real servers are "
                      "there.");
        case SetupPhase::Keep:
            return tr("So that the set-up is back after a reboot of the machine. LVS Console's own unit restores it; "
                      "nothing in /etc is touched.");
        }
        return {};
    }

    static MarkedText stepState(StepState state)
    {
        switch (state) {
        case StepState::Waiting:
            return {State::Drafted, tr("to do")};
        case StepState::Running:
            return {State::Overloaded, tr("at work …")};
        case StepState::Done:
            return {State::Serving, tr("done")};
        case StepState::Failed:
            return {State::Unreachable, tr("failed")};
        case StepState::Skipped:
            return {State::Unknown, tr("left out")};
        case StepState::TakeBack:
            return {State::Drafted, tr("to be taken back")};
        case StepState::TakingBack:
            return {State::Overloaded, tr("being taken back …")};
        case StepState::TakenBack:
            return {State::Drained, tr("taken back")};
        case StepState::Left:
            return {State::Unreachable, tr("could not be taken back")};
        }
        return {};
    }

    static MarkedText state(const HostPlanProgress &progress, bool isRunning)
    {
        if (isRunning)
            return {State::Overloaded, tr("at work …")};
        if (progress.isComplete())
            return {State::Serving, tr("set up")};
        if (progress.isSetUp())
            return {State::Overloaded, tr("set up, but not kept for the next boot")};
        if (has(progress, StepState::Left))
            return {State::Unreachable, tr("not all taken back")};
        if (!progress.isFinished())
            return {State::Overloaded, has(progress, StepState::TakeBack) ? tr("half taken back") : tr("half set up")};
        return progress.isTakenBack() ? MarkedText{State::Unreachable, tr("failed, nothing is left of it")}
                                      : MarkedText{State::Overloaded, tr("set up in part")};
    }

    static QString outcome(const HostPlanProgress &progress, const QStringList &failedHosts)
    {
        if (progress.isComplete())
            return tr("Everything is set up.");
        if (progress.isSetUp())
            return tr("Everything is set up, but a reboot of %1 loses it: it could not be kept.", "names of machines")
                .arg(listText(failedHosts));
        if (!progress.isFinished())
            return tr("It was stopped half way. What is done stays until you go on or undo it.");
        if (has(progress, StepState::Left))
            return tr("Something could not be taken back on %1.").arg(listText(failedHosts));
        if (has(progress, StepState::Done))
            return tr("%1 could not be set up, and what was done for it was taken back. The others are set up.",
                      "names of machines")
                .arg(listText(failedHosts));
        return failedHosts.isEmpty() ? tr("Everything was taken back.")
                                     : tr("%1 could not be set up, and everything was taken back.", "names of machines")
                                           .arg(listText(failedHosts));
    }

    static QString unknownNeeds(const QString &path)
    {
        return tr("Nothing was taken back: %1 can't be read, and the set-up in it may need what would go. Undo with "
                  "the "
                  "version of LVS Console that wrote it; or move the file away if that set-up is gone, and undo again.")
            .arg(path);
    }

    static bool has(const HostPlanProgress &progress, StepState state)
    {
        return std::ranges::contains(progress.steps(), state, &StepProgress::state);
    }
};

} // namespace

QString setupMethodText(SetupMethod method)
{
    return Words::method(method);
}

QString setupMethodShortText(SetupMethod method)
{
    return Words::methodShort(method);
}

QString setupMethodExplanation(SetupMethod method)
{
    return Words::methodExplanation(method);
}

QString setupPhaseText(SetupPhase phase)
{
    return Words::phase(phase);
}

QString setupPhaseReason(SetupPhase phase)
{
    return Words::phaseReason(phase);
}

MarkedText stepStateText(StepState state)
{
    return Words::stepState(state);
}

MarkedText setupStateText(const HostPlanProgress &progress, bool isRunning)
{
    return Words::state(progress, isRunning);
}

QString setupOutcomeText(const HostPlanProgress &progress, const QStringList &failedHosts)
{
    return Words::outcome(progress, failedHosts);
}

QString unknownNeedsText(const Error &error)
{
    return Words::unknownNeeds(error.values.value(0));
}

} // namespace lvs
