// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/checkwords.h"
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
    static CheckWords of(const SetupCheck &check, const SetupWish &wish);
    static QString outcome(const QString &name);
    static QString shared(const QString &value);
    static QString certificate(const QString &value);

private:
    static CheckWords firewall(const SetupCheck &check);
    static CheckWords listener(const SetupCheck &check);
    static CheckWords connection(const SetupCheck &check);
    static CheckWords certificates(const SetupCheck &check);
    static CheckWords census(const SetupCheck &check, const SetupWish &wish);
    static CheckWords clients(const SetupCheck &check, const SetupWish &wish);
};

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

CheckWords Words::firewall(const SetupCheck &check)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? tr("none", "packets dropped") : value; };
    return {
        .name = tr("Packets that the firewall drops"),
        .is = text(check.is),
        .wanted = text(check.wanted),
        .purpose = tr("The packet filter lets through what clients send, what goes on to real servers, and replies "
                      "where they pass. Rules that drop some of it, for some clients perhaps, are only evidence."),
        .consequence = check.server ? tr("What is sent to this real server, or what it answers, ends there: its share "
                                         "of the clients waits in vain.")
                                    : tr("Packets end at the director: clients wait in vain, or are refused."),
        .remedy = tr("Allow these packets in front of that rule, with the program that made it."),
        .command = QStringLiteral("nft list ruleset"),
    };
}

CheckWords Words::listener(const SetupCheck &check)
{
    const bool isNobody = check.evidence.empty();
    const auto text = [](const QString &value) { return value.isEmpty() ? tr("nobody listens") : value; };
    return {
        .name = tr("Program on port %1").arg(check.port),
        .is = text(check.is),
        .wanted = text(check.wanted),
        .purpose =
            tr("A program on the real server waits for what comes to it: on this address, or on all of the machine."),
        .consequence = isNobody ? tr("Clients that are sent to this real server are refused.")
                                : tr("The program listens on another address only: clients are refused."),
        .remedy = isNobody ? tr("Start the program, or have it listen on this port.")
                           : tr("Have it listen on this address, or on all."),
        .command = QStringLiteral("ss -lntu"),
    };
}

CheckWords Words::connection(const SetupCheck &check)
{
    const bool isRefused = check.is == QStringLiteral("refused");
    return {
        .name = tr("Connection to port %1").arg(check.port),
        .is = outcome(check.is),
        .wanted = outcome(check.wanted),
        .purpose = tr("The director connects to the real server's own address by TCP, and hangs up."),
        .consequence =
            isRefused ? tr("The machine is there, but nobody takes the connection.")
                      : tr("The director does not reach the real server: clients that are sent there wait in vain."),
        .remedy = isRefused ? tr("Start the program there, or open the port in the real server's firewall.")
                            : tr("Look whether the machine is up, at the route to it, and at firewalls on the way."),
        .command = check.evidence.empty() || !check.server
                       ? QString()
                       : QStringLiteral("curl --max-time 5 telnet://%1").arg(check.evidence.front().name),
    };
}

CheckWords Words::certificates(const SetupCheck &check)
{
    const bool isPlain = check.is == QStringLiteral("garbled");
    return {
        .name = tr("Certificate on port %1").arg(check.port),
        .is = isPlain ? tr("no TLS") : check.is,
        .purpose = tr("The director begins TLS with each real server. All of them are to show the same certificate: a "
                      "client does not know which of them answers."),
        .consequence = isPlain
                           ? tr("Clients that are sent to this real server can't begin to speak HTTPS.")
                           : tr("Clients see another certificate now and then, as if somebody were between them and "
                                "the site; where names or dates differ, some of them are refused."),
        .remedy = isPlain ? tr("Switch TLS on for this port of the web server.")
                          : tr("Install the certificate and key that the others have, and have the web server read "
                               "them anew."),
        .command = check.evidence.empty()
                       ? QString()
                       : QStringLiteral("openssl s_client -connect %1").arg(check.evidence.front().name),
    };
}

CheckWords Words::census(const SetupCheck &check, const SetupWish &wish)
{
    const auto text = [](const QString &value) {
        return value.isEmpty() ? tr("nobody", "answers for the VIP") : value;
    };
    CheckWords words{.is = text(check.is), .wanted = text(check.wanted)};
    if (!check.evidence.empty() && wish.vip().isIPv4()) // -b, or else it asks only the one that answered first
        words.command =
            QStringLiteral("arping -b -c 3 -I %1 %2").arg(check.evidence.front().name, wish.vip().toString());
    if (check.code == Code::ArpSilence) {
        words.name = tr("Others that answer for the VIP");
        words.purpose = tr("The director asks its networks who has the VIP. Nobody else may answer.");
        words.consequence = check.server
                                ? tr("The real server answers for the VIP. Some clients go past the director straight "
                                     "to it, and balancing is over, now and then or for good.")
                                : tr("Another machine has the VIP, too. Clients reach the one that they heard last.");
        if (!check.server)
            words.remedy = tr("Find the machine with this hardware address, and take the VIP off it.");
        return words;
    }
    words.name = tr("Who answers for the VIP");
    words.purpose = tr("A neighbour asks the network who has the VIP. The director is to answer, and nobody else.");
    words.consequence = check.is.isEmpty()
                            ? tr("Nobody answers, so no neighbour can send a packet for the VIP.")
                            : tr("Whoever asks here sends its packets for the VIP to the one that answers last, which "
                                 "may not be the director.");
    return words;
}

CheckWords Words::clients(const SetupCheck &check, const SetupWish &wish)
{
    const std::vector<quint16> ports = portsOf(wish);
    return {
        .name = tr("Connections of a client"),
        .is = tr("%1 of %2", "connections that came about, those tried").arg(check.is, check.wanted),
        .wanted = check.wanted, // all of them
        .purpose = tr("A machine connects to the VIP as a client does, each time from another port, and hangs up. The "
                      "director's counters show which real servers got the connections; those of other clients are "
                      "among them."),
        .consequence = isAnsweredElsewhere(check) ? tr("The connections came about, but none of them through the "
                                                       "director: another machine answers for the VIP.")
                                                  : tr("Some clients are not served."),
        .remedy = isAnsweredElsewhere(check)
                      ? tr("Look who answers for the VIP in the network of that client.")
                      : tr("Look at the findings above; where there are none, at the health of the real servers."),
        .command = ports.empty() ? QString()
                                 : QStringLiteral("curl telnet://") + ServerKey{wish.vip(), ports.front()}.toString(),
    };
}

CheckWords Words::of(const SetupCheck &check, const SetupWish &wish)
{
    switch (check.code) {
    case Code::FirewallDrop:
        return firewall(check);
    case Code::Listener:
        return listener(check);
    case Code::Reachable:
        return connection(check);
    case Code::Certificate:
        return certificates(check);
    case Code::ArpSilence:
    case Code::ArpOwner:
        return census(check, wish);
    case Code::Clients:
        return clients(check, wish);
    default:
        return {};
    }
}

} // namespace

CheckWords trialCheckWords(const SetupCheck &check, const SetupWish &wish)
{
    return Words::of(check, wish);
}

QString trialEvidence(const SetupCheck &check, const QString &value)
{
    if (check.code == Code::Clients)
        return Words::shared(value);
    if (check.code == Code::Certificate)
        return Words::certificate(value);
    return check.code == Code::Reachable ? Words::outcome(value) : value;
}

} // namespace lvs
