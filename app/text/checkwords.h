// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

#include <QString>

namespace lvs {

/// What a line of a set-up's checklist says; setupchecktext makes sentences of it. A new check has all its words in one
/// place, in the file of those it belongs to.
struct CheckWords {
    QString name{};        ///< what is looked at
    QString is{};          ///< what is, and what should be; empty: as the check has it
    QString wanted{};      ///< the same
    QString purpose{};     ///< what it is good for
    QString consequence{}; ///< what comes of it being wrong
    QString remedy{};      ///< what to do about that; empty: setting up again does what is missing
    QString command{};     ///< shows the same on the machine; empty: there is none
};

/// Of the director and its IPVS table.
CheckWords directorCheckWords(const SetupCheck &check, const SetupWish &wish);
/// Of a real server.
CheckWords serverCheckWords(const SetupCheck &check, const SetupWish &wish);
/// Whether clients get through and are served.
CheckWords trialCheckWords(const SetupCheck &check, const SetupWish &wish);
/// The value of a piece of evidence of such a check.
QString trialEvidence(const SetupCheck &check, const QString &value);

/// "1 (on)", of a sysctl that is off at 0; anything else as it is.
QString switchText(const QString &value);
/// "1 (strict)", of rp_filter.
QString reversePathText(const QString &value);

} // namespace lvs
