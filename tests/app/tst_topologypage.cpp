// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/topologypage.h"

#include "app/dialogs/termsdialog.h"
#include "app/models/explainedroles.h"
#include "app/models/topologymodel.h"
#include "app/pages/directorview.h"
#include "app/pages/serviceactions.h"
#include "app/session/topologyreading.h"
#include "app/text/terms.h"
#include "app/topology/carditem.h"
#include "app/topology/diagramexport.h"
#include "app/topology/diagramscene.h"
#include "app/topology/diagramview.h"
#include "app/topology/walkpanel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/termtips.h"
#include "tests/app/everydialog.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QHelpEvent>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

const ServiceKey direct = tcp(u"172.18.100.7", 80);

/// A machine to which nobody has asked for a way.
class ClosedHost : public FakeDirector
{
public:
    QString id() const override { return u"closed"_s; }
    void open() override { isOpened = true; }
    bool isOpened = false;
};

} // namespace

/// The page on the example cluster.
class TestTopologyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
        QCoreApplication::setApplicationName(u"tst_topologypage"_s);
    }
    void init()
    {
        QSettings().clear();
        m_work = std::make_unique<SandboxWork>();
        m_work->open();
        m_page = std::make_unique<TopologyPage>(&m_work->session, &m_actions, &m_work->hosts);
        m_page->resize(1200, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_work.reset();
    }

    void drawsTheWholeDirector();
    void drawsAService();
    void ratesMoveNothing();
    void manyServersAreDrawnInTime();
    void walksAPacket();
    void letsTheSchedulerChoose();
    void whatNoServerTakesIsSaid();
    void badClientIsSaid();
    void everyAbbreviationIsExplained();
    void selectionIsShared();
    void byKeyboard();
    void leadsToServices();
    void writesPictures_data();
    void writesPictures();
    void emptyTableLeadsOn();
    void opensNoClosedWay();

private:
    template<class T> T *find(const QString &name) const
    {
        T *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    DiagramScene *scene() const { return m_page->findChild<DiagramScene *>(); }
    std::size_t cards() const { return scene()->content().cards.size(); }
    void choose(const ServiceKey &service) const
    {
        auto *box = find<QComboBox>(u"topologyService"_s);
        QTRY_VERIFY(box->count() > 1);
        int index = -1;
        for (int i = 0; i < box->count(); ++i) {
            if (box->itemText(i).startsWith(service.toString()))
                index = i;
        }
        QVERIFY(index > 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
        QTRY_VERIFY(!scene()->content().topology.nodes.empty() &&
                    scene()->content().topology.nodes.back().service == service &&
                    scene()->content().topology.nodes.back().server);
        QTRY_VERIFY(m_page->findChild<TopologyReading *>()->facts().hosts.size() == 3);
    }

    ServiceActions m_actions;
    std::unique_ptr<SandboxWork> m_work;
    std::unique_ptr<TopologyPage> m_page;
};

void TestTopologyPage::drawsTheWholeDirector()
{
    QTRY_COMPARE(cards(), std::size_t(3 + 4)); // clients, router, director; services
    const CardItem *marked = scene()->card(serviceNodeId(ServiceKey::forMark(1, Family::IPv4)));
    QVERIFY(marked);
    QCOMPARE(marked->text().state.sentence, u"2 of 2 serving"_s);
    QTRY_VERIFY(scene()->content().cards[1].isKnown); // the director says which router it has
    QTRY_VERIFY(scene()->content().ways.back().requestBytes > 0);
    QCOMPARE(find<QTreeView>(u"walkSteps"_s)->model()->rowCount(), 0);
    QVERIFY(find<QLabel>(u"walkReason"_s)->text().startsWith(u"Choose a service"));
    QVERIFY(!find<QAction>(u"topologyUnfold"_s)->isEnabled());
}

void TestTopologyPage::drawsAService()
{
    choose(direct);
    QCOMPARE(cards(), std::size_t(3 + 2));
    QTRY_COMPARE(scene()->content().cards.back().title.isEmpty(), false);
    const auto &edges = scene()->content().topology.edges;
    QCOMPARE(std::ranges::count(edges, TopologyEdge::Way::Reply, &TopologyEdge::way), 2); // past the director
    QTreeView *rules = find<QTreeView>(u"setupChecks"_s);
    QTRY_VERIFY(rules->model()->rowCount() > 3);
    choose(web);
    QCOMPARE(cards(), std::size_t(3 + 3));
    find<QComboBox>(u"topologyService"_s)->setCurrentIndex(0);
    Q_EMIT find<QComboBox>(u"topologyService"_s)->activated(0);
    QTRY_COMPARE(cards(), std::size_t(3 + 4));
}

void TestTopologyPage::ratesMoveNothing()
{
    choose(web);
    QTRY_VERIFY(scene()->content().ways.back().requestBytes > 0);
    std::map<const CardItem *, QRectF> before;
    for (const CardText &card : scene()->content().cards)
        before.emplace(scene()->card(card.id), scene()->card(card.id)->rect());
    QSignalSpy arranged(scene(), &DiagramScene::arranged);
    DiagramContent content = scene()->content();
    content.ways.back().requests = u"1/s · 2 B/s"_s;
    content.cards.back().state = {State::Drained, u"drained"_s};
    scene()->setContent(content);
    QVERIFY(arranged.isEmpty());
    for (const CardText &card : content.cards)
        QCOMPARE(scene()->card(card.id)->rect(), before.at(scene()->card(card.id)));
    // One that goes leaves the others what they are.
    const CardItem *first = scene()->card(content.cards[3].id);
    content.topology.nodes.pop_back();
    content.topology.edges.pop_back();
    content.cards.pop_back();
    content.ways.pop_back();
    scene()->setContent(content);
    QCOMPARE(arranged.size(), 1);
    QCOMPARE(scene()->card(content.cards[3].id), first);
}

/// What a reading costs the person who works in another part of the window meanwhile.
void TestTopologyPage::manyServersAreDrawnInTime()
{
    TableOfTest table;
    std::vector<RealServer> servers;
    SetupWish wish{.service = service(web), .method = SetupMethod::Nat, .director = u"sandbox"_s};
    for (int i = 0; i < 500; ++i) {
        servers.push_back({.key = {IpAddress::fromIPv4(0xc0a80a0bu + quint32(i)), 80},
                           .forwarding = Forwarding::Masquerading,
                           .weight = 1});
        wish.servers.push_back({.server = servers.back()});
    }
    table.add(service(web), servers);
    const std::set everyone{ServerCondition::Serving, ServerCondition::Drained, ServerCondition::Unreachable};
    DiagramScene scene;
    scene.setLook(this->scene()->look());
    qint64 least = std::numeric_limits<qint64>::max();
    for (quint64 round = 0; round < 5; ++round) {
        for (ServerState &state : table.servers(web))
            state.traffic.rates = {.connections = round, .inBytes = 1000 * round, .outBytes = 7000 * round};
        const auto snapshot = table.read();
        QElapsedTimer timer;
        timer.start();
        scene.setContent(describe(topologyOf(wish, {}, {}, everyone), {.snapshot = snapshot.get()}));
        least = std::min(least, timer.elapsed());
    }
    QCOMPARE(scene.content().cards.size(), std::size_t(3 + 500));
    QVERIFY2(least < 100, qPrintable(u"%1 ms"_s.arg(least)));
}

void TestTopologyPage::walksAPacket()
{
    choose(direct);
    auto *walk = m_page->findChild<WalkPanel *>();
    QTRY_VERIFY(walk->steps().size() > 8);
    QCOMPARE(find<QLineEdit>(u"walkClient"_s)->text(), u"198.51.100.7:40000"_s);
    QCOMPARE(walk->current(), 0);
    QVERIFY(!find<QToolButton>(u"walkBack"_s)->isEnabled());
    QTest::mouseClick(find<QToolButton>(u"walkNext"_s), Qt::LeftButton);
    QCOMPARE(walk->current(), 1);
    QVERIFY(!find<QLabel>(u"walkReason"_s)->text().isEmpty());
    const DiagramStep step = diagramStep(walk->steps(), 0, scene()->content().topology, walk->server());
    QCOMPARE(step.card, scene()->content().topology.nodes[0].id);
    QCOMPARE(step.next, scene()->content().topology.nodes[1].id);
    // Nothing was set up on the example's real servers: the way breaks.
    QTRY_VERIFY(failureOf(walk->steps()));
    find<QToolButton>(u"walkPlay"_s)->click();
    QTRY_COMPARE(walk->current(), 2);
    QCOMPARE(find<QToolButton>(u"walkPlay"_s)->text(), u"Pause"_s);
    find<QToolButton>(u"walkFirst"_s)->click();
    QCOMPARE(walk->current(), 0);
    find<QTabWidget>(u"topologyTabs"_s)->setCurrentIndex(2); // nobody looks on
    QVERIFY(!find<QToolButton>(u"walkPlay"_s)->isChecked());
}

void TestTopologyPage::letsTheSchedulerChoose()
{
    choose(web); // by wrr, weights 3, 2 and 1
    const auto *walk = m_page->findChild<WalkPanel *>();
    auto *servers = find<QComboBox>(u"walkServer"_s);
    const auto *why = find<QLabel>(u"walkChoice"_s);
    QCOMPARE(servers->currentIndex(), 0);
    QCOMPARE(servers->currentText(), u"As the scheduler chooses"_s);
    const auto snapshot = m_work->session.watcher()->latest();
    const auto list = std::ranges::find(snapshot->servers, web, &ServerList::service);
    const auto heaviest =
        std::ranges::max_element(list->servers, {}, [](const ServerState &state) { return state.config.weight; });
    QTRY_COMPARE(walk->server(), heaviest->config.key); // which wrr begins with
    QVERIFY2(why->isVisible() &&
                 why->text().startsWith(u"The scheduler wrr chooses %1"_s.arg(walk->server()->toString())),
             qPrintable(why->text()));
    QVERIFY(why->text().contains(u"fresh start"));
    const auto arrival = std::ranges::find(walk->steps(), WalkStep::Code::SentOn, &WalkStep::code);
    QVERIFY(arrival != walk->steps().end());
    QCOMPARE(arrival->packet.destination, *walk->server());

    // By hand it is another one.
    const auto other = std::ranges::find_if(
        list->servers, [&](const ServerState &state) { return state.config.key != *walk->server(); });
    servers->setCurrentIndex(servers->findText(other->config.key.toString()));
    QCOMPARE(walk->server(), other->config.key);
    QVERIFY(!why->isVisible());
    servers->setCurrentIndex(0);
    QCOMPARE(walk->server(), heaviest->config.key);
    QVERIFY(why->isVisible());
    // A card that is chosen is a server by hand, too.
    scene()->setCurrent(serverNodeId(other->config.key));
    QCOMPARE(servers->currentText(), other->config.key.toString());

    // sh goes by the client.
    const auto isWeb = [](const ServiceState &state) { return state.config.key == web; };
    const VirtualService before = std::ranges::find_if(snapshot->services, isWeb)->config;
    VirtualService hashed = before;
    hashed.scheduler = *SchedulerName::fromText(u"sh");
    QVERIFY(m_work->director.apply({{EditService{before, hashed}}}).isValid());
    servers->setCurrentIndex(0);
    QTRY_VERIFY2(why->text().startsWith(u"The scheduler sh chooses "), qPrintable(why->text()));
    QVERIFY(why->text().contains(u"the kernel chooses the same"));
    QSet<QString> met;
    auto *client = find<QLineEdit>(u"walkClient"_s);
    for (int last = 1; last < 30; ++last) {
        client->setText(u"198.51.100.%1:40000"_s.arg(last));
        if (walk->server())
            met.insert(walk->server()->toString());
    }
    QCOMPARE(met.size(), 3);
}

void TestTopologyPage::whatNoServerTakesIsSaid()
{
    choose(direct);
    const auto *walk = m_page->findChild<WalkPanel *>();
    const auto *why = find<QLabel>(u"walkChoice"_s);
    QTRY_VERIFY(walk->server());
    const auto snapshot = m_work->session.watcher()->latest();
    const auto list = std::ranges::find(snapshot->servers, direct, &ServerList::service);
    std::vector<Operation> drains;
    for (const ServerState &state : list->servers) {
        RealServer drained = state.config;
        drained.weight = 0;
        drains.emplace_back(EditServer{direct, state.config, drained});
    }
    QVERIFY(m_work->director.apply({drains}).isValid());
    QTRY_VERIFY2(why->text().contains(u"finds no real server that may take a connection"), qPrintable(why->text()));
    QVERIFY(!walk->server());
    QVERIFY(walk->steps().empty());
    find<QComboBox>(u"walkServer"_s)->setCurrentIndex(1); // by hand one can still see how it would be
    QVERIFY(!walk->steps().empty());
}

/// On all tabs, whatever is chosen. Where it stands and in the list.
void TestTopologyPage::everyAbbreviationIsExplained()
{
    const TermTips tips(nullptr);
    QStringList texts;
    const auto collect = [&] {
        for (const auto *view : m_page->findChildren<QAbstractItemView *>()) {
            const auto *model = view->model();
            for (int column = 0; model && column < model->columnCount(); ++column) {
                texts << model->headerData(column, Qt::Horizontal).toString();
                for (int row = 0; row < model->rowCount(); ++row)
                    texts << model->index(row, column).data().toString()
                          << model->index(row, 0).data(ExplanationRole).toString();
            }
        }
        for (const auto *label : m_page->findChildren<QLabel *>())
            texts << label->text();
        for (const CardText &card : scene()->content().cards)
            texts << scene()->card(card.id)->toolTip();
        for (const WayText &way : scene()->content().ways)
            texts << way.lines();
    };
    for (const ServiceKey &service : {web, direct}) {
        choose(service);
        auto *walk = m_page->findChild<WalkPanel *>();
        QTRY_VERIFY(!walk->steps().empty());
        auto *steps = find<QTreeView>(u"walkSteps"_s);
        auto *reason = find<QLabel>(u"walkReason"_s);
        for (int row = 0; row < steps->model()->rowCount(); ++row) {
            steps->setCurrentIndex(steps->model()->index(row, 0));
            texts << reason->text();
            const std::vector<Term> terms = termsIn(reason->text());
            QToolTip::hideText();
            QHelpEvent help(QEvent::ToolTip, reason->rect().center(), reason->mapToGlobal(reason->rect().center()));
            QCoreApplication::sendEvent(reason, &help);
            for (const Term &term : terms)
                QVERIFY2(QToolTip::text().contains(term.meaning.toHtmlEscaped()), qPrintable(reason->text()));
        }
        collect();
    }
    QSet<QString> known;
    for (const Term &term : terms())
        known.insert(term.name);
    static const QRegularExpression abbreviation(u"\\b[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z0-9_]*"_s);
    const QSet<QString> others{u"HAProxy"_s, u"MB"_s, u"GB"_s}; // a name, and units
    QSet<QString> met;
    for (const QString &text : std::as_const(texts)) {
        for (const auto &match : abbreviation.globalMatch(text)) {
            met.insert(match.captured());
            QVERIFY2(known.contains(match.captured()) || others.contains(match.captured()), qPrintable(text));
        }
    }
    for (const QString &name : {u"VIP"_s, u"DIP"_s, u"RIP"_s, u"CIP"_s, u"NAT"_s, u"DR"_s, u"ARP"_s, u"MTBF"_s,
                                u"MTTR"_s, u"FullNAT"_s, u"PREROUTING"_s, u"VRRP"_s})
        QVERIFY2(met.contains(name), qPrintable(name));
    find<QToolButton>(u"walkNext"_s)->setFocus();
    find<QAction>(u"topologyTerms"_s)->trigger();
    const auto *list = m_page->findChild<TermsDialog *>();
    QVERIFY(list && list->isVisible());
}

void TestTopologyPage::badClientIsSaid()
{
    choose(direct);
    auto *walk = m_page->findChild<WalkPanel *>();
    auto *client = find<QLineEdit>(u"walkClient"_s);
    const auto *error = find<QLabel>(u"walkClientError"_s);
    QVERIFY(!error->isVisible());
    for (const QString &wrong :
         {u""_s, u"198.51.100"_s, u"198.51.100.7"_s, u"198.51.100.7:0"_s, u"198.51.100.7:70000"_s,
          u"[2001:db8::7]:40000"_s, u"224.0.0.1:40000"_s, u"somebody:80"_s}) {
        client->selectAll();
        QTest::keyClick(client, Qt::Key_Delete);
        QTest::keyClicks(client, wrong);
        QVERIFY2(error->isVisible() && !error->text().isEmpty(), qPrintable(wrong));
        QCOMPARE(client->accessibleDescription(), error->text());
        QVERIFY(walk->steps().empty());
    }
    client->selectAll();
    QTest::keyClicks(client, u"203.0.113.9:51000"_s);
    QVERIFY(!error->isVisible());
    QCOMPARE(walk->steps().front().packet.source.toString(), u"203.0.113.9:51000"_s);
    choose(web); // what a person typed stays
    QCOMPARE(client->text(), u"203.0.113.9:51000"_s);
}

void TestTopologyPage::selectionIsShared()
{
    choose(direct);
    auto *table = find<QTreeView>(u"topologyTable"_s);
    const QString last = scene()->content().cards.back().id;
    scene()->setCurrent(last);
    QCOMPARE(table->currentIndex().row(), int(cards()) - 1);
    QCOMPARE(serverNodeId(*m_page->findChild<WalkPanel *>()->server()), last);
    table->setCurrentIndex(table->model()->index(2, 0));
    QCOMPARE(scene()->current(), scene()->content().cards[2].id);
}

void TestTopologyPage::byKeyboard()
{
    choose(direct);
    auto *view = m_page->findChild<DiagramView *>();
    QVERIFY(!view->accessibleName().isEmpty());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Right);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(scene()->current(), scene()->content().cards[i].id);
        QVERIFY(view->accessibleDescription().startsWith(scene()->content().cards[i].title));
        if (i < 3)
            QTest::keyClick(view, Qt::Key_Right);
    }
    const QString first = scene()->current();
    QTest::keyClick(view, scene()->current() == scene()->content().cards[3].id ? Qt::Key_Down : Qt::Key_Up);
    QVERIFY(scene()->current() != first);
    const double size = view->transform().m11();
    QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
    QTRY_VERIFY(view->transform().m11() < size);
    QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE_GE(view->transform().m11(), size * 0.99);
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(!view->hasFocus());
}

void TestTopologyPage::leadsToServices()
{
    choose(direct);
    QSignalSpy requested(m_page.get(), &TopologyPage::objectRequested);
    auto *view = m_page->findChild<DiagramView *>();
    scene()->setCurrent(scene()->content().cards.back().id);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const auto object = requested.front().front().value<ObjectKey>();
    QCOMPARE(object.service, direct);
    QCOMPARE(serverNodeId(*object.server), scene()->content().cards.back().id);
    scene()->setCurrent(scene()->content().cards.front().id); // clients are nowhere else
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
}

void TestTopologyPage::writesPictures_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::addRow("PNG") << int(PictureFormat::Png) << QByteArray("\x89PNG");
    QTest::addRow("SVG") << int(PictureFormat::Svg) << QByteArray("<?xml");
    QTest::addRow("PDF") << int(PictureFormat::Pdf) << QByteArray("%PDF");
}

void TestTopologyPage::writesPictures()
{
    QFETCH(const int, format);
    QFETCH(const QByteArray, begin);
    choose(direct);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"topology"_s);
    QVERIFY(saveDiagram(*scene(), PictureFormat(format), path, u"Topology"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begin));
    if (PictureFormat(format) == PictureFormat::Png)
        QCOMPARE_GT(QImageReader(path).size().width(), int(scene()->sceneRect().width()));
    QVERIFY(!saveDiagram(*scene(), PictureFormat(format), folder.filePath(u"none/topology"_s), u"Topology"_s));
}

void TestTopologyPage::emptyTableLeadsOn()
{
    FakeDirector director;
    DirectorSession session(&director);
    HostList hosts;
    hosts.add(&director);
    TopologyPage page(&session, &m_actions, &hosts);
    page.show();
    director.open();
    QTRY_VERIFY(!director.asked().empty());
    director.answer(Snapshot());
    auto *empty = page.findChild<EmptyState *>();
    QSignalSpy requested(&page, &TopologyPage::servicesRequested);
    QTRY_COMPARE(empty->findChild<QPushButton *>()->text(), u"Go to Services"_s);
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(requested.size(), 1);
    hosts.remove(&director);
}

void TestTopologyPage::opensNoClosedWay()
{
    FakeDirector director;
    ClosedHost closed;
    DirectorSession session(&director);
    HostList hosts;
    hosts.add(&director);
    hosts.add(&closed);
    TopologyReading reading(&session, &hosts);
    QSignalSpy changed(&reading, &TopologyReading::changed);
    director.open();
    reading.setWatched(true);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!closed.isOpened);
    // What is of this process is not asked about machines of the network, nor the other way round.
    m_work->firstServer.close();
    hosts.add(&m_work->firstServer);
    reading.readNow();
    QCOMPARE(m_work->firstServer.status().link, LinkState::Closed);
    for (Director *host : {static_cast<Director *>(&director), static_cast<Director *>(&closed),
                           static_cast<Director *>(&m_work->firstServer)})
        hosts.remove(host);
}

QTEST_MAIN(TestTopologyPage)
#include "tst_topologypage.moc"
