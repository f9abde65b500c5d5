// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/trafficevents.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

class TestTrafficEvents : public QObject
{
    Q_OBJECT
    using Kind = TrafficEvent::Kind;

private Q_SLOTS:
    void aPlanThatDrainsSaysBoth()
    {
        TrafficEvents events;
        events.addPlan(
            plan({EditServer{web, server(11, 5), server(11, 9)}, EditServer{web, server(12, 3), server(12, 0)}}),
            Kind::ForeignEdit, 5000);
        QCOMPARE(events.events().size(), std::size_t(2));
        QVERIFY(
            (events.events()[0] == TrafficEvent{5000, Kind::ForeignEdit, 2, TrafficSource::of(web, server(11).key)}));
        QVERIFY((events.events()[1] == TrafficEvent{5000, Kind::Drained, 1, TrafficSource::of(web, server(12).key)}));
    }

    void nothingDoneIsNoEvent()
    {
        TrafficEvents events;
        events.addPlan({}, Kind::Applied, 5000);
        QVERIFY(events.events().empty());
    }

    void whatComesTogetherIsOne()
    {
        TrafficEvents events;
        events.add({.at = 1000, .kind = Kind::ForeignEdit, .count = 2});
        events.add({.at = 1500, .kind = Kind::LinkLost});
        events.add({.at = 1900, .kind = Kind::ForeignEdit, .count = 3});
        events.add({.at = 2100, .kind = Kind::ForeignEdit, .count = 1});
        QCOMPARE(events.events().size(), std::size_t(3));
        QCOMPARE(events.events()[0].count, 5);
        QCOMPARE(events.events()[2].count, 1);
    }

    void theClockMayGoBack()
    {
        TrafficEvents events;
        for (const qint64 at : {1000, 5000, 9000})
            events.add({.at = at, .kind = Kind::LinkLost});
        events.rewind(5000);
        QCOMPARE(events.events().size(), std::size_t(2));
        QCOMPARE(events.events().back().at, 5000);
    }

    void endlessEventsAreBounded()
    {
        TrafficEvents events;
        for (qint64 i = 0; i < 10'000; ++i)
            events.add({.at = i * 2000, .kind = Kind::ForeignEdit, .count = 1});
        QCOMPARE(events.events().size(), TrafficEvents::most);
        QCOMPARE(events.events().back().at, 9'999 * 2000);
    }
};

QTEST_APPLESS_MAIN(TestTrafficEvents)
#include "tst_trafficevents.moc"
