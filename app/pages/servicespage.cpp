// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicespage.h"

#include "app/dialogs/drainassistant.h"
#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/bulkedits.h"
#include "app/pages/detailspane.h"
#include "app/pages/drainbar.h"
#include "app/pages/healthbar.h"
#include "app/pages/healthtools.h"
#include "app/pages/rowcopier.h"
#include "app/pages/serviceactions.h"
#include "app/pages/serviceedits.h"
#include "app/pages/servicenames.h"
#include "app/pages/servicesview.h"
#include "app/pages/strayrulesbar.h"
#include "app/session/directorsession.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
#include "app/text/ownertext.h"
#include "app/theme/appearance.h"
#include "app/widgets/filterbar.h"
#include "app/widgets/filteredit.h"
#include "app/widgets/messagebar.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <ranges>

namespace lvs {

ServicesPage::ServicesPage(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : Page(session, parent)
    , m_model(new ServiceTreeModel(this))
    , m_view(new ServicesView(m_model, this))
    , m_drains(new DrainWatch(session, this))
    , m_edits(new ServiceEdits(session, actions, m_view, this, m_drains))
    , m_bulk(new BulkEdits(session, actions, m_view, this, m_drains))
    , m_healthBar(new HealthBar(session->health(), this))
    , m_health(new HealthTools(session, actions, m_view, m_healthBar, this))
    , m_details(new DetailsPane(this))
    , m_filter(new FilterBar(serviceFilterKeys(), QStringLiteral("192.168.10 state:drained -port:80"), this))
    , m_foreignBar(new MessageBar(this))
    , m_ownersBar(new MessageBar(this))
    , m_strayRulesBar(new StrayRulesBar(session, this))
{
    tools()->addActions({actions->addService, actions->addServer});
    tools()->addSeparator();
    tools()->addActions({actions->edit, actions->drain, actions->undrain, actions->remove});
    tools()->addSeparator();
    tools()->addAction(actions->checkHealth);
    auto *checks = qobject_cast<QToolButton *>(tools()->widgetForAction(actions->checkHealth));
    checks->setMenu(new QMenu(checks));
    checks->menu()->addActions({actions->checkHealthWith, actions->keepChecking});
    checks->setPopupMode(QToolButton::MenuButtonPopup);
    tools()->addAction(actions->refresh);
    addBar(m_foreignBar);
    addBar(m_ownersBar);
    addBar(m_strayRulesBar);
    addBar(m_healthBar);
    setUpOwners(actions);
    auto *drainBar = new DrainBar(m_drains, this);
    addBar(drainBar);
    connect(drainBar, &MessageBar::actionTriggered, this, &ServicesPage::showDrains);
    connect(actions->showDrains, &QAction::triggered, this, [this] {
        if (isVisible())
            showDrains();
    });

    auto *splitter = new QSplitter(Qt::Vertical, this);
    auto *table = new QWidget(splitter);
    auto *tableLayout = new QVBoxLayout(table);
    tableLayout->setContentsMargins(0, 0, 0, 0);
    tableLayout->setSpacing(4);
    tableLayout->addWidget(m_filter);
    tableLayout->addWidget(m_view, 1);
    splitter->addWidget(table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setCollapsible(0, false);
    splitter->setSizes({400, m_details->sizeHint().height()});

    TableWatcher *watcher = session->watcher();
    connect(watcher, &TableWatcher::snapshotTaken, this, &ServicesPage::takeSnapshot);
    connect(watcher, &TableWatcher::readFailed, this, &ServicesPage::refreshEmptiness);
    connect(session, &DirectorSession::draftChanged, this, &ServicesPage::takeDraft);
    connect(session, &DirectorSession::foreignMarksChanged, this, &ServicesPage::refreshForeignBar);
    connect(session->director(), &Director::statusChanged, this,
            [this] { m_model->setEditable(this->session()->isEditable()); });
    connect(m_edits, &ServiceEdits::drafted, this, &ServicesPage::tell);
    connect(m_bulk, &BulkEdits::drafted, this, &ServicesPage::tell);
    connect(m_drains, &DrainWatch::removalsDue, this, &ServicesPage::tell);
    connect(m_strayRulesBar, &StrayRulesBar::drafted, this, &ServicesPage::tell);
    connect(m_view, &ServicesView::selectionOrCurrentChanged, this, &ServicesPage::refreshDetails);
    connect(m_view, &ServicesView::interestChanged, this, [this, watcher](const Interest &interest) {
        if (isVisible())
            watcher->watch(this, interest);
    });
    connect(session->firewall(), &FirewallWatch::changed, this, &ServicesPage::refreshDetails);
    connect(m_foreignBar, &MessageBar::actionTriggered, session, &DirectorSession::acknowledgeForeignEdits);
    connect(m_foreignBar, &MessageBar::dismissed, session, &DirectorSession::acknowledgeForeignEdits);
    m_model->setEditable(session->isEditable());
    m_model->setAnnotations(session->annotations());
    m_model->setTraffic(session->traffic());
    m_model->setHealth(session->health());
    connect(session->health(), &HealthWatch::changed, this, &ServicesPage::refreshDetails);
    setUpFilter(actions);
    auto *hostNames = new HostNames(this);
    hostNames->setEnabled(actions->lookUpNames->isChecked());
    m_model->setHostNames(hostNames);
    connect(actions->lookUpNames, &QAction::toggled, hostNames, &HostNames::setEnabled);
    connect(m_view, &ServicesView::addressesShown, hostNames, &HostNames::want);
    connect(hostNames, &HostNames::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_copier = new RowCopier(actions, m_view);
    connect(session->director(), &Director::statusChanged, m_copier, [this, session] {
        if (!isConnected(session->director()->status().link))
            m_copier->giveUp();
    });
    auto *names = new ServiceNames(session->annotations(), actions, m_view, this);
    connect(names, &ServiceNames::done, this, &ServicesPage::tell);
    connect(names, &ServiceNames::done, this, &ServicesPage::refreshDetails);
    connect(actions->exactValues, &QAction::toggled, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(actions->exactValues, &QAction::toggled, this, &ServicesPage::refreshDetails);
    connect(actions, &ServiceActions::columnMenuOpened, this, [this](QMenu *menu) {
        if (isVisible())
            m_view->addColumnsTo(menu);
    });
    setContent(splitter);
}

void ServicesPage::setUpFilter(ServiceActions *actions)
{
    m_filter->edit()->setObjectName(QStringLiteral("serviceFilter"));
    connect(actions->filter, &QAction::triggered, this, [this] {
        if (isVisible())
            m_filter->focusEdit();
    });
    connect(m_filter, &FilterBar::filterChanged, this,
            [this](const QString &text) { m_view->setFilter(ServiceFilter(text)); });
    connect(m_filter, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::entered, m_view, &ServicesView::focusFirst);
    connect(m_view->arranged(), &ArrangedServices::arranged, this, &ServicesPage::refreshCounts);
    connect(m_view->arranged(), &ArrangedServices::arranged, this, &ServicesPage::findWanted);
}

void ServicesPage::refreshCounts()
{
    using Key = ServiceFilter::Key;
    m_filter->edit()->setKnownValues(std::size_t(Key::Name), session()->annotations()->names());
    m_filter->edit()->setKnownValues(std::size_t(Key::Scheduler), m_model->schedulers());
    if (m_view->arranged()->filter().isEmpty())
        return m_filter->setCounts({});
    const ArrangedServices::Counts counts = m_view->arranged()->counts();
    const QString services = tr("%1 of %Ln service(s)", nullptr, int(counts.allServices)).arg(counts.services);
    const QString servers = tr("%1 of %Ln real server(s)", nullptr, int(counts.allServers)).arg(counts.servers);
    const QString reading = counts.allRead ? QString() : QStringLiteral("  ·  ") + tr("reading …");
    m_filter->setCounts(services + QStringLiteral("  ·  ") + servers + reading);
}

void ServicesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    session()->watcher()->watch(this, m_view->interest());
    m_strayRulesBar->look();
    m_edits->refreshActions();
    m_bulk->refreshActions();
    m_health->refreshActions();
}

void ServicesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    session()->watcher()->unwatch(this);
    m_wanted.reset();
    m_copier->giveUp(); // later it would take the clipboard from something newer
    m_edits->disableActions();
}

void ServicesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_model->setPalette(palette());
        m_view->viewport()->update();
    }
}

void ServicesPage::takeSnapshot()
{
    m_model->setGlowing(animationsWanted());
    m_model->setSnapshot(session()->watcher()->latest());
    m_model->setEditable(session()->isEditable());
    m_view->settle();
    refreshEmptiness();
    refreshDetails();
    m_edits->refreshActions();
    m_bulk->refreshActions();
    m_health->refreshActions();
    if (!isVisible())
        return;
    m_strayRulesBar->look();
    Q_EMIT summaryChanged(summary());
}

void ServicesPage::takeDraft()
{
    constexpr std::size_t few = 1000; // not worth a thread
    const auto draft = session()->draft().shared();
    if (draft->operations.size() <= few) {
        m_model->setDraft(*draft);
    } else {
        // A map of a hundred thousand is not to be copied, as a future would.
        const auto layOut = [draft] { return std::make_shared<DraftOverlay>(overlayOf(*draft)); };
        QtConcurrent::run(layOut).then(this, [this, draft](const std::shared_ptr<DraftOverlay> &overlay) {
            if (session()->draft().shared() != draft)
                return;
            m_model->setOverlay(std::move(*overlay), clearsTable(*draft));
            refreshDetails();
            m_edits->refreshActions();
            m_bulk->refreshActions();
        });
    }
    m_edits->refreshActions();
    m_bulk->refreshActions();
    refreshDetails();
    refreshEmptiness();
}

QString ServicesPage::summary() const
{
    const auto snapshot = session()->watcher()->latest();
    if (!snapshot)
        return {};
    return tr("%Ln service(s)", nullptr, int(snapshot->services.size())) + QStringLiteral("  ·  ") +
           tr("read at %1 in %2 ms").arg(format::timeOfDay(snapshot->readAt)).arg(snapshot->took.count());
}

std::optional<ServiceKey> ServicesPage::currentService() const
{
    const ServiceRow *service = m_model->serviceOf(m_view->currentOfModel());
    return service ? std::optional(service->key) : std::nullopt;
}

void ServicesPage::lookAt(const ObjectKey &object)
{
    m_wanted = object;
    m_view->setFocus(Qt::OtherFocusReason);
    findWanted();
}

void ServicesPage::findWanted()
{
    if (!m_wanted)
        return;
    const ServiceRow *service = m_model->serviceAt(m_model->indexOf(m_wanted->service));
    if (!service)
        return;
    const QModelIndex top = m_view->arranged()->mapFromSource(m_model->indexOf(service->key));
    QModelIndex wanted = m_model->indexOf(service->key);
    if (m_wanted->server && top.isValid()) {
        m_view->expand(top); // which makes its servers be read
        wanted = m_model->indexOf(service->key, *m_wanted->server);
        if (!wanted.isValid() && !service->serversKnown)
            return;
    }
    if (!top.isValid() || (wanted.isValid() && !m_view->arranged()->mapFromSource(wanted).isValid()))
        return m_filter->edit()->clear(); // it hides what is wanted; once that is shown this comes again
    m_wanted.reset();
    m_view->select(wanted.isValid() ? wanted : m_model->indexOf(service->key));
}

void ServicesPage::showDrains()
{
    if (!m_assistant) {
        m_assistant = new DrainAssistant(session(), m_drains, this);
        connect(m_assistant, &DrainAssistant::drafted, this, &ServicesPage::tell);
    }
    m_assistant->show();
    m_assistant->raise();
    m_assistant->activateWindow();
}

void ServicesPage::refreshDetails()
{
    const QModelIndex index = m_view->currentOfModel();
    if (const ServiceRow *service = m_model->serviceAt(index)) {
        if (service->key.isMark())
            session()->firewall()->refresh();
        m_details->showService(*service, m_model->hasTraffic(), session()->firewall()->state());
    } else if (const ServerRow *server = m_model->serverAt(index)) {
        m_details->showServer(*server, *m_model->serviceOf(index), m_model->hasTraffic(),
                              session()->health()->find(m_model->serviceOf(index)->key, server->key));
    } else {
        m_details->showNothing();
    }
}

std::optional<Page::Emptiness> ServicesPage::emptiness() const
{
    if (m_model->rowCount() > 0)
        return {};
    const QString icon = QStringLiteral("view-list-tree");
    if (session()->watcher()->latest())
        return Emptiness{icon, tr("No virtual services yet."),
                         session()->isEditable() ? tr("Add the first one") : QString()};
    if (auto emptiness = linkEmptiness())
        return emptiness;
    if (session()->watcher()->readError())
        return Emptiness{icon, tr("There is no table to show."), {}};
    return Emptiness{QStringLiteral("network-connect"), tr("Reading the table …"), {}};
}

void ServicesPage::leadOn()
{
    if (session()->watcher()->latest())
        m_edits->addService();
    else
        Page::leadOn();
}

void ServicesPage::setUpOwners(ServiceActions *actions)
{
    m_ownersBar->setObjectName(QStringLiteral("ownersBar"));
    connect(m_ownersBar, &MessageBar::actionTriggered, actions->compareKeepalived, &QAction::trigger);
    connect(m_ownersBar, &MessageBar::dismissed, this, [this] { m_dismissedOwners = m_shownOwners; });
    connect(session()->ownership(), &TableOwnership::changed, this, &ServicesPage::refreshOwnersBar);
    refreshOwnersBar();
}

void ServicesPage::refreshOwnersBar()
{
    const TableOwnership &ownership = *session()->ownership();
    m_shownOwners = ownersText(ownership, session()->watcher()->latest().get());
    if (ownership.owners().running.empty() || m_shownOwners == m_dismissedOwners)
        return m_ownersBar->hide();
    m_ownersBar->showMessage(Severity::Warning, m_shownOwners, ownersExplanation(ownership),
                             ownership.isRunning(TableOwner::Keepalived) ? tr("Compare with its configuration…")
                                                                         : QString());
}

void ServicesPage::refreshForeignBar()
{
    const ForeignMarks &marks = session()->foreignMarks();
    m_model->setForeignMarks(marks);
    if (marks.isEmpty()) {
        m_foreignBar->hide();
        return;
    }
    constexpr size_t mostLines = 50; // a whole table may have been loaded
    QStringList lines;
    for (const ForeignMarks::Edit &edit : marks.edits() | std::views::reverse | std::views::take(mostLines))
        lines.prepend(format::timeOfDay(edit.at) + QStringLiteral("  ") + operationText(edit.operation));
    if (marks.edits().size() > mostLines)
        lines.prepend(tr("… and %Ln before", nullptr, int(marks.edits().size() - mostLines)));
    m_foreignBar->showMessage(
        Severity::Warning,
        tr("%Ln change(s) made outside this console, the last at %1.", nullptr, int(marks.edits().size()))
            .arg(format::timeOfDay(marks.edits().back().at)),
        lines.join(u'\n'), tr("Acknowledge"));
}

} // namespace lvs
