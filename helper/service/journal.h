// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/callers.h"

#include <chrono>

namespace lvs {

/// What the journal keeps of one attempt. Fields, not text: a name can't forge a line.
struct Attempt {
    QString method{};
    Caller caller{};
    QString action{};  ///< id of the action that decided; several are joined by blanks
    QString verdict{}; ///< "allowed", "denied", "dismissed", …; empty if nobody was asked
    QString plan{};    ///< "3 operations: 2 edit-server, 1 add-service"
    quint64 generationBefore = 0;
    quint64 generationAfter = 0;
    QString outcome{}; ///< "answered", "applied", …, or the name of the error's code
    std::chrono::milliseconds duration{};
    bool refused = false;
};

class Journal
{
public:
    virtual ~Journal() = default;
    virtual void record(const Attempt &attempt) = 0;
};

/// The journal of systemd; fields are named LVS_METHOD, LVS_UID, LVS_BUS_NAME, LVS_ACTION, LVS_VERDICT, LVS_PLAN,
/// LVS_GENERATION_BEFORE, LVS_GENERATION_AFTER, LVS_OUTCOME and LVS_DURATION_MS.
class SystemdJournal : public Journal
{
public:
    void record(const Attempt &attempt) override;
};

} // namespace lvs
