// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupplandialog.h"

#include "app/session/setuprun.h"
#include "app/setup/planview.h"
#include "app/setup/rerouteconfirmation.h"
#include "app/setup/setupoutcome.h"
#include "app/text/domaintext.h"
#include "app/text/setuptext.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace lvs {

SetupPlanDialog::SetupPlanDialog(const QString &id, SetupStore *store, SetupRun *run, QWidget *parent)
    : QDialog(parent)
    , m_id(id)
    , m_store(store)
    , m_run(run)
    , m_message(new MessageBar(this))
    , m_view(new PlanView(this))
    , m_confirmation(new RerouteConfirmation(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *buttons = new QDialogButtonBox(this);
    m_undo = buttons->addButton(tr("&Undo"), QDialogButtonBox::ActionRole);
    m_undo->setIcon(themeIcon(QStringLiteral("edit-undo")));
    m_undo->setObjectName(QStringLiteral("planUndo"));
    m_goOn = buttons->addButton(tr("&Go on"), QDialogButtonBox::ActionRole);
    m_goOn->setObjectName(QStringLiteral("planGoOn"));
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("planClose"));
    connect(m_undo, &QPushButton::clicked, this, &SetupPlanDialog::takeBack);
    connect(m_goOn, &QPushButton::clicked, this, &SetupPlanDialog::goOn);
    connect(buttons, &QDialogButtonBox::rejected, this, &SetupPlanDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_confirmation);
    layout->addWidget(buttons);
    resize(860, 520);
    if (const SetupRecord *record = store->find(id))
        setWindowTitle(tr("Set-up of %1 by %2", "service, method")
                           .arg(serviceText(record->wish.service.key), setupMethodShortText(record->wish.method)));
    connect(m_confirmation, &RerouteConfirmation::changed, this, &SetupPlanDialog::refreshButtons);
    connect(run, &SetupRun::progressed, this, &SetupPlanDialog::refresh);
    refresh();
}

void SetupPlanDialog::goOn()
{
    if (!m_goOn->isEnabled())
        return;
    m_confirmation->clear();
    m_run->goOn(m_id);
}

void SetupPlanDialog::takeBack()
{
    if (!m_undo->isEnabled())
        return;
    m_confirmation->clear();
    m_run->takeBack(m_id);
}

void SetupPlanDialog::refresh()
{
    const bool isOurs = m_run->id() == m_id; // whose last state is known also when it is forgotten
    const bool isRunning = m_run->isRunning();
    const SetupRecord *kept = m_store->find(m_id);
    const SetupRecord *record = isOurs ? &m_run->record() : kept;
    if (record)
        m_view->setProgress(record->progress, isOurs && isRunning);
    if (isOurs)
        showOutcome(*m_message, *m_run);
    QStringList cut;
    if (kept && !isRunning) {
        cut = hostsThatMayBeCut(kept->progress.remaining()) + hostsThatMayBeCut(kept->progress.undoing());
        cut.removeDuplicates();
    }
    m_confirmation->setHosts(cut);
    refreshButtons();
    m_close->setText(isOurs && isRunning ? tr("Stop") : tr("Close"));
    m_close->setEnabled(!m_run->isStopping());
}

void SetupPlanDialog::refreshButtons()
{
    const SetupRecord *kept = m_store->find(m_id);
    const bool mayStart = kept && !m_run->isRunning();
    const bool isConfirmed = m_confirmation->isConfirmed();
    const auto isFree = [&](const HostPlan &plan) { return isConfirmed || hostsThatMayBeCut(plan).isEmpty(); };
    m_goOn->setEnabled(mayStart && !kept->progress.isComplete() && isFree(kept->progress.remaining()));
    m_undo->setEnabled(mayStart && isFree(kept->progress.undoing()));
}

void SetupPlanDialog::reject()
{
    if (m_run->isRunning() && m_run->id() == m_id)
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace lvs
