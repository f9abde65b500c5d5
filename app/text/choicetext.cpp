// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/choicetext.h"

#include "app/text/format.h"

#include <QCoreApplication>

namespace lvs {

namespace {

using Basis = SchedulerChoice::Basis;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ChoiceText)
public:
    static QString chosen(const QString &scheduler, const std::optional<ServerKey> &server)
    {
        return server ? tr("The scheduler %1 chooses %2 for this client.", "name, real server")
                            .arg(scheduler, server->toString())
                      : tr("The scheduler %1 finds no real server that may take a connection, so the director refuses "
                           "this client.")
                            .arg(scheduler);
    }

    static QString basis(Basis basis, const QString &time)
    {
        switch (basis) {
        case Basis::Table:
            return tr("It goes by the table alone, so the kernel chooses the same.");
        case Basis::Connections:
            return tr("It goes by the connections that were counted at %1.", "time").arg(time);
        case Basis::FreshStart:
            return tr("Whose turn it is cannot be read from the kernel: this is the choice after a fresh start.");
        case Basis::LastWeights:
            return tr("Which weights the drained real servers had cannot be read from the kernel, and it may choose "
                      "another one.");
        case Basis::LikeWlc:
            return tr("What it remembers or draws by lot cannot be read from the kernel: this is what wlc would choose "
                      "by the connections of %1.",
                      "time")
                .arg(time);
        case Basis::None:
            break;
        }
        return {};
    }

    static QString unknown(const QString &scheduler)
    {
        return scheduler == u"none" ? tr("The service has no scheduler, so it never chooses a real server.")
                                    : tr("How the scheduler %1 chooses is not known here.").arg(scheduler);
    }

    static QString remembered()
    {
        return tr("A client that persistence remembers goes to the same real server as before.");
    }
};

} // namespace

QString choiceText(const SchedulerChoice &choice, const VirtualService &service, const QDateTime &readAt)
{
    const QString &scheduler = service.scheduler.toString();
    if (choice.basis == Basis::None)
        return Words::unknown(scheduler);
    QStringList sentences{Words::chosen(scheduler, choice.server)};
    if (choice.server)
        sentences << Words::basis(choice.basis, format::timeOfDay(readAt));
    if (service.isPersistent())
        sentences << Words::remembered();
    return sentences.join(u' ');
}

} // namespace lvs
