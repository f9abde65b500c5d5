// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/restoring.h"

#include "core/boot/bootrules.h"
#include "core/boot/restoration.h"
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

int complain(const Error &error)
{
    tell(LOG_ERR, u"nothing was restored: %1 %2"_s.arg(bus::nameOf(error.code), error.values.join(u' ')),
         bus::nameOf(error.code));
    return EXIT_FAILURE;
}

} // namespace

int restoreAtBoot(Backend &backend, const StoredFile &file)
{
    const BootFile kept = file.read();
    if (!kept.isPresent())
        return complain({.code = ErrorCode::FileNotRead, .values = {file.path()}});
    const BootRules rules = readBootText(kept.content);
    if (rules.faultyLine)
        tell(LOG_WARNING, u"line %1 of %2 can't be carried out"_s.arg(*rules.faultyLine).arg(file.path()), u"faulty"_s);
    const auto report = restore(backend, rules.state);
    if (!report)
        return complain(report.error());
    for (const auto &[operation, error] : report->failures) {
        tell(LOG_ERR, u"%1: %2"_s.arg(commandsFor(operation).join(u"; "_s), bus::nameOf(error.code)),
             bus::nameOf(error.code), summaryOf({{operation}}));
    }
    const QString plan = summaryOf(report->done);
    tell(LOG_INFO,
         u"restored (%1); %2 refused, %3 there already with other values and left as they are"_s.arg(plan)
             .arg(report->failures.size())
             .arg(report->different),
         u"restored"_s, plan);
    return report->failures.empty() && !rules.faultyLine ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace lvs
