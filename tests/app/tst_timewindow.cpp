// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/timewindow.h"

#include <QTest>

using namespace lvs;

class TestTimeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = TimeWindow();
        m_window.setNow(now);
        m_window.setSpan(100'000);
    }

    void goesOnWithThePresent()
    {
        m_window.setNow(now + 5000);
        QCOMPARE(m_window.to(), now + 5000);
        QCOMPARE(m_window.from(), now + 5000 - 100'000);
    }

    void heldItStays()
    {
        m_window.hold();
        m_window.setNow(now + 5000);
        QCOMPARE(m_window.to(), now);
        m_window.goLive();
        QCOMPARE(m_window.to(), now + 5000);
    }

    void panningLeavesThePresentAndComesBack()
    {
        m_window.pan(-30'000);
        QVERIFY(!m_window.isLive());
        QCOMPARE(m_window.to(), now - 30'000);
        m_window.setNow(now + 1000);
        QCOMPARE(m_window.to(), now - 30'000);
        m_window.pan(60'000);
        QVERIFY(m_window.isLive());
        QCOMPARE(m_window.to(), now + 1000);
    }

    void neverLeavesTheDay()
    {
        m_window.pan(-400LL * 86'400'000);
        QVERIFY(m_window.from() >= now - TimeWindow::longest);
        m_window.zoom(1e9, now);
        QCOMPARE(m_window.span(), TimeWindow::longest);
        m_window.zoom(1e-9, now);
        QCOMPARE(m_window.span(), TimeWindow::shortest);
    }

    void zoomingKeepsTheLiveEdge()
    {
        m_window.zoom(0.5, now - 80'000);
        QVERIFY(m_window.isLive());
        QCOMPARE(m_window.to(), now);
        QCOMPARE(m_window.span(), 50'000);
    }

    void zoomingKeepsTheAnchorInItsPlace()
    {
        m_window.pan(-500'000);
        const qint64 anchor = m_window.from() + 25'000;
        m_window.zoom(0.1, anchor);
        QCOMPARE(anchor - m_window.from(), 2'500);
        QVERIFY(!m_window.isLive());
    }

private:
    static constexpr qint64 now = 1'750'000'000'000;
    TimeWindow m_window;
};

QTEST_APPLESS_MAIN(TestTimeWindow)
#include "tst_timewindow.moc"
