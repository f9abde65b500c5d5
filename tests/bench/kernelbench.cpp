// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// kernelbench apply|read|bare-apply|bare-read: does it once in the present network namespace and says the seconds.
#include "core/apply/applier.h"
#include "helper/kernel/kernelbackend.h"
#include "tests/bench/barenetlink.h"
#include "tests/bench/largetable.h"
#include "tests/bench/stopwatch.h"

#include <cstdlib>
#include <string_view>

using namespace lvs;

namespace {

constexpr long allRows = bench::services * (1 + bench::serversEach);

bool apply()
{
    ChangePlan plan = bench::largeTable();
    const bench::Stopwatch stopwatch;
    KernelBackend backend;
    const ApplyReport report = Applier(backend).apply(std::move(plan));
    stopwatch.print();
    return report.outcome == ApplyOutcome::Applied && report.undo.operations.size() == bench::services;
}

bool read()
{
    const bench::Stopwatch stopwatch;
    KernelBackend backend;
    const auto services = backend.readServices();
    if (!services)
        return false;
    std::vector<ServiceKey> keys;
    for (const ServiceState &service : *services)
        keys.push_back(service.config.key);
    const auto lists = backend.readServers(keys);
    stopwatch.print();
    long rows = long(services->size());
    for (const Result<ServerList> &list : lists.value())
        rows += list ? long(list->servers.size()) : 0;
    return rows == allRows;
}

bool bareApply()
{
    const bench::Stopwatch stopwatch;
    const bool done = bench::bareLoad();
    stopwatch.print();
    return done;
}

bool bareRead()
{
    const bench::Stopwatch stopwatch;
    const long rows = bench::bareRead();
    stopwatch.print();
    return rows == allRows;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view what = argc == 2 ? argv[1] : "";
    const bool done = what == "apply"        ? apply()
                      : what == "read"       ? read()
                      : what == "bare-apply" ? bareApply()
                      : what == "bare-read"  ? bareRead()
                                             : false;
    if (!done)
        std::fprintf(stderr, "kernelbench %s failed\n", argc == 2 ? argv[1] : "without a word of what to do");
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
