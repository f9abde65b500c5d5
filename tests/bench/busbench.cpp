// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// busbench: reads the whole table once through the helper on the system bus, as the console does, and says the seconds.
#include "app/directors/helperclient.h"
#include "tests/bench/largetable.h"
#include "tests/bench/stopwatch.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace lvs;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "busbench failed: error %d, %s\n", int(error.code), qPrintable(error.values.join(u' ')));
    return EXIT_FAILURE;
}

int check(const Result<Snapshot> &snapshot, const bench::Stopwatch &stopwatch)
{
    if (!snapshot)
        return fail(snapshot.error());
    stopwatch.print();
    size_t rows = snapshot->services.size();
    for (const ServerList &list : snapshot->servers)
        rows += list.servers.size();
    return rows == bench::services * (1 + bench::serversEach) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    HelperClient helper(QDBusConnection::systemBus());
    // The first call starts the helper, which is not what is measured.
    helper.readInfo().then(&application, [&](const Result<KernelInfo> &info) {
        if (!info)
            return QCoreApplication::exit(fail(info.error()));
        helper.read({.allServers = true})
            .then(&application, [stopwatch = bench::Stopwatch()](const Result<Snapshot> &snapshot) {
                QCoreApplication::exit(check(snapshot, stopwatch));
            });
    });
    return QCoreApplication::exec();
}
