// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/checksstep.h"

#include "app/setup/checksview.h"
#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/widgets/messagebar.h"
#include "core/setup/setupplan.h"

#include <QVBoxLayout>

namespace lvs {

ChecksStep::ChecksStep(HostList *hosts, QWidget *parent)
    : WizardStep(parent)
    , m_hosts(hosts)
    , m_message(new MessageBar(this))
    , m_view(new ChecksView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    connect(m_message, &MessageBar::actionTriggered, this, &ChecksStep::enter);
    connect(m_view, &ChecksView::checkRequested, this, &ChecksStep::enter);
}

QString ChecksStep::title() const
{
    return tr("What is, what should be");
}

QString ChecksStep::explanation() const
{
    return tr("As seen on each machine now. Nothing is changed yet; what is wrong here becomes the plan.");
}

void ChecksStep::setWish(const SetupWish &wish)
{
    m_wish = wish;
}

void ChecksStep::enter()
{
    m_plan.reset();
    m_view->showReading();
    m_message->hide();
    Q_EMIT changed();
    readSetup(*m_hosts, m_wish).then(this, [this, look = ++m_look](const SetupReading &reading) {
        if (look == m_look)
            take(reading);
    });
}

void ChecksStep::take(const SetupReading &reading)
{
    m_reading = reading;
    m_view->showChecks(checkSetup(m_wish, reading), m_wish, reading.readAt);
    if (!reading.errors.empty()) {
        const auto &[id, error] = *reading.errors.begin();
        m_message->showMessage(Severity::Failure, tr("%1: %2", "machine, error").arg(hostText(id), errorSummary(error)),
                               errorParagraphs(error), tr("Look again"));
    } else if (auto plan = planSetup(m_wish, reading)) {
        m_plan = std::move(*plan);
    } else {
        m_message->showError(plan.error(), tr("Look again"));
    }
    Q_EMIT changed();
}

} // namespace lvs
