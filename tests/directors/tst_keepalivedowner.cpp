// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A table that a running keepalived owns, as the console sees it.
#include "app/session/tableownership.h"
#include "core/director/snapshotdifference.h"
#include "core/keepalived/drift.h"
#include "core/keepalived/exporttext.h"
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace Qt::StringLiterals;

class TestKeepalivedOwner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isSeenWithItsConfiguration();
    void driftIsShownAndTakenBack();
    void exportedTableIsTheSame();
    void isGoneWhenItEnds();

private:
    IpvsTable table();
    std::vector<Drift> drift();
    QString changed(const IpvsTable &wanted);

    std::unique_ptr<test::LabVisit> m_visit;
    std::unique_ptr<TableOwnership> m_ownership;
};

namespace {

const QString mainFile = u"global_defs {\n    router_id lab\n}\ninclude services.d/*.conf\n"_s;
const QString webFile = uR"(virtual_server 172.18.100.6 80 {
    lvs_sched wrr
    lvs_method NAT
    protocol TCP
    persistence_timeout 50
    real_server 192.168.10.11 80 {
        weight 3
    }
    real_server 192.168.10.12 80 {
        weight 1
    }
}
)"_s;

void write(const QString &path, const QString &text)
{
    const QString command = u"mkdir -p \"$(dirname \"$1\")\" && printf %s \"$2\" >\"$1\""_s;
    const lab::Output written = lab::run(u"director"_s, {u"bash"_s, u"-c"_s, command, u"write"_s, path, text});
    QVERIFY2(written.status == 0, qPrintable(written.err));
}

} // namespace

void TestKeepalivedOwner::initTestCase()
{
    lab::awaitHosts();
    cleanupTestCase(); // what an aborted run may have left
    write(u"/etc/keepalived/keepalived.conf"_s, mainFile);
    write(u"/etc/keepalived/services.d/web.conf"_s, webFile);
    lab::need(u"director"_s, u"systemctl start keepalived"_s);
    m_visit = std::make_unique<test::LabVisit>(u"root"_s);
    QVERIFY(m_visit->opens());
    m_visit->director->unlock();
    m_ownership = std::make_unique<TableOwnership>(m_visit->director.get());
    m_ownership->setWatched(true);
}

void TestKeepalivedOwner::cleanupTestCase()
{
    m_ownership.reset();
    m_visit.reset();
    lab::need(u"director"_s, u"systemctl stop keepalived; rm -rf /etc/keepalived/keepalived.conf "
                             "/etc/keepalived/services.d"_s);
    lab::clearTable();
}

IpvsTable TestKeepalivedOwner::table()
{
    const auto snapshot = m_visit->wait(m_visit->director->read({.allServers = true}));
    return snapshot ? tableOf(*snapshot) : IpvsTable();
}

std::vector<Drift> TestKeepalivedOwner::drift()
{
    return driftOf(m_ownership->keepalived()->config, table());
}

/// Brings the table there; what came of it, in words.
QString TestKeepalivedOwner::changed(const IpvsTable &wanted)
{
    const auto report = m_visit->wait(m_visit->director->apply(difference(table(), wanted)));
    return !report ? u"no answer"_s : report->outcome == ApplyOutcome::Applied ? u"applied"_s : u"not applied"_s;
}

void TestKeepalivedOwner::isSeenWithItsConfiguration()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_ownership->isRunning(TableOwner::Keepalived), 60'000);
    QVERIFY(m_ownership->owners().isKnown); // root sees every process
    QTRY_VERIFY_WITH_TIMEOUT(m_ownership->keepalived(), 60'000);
    QVERIFY(m_ownership->keepalived()->config.missingIncludes.isEmpty());
    QVERIFY(m_ownership->keepalived()->services.contains(test::web));
    QTRY_VERIFY_WITH_TIMEOUT(table().find(test::web), 60'000);
    QVERIFY(drift().empty());

    QCOMPARE(m_ownership->ownerOf(test::web), TableOwner::Keepalived);
    QVERIFY(!m_ownership->ownerOf(test::database));
    const ChangePlan plan = test::plan({RemoveServer{test::web, test::server(12)}});
    QCOMPARE(m_ownership->undoing(plan).operations, 1);
}

void TestKeepalivedOwner::driftIsShownAndTakenBack()
{
    lab::need(u"director"_s, u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.11 -m -w 9"_s);
    const std::vector<Drift> differences = drift();
    QCOMPARE(differences.size(), size_t(1));
    QCOMPARE(differences.front().field, std::optional(Field::Weight));
    QCOMPARE(differences.front().cause, Drift::Cause::Real);
    QCOMPARE(changed(withTaken(table(), differences)), u"applied"_s);
    QVERIFY(drift().empty());
}

void TestKeepalivedOwner::exportedTableIsTheSame()
{
    const IpvsTable before = table();
    const ExportedConfig exported = exportTable(before);
    QVERIFY(exported.problems.empty());
    write(u"/etc/keepalived/services.d/web.conf"_s, exported.text);
    lab::need(u"director"_s, u"keepalived -t -f /etc/keepalived/keepalived.conf"_s);
    lab::need(u"director"_s, u"systemctl restart keepalived"_s);
    m_ownership->readKeepalived();
    // The checks of the export have to find the servers of the lab well first.
    QTRY_VERIFY_WITH_TIMEOUT(table() == before, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_ownership->keepalived() && drift().empty(), 60'000);
}

void TestKeepalivedOwner::isGoneWhenItEnds()
{
    lab::need(u"director"_s, u"systemctl stop keepalived"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_ownership->isRunning(TableOwner::Keepalived), 60'000);
    QVERIFY(!m_ownership->ownerOf(test::web));
}

QTEST_GUILESS_MAIN(TestKeepalivedOwner)
#include "tst_keepalivedowner.moc"
