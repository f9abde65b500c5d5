// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// tickbench SERVICES: looks at this machine through the helper as a console with these many services open does, for
// some ticks, everything but painting included, and says the seconds of processor time of one: of this process
// (reading, curves, rows of the model, search for foreign edits) and of the helper.
#include "app/directors/localmachine.h"
#include "app/directors/machinedirector.h"
#include "app/models/servicetreemodel.h"
#include "app/session/directorsession.h"
#include "tests/bench/largetable.h"
#include "tests/directors/scriptedprompter.h"

#include <QFile>
#include <QGuiApplication>
#include <QStandardPaths>

#include <cstdio>

#include <sys/resource.h>

using namespace lvs;

namespace {

constexpr int warmUp = 2;
constexpr int ticks = 5;

double ownSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double helperSeconds()
{
    QFile file(QStringLiteral("/sys/fs/cgroup/system.slice/lvs-console-helper.service/cpu.stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readLine(); // "usage_usec 123456"
    return double(line.mid(line.indexOf(' ') + 1).trimmed().toLongLong()) / 1e6;
}

/// Follows the ticks and ends the program after the last.
class Ticks : public QObject
{
public:
    Ticks(Director *director, quint32 open)
        : m_open(open)
        , m_session(director)
    {
        connect(m_session.watcher(), &TableWatcher::snapshotTaken, this,
                [this](const std::shared_ptr<const Snapshot> &snapshot) {
                    m_isWhole = snapshot->hasTraffic && snapshot->services.size() == bench::services &&
                                snapshot->servers.size() == m_open;
                    m_model.setSnapshot(snapshot);
                });
        connect(m_session.watcher(), &TableWatcher::readFailed, this, [this](const Error &error) {
            std::fprintf(stderr, "tickbench begins anew: error %d\n", int(error.code));
            m_done = 0;
        });
        connect(&m_model, &ServiceTreeModel::updated, this, &Ticks::updated);
        m_model.setAnnotations(m_session.annotations());
        Interest interest;
        for (quint32 service = 0; service < open; ++service)
            interest.serversOf.push_back(bench::serviceKey(service));
        m_session.watcher()->watch(this, interest);
    }

private:
    void updated()
    {
        if (!m_isWhole)
            return;
        if (++m_done == warmUp) {
            m_own = ownSeconds();
            m_helper = helperSeconds();
        }
        if (m_done < warmUp + ticks)
            return;
        const double own = (ownSeconds() - m_own) / ticks;
        const double helper = (helperSeconds() - m_helper) / ticks;
        std::printf("console %.3f helper %.3f\n%.3f\n", own, helper, own + helper);
        QCoreApplication::quit();
    }

    std::size_t m_open;
    DirectorSession m_session;
    ServiceTreeModel m_model;
    bool m_isWhole = false;
    int m_done = 0;
    double m_own = 0;
    double m_helper = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv); // rows have colours
    QStandardPaths::setTestModeEnabled(true);
    test::ScriptedPrompter prompter;
    MachineDirector director(std::make_unique<LocalMachine>(prompter));
    director.open();
    const Ticks ticks(&director, argc == 2 ? QByteArray(argv[1]).toUInt() : 0);
    return QCoreApplication::exec();
}
