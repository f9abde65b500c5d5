// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupplandialog.h"

#include "app/session/setuprun.h"
#include "app/setup/planview.h"
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
    layout->addWidget(buttons);
    resize(860, 520);
    if (const SetupRecord *record = store->find(id))
        setWindowTitle(tr("Set-up of %1 by %2", "service, method")
                           .arg(serviceText(record->wish.service.key), setupMethodShortText(record->wish.method)));
    connect(run, &SetupRun::progressed, this, &SetupPlanDialog::refresh);
    refresh();
}

void SetupPlanDialog::goOn()
{
    m_run->goOn(m_id);
}

void SetupPlanDialog::takeBack()
{
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
    const bool isWhole = record && record->progress.isComplete();
    m_goOn->setEnabled(kept && !isRunning && !isWhole);
    m_undo->setEnabled(kept && !isRunning);
    m_close->setText(isOurs && isRunning ? tr("Stop") : tr("Close"));
    m_close->setEnabled(!m_run->isStopping());
}

void SetupPlanDialog::reject()
{
    if (m_run->isRunning() && m_run->id() == m_id)
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace lvs
