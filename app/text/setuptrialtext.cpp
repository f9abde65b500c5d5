// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/setuptrialtext.h"

#include "core/setup/endpoints.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace lvs {

namespace {

using Code = SetupCheck::Code;

/// Connections that no real server of the table got.
bool isAnsweredElsewhere(const SetupCheck &check)
{
    return check.is == check.wanted;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupTrialText)
public:
    static QString name(const SetupCheck &check);
    static QString value(const SetupCheck &check, const QString &value);
    static QString outcome(const QString &name);
    static QString shared(const QString &value);
    static QString certificate(const QString &value);
    static QString purpose(Code code);
    static QString consequence(const SetupCheck &check);
    static QString remedy(const SetupCheck &check);
};

QString Words::name(const SetupCheck &check)
{
    switch (check.code) {
    case Code::FirewallDrop:
        return tr("Packets that the firewall drops");
    case Code::Listener:
        return tr("Program on port %1").arg(check.port);
    case Code::Reachable:
        return tr("Connection to port %1").arg(check.port);
    case Code::Certificate:
        return tr("Certificate on port %1").arg(check.port);
    case Code::ArpSilence:
        return tr("Others that answer for the VIP");
    case Code::ArpOwner:
        return tr("Who answers for the VIP");
    case Code::Clients:
        return tr("Connections of a client");
    default:
        return {};
    }
}

QString Words::value(const SetupCheck &check, const QString &value)
{
    switch (check.code) {
    case Code::ArpSilence:
    case Code::ArpOwner:
        return value.isEmpty() ? tr("nobody", "answers for the VIP") : value;
    case Code::FirewallDrop:
        return value.isEmpty() ? tr("none", "packets dropped") : value;
    case Code::Listener:
        return value.isEmpty() ? tr("nobody listens") : value;
    case Code::Reachable:
        return outcome(value);
    case Code::Certificate:
        return value == QStringLiteral("garbled") ? tr("no TLS") : value;
    case Code::Clients:
        return tr("%1 of %2", "connections that came about, those tried").arg(value, check.wanted);
    default:
        return value;
    }
}

QString Words::shared(const QString &value)
{
    const QStringList numbers = value.split(u' ');
    return numbers.size() < 2 ? value
                              : tr("%1, promised %2", "connections received, and promised")
                                    .arg(numbers[0], QLocale().toString(numbers[1].toDouble(), 'f', 1));
}

QString Words::certificate(const QString &value)
{
    const QStringList parts = value.split(u' ');
    if (parts.size() < 2)
        return value == QStringLiteral("garbled") ? tr("no TLS") : value;
    const QDateTime validUntil = QDateTime::fromString(parts[1], Qt::ISODate);
    return tr("SHA-256 %1, valid until %2", "fingerprint, date")
        .arg(parts[0], QLocale().toString(validUntil.date(), QLocale::ShortFormat));
}

QString Words::outcome(const QString &name)
{
    if (name == QStringLiteral("answered"))
        return tr("answered");
    if (name == QStringLiteral("refused"))
        return tr("refused");
    if (name == QStringLiteral("silent"))
        return tr("no answer");
    return tr("no way there");
}

QString Words::purpose(Code code)
{
    switch (code) {
    case Code::FirewallDrop:
        return tr("The packet filter lets through what clients send, what goes on to real servers, and replies where "
                  "they pass. Rules that drop some of it, for some clients perhaps, are only evidence.");
    case Code::Listener:
        return tr(
            "A program on the real server waits for what comes to it: on this address, or on all of the machine.");
    case Code::Reachable:
        return tr("The director connects to the real server's own address by TCP, and hangs up.");
    case Code::Certificate:
        return tr("The director begins TLS with each real server. All of them are to show the same certificate: a "
                  "client does not know which of them answers.");
    case Code::ArpSilence:
        return tr("The director asks its networks who has the VIP. Nobody else may answer.");
    case Code::ArpOwner:
        return tr("A neighbour asks the network who has the VIP. The director is to answer, and nobody else.");
    case Code::Clients:
        return tr(
            "A machine connects to the VIP as a client does, each time from another port, and hangs up. The "
            "director's counters show which real servers got the connections; those of other clients are among them.");
    default:
        return {};
    }
}

QString Words::consequence(const SetupCheck &check)
{
    switch (check.code) {
    case Code::FirewallDrop:
        return check.server ? tr("What is sent to this real server, or what it answers, ends there: its share of the clients "
                                 "waits in vain.")
                            : tr("Packets end at the director: clients wait in vain, or are refused.");
    case Code::Listener:
        return check.evidence.empty() ? tr("Clients that are sent to this real server are refused.")
                                      : tr("The program listens on another address only: clients are refused.");
    case Code::Reachable:
        return check.is == QStringLiteral("refused")
                   ? tr("The machine is there, but nobody takes the connection.")
                   : tr("The director does not reach the real server: clients that are sent there wait in vain.");
    case Code::Certificate:
        return check.is == QStringLiteral("garbled")
                   ? tr("Clients that are sent to this real server can't begin to speak HTTPS.")
                   : tr("Clients see another certificate now and then, as if somebody were between them and the site; "
                        "where names or dates differ, some of them are refused.");
    case Code::ArpSilence:
        return check.server ? tr("The real server answers for the VIP. Some clients go past the director straight to "
                                 "it, and balancing is over, now and then or for good.")
                            : tr("Another machine has the VIP, too. Clients reach the one that they heard last.");
    case Code::ArpOwner:
        return check.is.isEmpty() ? tr("Nobody answers, so no neighbour can send a packet for the VIP.")
                                  : tr("Whoever asks here sends its packets for the VIP to the one that answers last, "
                                       "which may not be the director.");
    case Code::Clients:
        return isAnsweredElsewhere(check) ? tr("The connections came about, but none of them through the director: "
                                               "another machine answers for "
                                               "the VIP.")
                                          : tr("Some clients are not served.");
    default:
        return {};
    }
}

QString Words::remedy(const SetupCheck &check)
{
    switch (check.code) {
    case Code::FirewallDrop:
        return tr("Allow these packets in front of that rule, with the program that made it.");
    case Code::Listener:
        return check.evidence.empty() ? tr("Start the program, or have it listen on this port.")
                                      : tr("Have it listen on this address, or on all.");
    case Code::Reachable:
        return check.is == QStringLiteral("refused")
                   ? tr("Start the program there, or open the port in the real server's firewall.")
                   : tr("Look whether the machine is up, at the route to it, and at firewalls on the way.");
    case Code::Certificate:
        return check.is == QStringLiteral("garbled") ? tr("Switch TLS on for this port of the web server.")
                                                     : tr("Install the certificate and key that the others have, and "
                                                          "have the web server read them anew.");
    case Code::Clients:
        return isAnsweredElsewhere(check)
                   ? tr("Look who answers for the VIP in the network of that client.")
                   : tr("Look at the findings above; where there are none, at the health of the real servers.");
    case Code::ArpSilence:
        return check.server ? QString() : tr("Find the machine with this hardware address, and take the VIP off it.");
    default:
        return {};
    }
}

} // namespace

QString trialName(const SetupCheck &check)
{
    return Words::name(check);
}

QString trialValue(const SetupCheck &check)
{
    return Words::value(check, check.is);
}

QString trialWanted(const SetupCheck &check)
{
    if (check.code == Code::Clients) // all of them
        return check.wanted;
    return Words::value(check, check.wanted);
}

QString trialEvidence(const SetupCheck &check, const QString &value)
{
    if (check.code == Code::Clients)
        return Words::shared(value);
    if (check.code == Code::Certificate)
        return Words::certificate(value);
    return check.code == Code::Reachable ? Words::value(check, value) : value;
}

QString trialPurpose(Code code)
{
    return Words::purpose(code);
}

QString trialConsequence(const SetupCheck &check)
{
    return Words::consequence(check);
}

QString trialRemedy(const SetupCheck &check)
{
    return Words::remedy(check);
}

QString trialCommand(const SetupCheck &check, const SetupWish &wish)
{
    const QString vip = wish.vip().toString();
    switch (check.code) {
    case Code::FirewallDrop:
        return QStringLiteral("nft list ruleset");
    case Code::Listener:
        return QStringLiteral("ss -lntu");
    case Code::Reachable:
        return check.evidence.empty() || !check.server
                   ? QString()
                   : QStringLiteral("curl --max-time 5 telnet://%1").arg(check.evidence.front().name);
    case Code::Certificate:
        return check.evidence.empty() ? QString()
                                      : QStringLiteral("openssl s_client -connect %1").arg(check.evidence.front().name);
    case Code::Clients: {
        const std::vector<quint16> ports = portsOf(wish);
        return ports.empty() ? QString()
                             : QStringLiteral("curl telnet://%1").arg(ServerKey{wish.vip(), ports.front()}.toString());
    }
    case Code::ArpSilence:
    case Code::ArpOwner: {
        if (check.evidence.empty() || !wish.vip().isIPv4())
            return {};
        // -b, or else it asks only the one that answered first
        return QStringLiteral("arping -b -c 3 -I %1 %2").arg(check.evidence.front().name, vip);
    }
    default:
        return {};
    }
}

} // namespace lvs
