// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/topologypage.h"

#include "app/dialogs/termsdialog.h"
#include "app/pages/serviceactions.h"
#include "app/pages/topologytools.h"
#include "app/session/directorsession.h"
#include "app/session/topologyreading.h"
#include "app/text/domaintext.h"
#include "app/text/traffictext.h"
#include "app/topology/diagramexport.h"
#include "app/topology/diagramscene.h"
#include "app/topology/diagramview.h"
#include "app/topology/methodspanel.h"
#include "app/topology/rulespanel.h"
#include "app/topology/topologytable.h"
#include "app/topology/walkpanel.h"
#include "app/widgets/fileexports.h"
#include "app/widgets/messagebar.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

const std::set<ServerCondition> everyCondition{ServerCondition::Serving, ServerCondition::Drained,
                                               ServerCondition::Unreachable};

} // namespace

TopologyPage::TopologyPage(DirectorSession *session, ServiceActions *actions, HostList *hosts, QWidget *parent)
    : Page(session, parent)
    , m_tools(new TopologyTools(tools(), this))
    , m_reading(new TopologyReading(session, hosts, this))
    , m_picture(session, hosts, m_reading)
    , m_scene(new DiagramScene(this))
    , m_exports(new FileExports(
          m_tools->exports, tr("Export topology"), [] { return QStringLiteral("topology"); }, this))
    , m_view(new DiagramView(m_scene, this))
    , m_tabs(new QTabWidget(this))
    , m_walk(new WalkPanel(this))
    , m_rules(new RulesPanel(this))
    , m_table(new TopologyTable(this))
    , m_many(new MessageBar(this))
{
    addBar(m_many);
    setContent(makeContent());
    setUpTools();
    shareSelection();
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(0));
    connect(&m_soon, &QTimer::timeout, this, &TopologyPage::refreshNow);
    connect(session->watcher(), &TableWatcher::snapshotTaken, this, &TopologyPage::refresh);
    connect(session->watcher(), &TableWatcher::readFailed, this, &TopologyPage::refreshEmptiness);
    connect(session->health(), &HealthWatch::changed, this, &TopologyPage::refresh);
    connect(session->annotations(), &Annotations::changed, this, &TopologyPage::refresh);
    connect(actions->exactValues, &QAction::toggled, this, &TopologyPage::refresh);
    connect(m_reading, &TopologyReading::changed, this, [this] {
        m_mustJudge = true;
        refresh();
    });
}

QWidget *TopologyPage::makeContent()
{
    m_tabs->setObjectName(QStringLiteral("topologyTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_walk, tr("Packet walk"));
    m_tabs->addTab(m_rules, tr("Rules of the method"));
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->addTab(new MethodsPanel(this), tr("Methods compared"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_table->setContent(m_scene->content());
        showStep();
    });
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 360});
    return splitter;
}

void TopologyPage::setUpTools()
{
    connect(m_tools, &TopologyTools::serviceChosen, this, [this] { choose(m_tools->chosen()); });
    connect(m_tools->fit, &QAction::triggered, m_view, &DiagramView::fit);
    constexpr double step = 1.25;
    connect(m_tools->zoomIn, &QAction::triggered, m_view, [this] { m_view->zoomBy(step); });
    connect(m_tools->zoomOut, &QAction::triggered, m_view, [this] { m_view->zoomBy(1 / step); });
    connect(m_tools->unfold, &QAction::toggled, this, [this](bool unfolded) {
        m_unfolded = unfolded ? everyCondition : std::set<ServerCondition>();
        refresh();
    });
    connect(m_tools->animate, &QAction::toggled, m_scene,
            [this](bool moves) { m_scene->setAnimated(moves && isVisible()); });
    m_exports->addPictures(
        [this](PictureFormat format, const QString &path) { return saveDiagram(*m_scene, format, path, m_title); });
    connect(m_exports, &FileExports::saved, this, &Page::tell);
    connect(m_tools->terms, &QAction::triggered, this, [this] {
        QWidget *focus = window()->focusWidget();
        TermsDialog::showFor(focus ? focus : this);
    });
}

void TopologyPage::shareSelection()
{
    connect(m_scene, &DiagramScene::currentChanged, this, [this](const QString &id) {
        m_table->setCurrent(id);
        const TopologyNode *node = m_scene->content().topology.find(id);
        if (node && node->server)
            m_walk->setServer(node->server->key);
    });
    connect(m_table, &TopologyTable::cardChosen, this, [this](const QString &id) {
        m_scene->setCurrent(id);
        m_view->showCard(id);
    });
    connect(m_view, &DiagramView::activated, this, &TopologyPage::activate);
    connect(m_table, &TopologyTable::cardActivated, this, &TopologyPage::activate);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TopologyPage::showMenu);
    connect(m_walk, &WalkPanel::stepChanged, this, &TopologyPage::showStep);
    connect(m_rules, &RulesPanel::checkRequested, this, &TopologyPage::readNow);
}

void TopologyPage::showMenu(const QPoint &position)
{
    const TopologyNode *node = m_scene->content().topology.find(m_scene->current());
    if (!node || !node->service)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (node->kind == TopologyNode::Kind::Service)
        menu->addAction(tr("Show its &real servers"), this, [this, key = *node->service] { choose(key); });
    if (node->kind == TopologyNode::Kind::ServerGroup)
        menu->addAction(tr("&Unfold"), this, [this, id = node->id] { activate(id); });
    else
        menu->addAction(tr("Show on the &Services page"), this, [this, id = node->id] { activate(id); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void TopologyPage::activate(const QString &id)
{
    const TopologyNode *node = m_scene->content().topology.find(id);
    if (!node)
        return;
    if (node->kind == TopologyNode::Kind::ServerGroup) {
        m_unfolded.insert(node->condition);
        return refresh();
    }
    if (!node->service)
        return;
    ObjectKey object{.service = *node->service};
    if (node->server)
        object.server = node->server->key;
    Q_EMIT objectRequested(object);
}

void TopologyPage::choose(const std::optional<ServiceKey> &service)
{
    m_tools->choose(service);
    m_hasChosen = true;
    m_mustJudge = true;
    watch();
    refresh();
}

void TopologyPage::watch()
{
    if (!isVisible())
        return;
    session()->watcher()->watch(this, m_picture.interest(m_tools->chosen()));
}

void TopologyPage::refresh()
{
    if (isVisible())
        m_soon.start();
    else
        refreshEmptiness();
}

void TopologyPage::refreshNow()
{
    refreshEmptiness();
    const auto snapshot = session()->watcher()->latest();
    if (!snapshot || snapshot->services.empty())
        return m_scene->setContent({});
    offerServices(*snapshot);
    m_picture.take(snapshot);
    watch();
    if (const auto chosen = m_tools->chosen())
        drawService(*chosen);
    else
        drawWhole();
    Q_EMIT summaryChanged(summary());
}

void TopologyPage::offerServices(const Snapshot &snapshot)
{
    std::vector<TopologyTools::Service> offered;
    for (const ServiceState &service : snapshot.services)
        offered.push_back(
            {service.config.key, shortSourceText(TrafficSource::of(service.config.key), *session()->annotations())});
    m_tools->offer(offered);
    const auto chosen = m_tools->chosen();
    const auto isThere = [&](const ServiceState &service) { return service.config.key == *chosen; };
    if (chosen && std::ranges::none_of(snapshot.services, isThere))
        choose({});
    else if (!std::exchange(m_hasChosen, true) && snapshot.services.size() == 1)
        choose(snapshot.services.front().config.key);
}

void TopologyPage::drawService(const ServiceKey &key)
{
    const auto service = m_picture.ofService(key, m_unfolded);
    if (!service)
        return; // it is being read
    draw(service->content, serviceText(key));
    m_tools->unfold->setEnabled(service->wish.servers.size() > mostServerCards);
    m_many->hide();
    if (!std::exchange(m_mustJudge, false) && service->wish == m_wish)
        return;
    m_wish = service->wish;
    const auto setup = std::make_shared<const SetupJudgement>(m_wish, service->facts);
    m_walk->setWalk(setup, {service->servers->servers, service->readAt}, m_picture.hostNames());
    m_rules->setRules(setup, m_reading->readAt());
}

void TopologyPage::drawWhole()
{
    const auto content = m_picture.ofDirector();
    if (!content)
        return;
    draw(*content, tr("all services"));
    m_tools->unfold->setEnabled(false);
    if (m_picture.services() > DirectorPicture::mostServices)
        m_many->showMessage(Severity::Information,
                            tr("The diagram shows %1 of %2 services. Choose one above to see it with its real servers.")
                                .arg(DirectorPicture::mostServices)
                                .arg(m_picture.services()));
    if (!std::exchange(m_mustJudge, false))
        return;
    m_wish = {};
    m_walk->clear(tr("Choose a service above to follow a packet through it."));
    m_rules->clear(tr("Choose a service above to see what its method asks of the machines."));
}

void TopologyPage::draw(const DiagramContent &content, const QString &what)
{
    const bool isOther = content.topology != m_scene->content().topology;
    m_scene->setContent(content);
    if (isOther || m_tabs->currentWidget() == m_table) // figures alone are for whoever looks
        m_table->setContent(content);
    m_title = tr("%1: topology of %2", "director, service").arg(directorName(*session()->director()), what);
    showStep();
}

void TopologyPage::showStep()
{
    const bool isShown = m_tabs->currentWidget() == m_walk;
    m_scene->setStep(
        isShown ? diagramStep(m_walk->steps(), m_walk->current(), m_scene->content().topology, m_walk->server())
                : DiagramStep());
}

void TopologyPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_mustJudge = true;
    watch();
    m_reading->setWatched(true);
    m_scene->setAnimated(m_tools->animate->isChecked());
    refresh();
}

void TopologyPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    session()->watcher()->unwatch(this);
    m_reading->setWatched(false);
    m_scene->setAnimated(false);
    m_soon.stop();
}

void TopologyPage::readNow()
{
    m_picture.forgetWhole();
    m_walk->chooseAgain();
    watch();
    Page::readNow();
    m_reading->readNow();
}

std::optional<Page::Emptiness> TopologyPage::emptiness() const
{
    const auto snapshot = session()->watcher()->latest();
    if (snapshot && !snapshot->services.empty())
        return {};
    if (auto emptiness = linkEmptiness())
        return emptiness;
    if (snapshot)
        return Emptiness{QStringLiteral("distribute-graph"),
                         tr("No virtual services yet: there is no topology to be drawn."), tr("Go to Services")};
    return Emptiness{QStringLiteral("network-connect"), tr("Reading the table …"), {}};
}

void TopologyPage::leadOn()
{
    if (session()->watcher()->latest())
        Q_EMIT servicesRequested();
    else
        Page::leadOn();
}

QString TopologyPage::summary() const
{
    if (!m_reading->readAt().isValid())
        return {};
    return tr("machines asked at %1").arg(format::timeOfDay(m_reading->readAt()));
}

} // namespace lvs
