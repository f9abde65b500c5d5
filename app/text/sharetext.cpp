// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/sharetext.h"

#include "app/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ShareText)
public:
    static QString of(const QString &received, const QString &promised)
    {
        return tr("%1 of %2", "received and promised part").arg(received, promised);
    }

    static QString verdict(ServiceShare::Verdict verdict)
    {
        switch (verdict) {
        case ServiceShare::Verdict::NoPromise:
            return tr("no promise");
        case ServiceShare::Verdict::TooFew:
            return tr("too few");
        case ServiceShare::Verdict::AsPromised:
            return tr("as promised");
        case ServiceShare::Verdict::Skewed:
            return tr("skewed");
        }
        return {};
    }

    static QString promise(SharePromise promise)
    {
        switch (promise) {
        case SharePromise::Equal:
            return tr("Promised: as many to each real server that is not drained.");
        case SharePromise::ByWeight:
            return tr("Promised: as the weights are.");
        case SharePromise::ByLoad:
            return tr("No part is promised: the scheduler looks at the connections there are, so a faster real server "
                      "gets more new ones.");
        case SharePromise::BySource:
            return tr("No part is promised: the client's address decides by a hash, so that many clients come near the "
                      "weights and few do not.");
        case SharePromise::ByDestination:
            return tr("No part is promised: the address that clients ask for decides, and a VIP is only one.");
        case SharePromise::InOrder:
            return tr("No part is promised: one real server is used before the next.");
        case SharePromise::Unknown:
            return tr("Nothing is known of what this scheduler promises.");
        }
        return {};
    }

    static QString cause(SkewCause cause)
    {
        switch (cause) {
        case SkewCause::Drained:
            return tr("Likely because persistence still leads clients to a drained real server.");
        case SkewCause::Full:
            return tr("Likely because a real server is near its upper threshold, and gets nothing while it is full.");
        case SkewCause::ChangedLately:
            return tr("Likely because weights or real servers changed lately, and persistence keeps earlier clients "
                      "where they were.");
        case SkewCause::FewClients:
            return tr("Likely because persistence keeps each client at one real server, and there are few of them.");
        case SkewCause::Persistence:
            return tr("Likely because persistence keeps each client at one real server, and some open more connections "
                      "than others.");
        case SkewCause::Unseen:
            return tr("The cause is not seen here. A program that writes weights again and again starts each round "
                      "anew.");
        }
        return {};
    }

    static QString counted(const ServiceShare &share)
    {
        return tr("%n new connection(s) in the last %1.", nullptr, whole(share.connections))
            .arg(format::duration(share.span));
    }
    static QString countedOf(quint64 connections, const ServiceShare &share)
    {
        return tr("%1 of %n new connection(s) in the last %2.", nullptr, whole(share.connections))
            .arg(format::count(connections), format::duration(share.span));
    }
    static QString tooFew()
    {
        return tr("Too few yet to say whether the promise is kept: it takes at least %1 connections, a whole round of "
                  "the weights and some 20 s.")
            .arg(format::count(ServiceShare::fewest));
    }
    static QString asPromised() { return tr("Off by %1 at most, as chance explains."); }
    static QString skewed() { return tr("Off by up to %1, more than chance explains."); }

private:
    static int whole(quint64 count) { return int(std::min<quint64>(count, std::numeric_limits<int>::max())); }
};

/// What follows for the service from what was counted.
void addVerdict(QStringList &lines, const ServiceShare &share)
{
    lines << Words::promise(share.promise);
    if (share.verdict == ServiceShare::Verdict::TooFew)
        lines << Words::tooFew();
    if (share.verdict == ServiceShare::Verdict::AsPromised)
        lines << Words::asPromised().arg(format::percent(share.deviation));
    if (share.verdict == ServiceShare::Verdict::Skewed)
        lines << Words::skewed().arg(format::percent(share.deviation));
    if (share.cause)
        lines << Words::cause(*share.cause);
}

} // namespace

QString shareText(std::optional<double> received, std::optional<double> promised)
{
    const QString part = received ? format::percent(*received) : QStringLiteral("–");
    return promised ? Words::of(part, format::percent(*promised)) : part;
}

QString shareVerdictText(ServiceShare::Verdict verdict)
{
    return Words::verdict(verdict);
}

QString shareExplanation(const ServiceShare &share)
{
    QStringList lines{Words::counted(share)};
    addVerdict(lines, share);
    return lines.join(u'\n');
}

QString shareExplanation(const ServiceShare &share, const ServerKey &server)
{
    QStringList lines{Words::countedOf(share.find(server)->connections, share)};
    addVerdict(lines, share);
    return lines.join(u'\n');
}

} // namespace lvs
