// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupwizard.h"

#include "app/dialogs/suggestions.h"
#include "app/session/setuprun.h"
#include "app/setup/checksstep.h"
#include "app/setup/methodstep.h"
#include "app/setup/planstep.h"
#include "app/setup/serversstep.h"
#include "app/setup/servicestep.h"
#include "app/setup/steplist.h"
#include "app/text/domaintext.h"
#include "app/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lvs {

namespace {

enum StepPlace { ServicePlace, MethodPlace, ServersPlace, ChecksPlace, PlanPlace };
constexpr int margin = 16;

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

SetupWizard::SetupWizard(const SetupReading &director, const SetupWish &wish, SetupRun *run, HostList *hosts,
                         QWidget *parent)
    : QDialog(parent)
    , m_director(director)
    , m_start(wish)
    , m_run(run)
    , m_list(new StepList(this))
    , m_pages(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_undo(makeButton(tr("&Undo"), QStringLiteral("wizardUndo"), this))
    , m_back(makeButton(tr("&Back"), QStringLiteral("wizardBack"), this))
    , m_next(makeButton(tr("&Next"), QStringLiteral("wizardNext"), this))
    , m_close(makeButton(tr("Cancel"), QStringLiteral("wizardClose"), this))
    , m_service(addStep<ServiceStep>(director, wish))
    , m_method(addStep<MethodStep>(wish))
    , m_servers(addStep<ServersStep>(hosts, wish.director))
    , m_checks(addStep<ChecksStep>(hosts))
    , m_plan(addStep<PlanStep>(run, hosts))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set up real servers of %1", "name of a director").arg(hostText(wish.director)));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setObjectName(QStringLiteral("wizardTitle"));
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_next->setDefault(true);
    m_undo->setIcon(themeIcon(QStringLiteral("edit-undo")));
    connect(m_list, &StepList::stepChosen, this, &SetupWizard::goTo);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_pages->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, &SetupWizard::next);
    connect(m_undo, &QPushButton::clicked, m_plan, &PlanStep::takeBack);
    connect(m_close, &QPushButton::clicked, this, &SetupWizard::reject);

    auto *page = new QVBoxLayout;
    page->setSpacing(8);
    page->addWidget(m_title);
    page->addWidget(m_explanation);
    page->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(margin);
    columns->addWidget(m_list);
    columns->addLayout(page, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_undo, m_back, m_next, m_close})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, 12);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    resize(1002, 640);
    goTo(ServicePlace);
}

template<class Step, class... Arguments> Step *SetupWizard::addStep(Arguments &&...arguments)
{
    auto *step = new Step(std::forward<Arguments>(arguments)..., this);
    m_pages->addWidget(step);
    m_list->addStep(step->title());
    connect(step, &WizardStep::changed, this, &SetupWizard::refresh);
    return step;
}

WizardStep *SetupWizard::current() const
{
    return static_cast<WizardStep *>(m_pages->currentWidget());
}

SetupWish SetupWizard::wish() const
{
    SetupWish wish{.director = m_start.director};
    m_service->write(wish);
    m_servers->write(wish);
    m_method->write(wish); // what it says of the servers
    return wish;
}

std::vector<SetupServer> SetupWizard::presentServers(const SetupWish &wish) const
{
    const IpvsTable::Entry *entry = m_director.table.find(wish.service.key);
    std::vector<SetupServer> servers;
    if (wish.service.key == m_start.service.key && !m_start.servers.empty()) {
        servers = m_start.servers;
        for (SetupServer &server : servers) {
            // What somebody has changed since, such as the weight of one that is drained, stays.
            if (const RealServer *present = entry ? entry->find(server.server.key) : nullptr)
                server.server = *present;
        }
    } else if (entry) {
        for (const RealServer &server : entry->servers)
            servers.push_back({.server = server});
    }
    return servers;
}

void SetupWizard::prepare(int step)
{
    if (step == MethodPlace) {
        SetupWish wish;
        m_service->write(wish);
        m_method->setFamily(wish.family());
    } else if (step == ServersPlace) {
        const SetupWish wish = this->wish();
        m_servers->setWish(wish);
        if (m_serversOf != wish.service.key) {
            m_serversOf = wish.service.key;
            KnownObjects known = KnownObjects::fromTable(m_director.table);
            if (const auto host = m_director.hosts.find(wish.director); host != m_director.hosts.end())
                known.addHost(host->second);
            m_servers->setSuggestions(serverSuggestions(known, wish.service.key));
            m_servers->setServers(presentServers(wish));
        }
    } else if (step == ChecksPlace) {
        m_checks->setWish(wish());
    } else if (step == PlanPlace) {
        m_plan->setPlan(wish(), m_checks->plan(), m_checks->reading());
    }
}

void SetupWizard::goTo(int step)
{
    prepare(step);
    m_pages->setCurrentIndex(step);
    m_title->setText(current()->title());
    m_explanation->setText(current()->explanation());
    current()->setAccessibleName(current()->title());
    current()->enter();
    refresh();
    current()->setFocus(Qt::OtherFocusReason);
    if (!current()->focusWidget() || current()->focusWidget() == current())
        focusNextChild();
}

void SetupWizard::next()
{
    if (current() != m_plan)
        return goTo(m_pages->currentIndex() + 1);
    m_plan->begin();
    m_close->setFocus();
}

void SetupWizard::refresh()
{
    const int step = m_pages->currentIndex();
    if (step < 0 || !m_plan)
        return; // the pages are being made
    const bool isLast = current() == m_plan;
    const bool isRunning = m_run->isRunning();
    const bool isBegun = m_plan->isBegun();
    const bool canGoOn = !isLast && current()->isComplete();
    m_list->setProgress(step, isBegun ? step : 0, canGoOn ? step + 1 : step);
    m_back->setEnabled(step > 0 && !isBegun);
    m_next->setVisible(!isBegun);
    m_next->setEnabled(current()->isComplete());
    m_next->setText(isLast ? tr("&Set up") : tr("&Next"));
    m_undo->setVisible(isBegun);
    m_undo->setEnabled(m_plan->canTakeBack());
    m_close->setText(isRunning ? tr("Stop") : isBegun ? tr("Close") : tr("Cancel"));
    m_close->setEnabled(!m_run->isStopping());
}

void SetupWizard::reject()
{
    if (m_run->isRunning())
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace lvs
