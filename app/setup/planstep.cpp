// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/planstep.h"

#include "app/dialogs/form.h"
#include "app/session/hostlist.h"
#include "app/setup/planview.h"
#include "app/setup/scriptsbutton.h"
#include "app/setup/setupoutcome.h"
#include "app/text/domaintext.h"
#include "app/widgets/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

QString wordToType()
{
    return PlanStep::tr("reroute", "the word to type");
}

} // namespace

PlanStep::PlanStep(SetupRun *run, HostList *hosts, QWidget *parent)
    : WizardStep(parent)
    , m_run(run)
    , m_hosts(hosts)
    , m_message(new MessageBar(this))
    , m_view(new PlanView(this))
    , m_notes(new QLabel(this))
    , m_confirmation(new Form(this))
    , m_word(new QLineEdit(this))
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
    layout->addLayout(line);
    layout->addWidget(m_confirmation);
    m_word->setObjectName(QStringLiteral("word"));
    m_confirmation->add(tr("Confirm"), m_word, tr("Type “%1” to go on.").arg(wordToType()));
    m_confirmation->hide();
    connect(m_word, &QLineEdit::textChanged, this, &PlanStep::changed);
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

void PlanStep::setPlan(const SetupWish &wish, const HostPlan &plan, const HostInfo &director)
{
    m_wish = wish;
    m_plan = plan;
    m_scripts->setWish(wish, director);
    m_view->setProgress(HostPlanProgress(plan), false);
    m_notes->setText(notes());
    m_word->clear();
    m_confirmation->setVisible(!hostsThatMayBeCut(plan).isEmpty());
}

bool PlanStep::isConfirmed() const
{
    return hostsThatMayBeCut(m_plan).isEmpty() || m_word->text().trimmed() == wordToType();
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
    QStringList cut;
    for (const QString &host : hostsThatMayBeCut(m_plan))
        cut << hostText(host);
    if (!cut.isEmpty())
        notes << tr("The default route or IPv6 forwarding of %1 changes: if this console's own way leads there, it may "
                    "be cut off. Have another way to the machine, such as its console.",
                    "names of machines")
                     .arg(listText(cut));
    return notes.join(u'\n');
}

void PlanStep::begin()
{
    const Result<void> begun = m_run->begin(m_wish, m_plan);
    m_isBegun = begun.has_value();
    m_confirmation->setEnabled(!m_isBegun);
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
    return m_isBegun && !m_run->isRunning() && !m_run->record().progress.isTakenBack();
}

void PlanStep::refresh()
{
    if (m_isBegun) {
        m_view->setProgress(m_run->record().progress, m_run->isRunning());
        showOutcome(*m_message, *m_run);
    }
    Q_EMIT changed();
}

} // namespace lvs
