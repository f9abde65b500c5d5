// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/setupchecktext.h"

#include "app/text/checkwords.h"
#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "core/setup/arpvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

namespace {

using Code = SetupCheck::Code;

CheckWords wordsOf(const SetupCheck &check, const SetupWish &wish)
{
    switch (check.code) {
    case Code::SameSegment:
    case Code::DirectorVip:
    case Code::MarkRule:
    case Code::Forwarding:
    case Code::Conntrack:
    case Code::SourceNat:
    case Code::Redirects:
    case Code::Service:
    case Code::Server:
        return directorCheckWords(check, wish);
    case Code::PortMapping:
    case Code::ServerAddress:
    case Code::ArpIgnore:
    case Code::ArpAnnounce:
    case Code::ArpOnLoopback:
    case Code::ServerVip:
    case Code::ServerVipPrefix:
    case Code::ServerVipOutside:
    case Code::ServerTunnel:
    case Code::ReversePath:
    case Code::Gateway:
        return serverCheckWords(check, wish);
    case Code::FirewallDrop:
    case Code::Listener:
    case Code::Reachable:
    case Code::Certificate:
    case Code::ArpSilence:
    case Code::ArpOwner:
    case Code::Clients:
        return trialCheckWords(check, wish);
    }
    return {};
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupCheckText)
public:
    static QString is(const SetupCheck &check, const CheckWords &words);
    static QString wanted(const SetupCheck &check, const CheckWords &words);
    /// What the values of ARP tunables mean; empty for all other checks.
    static QString meaning(const SetupCheck &check);
    static QString remedy(const CheckWords &words);
    static QString evidence(const SetupCheck &check);
    static QString vantage(const SetupCheck &check);
    static QString arpIgnore(int value);
    static QString arpAnnounce(int value);
    static MarkedText state(SetupCheck::State state);
    static MarkedText all(const std::vector<SetupCheck> &checks);
    static QString valueAndMeaning(const QString &value, const QString &meaning);
    static QString switchText(const QString &value);
    static QString reversePath(const QString &value);

private:
    static QString valueOrNone(const QString &value) { return value.isEmpty() ? tr("none") : value; }
};

QString Words::is(const SetupCheck &check, const CheckWords &words)
{
    if (check.state == SetupCheck::State::Unknown && check.is.isEmpty())
        return tr("not known");
    return valueOrNone(words.is.isEmpty() ? check.is : words.is);
}

QString Words::wanted(const SetupCheck &check, const CheckWords &words)
{
    if (check.wanted.startsWith(u'!'))
        return tr("not %1").arg(check.wanted.sliced(1));
    return valueOrNone(words.wanted.isEmpty() ? check.wanted : words.wanted);
}

QString Words::remedy(const CheckWords &words)
{
    return words.remedy.isEmpty() ? tr("Set up again: it does what is missing, and nothing else.") : words.remedy;
}

MarkedText Words::state(SetupCheck::State state)
{
    switch (state) {
    case SetupCheck::State::Green:
        return {State::Serving, tr("as it should be")};
    case SetupCheck::State::Red:
        return {State::Unreachable, tr("wrong")};
    case SetupCheck::State::Unknown:
        break;
    }
    return {State::Unknown, tr("not known")};
}

QString Words::valueAndMeaning(const QString &value, const QString &meaning)
{
    return tr("%1 (%2)", "value, meaning").arg(value, meaning);
}

QString Words::switchText(const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? valueAndMeaning(value, number == 0 ? tr("off") : tr("on")) : value;
}

QString Words::reversePath(const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber)
        return value;
    return valueAndMeaning(value, number == 0 ? tr("off") : number == 1 ? tr("strict") : tr("loose"));
}

QString Words::arpIgnore(int value)
{
    switch (meaningOfArpIgnore(value)) {
    case ArpIgnore::AnswersAll:
        return tr("answers for every address of the machine");
    case ArpIgnore::OwnInterface:
        return tr("answers only for addresses of the interface asked");
    case ArpIgnore::OwnSubnet:
        return tr("the same, and only to askers of its subnet");
    case ArpIgnore::NotHostScope:
        return tr("answers for all addresses but those of scope host");
    case ArpIgnore::Reserved:
        return tr("reserved, works as 0");
    case ArpIgnore::AnswersNothing:
        return tr("never answers, not even for the real server's own address");
    case ArpIgnore::Unknown:
        break;
    }
    return tr("not a value of the kernel's, works as 0");
}

QString Words::arpAnnounce(int value)
{
    switch (meaningOfArpAnnounce(value)) {
    case ArpAnnounce::PacketSource:
        return tr("names the packet's source, so the VIP");
    case ArpAnnounce::SameSubnet:
        return tr("names the packet's source where it is of the subnet, as the VIP often is");
    case ArpAnnounce::Best:
        return tr("names an address of the interface it asks on");
    case ArpAnnounce::Unknown:
        break;
    }
    return tr("not a value of the kernel's, works as 0");
}

QString Words::evidence(const SetupCheck &check)
{
    QStringList parts;
    for (const SetupEvidence &seen : check.evidence) {
        const QString name = seen.name == QStringLiteral("default") ? tr("default route") : seen.name;
        const QString nothing = check.code == Code::MarkRule ? tr("there, but can't be read") : tr("none");
        const QString value = trialEvidence(check, seen.value);
        parts << tr("%1: %2", "evidence: name, value").arg(name, value.isEmpty() ? nothing : value);
    }
    return parts.isEmpty() ? QString() : tr("Evidence: %1.").arg(listText(parts));
}

QString Words::meaning(const SetupCheck &check)
{
    const bool isIgnore = check.code == Code::ArpIgnore;
    if (!isIgnore && check.code != Code::ArpAnnounce)
        return {};
    const auto sentence = [&](const QString &value) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        return isNumber
                   ? tr("%1: %2.", "value, its meaning").arg(value, isIgnore ? arpIgnore(number) : arpAnnounce(number))
                   : QString();
    };
    return check.is == check.wanted ? sentence(check.is) : sentence(check.is) + u' ' + sentence(check.wanted);
}

QString Words::vantage(const SetupCheck &check)
{
    if (check.host.isEmpty())
        return tr("This console has no connection to the machine, and does not know.");
    const QString host = hostText(check.host);
    if (check.error && check.error->code == ErrorCode::NotAuthorized)
        return tr("Not looked at on %1: that takes an administrator's password. “Check again” asks for it.",
                  "name of a machine")
            .arg(host);
    if (check.error)
        return tr("Not known on %1: %2", "name of a machine, error").arg(host, errorSummary(*check.error));
    if (check.triedAt.isValid())
        return tr("Tried from %1 at %2.", "name of a machine, time").arg(host, format::timeOfDay(check.triedAt));
    return tr("Seen on %1.", "name of a machine").arg(host);
}

MarkedText Words::all(const std::vector<SetupCheck> &checks)
{
    const auto count = [&](SetupCheck::State state) {
        return int(std::ranges::count(checks, state, &SetupCheck::state));
    };
    const int wrong = count(SetupCheck::State::Red);
    const int unknown = count(SetupCheck::State::Unknown);
    if (wrong > 0)
        return {State::Unreachable, tr("%Ln thing(s) wrong", nullptr, wrong)};
    if (unknown > 0)
        return {State::Overloaded, tr("nothing wrong, %Ln not known", nullptr, unknown)};
    return {State::Serving, tr("all as it should be")};
}

} // namespace

QString switchText(const QString &value)
{
    return Words::switchText(value);
}

QString reversePathText(const QString &value)
{
    return Words::reversePath(value);
}

QString setupCheckText(const SetupCheck &check, const SetupWish &wish)
{
    return wordsOf(check, wish).name;
}

MarkedText setupCheckStateText(SetupCheck::State state)
{
    return Words::state(state);
}

QString setupCheckIsText(const SetupCheck &check, const SetupWish &wish)
{
    return Words::is(check, wordsOf(check, wish));
}

QString setupCheckWantedText(const SetupCheck &check, const SetupWish &wish)
{
    return Words::wanted(check, wordsOf(check, wish));
}

QString setupCheckExplanation(const SetupCheck &check, const SetupWish &wish)
{
    const CheckWords words = wordsOf(check, wish);
    QStringList lines{words.purpose, Words::meaning(check)};
    if (check.state == SetupCheck::State::Red)
        lines << words.consequence + u' ' + Words::remedy(words);
    lines << Words::evidence(check) + u' ' + Words::vantage(check);
    for (QString &line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString setupCheckConsequence(const SetupCheck &check, const SetupWish &wish)
{
    return wordsOf(check, wish).consequence;
}

QString setupCheckCommand(const SetupCheck &check, const SetupWish &wish)
{
    return wordsOf(check, wish).command;
}

QString arpIgnoreText(int value)
{
    return Words::arpIgnore(value);
}

QString arpAnnounceText(int value)
{
    return Words::arpAnnounce(value);
}

QString arpIgnoreValues()
{
    QStringList lines;
    for (int value = 0; value <= largestArpIgnore; ++value)
        lines << Words::valueAndMeaning(QString::number(value), arpIgnoreText(value));
    return lines.join(u'\n');
}

QString arpAnnounceValues()
{
    QStringList lines;
    for (int value = 0; value <= largestArpAnnounce; ++value)
        lines << Words::valueAndMeaning(QString::number(value), arpAnnounceText(value));
    return lines.join(u'\n');
}

MarkedText setupChecksText(const std::vector<SetupCheck> &checks)
{
    return Words::all(checks);
}

} // namespace lvs
