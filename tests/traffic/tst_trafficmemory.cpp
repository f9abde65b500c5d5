// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livetraffic.h"
#include "tests/traffic/readings.h"

#include <QElapsedTimer>
#include <QTest>

#include <malloc.h>

using namespace lvs;
using namespace lvs::test;

namespace {

constexpr std::size_t limit = TrafficHistory::usualLimit;

ServiceKey serviceAt(quint32 number)
{
    return ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000000 + number), 80);
}

/// What the allocator has handed out.
std::size_t allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace

/// Memory is bounded whatever a director shows.
class TestTrafficMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 1,000 services with 10 servers each, for 24 hours: what the bound is made for. Nothing may be missing.
    void aDay()
    {
        constexpr quint32 services = 1000;
        constexpr qint64 hour = 3'600'000;
        std::mt19937 random(1); // NOLINT: the same in each run
        const std::size_t before = allocated();
        TrafficHistory history;
        ReadDirector director;
        for (quint32 i = 0; i < services; ++i) {
            std::vector<RealServer> servers;
            for (int host = 1; host <= 10; ++host)
                servers.push_back(server(host));
            director.add(serviceAt(i), servers);
        }
        auto lists = std::exchange(director.snapshot.servers, {});
        const std::size_t directors = allocated() - before;
        const auto live = [&](qint64 pace) {
            const double day = 1 + 0.5 * std::sin(double(director.now) / 4e6);
            for (quint32 i = 0; i < services; ++i)
                liveOn(director.snapshot.services[i].traffic, day * (3 + i % 300), double(pace) / 1000, random);
            for (ServerList &list : director.snapshot.servers) {
                for (ServerState &state : list.servers)
                    liveOn(state, day * 15, double(pace) / 1000, random);
            }
            history.record(director.read(pace));
            QVERIFY(history.memoryUse() <= limit);
        };
        // A few readings do for a minute, which is kept as large as if there were sixty.
        director.snapshot.took = std::chrono::seconds(3);
        for (qint64 time = 0; time < 24 * hour - hour / 4; time += 15'000)
            live(15'000);
        director.snapshot.servers = std::move(lists);
        for (int second = 0; second < 15 * 60; second += 2)
            live(2000);
        QCOMPARE(history.unrecorded(), 0);
        const std::size_t real = allocated() - before - directors;
        qInfo("said to be %zu MiB, is %zu MiB", history.memoryUse() >> 20, real >> 20);
        QVERIFY(history.memoryUse() >= real - real / 20); // what it says is so
        QVERIFY(real <= limit);

        const auto begins = [&](const TrafficSource &source) {
            return history.curve(source, TrafficMetric::ExactInBytes, 0, director.now, 100'000).points.front().at;
        };
        QVERIFY(begins(TrafficSource::machine()) <= director.now - 24 * hour + 120'000);
        for (quint32 i = 0; i < services; i += 37) {
            QVERIFY(begins(TrafficSource::of(serviceAt(i))) <= director.now - 24 * hour + 120'000);
            QVERIFY(begins(TrafficSource::of(serviceAt(i), server(7).key)) <= director.now - 590'000);
        }
    }

    /// Each reading shows other objects than the one before.
    void endlessNewObjects()
    {
        const std::size_t before = allocated();
        TrafficHistory history;
        quint32 number = 0;
        std::size_t most = 0;
        ReadDirector director;
        const TrafficSource kept = TrafficSource::of(web);
        for (int reading = 0; reading < 120; ++reading) {
            director.snapshot = {};
            for (int i = 0; i < 3000; ++i) {
                ++number;
                director.add(serviceAt(number), {server(1), server(2), server(3)}).traffic.counters.connections =
                    number * 7919ULL;
            }
            director.add(web, {server(11)});
            std::ranges::sort(director.snapshot.services, {}, [](const ServiceState &s) { return s.config.key; });
            std::ranges::sort(director.snapshot.servers, {}, &ServerList::service);
            history.record(director.read());
            most = std::max(most, history.memoryUse());
            QVERIFY(history.memoryUse() <= limit);
        }
        director.snapshot = {};
        malloc_trim(0);
        QVERIFY(allocated() - before <= limit);
        QVERIFY(history.contains(kept)); // what stays is not driven out by what passes
        QVERIFY(history.curve(kept, TrafficMetric::Connections, 0, director.now, 1000).points.size() >= 60);
        qInfo("at most %zu MiB", most >> 20);
    }

    /// More objects than there is room for, which all stay.
    void tooManyObjects()
    {
        constexpr std::size_t small = 4 * 1024 * 1024;
        TrafficHistory history(small);
        ReadDirector director;
        for (quint32 i = 0; i < 5000; ++i)
            director.add(serviceAt(i), {server(1)});
        std::mt19937 random(1); // NOLINT: the same in each run
        for (int reading = 0; reading < 1200; ++reading) {
            for (ServiceState &service : director.snapshot.services) // all that differs, as much as it can
                service.traffic.rates = {random(), random(), random(), random(), random()};
            history.record(director.read());
            QVERIFY(history.memoryUse() <= small);
        }
        QVERIFY(history.unrecorded() > 0);
        QVERIFY(!history.sources().empty());
        QVERIFY(!history.curve(history.sources().back(), TrafficMetric::InBytes, 0, director.now, 100).points.empty());
    }

    /// The machine comes first, and what somebody looks at; taking the others in takes a bounded time.
    void amongTooManyServicesTheMachineHasItsPlace()
    {
        TrafficHistory history;
        ReadDirector director;
        for (quint32 i = 0; i < 20'000; ++i)
            director.add(serviceAt(i), {});
        director.snapshot.totals = Traffic();
        const TrafficSource wanted = TrafficSource::of(serviceAt(19'999));
        history.setWanted({wanted});
        QElapsedTimer timer;
        timer.start();
        history.record(director.read());
        qInfo("20,000 services in %lld ms", timer.elapsed());
        QVERIFY(history.contains(TrafficSource::machine()));
        QVERIFY(!std::isnan(history.latest(TrafficSource::machine())[0]));
        QVERIFY(history.contains(wanted));
        QCOMPARE(history.unrecorded(), 20'000 - TrafficHistory::mostServices - 1);
    }

    /// Also where all that there is room for is taken already.
    void whatIsWantedLaterFindsAPlace()
    {
        TrafficHistory history(4 * 1024 * 1024);
        ReadDirector director;
        for (quint32 i = 0; i < 5000; ++i)
            director.add(serviceAt(i), {});
        history.record(director.read());
        const TrafficSource wanted = TrafficSource::of(serviceAt(4999));
        QVERIFY(history.contains(TrafficSource::machine()));
        QVERIFY(!history.contains(wanted));
        history.setWanted({wanted});
        history.record(director.read());
        QVERIFY(history.contains(wanted));
    }

    /// A hundred thousand servers are not all recorded, but those that a person looks at are.
    void whatIsWantedIsRecorded()
    {
        TrafficHistory history;
        ReadDirector director;
        for (quint32 i = 0; i < 130; ++i) {
            std::vector<RealServer> servers;
            for (int host = 1; host <= 200; ++host)
                servers.push_back(server(host));
            director.add(serviceAt(i), servers);
        }
        const TrafficSource wanted = TrafficSource::of(serviceAt(125), server(150).key);
        history.record(director.read());
        QVERIFY(!history.contains(wanted));
        QCOMPARE(history.unrecorded(), 130 * 200 - TrafficHistory::mostServers);
        history.setWanted({wanted});
        history.record(director.read());
        QVERIFY(history.contains(wanted));
        QVERIFY(history.contains(TrafficSource::of(serviceAt(129))));
    }

    void whatIsGoneIsForgotten()
    {
        TrafficHistory history;
        ReadDirector director;
        director.add(web, {server(11)});
        director.add(database, {server(13)});
        for (int i = 0; i < 100; ++i)
            history.record(director.read());
        director.snapshot.services.pop_back();
        director.snapshot.servers.pop_back();
        for (int i = 0; i < 900; ++i)
            history.record(director.read());
        QVERIFY(history.contains(TrafficSource::of(database)));
        QVERIFY(!history.contains(TrafficSource::of(database, server(13).key)));
        for (int i = 0; i < 25 * 60; ++i)
            history.record(director.read(60'000));
        QVERIFY(!history.contains(TrafficSource::of(database)));
    }
};

QTEST_APPLESS_MAIN(TestTrafficMemory)
#include "tst_trafficmemory.moc"
