// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// trafficbench [SECONDS]: two things that the Traffic page has to bear. Says the longest turn of the event loop of
// each, "NAME MILLISECONDS ms", and what is held in memory, "NAME VALUE MiB".
//
// traffic-day     a day of 1,000 services with 10 servers each, replayed on a fast clock with all of it kept on disk,
// too; then what a
//                 person does with it: choose, zoom from the day to a second and back, pan, read values, stack, find
// traffic-edits   1,000 services with 100 servers each, a tenth of whose weights others edit each second, before the
// Services page and
//                 the Traffic page at once, for SECONDS (120; 600 with LVS_TEST_FULL). Ends with status 1 if selection
//                 or scroll position move, or memory goes on growing.
#include "app/models/trafficsourcesmodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicespage.h"
#include "app/pages/servicesview.h"
#include "app/pages/trafficpage.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "tests/bench/largedirector.h"
#include "tests/bench/stallprobe.h"
#include "tests/bench/steps.h"
#include "tests/support/livetraffic.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <malloc.h>

#include <cstdio>
#include <functional>

using namespace lvs;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr double mebibyte = 1024 * 1024;
constexpr double mostGrowth = 8; ///< MiB, where memory is flat: what the allocator moves about

void say(const char *name, double value, const char *unit)
{
    std::printf("traffic-%s %.0f %s\n", name, value, unit);
    std::fflush(stdout);
}

/// What the allocator has handed out, in MiB.
double allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / mebibyte;
}

/// Readings of a day, one after the other as fast as they are taken in, the last of them now.
class Replay : public QObject
{
public:
    Replay(TableWatcher *watcher, std::function<void()> finished)
        : m_watcher(watcher)
        , m_finished(std::move(finished))
    {
        for (quint32 i = 0; i < bench::services; ++i) {
            VirtualService service = VirtualService::withDefaults(bench::serviceKey(i));
            service.scheduler = *SchedulerName::fromText(u"rr");
            m_snapshot.services.push_back({.config = service});
            ServerList list{.service = service.key};
            for (quint32 j = 1; j <= 10; ++j) {
                const RealServer server{.key = {IpAddress::fromIPv4(0x0a80'0000 + (i << 8) + j), 80}};
                list.servers.push_back({.config = server});
            }
            m_snapshot.servers.push_back(std::move(list));
        }
        m_snapshot.totals = Traffic();
        m_snapshot.took = 3s; // so that what is 15 s apart belongs together
        m_servers = std::exchange(m_snapshot.servers, {});
        connect(&m_turn, &QTimer::timeout, this, &Replay::go);
        m_turn.start(0);
    }

private:
    static constexpr qint64 hour = 3'600'000;

    void go()
    {
        if (m_at >= m_end)
            return finish();
        const bool isLate = m_end - m_at < hour / 4; // when servers are looked at, too
        if (isLate && m_snapshot.servers.empty())
            m_snapshot.servers = std::move(m_servers);
        const qint64 pace = isLate ? 2000 : 15'000;
        m_at += pace;
        const double seconds = double(pace) / 1000;
        test::liveOn(*m_snapshot.totals, 150'000, seconds, m_random);
        for (std::size_t i = 0; i < m_snapshot.services.size(); ++i)
            test::liveOn(m_snapshot.services[i].traffic, double(3 + i % 300), seconds, m_random);
        for (ServerList &list : m_snapshot.servers) {
            for (ServerState &server : list.servers)
                test::liveOn(server, 15, seconds, m_random);
        }
        m_snapshot.readAt = QDateTime::fromMSecsSinceEpoch(m_at);
        Q_EMIT m_watcher->snapshotTaken(std::make_shared<const Snapshot>(m_snapshot));
    }
    void finish()
    {
        m_turn.stop();
        m_finished();
    }
    TableWatcher *m_watcher;
    std::function<void()> m_finished;
    Snapshot m_snapshot;
    std::vector<ServerList> m_servers;
    std::mt19937 m_random{1}; // NOLINT: the same in each run
    const qint64 m_end = QDateTime::currentMSecsSinceEpoch();
    qint64 m_at = m_end - 24 * hour;
    QTimer m_turn;
};

void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(widget, &event);
}

class Day
{
public:
    void run()
    {
        const double before = allocated();
        m_session.traffic()->keepOnDisk(m_folder.path());
        m_director.open();
        double most = 0;
        QObject::connect(m_session.traffic(), &TrafficRecorder::recorded, m_session.traffic(), [this, &most] {
            most = std::max(most, double(m_session.traffic()->history().memoryUse()) / mebibyte);
        });
        Replay replay(m_session.watcher(), [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
        say("day-memory", most, "MiB");
        say("day-allocated", allocated() - before, "MiB"); // with what waits for the disk, and the bench's own reading

        TrafficPage page(&m_session, &m_actions);
        page.resize(1300, 800);
        page.show();
        auto *plot = page.findChild<TrafficPlot *>();
        auto *sources = page.findChild<TrafficSourcesModel *>();
        auto *find = page.findChild<QLineEdit *>(u"trafficFind"_s);
        const bench::Steps steps(
            "traffic",
            {{"day-show", [] {}},
             {"day-choose", [&] { choose(*sources); }},
             {"day-whole", [&] { plot->changeWindow([](TimeWindow &window) { window.setSpan(24 * 3'600'000); }); }},
             {"day-zoom-in", [&] { press(plot, Qt::Key_Plus); }, 26}, // to a second
             {"day-zoom-out", [&] { press(plot, Qt::Key_Minus); }, 26},
             {"day-read", [&] { press(plot, Qt::Key_Left); }, 60},
             {"day-stack", [&] { page.findChild<QAction *>(u"trafficStacked"_s)->trigger(); }, 2},
             {"day-hours", [&] { plot->changeWindow([](TimeWindow &window) { window.setSpan(6 * 3'600'000); }); }},
             {"day-pan", [&] { press(plot, Qt::Key_Left, Qt::ShiftModifier); }, 30},
             {"day-month", [&] { plot->changeWindow([](TimeWindow &window) { window.setSpan(30 * 86'400'000LL); }); }},
             {"day-find", [&, text = QString()]() mutable { find->setText(text += u"10.128"[text.size()]); }, 6}},
            [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
        recall();
    }

private:
    /// What another console gets of that day.
    void recall()
    {
        bench::StallProbe probe;
        DirectorSession later(&m_director);
        later.traffic()->keepOnDisk(m_folder.path());
        QTimer::singleShot(5s, qApp, [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
        say("day-recall", probe.longest().count(), "ms");
        say("day-recalled", double(later.traffic()->history().memoryUse()) / mebibyte, "MiB");
    }
    static void choose(TrafficSourcesModel &sources)
    {
        std::vector<TrafficSource> chosen{TrafficSource::machine()};
        for (quint32 i = 0; i < 9; ++i)
            chosen.push_back(TrafficSource::of(bench::serviceKey(i * 100)));
        sources.chooseOnly(chosen);
    }

    QTemporaryDir m_folder;
    test::FakeDirector m_director;
    DirectorSession m_session{&m_director};
    ServiceActions m_actions;
};

class Edits
{
public:
    /// Whether all that should stay has stayed.
    bool run(std::chrono::seconds time)
    {
        ServicesPage services(&m_session, &m_actions);
        TrafficPage traffic(&m_session, &m_actions);
        for (QWidget *page : {static_cast<QWidget *>(&services), static_cast<QWidget *>(&traffic)}) {
            page->resize(1300, 800);
            page->show();
        }
        auto *view = services.findChild<ServicesView *>();
        auto *sources = traffic.findChild<QTreeView *>(u"trafficSources"_s);
        QTimer edits;
        QObject::connect(&edits, &QTimer::timeout, &services, [this] { m_director.changeTenth(); });
        m_director.open();
        bench::StallProbe probe;
        wait(5s);
        view->expandAll();
        for (int row = 0; row < sources->model()->rowCount(); ++row)
            sources->setExpanded(sources->model()->index(row, 0), true);
        wait(10s);
        for (QTreeView *tree : {static_cast<QTreeView *>(view), sources}) {
            tree->verticalScrollBar()->setValue(tree->verticalScrollBar()->maximum() / 2);
            tree->setCurrentIndex(tree->indexAt(QPoint(20, 20)));
        }
        edits.start(1s);
        wait(20s); // warm-up
        const Place before = placeOf(*view);
        const Place sourceBefore = placeOf(*sources);
        const double memory = leastMemory(10s);
        probe.reset();
        wait(std::chrono::duration_cast<std::chrono::milliseconds>(time));
        say("edits", probe.longest().count(), "ms");
        const double grown = leastMemory(10s) - memory;
        say("edits-history", history(), "MiB");
        say("edits-growth", std::max(grown, 0.0), "MiB"); // of all but the history, which is bounded
        const bool stayed = placeOf(*view) == before && placeOf(*sources) == sourceBefore;
        if (!stayed)
            std::fputs("selection or scroll position have moved\n", stderr);
        const bool isFlat = grown <= mostGrowth;
        if (!isFlat)
            std::fputs("memory goes on growing\n", stderr);
        return stayed && isFlat && !before.selected.isEmpty() && !sourceBefore.selected.isEmpty();
    }

private:
    struct Place {
        int scrolled = 0;
        QString selected{};
        QRect at{};
        friend bool operator==(const Place &, const Place &) = default;
    };
    static Place placeOf(const QTreeView &view)
    {
        const QModelIndex current = view.currentIndex();
        return {view.verticalScrollBar()->value(), current.data().toString() + current.parent().data().toString(),
                view.visualRect(current)};
    }
    static void wait(std::chrono::milliseconds time)
    {
        QTimer::singleShot(time, qApp, [] { QCoreApplication::exit(); }); // quit() would close the windows
        QCoreApplication::exec();
    }
    double history() const { return double(m_session.traffic()->history().memoryUse()) / mebibyte; }
    /// Of all but the history, between two readings.
    double leastMemory(std::chrono::milliseconds time) const
    {
        double least = allocated() - history();
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, qApp, [&] { least = std::min(least, allocated() - history()); });
        look.start(50ms);
        wait(time);
        return least;
    }

    bench::LargeDirector m_director;
    DirectorSession m_session{&m_director};
    ServiceActions m_actions;
};

} // namespace

int main(int argc, char *argv[])
{
    mallopt(M_ARENA_MAX, 1); // so that mallinfo2() knows of all threads
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"trafficbench"_s);
    QSettings().clear();

    const int usual = qEnvironmentVariableIsSet("LVS_TEST_FULL") ? 600 : 120;
    const QStringList arguments = QCoreApplication::arguments();
    if (!qEnvironmentVariableIsSet("NODAY"))
        Day().run();
    return Edits().run(std::chrono::seconds(arguments.size() > 1 ? arguments[1].toInt() : usual)) ? 0 : 1;
}
