// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/busiestmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/directorview.h"
#include "app/pages/overviewpage.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/leadingtable.h"
#include "tests/app/snapshots.h"
#include "tests/app/windowtest.h"
#include "tests/support/fakedirector.h"
#include "tests/support/firewallobjects.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The first page of a director, in the window and on readings of the test's own.
class TestOverviewPage : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWindow(smallCluster, 2); }

    void isTheFirstPage();
    void findingsLeadToTheService();
    void leadsToAServerBehindAFilter();
    void saysWhatHappened();
    void saysHowTheDirectorStands();
    void ranksTheBusiest();
    void selectionGoesAlongWithItsRow();
    void repliesThatGoPastAreADash();
    void withoutTrafficConnectionsCount();
    void skewIsAFinding();
    void rulesWithoutServiceAreAFinding();
    void readsOnlyWhileItIsShown();
    void manyServersAreReadNowAndThen();
    void leadsToTheSystemWithoutATable();

private:
    DirectorView *directorView() const { return m_window->findChild<DirectorView *>(); }
    void showOverview() const { directorView()->showPage(PageId::Overview); }
    LeadingTable *table(const QString &name) const { return m_window->findChild<LeadingTable *>(name); }
    QString selectedService() const
    {
        const QModelIndex row = view()->currentOfModel();
        return model()->serviceAt(row) || model()->serverAt(row) ? row.siblingAtColumn(0).data().toString() : QString();
    }
};

namespace {

/// Answers each reading at once with the test's table.
class ReadyDirector : public FakeDirector
{
public:
    TableOfTest table = courseTable();
    bool hasTraffic = true;
    bool fails = false;
    FirewallState firewall{};
    QDateTime readAt = QDateTime::currentDateTimeUtc();
    std::vector<Interest> interests{};

    std::shared_ptr<const Snapshot> snapshot(const Interest &interest)
    {
        auto taken = std::make_shared<Snapshot>(
            *table.read(interest.allServers ? std::nullopt : std::optional(interest.serversOf)));
        taken->hasTraffic = hasTraffic;
        taken->readAt = readAt = readAt.addSecs(1);
        return taken;
    }
    QFuture<Result<FirewallState>> readFirewall() override
    {
        return QtFuture::makeReadyValueFuture(Result<FirewallState>(firewall));
    }
    QFuture<Result<Snapshot>> read(const Interest &interest) override
    {
        interests.push_back(interest);
        if (fails)
            return failedFuture<Snapshot>({.code = ErrorCode::NotSupported});
        return QtFuture::makeReadyValueFuture(Result<Snapshot>(*snapshot(interest)));
    }
};

/// The page alone on such a director.
struct Shown {
    explicit Shown(const std::function<void(ReadyDirector &)> &prepare)
    {
        prepare(director);
        page.resize(1100, 600);
        page.show();
        director.open();
    }
    LeadingTable *table(const QString &name) const { return page.findChild<LeadingTable *>(name); }
    QStringList column(const QString &name, int column) const
    {
        QStringList texts;
        const QAbstractItemModel *model = table(name)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, column).data().toString();
        return texts;
    }
    bool isRead() const
    {
        return QTest::qWaitFor([this] { return table(u"busiestServices"_s)->model()->rowCount() > 0; });
    }

    ReadyDirector director;
    DirectorSession session{&director};
    ServiceActions actions;
    OverviewPage page{&session, &actions};
};

QString text(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

} // namespace

void TestOverviewPage::isTheFirstPage()
{
    QCOMPARE(pageIds().first(), PageId::Overview);
    QCOMPARE(pageKey(PageId::Overview), QKeySequence(u"Ctrl+1"_s));
    QVERIFY(!pageIcon(PageId::Overview).isNull());
}

void TestOverviewPage::findingsLeadToTheService()
{
    showOverview();
    LeadingTable *findings = table(u"findings"_s);
    QTRY_VERIFY(text(findings, 0, FindingsModel::Finding).contains(u"Nothing stands out"_s));
    QTest::keyClick(findings, Qt::Key_Return); // leads nowhere
    QCOMPARE(directorView()->currentPage(), PageId::Overview);

    change({{EditServer{database, server(13, 5, 3306), server(13, 0, 3306)}}});
    QTRY_VERIFY(text(findings, 0, FindingsModel::Finding).contains(u"Every real server is drained"_s));
    QCOMPARE(findings->model()->rowCount(), 1);
    QCOMPARE(text(findings, 0, FindingsModel::About), u"TCP 172.18.100.6:3306"_s);
    m_window->activateWindow();
    findings->setFocus();
    findings->setCurrentIndex(findings->model()->index(0, 0));
    QTest::keyClick(findings, Qt::Key_Return);
    QCOMPARE(directorView()->currentPage(), PageId::Services);
    QTRY_COMPARE(selectedService(), u"TCP 172.18.100.6:3306"_s);
}

void TestOverviewPage::leadsToAServerBehindAFilter()
{
    find<QLineEdit>(u"serviceFilter"_s)->setText(u"port:3306"_s);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    showOverview();
    LeadingTable *servers = table(u"busiestServers"_s);
    const QString wanted = u"TCP 172.18.100.6:80 → 192.168.10.12:80"_s;
    const auto row = [&] {
        for (int place = 0; place < servers->model()->rowCount(); ++place) {
            if (text(servers, place, BusiestModel::Name) == wanted)
                return place;
        }
        return -1;
    };
    QTRY_VERIFY(row() >= 0);
    Q_EMIT servers->activated(servers->model()->index(row(), BusiestModel::Active));
    QTRY_COMPARE(selectedService(), u"192.168.10.12:80"_s);
    QVERIFY(find<QLineEdit>(u"serviceFilter"_s)->text().isEmpty());
}

void TestOverviewPage::saysWhatHappened()
{
    showOverview();
    const auto *said = m_window->findChild<QLabel *>(u"noEvents"_s);
    QTRY_VERIFY(said->isVisible());
    change({{EditServer{web, server(11), server(11, 0)}}});
    LeadingTable *events = table(u"events"_s);
    QTRY_COMPARE(events->model()->rowCount(), 2); // edited by another program, and drained
    QVERIFY(!said->isVisible());
    QVERIFY((text(events, 0, 1) + text(events, 1, 1)).contains(u"1 real server drained"_s));
}

void TestOverviewPage::saysHowTheDirectorStands()
{
    showOverview();
    const auto fact = [this](const QString &name) { return m_window->findChild<QLabel *>(name)->text(); };
    QTRY_VERIFY(fact(u"tableFact"_s).startsWith(u"2 service"_s) && fact(u"tableFact"_s).contains(u"3 real server"_s));
    QTRY_VERIFY(fact(u"bootFact"_s).contains(u"loses everything"_s));
    QTRY_COMPARE(fact(u"kernelFact"_s), u"The kernel has every part of IPVS."_s);
    QTRY_VERIFY(fact(u"ownersFact"_s).contains(u"No other program"_s));
    m_window->findChild<QPushButton *>(u"toSystem"_s)->click();
    QCOMPARE(directorView()->currentPage(), PageId::System);
}

void TestOverviewPage::ranksTheBusiest()
{
    Shown shown([](ReadyDirector &director) {
        director.table[web].traffic.rates.connections = 3;
        director.table[database].traffic.rates = {.connections = 12'345, .inBytes = 2'000};
        director.table.servers(web)[1].traffic.rates.connections = 2;
        director.table.servers(web)[0].activeConnections = 9;
    });
    QVERIFY(shown.isRead());
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::Name),
             (QStringList{u"TCP 172.18.100.6:3306"_s, u"TCP 172.18.100.6:80"_s}));
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::ConnectionRate), (QStringList{u"12,345"_s, u"3"_s}));
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::InByteRate), (QStringList{u"2.00 kB"_s, u"0 B"_s}));
    QCOMPARE(shown.column(u"busiestServers"_s, BusiestModel::Name),
             (QStringList{u"TCP 172.18.100.6:80 → 192.168.10.12:80"_s, u"TCP 172.18.100.6:80 → 192.168.10.11:80"_s,
                          u"TCP 172.18.100.6:3306 → 192.168.10.13:3306"_s}));
    const QModelIndex trend = shown.table(u"busiestServices"_s)->model()->index(1, BusiestModel::Trend);
    QVERIFY(trend.data().toString().isEmpty());
    QCOMPARE(trend.data(Qt::AccessibleTextRole).toString(), u"3/s now, at most 3/s in the last 3 min"_s);
    QVERIFY(shown.table(u"busiestServices"_s)->isColumnHidden(BusiestModel::Active));
}

void TestOverviewPage::selectionGoesAlongWithItsRow()
{
    TableOfTest table;
    const auto key = [](quint16 port) { return tcp(u"172.18.100.6", port); };
    for (quint16 port = 1; port <= 14; ++port) {
        table.add(service(key(port)), {});
        table[key(port)].traffic.rates.connections = port;
    }
    const auto traffic = m_window->findChild<DirectorSession *>()->traffic();
    const Annotations annotations(u"sandbox"_s);
    BusiestModel model(BusiestModel::Of::Services, traffic, &annotations);
    const QAbstractItemModelTester tester(&model);
    model.setSnapshot(*table.read());
    QCOMPARE(model.rowCount(), int(BusiestModel::most));
    const QPersistentModelIndex tenth(model.index(4, 0));
    const QPersistentModelIndex fifth(model.index(9, 0));
    QCOMPARE(tenth.data().toString(), u"TCP 172.18.100.6:10"_s);
    QCOMPARE(fifth.data().toString(), u"TCP 172.18.100.6:5"_s);
    table[key(10)].traffic.rates.connections = 100;
    table[key(1)].traffic.rates.connections = 99;
    model.setSnapshot(*table.read());
    QCOMPARE(tenth.row(), 0);
    QCOMPARE(tenth.data().toString(), u"TCP 172.18.100.6:10"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"TCP 172.18.100.6:1"_s);
    QVERIFY(!fifth.isValid()); // no longer among them
    QCOMPARE(model.rowCount(), int(BusiestModel::most));
}

void TestOverviewPage::repliesThatGoPastAreADash()
{
    Shown shown([](ReadyDirector &director) {
        for (ServerState &server : director.table.servers(web))
            server.config.forwarding = Forwarding::Gatewaying;
        director.table[web].traffic.rates = {.connections = 5, .inBytes = 100};
    });
    QVERIFY(shown.isRead());
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::OutByteRate), (QStringList{u"–"_s, u"0 B"_s}));
    const QModelIndex out = shown.table(u"busiestServices"_s)->model()->index(0, BusiestModel::OutByteRate);
    QVERIFY(out.data(Qt::ToolTipRole).toString().contains(u"go past the director"_s));
}

void TestOverviewPage::withoutTrafficConnectionsCount()
{
    Shown shown([](ReadyDirector &director) {
        director.hasTraffic = false;
        director.table.servers(database)[0].activeConnections = 7;
    });
    QVERIFY(shown.isRead());
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::Name).front(), u"TCP 172.18.100.6:3306"_s);
    QCOMPARE(shown.column(u"busiestServices"_s, BusiestModel::Active), (QStringList{u"7"_s, u"0"_s}));
    const LeadingTable *services = shown.table(u"busiestServices"_s);
    QVERIFY(!services->isColumnHidden(BusiestModel::Active));
    QVERIFY(services->isColumnHidden(BusiestModel::ConnectionRate));
    QVERIFY(services->isColumnHidden(BusiestModel::Trend));
}

void TestOverviewPage::skewIsAFinding()
{
    Shown shown([](ReadyDirector &) {});
    QVERIFY(shown.isRead());
    for (int second = 0; second <= 50; ++second) {
        shown.director.table.servers(web)[0].traffic.counters.connections += 20;
        Q_EMIT shown.session.watcher()->snapshotTaken(shown.director.snapshot({.allServers = true}));
    }
    QTRY_COMPARE(shown.column(u"findings"_s, FindingsModel::About), QStringList{u"TCP 172.18.100.6:80"_s});
    QVERIFY(shown.column(u"findings"_s, FindingsModel::Finding).front().contains(u"not shared out"_s));
}

void TestOverviewPage::rulesWithoutServiceAreAFinding()
{
    Shown shown([](ReadyDirector &director) {
        director.firewall.marks = {{.rule = webMark(7), .program = FirewallProgram::Console}};
    });
    QTRY_COMPARE(shown.column(u"findings"_s, FindingsModel::About), QStringList{u"Firewall mark 7"_s});
    QVERIFY(shown.column(u"findings"_s, FindingsModel::Finding).front().contains(u"172.18.100.6"_s));
}

void TestOverviewPage::readsOnlyWhileItIsShown()
{
    Shown shown([](ReadyDirector &) {});
    QVERIFY(shown.isRead());
    QVERIFY(shown.director.interests.front().allServers);
    shown.page.hide();
    const auto before = shown.director.interests.size();
    QTest::qWait(1500);
    QCOMPARE(shown.director.interests.size(), before);
}

void TestOverviewPage::manyServersAreReadNowAndThen()
{
    Shown shown([](ReadyDirector &director) {
        std::vector<RealServer> many;
        for (quint32 host = 0; host < 10'000; ++host)
            many.push_back({.key = {IpAddress::fromIPv4(0x0a000000u + host), 80}});
        director.table.add(service(tcp(u"172.18.100.6", 443)), many);
    });
    QVERIFY(shown.isRead());
    QTRY_VERIFY(std::ranges::any_of(shown.director.interests, [](const auto &asked) { return !asked.allServers; }));
    QVERIFY(shown.page.summary().contains(u"30 s"_s));
    QCOMPARE(shown.column(u"busiestServers"_s, BusiestModel::Name).size(), qsizetype(BusiestModel::most)); // kept
}

void TestOverviewPage::leadsToTheSystemWithoutATable()
{
    Shown shown([](ReadyDirector &director) { director.fails = true; });
    QSignalSpy leads(&shown.page, &OverviewPage::systemRequested);
    const auto *empty = shown.page.findChild<EmptyState *>();
    auto *button = empty->findChild<QPushButton *>();
    QTRY_VERIFY(empty->isVisible() && button->isVisible());
    button->click();
    QCOMPARE(leads.size(), 1);
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
