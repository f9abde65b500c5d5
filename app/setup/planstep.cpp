// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/planstep.h"

#include "app/session/hostlist.h"
#include "app/setup/planview.h"
#include "app/setup/rerouteconfirmation.h"
#include "app/setup/scriptsbutton.h"
#include "app/setup/setupoutcome.h"
#include "app/text/domaintext.h"
#include "app/widgets/messagebar.h"
#include "core/setup/setupkeeping.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

PlanStep::PlanStep(SetupRun *run, HostList *hosts, QWidget *parent)
    : WizardStep(parent)
    , m_run(run)
    , m_hosts(hosts)
    , m_message(new MessageBar(this))
    , m_view(new PlanView(this))
    , m_notes(new QLabel(this))
    , m_keep(new QCheckBox(tr("&Keep after a reboot"), this))
    , m_confirmation(new RerouteConfirmation(this))
    , m_scripts(new ScriptsButton(this))
{
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setObjectName(QStringLiteral("setupNotes"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_notes, 1);
    line->addWidget(m_scripts, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_keep);
    layout->addLayout(line);
    layout->addWidget(m_confirmation);
    m_keep->setObjectName(QStringLiteral("keepAfterReboot"));
    m_keep->setToolTip(
        tr("What the set-up needs on each machine is kept there, and restored at boot by LVS Console's own "
           "unit; nothing in /etc is touched. Undo forgets it, too."));
    m_keep->setChecked(true);
    connect(m_keep, &QCheckBox::toggled, this, &PlanStep::showPlan);
    connect(m_confirmation, &RerouteConfirmation::changed, this, &PlanStep::changed);
    connect(run, &SetupRun::progressed, this, &PlanStep::refresh);
}

QString PlanStep::title() const
{
    return tr("Plan");
}

QString PlanStep::explanation() const
{
    return tr("In this order, each step confirmed before the next. If a machine fails, what was done on it is taken "
              "back, and the others go on.");
}

void PlanStep::enter()
{
    refresh();
}

void PlanStep::setPlan(const SetupWish &wish, const HostPlan &plan, const SetupReading &reading)
{
    m_wish = wish;
    m_without = plan;
    m_keeping = withKeeping(plan, m_run->idFor(wish), wish, reading, reading.kept);
    m_forgetful = hostsThatCantKeep(wish, reading.kept);
    const auto director = reading.hosts.find(wish.director);
    m_scripts->setWish(wish, director == reading.hosts.end() ? HostInfo() : director->second);
    m_keep->setVisible(m_keeping != m_without); // else it is kept already, or can't be
    m_confirmation->clear();
    showPlan();
}

void PlanStep::showPlan()
{
    m_plan = m_keep->isChecked() ? m_keeping : m_without;
    m_view->setProgress(HostPlanProgress(m_plan), false);
    m_notes->setText(notes());
    m_confirmation->setHosts(hostsThatMayBeCut(m_plan));
    Q_EMIT changed();
}

bool PlanStep::isComplete() const
{
    return !m_isBegun && !m_run->isRunning() && m_confirmation->isConfirmed();
}

QString PlanStep::notes() const
{
    QStringList locked;
    for (const HostStep &step : m_plan.steps) {
        const Director *host = m_hosts->host(step.host);
        if (host && host->status().access == Access::Locked && !locked.contains(hostText(step.host)))
            locked << hostText(step.host);
    }
    QStringList byHand;
    for (const SetupServer &server : m_wish.servers) {
        if (server.host.isEmpty() && m_wish.method != SetupMethod::FullNat)
            byHand << server.server.key.toString();
    }
    QStringList notes;
    if (m_plan.isEmpty())
        notes << tr("Everything is so already: nothing has to be changed.");
    if (!locked.isEmpty())
        notes << tr("Editing is unlocked for it on %1, and locked again afterwards.", "names of machines")
                     .arg(listText(locked));
    if (!byHand.isEmpty())
        notes << tr("To be set up by hand, before you begin: %1.", "real servers").arg(listText(byHand));
    QStringList forgetful;
    for (const QString &host : m_forgetful)
        forgetful << hostText(host);
    if (!forgetful.isEmpty())
        notes << tr("A reboot of %1 loses the set-up there: LVS Console's unit that restores it is missing or not "
                    "enabled.",
                    "names of machines")
                     .arg(listText(forgetful));
    return notes.join(u'\n');
}

void PlanStep::begin()
{
    const Result<void> begun = m_run->begin(m_wish, m_plan);
    m_isBegun = begun.has_value();
    m_keep->setEnabled(!m_isBegun);
    m_confirmation->clear();
    if (!begun)
        m_message->showError(begun.error());
    refresh();
}

void PlanStep::takeBack()
{
    m_run->takeBack(m_run->id());
}

bool PlanStep::canTakeBack() const
{
    return m_isBegun && !m_run->isRunning() && !m_run->record().progress.isTakenBack() && m_confirmation->isConfirmed();
}

void PlanStep::refresh()
{
    if (m_isBegun) {
        const HostPlanProgress &progress = m_run->record().progress;
        m_view->setProgress(progress, m_run->isRunning());
        m_confirmation->setHosts(m_run->isRunning() ? QStringList() : hostsThatMayBeCut(progress.undoing()));
        showOutcome(*m_message, *m_run);
    }
    Q_EMIT changed();
}

} // namespace lvs
