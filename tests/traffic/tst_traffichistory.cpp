// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/traffic/readings.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

class TestTrafficHistory : public QObject
{
    Q_OBJECT
    using Metric = TrafficMetric;

private Q_SLOTS:
    void init()
    {
        m_history = TrafficHistory();
        m_director = ReadDirector();
        m_director.add(web, {server(11), server(12)});
    }

    void keepsTheEstimatorAndExactRatesApart()
    {
        run(30, 50);
        m_director.snapshot.services[0].traffic.rates.connections = 41;
        record();
        QCOMPARE(latest(Metric::Connections), 41.0);
        QVERIFY(near(latest(Metric::ExactConnections), 50));
        QVERIFY(near(latest(Metric::ExactInBytes), 50'000));
        QCOMPARE(mostOf(curve(Metric::Connections)), 41.0F);
        QVERIFY(near(double(mostOf(curve(Metric::ExactConnections))), 50));
    }

    void countsConnectionsOfAServiceFromItsServers()
    {
        m_director.snapshot.servers[0].servers[0].activeConnections = 3;
        m_director.snapshot.servers[0].servers[1].activeConnections = 4;
        m_director.snapshot.servers[0].servers[1].inactiveConnections = 9;
        record();
        QCOMPARE(latest(Metric::Active), 7.0);
        QCOMPARE(latest(Metric::Inactive), 9.0);
        QCOMPARE(m_history.latest(TrafficSource::machine())[std::size_t(Metric::Active)], 7.0);
        QCOMPARE(m_history.latest(TrafficSource::of(web, server(11).key))[std::size_t(Metric::Active)], 3.0);
        m_director.snapshot.servers.clear(); // nobody wants to see them now
        record();
        QVERIFY(std::isnan(latest(Metric::Active)));
    }

    /// While nobody looks at the servers, nothing is known of their connections.
    void whatWasNotReadForAWhileIsAGap()
    {
        m_director.snapshot.servers[0].servers[0].activeConnections = 3;
        run(20, 10);
        const auto lists = std::exchange(m_director.snapshot.servers, {});
        run(20, 10);
        m_director.snapshot.servers = lists;
        run(20, 10);
        QCOMPARE(gapsOf(curve(Metric::Active)), 1);
        QCOMPARE(gapsOf(curve(Metric::ExactConnections)), 0);
    }

    /// One whose servers were never looked at may get its replies through the director.
    void repliesOfAllAreUnknownIfThoseOfOneAre()
    {
        m_director.snapshot.servers[0].servers[0].config.forwarding = Forwarding::Gatewaying;
        m_director.snapshot.servers[0].servers[1].config.forwarding = Forwarding::Gatewaying;
        m_director.snapshot.services.push_back({.config = service(tcp(u"172.18.100.99", 80))});
        run(5, 10);
        QCOMPARE(m_history.replies(TrafficSource::of(web)), RepliesPass::None);
        QCOMPARE(m_history.replies(TrafficSource::machine()), RepliesPass::Unknown);
    }

    void takesTheMachinesOwnTotals()
    {
        m_director.snapshot.hasTraffic = false; // as read from /proc
        m_director.snapshot.totals = Traffic();
        for (int second = 0; second < 20; ++second) {
            if (second % 2 == 0)
                grow(*m_director.snapshot.totals, 40);
            record();
        }
        const auto machine = m_history.latest(TrafficSource::machine());
        QVERIFY(near(machine[std::size_t(Metric::ExactConnections)], 20));
        QVERIFY(std::isnan(latest(Metric::ExactConnections)));
        QVERIFY(curve(Metric::ExactConnections).points.empty());
    }

    /// Without totals of its own the machine is the sum of its services, and one that comes or goes is no event in it.
    void servicesThatComeAndGoAreNoTraffic()
    {
        run(20, 30);
        ServiceState &other = m_director.add(database, {server(13)});
        other.traffic.counters.connections = 5'000'000;
        run(20, 30);
        m_director.snapshot.services.pop_back();
        m_director.snapshot.servers.pop_back();
        run(20, 30);
        const Curve machine =
            m_history.curve(TrafficSource::machine(), Metric::ExactConnections, 0, m_director.now, 1000);
        QCOMPARE(gapsOf(machine), 0);
        QVERIFY2(mostOf(machine) < 60, qPrintable(QString::number(double(mostOf(machine)))));
    }

    void resetsAreNoSpike_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("zeroed") << 0;
        QTest::newRow("made anew") << 1;
        QTest::newRow("another boot") << 2;
    }
    void resetsAreNoSpike()
    {
        QFETCH(const int, what);
        m_director.snapshot.services[0].traffic.counters = {1'000'000, 1'000'000, 1'000'000, 1'000'000, 1'000'000};
        m_director.snapshot.uptime = std::chrono::hours(3);
        run(20, 10);
        if (what == 0) {
            m_director.snapshot.services[0].traffic = {};
        } else if (what == 1) {
            const auto services = std::exchange(m_director.snapshot.services, {});
            record();
            m_director.snapshot.services = services;
            m_director.snapshot.services[0].traffic.counters.connections += 9'000'000;
        } else {
            m_director.snapshot.uptime = std::chrono::minutes(1);
            m_director.snapshot.services[0].traffic.counters.connections += 9'000'000;
        }
        run(20, 10);
        const Curve exact = curve(Metric::ExactConnections);
        QCOMPARE(gapsOf(exact), 1);
        QVERIFY2(mostOf(exact) <= 15, qPrintable(QString::number(double(mostOf(exact)))));
        for (const CurvePoint &point : exact.points)
            QVERIFY(point.isGap() || point.least >= 0);
    }

    /// Each pause is a gap, whatever was before: a long one does not let the next ones pass.
    void everyPauseIsAGap()
    {
        run(20, 10);
        for (const qint64 pause : {600, 20, 90, 8}) {
            m_director.now += pause * 1000;
            grow(m_director.snapshot.services[0].traffic, quint64(pause) * 10);
            run(20, 10);
        }
        for (const Metric metric : {Metric::Connections, Metric::ExactConnections}) {
            const Curve whole =
                m_history.curve(TrafficSource::of(web), metric, m_director.now - 590'000, m_director.now, 10'000);
            QCOMPARE(gapsOf(whole), 4);
            QVERIFY(mostOf(whole) <= 15);
        }
    }

    void aLostLinkIsAGap()
    {
        run(20, 10);
        m_history.interrupt();
        run(20, 10);
        QCOMPARE(gapsOf(curve(Metric::Connections)), 1);
        QCOMPARE(gapsOf(curve(Metric::ExactConnections)), 1);
    }

    /// A director that takes two seconds for a reading is read every eight.
    void aSlowDirectorIsNoGap()
    {
        m_director.snapshot.took = std::chrono::seconds(2);
        for (int i = 0; i < 20; ++i) {
            grow(m_director.snapshot.services[0].traffic, 80);
            record(8000);
        }
        QCOMPARE(gapsOf(curve(Metric::Connections)), 0);
        QCOMPARE(gapsOf(curve(Metric::ExactConnections)), 0);
        QVERIFY(near(latest(Metric::ExactConnections), 10));
    }

    void repliesThatGoPastAreNotZero()
    {
        m_director.snapshot.servers[0].servers[0].config.forwarding = Forwarding::Gatewaying;
        m_director.snapshot.servers[0].servers[1].config.forwarding = Forwarding::Tunnelling;
        auto lists = std::exchange(m_director.snapshot.servers, {}); // nobody has looked at them yet
        run(20, 10);
        QCOMPARE(m_history.replies(TrafficSource::of(web)), RepliesPass::Unknown);
        m_history = TrafficHistory();
        run(5, 10);
        m_director.snapshot.servers = std::move(lists);
        run(20, 10);
        QCOMPARE(m_history.replies(TrafficSource::of(web)), RepliesPass::None);
        QCOMPARE(m_history.replies(TrafficSource::machine()), RepliesPass::None);
        for (const Metric metric : {Metric::OutBytes, Metric::OutPackets, Metric::ExactOutBytes}) {
            QVERIFY(std::isnan(latest(metric)));
            // Before that was known the director's zero stood there.
            QVERIFY(curve(metric).points.empty() || curve(metric).points.back().at < m_director.now - 15'000);
        }
        QVERIFY(near(latest(Metric::ExactInBytes), 10'000));

        m_director.snapshot.servers[0].servers[0].config.forwarding = Forwarding::Masquerading;
        run(20, 10);
        QCOMPARE(m_history.replies(TrafficSource::of(web)), RepliesPass::Some);
        QVERIFY(near(latest(Metric::ExactOutBytes), 100'000));
    }

    void serversStayTenMinutesUnlessPinned()
    {
        const TrafficSource first = TrafficSource::of(web, server(11).key);
        const TrafficSource second = TrafficSource::of(web, server(12).key);
        m_history.setPinned({first});
        const qint64 start = m_director.now;
        run(3600, 10);
        const auto begins = [&](const TrafficSource &source) {
            return m_history.curve(source, Metric::Active, 0, m_director.now, 100'000).points.front().at;
        };
        QVERIFY(begins(first) <= start + 60'000);
        QVERIFY(begins(TrafficSource::of(web)) <= start + 60'000);
        QVERIFY(begins(second) <= m_director.now - 600'000);
        QVERIFY(begins(second) >= m_director.now - 800'000);
        m_history.setPinned({});
        run(1, 10);
        QVERIFY(begins(first) >= m_director.now - 800'000);
    }

    /// Minutes and seconds are one line, whose every part knows least, mean and most.
    void minutesKeepTheirExtremes()
    {
        for (int second = 0; second < 7200; ++second) {
            m_director.snapshot.services[0].traffic.rates.connections = second == 600 ? 900 : second == 660 ? 0 : 100;
            record();
        }
        const Curve day = curve(Metric::Connections, 100'000);
        QCOMPARE(gapsOf(day), 0);
        QCOMPARE(mostOf(day), 900.0F);
        QCOMPARE(std::ranges::min(day.points, {}, &CurvePoint::least).least, 0.0F);
        QVERIFY(std::ranges::is_sorted(day.points, {}, &CurvePoint::at));
        QVERIFY(day.points.size() > 110 + 250);
        const auto peak = std::ranges::max_element(day.points, {}, &CurvePoint::most);
        QVERIFY(near(double(peak->mean), 113, 1));

        const Curve few = curve(Metric::Connections, 20);
        QVERIFY(few.points.size() <= 22);
        QCOMPARE(mostOf(few), 900.0F);
        QCOMPARE(std::ranges::min(few.points, {}, &CurvePoint::least).least, 0.0F);
    }

    /// What the seconds tell is not told by their minute again, at its beginning.
    void theFirstMinuteIsTheSecondsOwn()
    {
        m_director.now += 40'000 - ReadDirector::begin % 60'000;
        const qint64 start = m_director.now;
        run(120, 10);
        for (const Metric metric : {Metric::Connections, Metric::ExactConnections, Metric::Active}) {
            QVERIFY(curve(metric).points.front().at >= start - 4000);
            QCOMPARE(curve(metric).points.front().least, curve(metric).points.front().most);
        }
    }

    void aPauseOfMinutesIsAGapInTheDay()
    {
        run(1800, 10);
        m_director.now += 300'000;
        run(1800, 10);
        const Curve day =
            m_history.curve(TrafficSource::of(web), Metric::ExactConnections, 0, m_director.now - 900'000, 100'000);
        QCOMPARE(gapsOf(day), 1);
        QVERIFY(mostOf(day) <= 15);
    }

    /// What was recorded for a time that has not come yet is dropped, and nothing is drawn backwards.
    void theClockMayGoBack()
    {
        run(600, 10);
        m_director.now -= 300'000;
        run(120, 10);
        const Curve exact = curve(Metric::ExactConnections, 10'000);
        QVERIFY(std::ranges::is_sorted(exact.points, {}, &CurvePoint::at));
        QVERIFY(exact.points.back().at <= m_director.now);
        QVERIFY(mostOf(exact) <= 15);
        QCOMPARE(gapsOf(exact), 1);
        QVERIFY(exact.points.size() > (300 + 110) / 4); // what was before stays
    }

    /// What one run leaves, the next one goes on from.
    void anotherRunGoesOn()
    {
        m_history.setHandsOutSealed(true);
        std::vector<SealedMinutes> kept;
        const auto keep = [&](std::vector<SealedMinutes> blocks) {
            for (SealedMinutes &block : blocks) {
                if (block.source.isService())
                    kept.push_back(std::move(block));
            }
        };
        for (int minute = 0; minute < 120; ++minute) {
            run(60, 10);
            keep(m_history.takeSealed());
        }
        keep(m_history.unsealed());
        const qint64 ended = m_director.now;
        const Curve before = curve(Metric::Connections, 100'000);
        const auto blocks = kept.size();
        m_history = TrafficHistory();
        m_history.restore(TrafficSource::of(web), std::move(kept));
        QVERIFY(blocks >= 4 && blocks <= 5);
        QVERIFY(m_history.begins(TrafficSource::of(web), 0) <= before.points.front().at);
        m_director.now += 600'000;
        run(1200, 10);
        const Curve day = curve(Metric::Connections, 100'000);
        QVERIFY(std::ranges::is_sorted(day.points, {}, &CurvePoint::at));
        QCOMPARE(gapsOf(day), 1);
        const auto gap = std::ranges::find_if(day.points, &CurvePoint::isGap);
        QVERIFY(std::abs(gap->at - ended) <= 60'000);
        QVERIFY(gap - day.points.begin() >= 119);
    }

    void theSameReadingCountsOnce()
    {
        run(20, 10);
        const auto points = curve(Metric::Active).points.size();
        m_history.record(m_director.snapshot);
        QCOMPARE(curve(Metric::Active).points.size(), points);
        QCOMPARE(gapsOf(curve(Metric::Active)), 0);
    }

private:
    void record(qint64 pace = 1000) { m_history.record(m_director.read(pace)); }
    /// Reads each second, with so many connections per second; the kernel renews its counters every two.
    void run(int seconds, quint64 connections)
    {
        for (int i = 0; i < seconds; ++i) {
            if (m_director.now / 1000 % 2 == 0)
                grow(m_director.snapshot.services[0].traffic, 2 * connections);
            record();
        }
    }
    double latest(Metric metric) const { return m_history.latest(TrafficSource::of(web))[std::size_t(metric)]; }
    Curve curve(Metric metric, qsizetype points = 1000) const
    {
        return m_history.curve(TrafficSource::of(web), metric, 0, m_director.now, points);
    }
    static bool near(double value, double expected, double tolerance = 0.01)
    {
        return std::abs(value - expected) <= std::max(expected * 0.001, tolerance);
    }

    TrafficHistory m_history;
    ReadDirector m_director;
};

QTEST_APPLESS_MAIN(TestTrafficHistory)
#include "tst_traffichistory.moc"
