// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// tablebench: the window with 101,000 rows, all of them open. Does with it what a person does, while a new reading
// comes every second, and says the longest turn of the event loop of each step: "NAME MILLISECONDS ms".
#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"
#include "tests/bench/largetable.h"
#include "tests/bench/stallprobe.h"
#include "tests/support/fakedirector.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <random>
#include <thread>

using namespace lvs;
using namespace std::chrono_literals;

namespace {

/// Answers every reading with the large table and new figures, made on another thread.
class LargeDirector : public test::FakeDirector
{
public:
    QFuture<Result<Snapshot>> read(const Interest &interest) override
    {
        const auto pending = std::make_shared<PendingResult<Snapshot>>();
        const QFuture<Result<Snapshot>> future = pending->future();
        m_readings.emplace_back(
            [this, pending, interest, edits = m_edits] { pending->finish(reading(interest, edits)); });
        return future;
    }
    /// From now on `edits` servers have another weight and as many are missing.
    void editByOthers(quint32 edits) { m_edits = edits; }

private:
    Snapshot reading(const Interest &interest, quint32 edits)
    {
        Snapshot snapshot;
        snapshot.readAt = QDateTime::currentDateTimeUtc();
        std::uniform_int_distribution<quint32> figure(0, 100'000);
        const auto traffic = [&] {
            return Traffic{{figure(m_random), figure(m_random), figure(m_random), figure(m_random), figure(m_random)},
                           {figure(m_random), figure(m_random), figure(m_random), figure(m_random), figure(m_random)}};
        };
        for (const Operation &operation : m_table.operations) {
            if (const auto *add = std::get_if<AddService>(&operation)) {
                snapshot.services.push_back({add->after, traffic()});
                if (interest.allServers || std::ranges::contains(interest.serversOf, add->after.key))
                    snapshot.servers.push_back({add->after.key, {}});
            }
        }
        auto list = snapshot.servers.begin();
        quint32 number = 0;
        for (const Operation &operation : m_table.operations) {
            const auto *add = std::get_if<AddServer>(&operation);
            if (!add)
                continue;
            const quint32 place = number++ % bench::serversEach;
            list = std::ranges::find(list, snapshot.servers.end(), add->service, &ServerList::service);
            if (list == snapshot.servers.end()) {
                list = snapshot.servers.begin();
                continue;
            }
            if (place == 17 && number / bench::serversEach < edits)
                continue;
            ServerState state{.config = add->after,
                              .activeConnections = figure(m_random),
                              .inactiveConnections = figure(m_random),
                              .traffic = traffic()};
            state.config.weight = number * 7919 % 100;
            if (place == 42 && number / bench::serversEach < edits)
                state.config.weight = 1000;
            list->servers.push_back(state);
        }
        return snapshot;
    }

    const ChangePlan m_table = bench::largeTable();
    std::mt19937 m_random; ///< used by one reading at a time
    quint32 m_edits = 0;
    std::vector<std::jthread> m_readings;
};

struct Step {
    const char *name;
    std::function<void()> act;
    std::chrono::milliseconds lasts = 1500ms; ///< long enough for a reading
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("lvs-console-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tablebench"));
    QSettings().clear();

    LargeDirector director;
    MainWindow window;
    window.addDirector(&director);
    window.show();
    window.select(&director);
    auto *view = window.findChild<ServicesView *>();
    bench::StallProbe probe;

    const auto sort = [view](ServiceColumn column) {
        return [view, column] { view->sortByColumn(int(column), Qt::DescendingOrder); };
    };
    const auto press = [view](int key, Qt::KeyboardModifiers modifiers = {}) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(view, &event);
    };
    auto *filter = window.findChild<QLineEdit *>(QStringLiteral("serviceFilter"));
    const auto type = [filter](QStringView text) { filter->setText(text.toString()); };
    std::vector<Step> steps{
        {"open", [&] { director.open(); }, 2s},
        {"read-all", [&] { view->expandAll(); }, 4s},
        {"refresh", [] {}, 3s},
        {"scroll", [&] { view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2); }},
        {"sort-weight", sort(ServiceColumn::Weight), 3s},
        {"sort-active", sort(ServiceColumn::Active), 5s},
        {"sort-name", sort(ServiceColumn::Name), 3s},
        {"select-all", [&] { press(Qt::Key_A, Qt::ControlModifier); }, 5s},
        {"shift-end",
         [&] {
             press(Qt::Key_Home);
             press(Qt::Key_End, Qt::ShiftModifier);
         },
         3s},
        {"sort-selected", sort(ServiceColumn::Weight), 3s},
        {"filter-type", [&] { type(u"1"); }},
        {"filter-type-on", [&] { type(u"10.128"); }},
        {"filter-state", [&] { type(u"state:drained"); }, 3s},
        {"filter-clear", [&] { type(u""); }, 3s},
        {"select-all-again", [&] { press(Qt::Key_A, Qt::ControlModifier); }, 3s},
        {"copy-table", [&] { window.findChild<QAction *>(QStringLiteral("copy"))->trigger(); }, 6s},
        {"copy-csv", [&] { window.findChild<QAction *>(QStringLiteral("copyAllAsCsv"))->trigger(); }, 6s},
        {"copy-commands", [&] { window.findChild<QAction *>(QStringLiteral("copyAllAsCommands"))->trigger(); }, 6s},
        {"foreign-edits", [&] { director.editByOthers(500); }, 6s},
    };

    size_t at = 0;
    QTimer next;
    next.setSingleShot(true);
    const auto report = [&] {
        std::printf("table-%s %.0f ms\n", steps[at].name, probe.longest().count());
        std::fflush(stdout);
    };
    QObject::connect(&next, &QTimer::timeout, &application, [&] {
        if (at > 0) {
            --at;
            report();
            ++at;
        }
        if (at == steps.size())
            return QCoreApplication::quit();
        probe.reset();
        steps[at].act();
        next.start(steps[at].lasts);
        ++at;
    });
    next.start(0);
    return QCoreApplication::exec();
}
