// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/ownertext.h"

#include "app/session/tableownership.h"
#include "app/text/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(OwnerText)
public:
    static QString owners(const TableOwnership &ownership, const Snapshot *snapshot)
    {
        QStringList parts;
        for (const TableOwner owner : ownership.owners().running) {
            const auto known = ownership.keepalived();
            if (owner == TableOwner::Keepalived && known && !known->config.isUncertain && snapshot) {
                const auto count = std::ranges::count_if(snapshot->services, [&](const ServiceState &service) {
                    return known->services.contains(service.config.key);
                });
                if (count == qsizetype(snapshot->services.size()) && count > 0)
                    parts += tr("%1 owns this table").arg(ownerName(owner));
                else
                    parts += tr("%1 owns %2 of %3").arg(ownerName(owner)).arg(count).arg(snapshot->services.size());
            } else {
                parts += tr("%1 runs here").arg(ownerName(owner));
            }
        }
        if (parts.isEmpty() && !ownership.owners().isKnown)
            parts += tr("other owners not known");
        return parts.join(u" · "_s);
    }

    static MarkedText summary(const TableOwnership &ownership, const Snapshot *snapshot)
    {
        const TableOwners &owners = ownership.owners();
        if (!owners.running.empty())
            return {State::Foreign, Words::owners(ownership, snapshot)};
        if (!owners.isKnown)
            return {State::Unknown, tr("Whether another program keeps this table is not known.")};
        return {State::Serving, tr("No other program that keeps this table was found.")};
    }

    static QString explanation(const TableOwnership &ownership)
    {
        QStringList sentences;
        if (!ownership.owners().running.empty())
            sentences += tr("It keeps the table as it thinks it should be, and undoes what others change.");
        if (!ownership.owners().isKnown)
            sentences +=
                tr("The machine does not show all of its processes to this console: keepalived, ldirectord or "
                   "another program that keeps the table may run there unseen, and undo what is changed here.");
        if (ownership.isRunning(TableOwner::Keepalived) && ownership.keepalivedError())
            sentences += tr("Which services are keepalived's is not known:") + u' ' +
                         errorSentence(*ownership.keepalivedError());
        return sentences.join(u'\n');
    }

    static QString undoing(const TableOwnership &ownership, const ChangePlan &plan)
    {
        const TableOwnership::Undoing undoing = ownership.undoing(plan);
        if (!undoing.owner)
            return {};
        const auto known = ownership.keepalived();
        const bool isSure = *undoing.owner == TableOwner::Keepalived && known && !known->config.isUncertain;
        const int count = int(undoing.operations);
        return isSure ? tr("%1 will undo %Ln of these changes. Change its configuration instead.", nullptr, count)
                            .arg(ownerName(*undoing.owner))
                      : tr("%1 may undo %Ln of these changes. Change its configuration instead.", nullptr, count)
                            .arg(ownerName(*undoing.owner));
    }
};

} // namespace

QString ownerName(TableOwner owner)
{
    switch (owner) {
    case TableOwner::Keepalived:
        return u"keepalived"_s;
    case TableOwner::Ldirectord:
        return u"ldirectord"_s;
    case TableOwner::Pacemaker:
        return u"Pacemaker"_s;
    case TableOwner::Heartbeat:
        return u"Heartbeat"_s;
    case TableOwner::KubeProxy:
        return u"kube-proxy"_s;
    }
    return {};
}

QString ownersText(const TableOwnership &ownership, const Snapshot *snapshot)
{
    return Words::owners(ownership, snapshot);
}

MarkedText ownersSummary(const TableOwnership &ownership, const Snapshot *snapshot)
{
    return Words::summary(ownership, snapshot);
}

QString ownersExplanation(const TableOwnership &ownership)
{
    return Words::explanation(ownership);
}

QString undoingText(const TableOwnership &ownership, const ChangePlan &plan)
{
    return Words::undoing(ownership, plan);
}

} // namespace lvs
