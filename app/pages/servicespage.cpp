// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicespage.h"

#include "app/dialogs/serverdialog.h"
#include "app/dialogs/servicedialog.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/detailspane.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicesview.h"
#include "app/session/directorsession.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
#include "app/theme/appearance.h"
#include "app/theme/icons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/messagebar.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>
#include <set>

namespace lvs {

ServicesPage::ServicesPage(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_model(new ServiceTreeModel(this))
    , m_view(new ServicesView(m_model, this))
    , m_details(new DetailsPane(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_linkBar(new MessageBar(this))
    , m_foreignBar(new MessageBar(this))
    , m_noticeBar(new MessageBar(this))
{
    auto *tools = new QToolBar(this);
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->setIconSize({16, 16});
    tools->addActions({actions->addService, actions->addServer});
    tools->addSeparator();
    tools->addActions({actions->edit, actions->drain, actions->undrain, actions->remove});
    tools->addSeparator();
    tools->addAction(actions->refresh);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setCollapsible(0, false);
    splitter->setSizes({400, m_details->sizeHint().height()});
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);

    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(8, 0, 8, 0);
    bars->setSpacing(4);
    for (MessageBar *bar : {m_linkBar, m_foreignBar, m_noticeBar})
        bars->addWidget(bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(tools);
    layout->addLayout(bars);
    layout->addLayout(m_stack, 1);

    m_actions->addTo(m_view);
    m_model->setGlowing(animationsWanted());
    connectSession();
    connectActions();
    connect(m_view, &ServicesView::interestChanged, session->watcher(), &TableWatcher::setInterest);
    connect(m_view, &ServicesView::selectionOrCurrentChanged, this, [this] {
        refreshDetails();
        refreshActions();
    });
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == int(ServiceColumn::Weight) && index.parent().isValid())
            editWeight();
        else
            edit();
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ServicesPage::showContextMenu);
    connect(m_model, &ServiceTreeModel::weightEntered, this,
            [this](const ServiceKey &service, const ServerKey &server, quint32 weight) {
                if (const ServerRow *row = m_model->serverAt(m_model->indexOf(service, server)))
                    tell(m_session->setWeight({service, row->config()}, weight));
            });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_session->director()->status().link == LinkState::Live)
            addService();
        else
            m_session->director()->open();
    });
    connect(m_linkBar, &MessageBar::actionTriggered, session->director(), &Director::open);
    connect(m_foreignBar, &MessageBar::actionTriggered, session, &DirectorSession::acknowledgeForeignEdits);
    connect(m_foreignBar, &MessageBar::dismissed, session, &DirectorSession::acknowledgeForeignEdits);
    refreshEmptyState();
}

void ServicesPage::connectSession()
{
    TableWatcher *watcher = m_session->watcher();
    connect(watcher, &TableWatcher::snapshotTaken, this, &ServicesPage::takeSnapshot);
    connect(watcher, &TableWatcher::readFailed, this, [this](const Error &error) {
        if (m_readError != error) // what was closed stays closed while nothing else happens
            m_linkBar->showError(error);
        m_readError = error;
        refreshEmptyState();
    });
    connect(m_session, &DirectorSession::draftChanged, this, [this] {
        m_noticeBar->hide();
        m_model->setDraft(m_session->draft().plan());
        refreshDetails();
        refreshActions();
        refreshEmptyState();
    });
    connect(m_session, &DirectorSession::foreignMarksChanged, this, &ServicesPage::refreshForeignBar);
    connect(m_session->director(), &Director::statusChanged, this, [this] {
        const DirectorStatus status = m_session->director()->status();
        m_model->setEditable(m_session->isEditable());
        if (!status.error)
            m_linkBar->hide();
        else if (status.link == LinkState::Live && status.access == Access::ReadOnly)
            m_linkBar->showMessage(MessageBar::Severity::Information, errorSentence(*status.error),
                                   errorParagraphs(*status.error));
        else
            m_linkBar->showError(*status.error, status.link == LinkState::Lost ? tr("Connect again") : QString());
        refreshActions();
        refreshEmptyState();
    });
    m_model->setEditable(m_session->isEditable());
}

void ServicesPage::connectActions()
{
    const auto whenShown = [this](QAction *action, void (ServicesPage::*act)()) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (isVisible())
                (this->*act)();
        });
    };
    whenShown(m_actions->addService, &ServicesPage::addService);
    whenShown(m_actions->addServer, &ServicesPage::addServer);
    whenShown(m_actions->edit, &ServicesPage::edit);
    whenShown(m_actions->editWeight, &ServicesPage::editWeight);
    whenShown(m_actions->drain, &ServicesPage::drain);
    whenShown(m_actions->undrain, &ServicesPage::undrain);
    whenShown(m_actions->remove, &ServicesPage::remove);
    whenShown(m_actions->expand, &ServicesPage::toggleExpanded);
    whenShown(m_actions->refresh, &ServicesPage::readNow);
}

void ServicesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session->watcher()->setActive(true);
    refreshActions();
    Q_EMIT summaryChanged(summary());
}

void ServicesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_session->watcher()->setActive(false);
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
    m_model->setSnapshot(m_session->watcher()->latest());
    m_model->setEditable(m_session->isEditable());
    m_readError.reset();
    m_view->settle();
    if (m_session->director()->status().link == LinkState::Live && !m_session->director()->status().error)
        m_linkBar->hide();
    refreshEmptyState();
    refreshDetails();
    if (isVisible()) {
        refreshActions();
        Q_EMIT summaryChanged(summary());
    }
}

QString ServicesPage::summary() const
{
    const auto snapshot = m_session->watcher()->latest();
    if (!snapshot)
        return {};
    return tr("%n service(s)", nullptr, int(snapshot->services.size())) + QStringLiteral("  ·  ") +
           tr("read at %1 in %2 ms").arg(format::timeOfDay(snapshot->readAt)).arg(snapshot->took.count());
}

void ServicesPage::refreshDetails()
{
    const QModelIndex index = m_view->currentOfModel();
    if (const ServiceRow *service = m_model->serviceAt(index))
        m_details->showService(*service, m_model->hasTraffic());
    else if (const ServerRow *server = m_model->serverAt(index))
        m_details->showServer(*server, *m_model->serviceOf(index), m_model->hasTraffic());
    else
        m_details->showNothing();
}

void ServicesPage::refreshActions()
{
    if (!isVisible())
        return;
    const bool editable = m_session->isEditable() && !m_session->isApplying();
    bool anyServer = false;
    bool anyWeight = false;
    bool anyDrained = false;
    const QModelIndexList selected = m_view->selectedRowsOfModel();
    for (const QModelIndex &index : selected) {
        const ServerRow *server = m_model->serverAt(index);
        if (!server || server->draft.kind == DraftKind::Removed)
            continue;
        anyServer = true;
        anyWeight = anyWeight || !server->config().isDrained();
        anyDrained = anyDrained || server->config().isDrained();
    }
    const bool one = selected.size() == 1;
    const bool allRead = std::ranges::all_of(selected, [this](const QModelIndex &index) {
        return m_model->serviceOf(index)->serversKnown; // a removal names the servers that go with the service
    });
    m_actions->addService->setEnabled(editable);
    m_actions->addServer->setEnabled(editable && !selected.isEmpty());
    m_actions->edit->setEnabled(editable && one);
    m_actions->editWeight->setEnabled(editable && one && anyServer);
    m_actions->drain->setEnabled(editable && anyWeight);
    m_actions->undrain->setEnabled(editable && anyDrained);
    m_actions->remove->setEnabled(editable && !selected.isEmpty() && allRead);
    m_actions->expand->setEnabled(!selected.isEmpty());
}

void ServicesPage::refreshEmptyState()
{
    const bool read = m_session->watcher()->latest() != nullptr;
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    const DirectorStatus status = m_session->director()->status();
    if (read)
        m_empty->set(themeIcon(QStringLiteral("view-list-tree")), tr("No virtual services yet."),
                     m_session->isEditable() ? tr("Add the first one") : QString());
    else if (status.link == LinkState::Closed)
        m_empty->set(themeIcon(QStringLiteral("network-disconnect")), tr("Not connected."), tr("Connect"));
    else if (status.link == LinkState::Lost)
        m_empty->set(themeIcon(QStringLiteral("network-disconnect")), tr("The connection could not be made."),
                     tr("Connect again"));
    else if (m_readError)
        m_empty->set(themeIcon(QStringLiteral("view-list-tree")), tr("There is no table to show."));
    else
        m_empty->set(themeIcon(QStringLiteral("network-connect")), tr("Reading the table …"));
}

void ServicesPage::refreshForeignBar()
{
    const ForeignMarks &marks = m_session->foreignMarks();
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
        lines.prepend(tr("… and %n before", nullptr, int(marks.edits().size() - mostLines)));
    m_foreignBar->showMessage(
        MessageBar::Severity::Warning,
        tr("%n change(s) made outside this console, the last at %1.", nullptr, int(marks.edits().size()))
            .arg(format::timeOfDay(marks.edits().back().at)),
        lines.join(u'\n'), tr("Acknowledge"));
}

void ServicesPage::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->edit, m_actions->editWeight, m_actions->drain, m_actions->undrain});
    menu->addSeparator();
    menu->addActions({m_actions->addService, m_actions->addServer});
    menu->addSeparator();
    menu->addAction(m_actions->remove);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ServicesPage::addService()
{
    auto *dialog = new ServiceDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(AddService{dialog->service()}); });
    dialog->open();
}

void ServicesPage::addServer()
{
    const ServiceRow *service = m_model->serviceOf(m_view->currentOfModel());
    if (!service)
        return;
    const Forwarding forwarding =
        service->servers.empty() ? Forwarding::Masquerading : service->servers.front().config().forwarding;
    auto *dialog = new ServerDialog(service->key, forwarding, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, key = service->key] { draft(AddServer{key, dialog->server()}); });
    dialog->open();
}

void ServicesPage::edit()
{
    const QModelIndex index = m_view->currentOfModel();
    if (const ServiceRow *service = m_model->serviceAt(index))
        editService(*service);
    else if (const ServerRow *server = m_model->serverAt(index))
        editServer(*m_model->serviceOf(index), *server);
}

void ServicesPage::editService(const ServiceRow &service)
{
    if (service.draft == DraftKind::Removed || !m_session->isEditable())
        return;
    const VirtualService before = service.config();
    auto *dialog = new ServiceDialog(before, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
        if (dialog->service() != before)
            draft(EditService{before, dialog->service()});
    });
    dialog->open();
}

void ServicesPage::editServer(const ServiceRow &service, const ServerRow &server)
{
    if (server.draft.kind == DraftKind::Removed || !m_session->isEditable())
        return;
    const RealServer before = server.config();
    auto *dialog = new ServerDialog(service.key, before, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key = service.key, before] {
        if (dialog->server() != before)
            draft(EditServer{key, before, dialog->server()});
    });
    dialog->open();
}

void ServicesPage::editWeight()
{
    m_view->editWeight(m_view->currentOfModel());
}

std::vector<DirectorSession::ServerRef> ServicesPage::selectedServers(bool drained) const
{
    std::vector<DirectorSession::ServerRef> servers;
    for (const QModelIndex &index : m_view->selectedRowsOfModel()) {
        const ServerRow *server = m_model->serverAt(index);
        if (server && server->draft.kind != DraftKind::Removed && server->config().isDrained() == drained)
            servers.push_back({m_model->serviceOf(index)->key, server->config()});
    }
    return servers;
}

void ServicesPage::drain()
{
    tell(m_session->drain(selectedServers(false)));
}

void ServicesPage::undrain()
{
    tell(m_session->undrain(selectedServers(true)));
}

void ServicesPage::remove()
{
    // Services first: what is selected below a removed service goes with it.
    ChangePlan removals;
    const QModelIndexList selected = m_view->selectedRowsOfModel();
    std::set<ServiceKey> services;
    for (const QModelIndex &index : selected) {
        const ServiceRow *service = m_model->serviceAt(index);
        if (!service || service->draft == DraftKind::Removed)
            continue;
        services.insert(service->key);
        RemoveService removal{.before = service->config(), .servers = {}};
        for (const ServerRow &server : service->servers) {
            if (server.actual)
                removal.servers.push_back(server.actual->config);
        }
        removals.operations.emplace_back(std::move(removal));
    }
    for (const QModelIndex &index : selected) {
        const ServerRow *server = m_model->serverAt(index);
        const ServiceRow *service = m_model->serviceOf(index);
        if (server && server->draft.kind != DraftKind::Removed && !services.contains(service->key))
            removals.operations.emplace_back(RemoveServer{service->key, server->config()});
    }
    tell(m_session->add(removals));
}

void ServicesPage::toggleExpanded()
{
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    m_view->setExpanded(index, !m_view->isExpanded(index));
}

void ServicesPage::readNow()
{
    m_session->watcher()->refresh();
}

void ServicesPage::draft(const Operation &operation)
{
    tell(m_session->add(ChangePlan{{operation}}));
}

void ServicesPage::tell(const Result<void> &result)
{
    if (!result)
        m_noticeBar->showError(result.error());
}

} // namespace lvs
