// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setupprobing.h"
#include "tests/directors/labclusters.h"

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The ways in which set-ups usually fail, made by hand on the lab's machines and looked at over SSH: each is the first
/// finding, and none is left once it is repaired.
class TestBrokenClusters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void causesAreNamedFirst_data();
    void causesAreNamedFirst();

private:
    std::vector<SetupCheck> checks(const SetupWish &wish);
    void findsNothing(const SetupWish &wish, const char *when);

    std::unique_ptr<LabClusters> m;
};

namespace {

using Code = SetupCheck::Code;

constexpr auto patience = std::chrono::minutes(3);

QByteArray listed(const std::vector<SetupCheck> &checks)
{
    QStringList lines;
    for (const SetupCheck &check : checks) {
        if (check.state == SetupCheck::State::Green)
            continue;
        QString line = u"code %1 on %2: %3 instead of %4, state %5"_s.arg(int(check.code))
                           .arg(check.host, check.is, check.wanted)
                           .arg(int(check.state));
        for (const SetupEvidence &seen : check.evidence)
            line += u", %1: %2"_s.arg(seen.name, seen.value);
        lines << line;
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace

void TestBrokenClusters::initTestCase()
{
    m = std::make_unique<LabClusters>();
    for (LabVisit *visit : {&m->director, &m->first, &m->second})
        QVERIFY(visit->wait(visit->director->findProbe()));
}

void TestBrokenClusters::cleanupTestCase()
{
    if (m)
        m->takeBack();
    m.reset();
    lab::clearTable();
}

std::vector<SetupCheck> TestBrokenClusters::checks(const SetupWish &wish)
{
    const auto reading = verifySetup(&m->hosts, wish, Asking::Never);
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(patience)))
        return {};
    return checkSetup(wish, reading.result());
}

void TestBrokenClusters::findsNothing(const SetupWish &wish, const char *when)
{
    const auto all = checks(wish);
    QVERIFY2(!all.empty(), when);
    const bool isGreen =
        std::ranges::all_of(all, [](const SetupCheck &check) { return check.state == SetupCheck::State::Green; });
    QVERIFY2(isGreen, QByteArray(when) + ":\n" + listed(all));
    QVERIFY(std::ranges::contains(all, Code::ArpSilence, &SetupCheck::code));
    QVERIFY(std::ranges::contains(all, Code::Reachable, &SetupCheck::code));
}

void TestBrokenClusters::causesAreNamedFirst_data()
{
    QTest::addColumn<int>("place");
    std::size_t faults = 0;
    for (int place = 0; const LabCase &tried : labCases()) {
        QTest::newRow(tried.faults.front().name) << place++;
        faults += tried.faults.size();
    }
    QCOMPARE(faults, 16u);
}

void TestBrokenClusters::causesAreNamedFirst()
{
    QFETCH(const int, place);
    const LabCase &tried = labCases()[std::size_t(place)];
    const SetupWish wish = m->wishFor(tried);
    m->setUp(wish);
    findsNothing(wish, "set up");
    for (const LabFault &fault : tried.faults) {
        m->breaks(fault);
        const auto all = checks(wish);
        m->mends(fault);
        const SetupCheck *finding = firstFinding(all);
        QVERIFY2(finding, fault.name);
        QVERIFY2(finding->code == fault.code && finding->host == m->id(fault.host),
                 QByteArray(fault.name) + ":\n" + listed(all));
        findsNothing(wish, fault.name);
    }
    m->takeBack();
}

QTEST_GUILESS_MAIN(TestBrokenClusters)
#include "tst_brokenclusters.moc"
