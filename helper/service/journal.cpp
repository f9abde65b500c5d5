// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/journal.h"

#include <syslog.h>
#include <systemd/sd-journal.h>

namespace lvs {

void SystemdJournal::record(const Attempt &attempt)
{
    const QByteArray method = attempt.method.toUtf8();
    const QByteArray user = userName(attempt.caller.uid).toUtf8();
    const QByteArray outcome = attempt.outcome.toUtf8();
    sd_journal_send("MESSAGE=%s by %s: %s", method.constData(), user.constData(), outcome.constData(), "PRIORITY=%d",
                    attempt.refused ? LOG_NOTICE : LOG_INFO, "LVS_METHOD=%s", method.constData(), "LVS_UID=%lu",
                    static_cast<unsigned long>(attempt.caller.uid), "LVS_BUS_NAME=%s",
                    attempt.caller.busName.toUtf8().constData(), "LVS_ACTION=%s", attempt.action.toUtf8().constData(),
                    "LVS_VERDICT=%s", attempt.verdict.toUtf8().constData(), "LVS_PLAN=%s",
                    attempt.plan.toUtf8().constData(), "LVS_GENERATION_BEFORE=%llu",
                    static_cast<unsigned long long>(attempt.generationBefore), "LVS_GENERATION_AFTER=%llu",
                    static_cast<unsigned long long>(attempt.generationAfter), "LVS_OUTCOME=%s", outcome.constData(),
                    "LVS_DURATION_MS=%lld", static_cast<long long>(attempt.duration.count()), nullptr);
}

} // namespace lvs
