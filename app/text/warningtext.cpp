// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/warningtext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WarningText)
public:
    static QString sentence(Warning warning)
    {
        switch (warning) {
        case Warning::LinkLocalVip:
            return tr("A link-local address means nothing without its interface, which IPVS does not keep: replies "
                      "may get lost.");
        case Warning::LoopbackVip:
            return tr("Only programs on the director itself reach a loopback address.");
        case Warning::NoScheduler:
            return tr("The kernel takes “none” for no scheduler at all, and refuses every connection.");
        case Warning::NoActiveUdp:
            return tr("UDP connections never count as active, so this scheduler gives all of them to one server.");
        case Warning::OneDestination:
            return tr("This scheduler chooses by the address clients connect to. Here that is only one, so everything "
                      "goes to one server.");
        case Warning::FlagsWithoutEffect:
            return tr("This scheduler pays no attention to flags.");
        case Warning::OnePacketOnlyUdp:
            return tr("Of the marked packets only those of UDP are scheduled one by one.");
        case Warning::AllClientsAreOne:
            return tr("All clients count as one, so everything goes to one server at a time.");
        case Warning::EngineUnused:
            return tr("The engine does nothing without persistence.");
        case Warning::SipNeedsUdp:
            return tr("The engine reads SIP over UDP only; the kernel drops what it can't read.");
        case Warning::LoopbackServer:
            return tr("The kernel drops packets from other machines to a loopback address.");
        case Warning::ServerIsVip:
            return tr("This is the virtual address itself: the packets stay on the director.");
        case Warning::PortUnused:
            return tr("Packets keep their port here, whatever this says; 0 is usual.");
        case Warning::Drained:
            return tr("With weight 0 the server is drained: it gets no new connections.");
        case Warning::WeightBeyondIpvsadm:
            return tr("ipvsadm takes weights up to 65535 only, except in Debian's version.");
        case Warning::ThresholdSparesClients:
            return tr("Clients that persistence has bound to the server are let in above the threshold, too.");
        case Warning::MixedFamilies:
            return tr("While IPv4 and IPv6 are mixed, no sync daemon can run on the director.");
        }
        return {};
    }
};

} // namespace

QString warningText(Warning warning)
{
    return Words::sentence(warning);
}

} // namespace lvs
