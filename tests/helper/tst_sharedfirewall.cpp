// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxbackend.h"
#include "helper/service/sharedfirewall.h"
#include "tests/support/faultbackend.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

/// Its packet filter takes its time.
class SlowFirewall : public FaultBackend
{
public:
    SlowFirewall(Backend &inner, SharedFirewall::Clock::time_point &now)
        : FaultBackend(inner)
        , m_now(now)
    {
    }
    Result<FirewallState> readFirewall() override
    {
        m_now += takes;
        return FaultBackend::readFirewall();
    }

    std::chrono::milliseconds takes = 100ms;

private:
    SharedFirewall::Clock::time_point &m_now;
};

} // namespace

/// One reading of the packet filter for all, on a clock that stands still.
class TestSharedFirewall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasAQuarterOfTheTime();
    void quickReadingsAreFresh();
    void changesAreSeenAtOnce();
    void refusalsAreShared();

private:
    SharedFirewall::Clock::time_point m_now{1h};
    SandboxBackend m_sandbox;
};

void TestSharedFirewall::hasAQuarterOfTheTime()
{
    SlowFirewall backend(m_sandbox, m_now);
    SharedFirewall shared([this] { return m_now; });
    const auto begun = m_now;
    while (m_now - begun < 100s) { // asked all the time
        QVERIFY(shared.read(backend, 1));
        m_now += 1ms;
    }
    QVERIFY2(backend.reads() >= 240 && backend.reads() <= 250, qPrintable(QString::number(backend.reads())));
}

void TestSharedFirewall::quickReadingsAreFresh()
{
    SlowFirewall backend(m_sandbox, m_now);
    backend.takes = 2ms;
    SharedFirewall shared([this] { return m_now; });
    QVERIFY(shared.read(backend, 1));
    m_sandbox.execute(std::vector<Operation>{AddMarkRule{webMark()}});
    QVERIFY(!shared.read(backend, 1)->has(webMark()));
    m_now += 6ms;
    QVERIFY(shared.read(backend, 1)->has(webMark()));
}

void TestSharedFirewall::changesAreSeenAtOnce()
{
    SlowFirewall backend(m_sandbox, m_now);
    SharedFirewall shared([this] { return m_now; });
    QVERIFY(shared.read(backend, 1));
    m_sandbox.execute(std::vector<Operation>{AddMarkRule{webMark(7, u"7")}});
    QVERIFY(!shared.read(backend, 1)->has(webMark(7, u"7")));
    QVERIFY(shared.read(backend, 2)->has(webMark(7, u"7")));
}

void TestSharedFirewall::refusalsAreShared()
{
    SlowFirewall backend(m_sandbox, m_now);
    backend.failRead(0, EIO);
    SharedFirewall shared([this] { return m_now; });
    QVERIFY(!shared.read(backend, 1));
    QVERIFY(!shared.read(backend, 1));
    QCOMPARE(backend.reads(), 1);
    m_now += 1s;
    QVERIFY(shared.read(backend, 1));
}

QTEST_APPLESS_MAIN(TestSharedFirewall)
#include "tst_sharedfirewall.moc"
