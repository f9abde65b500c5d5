// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/restoring.h"

#include "core/boot/bootrules.h"
#include "core/boot/restoration.h"
#include "core/boot/setuprestoration.h"
#include "helper/interface/errors.h"
#include "helper/service/words.h"

#include <syslog.h>
#include <systemd/sd-journal.h>

#include <cstdlib>

namespace lvs {
namespace {

using namespace Qt::StringLiterals;

void tell(int priority, const QString &message, const QString &outcome, const QString &plan = {})
{
    sd_journal_send("MESSAGE=%s", message.toUtf8().constData(), "PRIORITY=%d", priority, "LVS_METHOD=restore",
                    "LVS_OUTCOME=%s", outcome.toUtf8().constData(), "LVS_PLAN=%s", plan.toUtf8().constData(), nullptr);
}

/// Whether nothing is missing: an end that every part of a restoration has.
bool complain(const QString &what, const Error &error)
{
    tell(LOG_ERR, u"%1: %2 %3"_s.arg(what, bus::nameOf(error.code), error.values.join(u' ')), bus::nameOf(error.code));
    return false;
}

bool complainOfLine(qsizetype line, const QString &path)
{
    tell(LOG_WARNING, u"line %1 of %2 can't be carried out"_s.arg(line).arg(path), u"faulty"_s);
    return false;
}

bool tellFailures(const std::vector<RestoreReport::Failure> &failures)
{
    for (const auto &[operation, error] : failures) {
        tell(LOG_ERR, u"%1: %2"_s.arg(commandsFor(operation).join(u"; "_s), bus::nameOf(error.code)),
             bus::nameOf(error.code), summaryOf({{operation}}));
    }
    return failures.empty();
}

bool restoreTable(Backend &backend, const RuleState &wanted)
{
    const auto report = restore(backend, wanted);
    if (!report)
        return complain(u"nothing was restored"_s, report.error());
    const bool isWhole = tellFailures(report->failures);
    const QString plan = summaryOf(report->done);
    tell(LOG_INFO,
         u"restored (%1); %2 refused, %3 there already with other values and left as they are"_s.arg(plan)
             .arg(report->failures.size())
             .arg(report->different),
         u"restored"_s, plan);
    return isWhole;
}

bool tellSetups(const SetupRestoreReport &report, const QString &what)
{
    tellFailures(report.failures);
    for (const HostAddress &address : report.withheld) {
        const Operation add = AddAddress{address};
        tell(LOG_ERR, u"%1: left out, because ARP is not restricted"_s.arg(commandsFor(add).join(u"; "_s)),
             u"withheld"_s, summaryOf({{add}}));
    }
    if (report.stopped)
        complain(u"restoring %1 stopped, the rest of them is missing"_s.arg(what), *report.stopped);
    const QString plan = summaryOf(report.done);
    tell(LOG_INFO,
         u"restored of %1 (%2); %3 refused or left out"_s.arg(what, plan)
             .arg(report.failures.size() + report.withheld.size()),
         u"restored"_s, plan);
    return report.isWhole();
}

/// Nothing where there is no such file.
std::optional<BootFile> find(const StoredFile &file)
{
    BootFile found = file.read();
    return found.state == BootFile::State::Missing ? std::nullopt : std::optional(std::move(found));
}

bool mayBeRead(const BootFile &file, const QString &path)
{
    return file.isPresent() || complain(u"nothing was restored"_s, {.code = ErrorCode::FileNotRead, .values = {path}});
}

} // namespace

int restoreAtBoot(Backend &backend, const StoredFile &table, const StoredFile &setups)
{
    const auto keptTable = find(table);
    const auto keptSetups = find(setups);
    bool isWhole = keptTable || keptSetups ||
                   complain(u"nothing was restored"_s, {.code = ErrorCode::FileNotRead, .values = {table.path()}});
    KeptText kept;
    if (keptSetups && mayBeRead(*keptSetups, setups.path())) {
        kept = readKeptText(keptSetups->content);
        for (const qsizetype line : kept.faultyLines)
            isWhole = complainOfLine(line, setups.path());
        isWhole &= tellSetups(restoreMachine(backend, kept), u"set-ups"_s);
    } else if (keptSetups) {
        isWhole = false;
    }
    if (keptTable && mayBeRead(*keptTable, table.path())) {
        const BootRules rules = readBootText(keptTable->content);
        if (rules.faultyLine)
            isWhole = complainOfLine(*rules.faultyLine, table.path());
        isWhole &= restoreTable(backend, rules.state);
    } else if (keptTable) {
        isWhole = false;
    }
    if (const RuleState rules = keptRules(kept); !rules.table.isEmpty())
        isWhole &= restoreTable(backend, rules);
    if (std::ranges::any_of(kept.setups, [](const KeptSetup &setup) { return !setup.marks.empty(); }))
        isWhole &= tellSetups(restoreMarks(backend, kept), u"marks"_s);
    return isWhole ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace lvs
