// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// kernelbench apply|read|bare-apply|bare-read: does it once in the present network namespace and says the seconds.
// kernelbench check|restore FILE: reads a rule file, and makes it the table.
#include "core/apply/applier.h"
#include "core/apply/readtable.h"
#include "core/rules/ruleplan.h"
#include "helper/kernel/kernelbackend.h"
#include "tests/bench/barenetlink.h"
#include "tests/bench/largetable.h"
#include "tests/bench/stopwatch.h"
#include "tests/support/ruletext.h"

#include <QFile>

#include <cstdlib>
#include <future>
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

RuleFile readRules(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::ReadOnly) ? readRuleFile(test::ruleTextFromBytes(file.readAll()), RuleMode::Friendly)
                                          : RuleFile();
}

bool check(const char *path)
{
    const bench::Stopwatch stopwatch;
    const RuleFile file = readRules(path);
    stopwatch.print();
    return file.lineCount() > allRows && !test::hasErrors(file);
}

/// From the file on the disk to the table in the kernel, the reading of the present one included.
bool restore(const char *path)
{
    const bench::Stopwatch stopwatch;
    auto file = std::async(std::launch::async, readRules, path); // meanwhile, as the console does
    KernelBackend backend;
    const Result<IpvsTable> table = readTable(backend);
    const Result<Timeouts> timeouts = backend.readTimeouts();
    const auto daemons = backend.readSyncDaemons();
    if (!table || !timeouts || !daemons)
        return false;
    const RulePlan plan = planRules(file.get(), {*table, *timeouts, *daemons}, RuleStart::EmptyTable);
    const ApplyReport report = Applier(backend).apply(plan.plan);
    stopwatch.print();
    return report.outcome == ApplyOutcome::Applied && plan.plan.operations.size() == bench::differences;
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
    const std::string_view what = argc >= 2 ? argv[1] : "";
    const char *path = argc == 3 ? argv[2] : "";
    const bool done = what == "apply"        ? apply()
                      : what == "check"      ? check(path)
                      : what == "restore"    ? restore(path)
                      : what == "read"       ? read()
                      : what == "bare-apply" ? bareApply()
                      : what == "bare-read"  ? bareRead()
                                             : false;
    if (!done)
        std::fprintf(stderr, "kernelbench %s failed\n", argc >= 2 ? argv[1] : "without a word of what to do");
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
