// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/connectionsmodel.h"
#include "app/pages/connectionspage.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/filteredit.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

ConnectionEntry entry(int client, quint16 port, int host, const QString &state = u"ESTABLISHED"_s)
{
    return {.client = IpAddress::fromIPv4(0x0a000000 + quint32(client)),
            .clientPort = port,
            .virtualAddress = web.address,
            .virtualPort = web.port,
            .server = server(host).key,
            .state = state,
            .expires = 100};
}

ConnectionSample sample()
{
    return {.entries = {entry(5, 0, 11, u"ASSURED"_s), entry(5, 4000, 11), entry(5, 4001, 11, u"FIN_WAIT"_s),
                        entry(6, 4000, 12)}};
}

} // namespace

/// The page on a director that answers when the test says so.
class TestConnectionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_page = std::make_unique<ConnectionsPage>(m_session.get(), &m_actions);
        m_page->resize(900, 400);
        m_page->show();
        m_director->open();
        TableOfTest table = courseTable();
        table[web].config.flags = ServiceFlag::Persistent;
        QSignalSpy taken(m_session->watcher(), &TableWatcher::snapshotTaken);
        m_director->answer(*table.read());
        QTRY_COMPARE(taken.size(), 1);
    }
    void cleanup() { m_page.reset(); }

    void showsWhoIsConnected()
    {
        answer(sample());
        QCOMPARE(column(ConnectionsModel::Client),
                 (QStringList{u"10.0.0.5"_s, u"10.0.0.5:4000"_s, u"10.0.0.5:4001"_s, u"10.0.0.6:4000"_s}));
        QCOMPARE(column(ConnectionsModel::Persistence),
                 (QStringList{u"holds 2 connection(s)"_s, u"held by 10.0.0.5"_s, u"held by 10.0.0.5"_s, u""_s}));
        QVERIFY(m_page->summary().startsWith(u"4 entries"));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << u""_s << 4;
        QTest::newRow("word") << u"192.168.10.12"_s << 1;
        QTest::newRow("client") << u"client:10.0.0.5"_s << 3;
        QTest::newRow("vip") << u"vip:172.18.100.6"_s << 4;
        QTest::newRow("server") << u"server:192.168.10.11"_s << 3;
        QTest::newRow("state") << u"state:fin_wait"_s << 1;
        QTest::newRow("kind") << u"kind:template"_s << 1;
        QTest::newRow("not") << u"-kind:template -state:fin"_s << 2;
        QTest::newRow("what can't be understood is left out") << u"colour:red"_s << 4;
    }
    void filters()
    {
        QFETCH(const QString, filter);
        answer(sample());
        find<FilterEdit>()->setText(filter);
        QTEST(view()->model()->rowCount(), "rows");
    }

    void asksForAPasswordOnlyAfterAClick()
    {
        m_director->answerConnections(failure(ErrorCode::NotAuthorized));
        auto *show = find<EmptyState>()->findChild<QPushButton *>();
        QTRY_VERIFY(show->isVisible());
        const auto asked = m_director->connectionsAsked().size();
        QVERIFY(!std::ranges::contains(m_director->connectionsAsked(), Asking::Allowed));
        QVERIFY(!QTest::qWaitFor([&] { return m_director->connectionsAsked().size() > asked; }, 2500));
        show->click();
        QCOMPARE(m_director->connectionsAsked().back(), Asking::Allowed);
        answer(sample());
        QVERIFY(!show->isVisible());
        QTRY_COMPARE(m_director->connectionsAsked().back(), Asking::Never); // by itself
    }

    void keepsThePlace()
    {
        answer(sample());
        view()->setCurrentIndex(view()->model()->index(2, 0));
        ConnectionSample next = sample();
        next.entries.erase(next.entries.begin() + 1);
        next.entries.insert(next.entries.begin(), entry(1, 9, 12));
        m_page->readNow();
        answer(next);
        QCOMPARE(view()->currentIndex().data(), u"10.0.0.5:4001"_s);
        QCOMPARE(view()->selectionModel()->selectedRows().size(), 1);
    }

    void saysWhatMoreWouldCost()
    {
        ConnectionSample first = sample();
        first.hasMore = true;
        answer(first);
        QTRY_VERIFY(m_director->asked().back().allServers);
        TableOfTest table = courseTable();
        table.servers(web).front().activeConnections = 100'000;
        table.servers(web).back().inactiveConnections = 60'000;
        m_director->answer(*table.read());
        QTRY_VERIFY(costs().contains(u"160,000"));
        QVERIFY2(costs().contains(u"12 s"), qPrintable(costs()));
    }

    void sortsByValue()
    {
        ConnectionSample many{.entries = {entry(10, 1, 11), entry(9, 1, 11), entry(100, 1, 11)}};
        answer(many);
        QCOMPARE(column(ConnectionsModel::Client), (QStringList{u"10.0.0.9:1"_s, u"10.0.0.10:1"_s, u"10.0.0.100:1"_s}));
    }

private:
    template<class T> T *find() const { return m_page->findChild<T *>(); }
    QTreeView *view() const { return find<QTreeView>(); }
    QString costs() const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"1,000"))
                return label->text();
        }
        return {};
    }
    QStringList column(int section) const
    {
        QStringList texts;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            texts.append(view()->model()->index(row, section).data().toString());
        return texts;
    }
    void answer(const ConnectionSample &sample)
    {
        m_director->answerConnections(sample);
        QTRY_COMPARE(view()->model()->rowCount(), int(sample.entries.size()));
    }

    ServiceActions m_actions;
    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
    std::unique_ptr<ConnectionsPage> m_page;
};

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"
