// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

#include <QString>

namespace lvs {

// The words of those checks of a set-up that say whether clients get through and are served; setupchecktext has all
// others and puts them together.

QString trialName(const SetupCheck &check);
/// What is; not of what is not known.
QString trialValue(const SetupCheck &check);
QString trialWanted(const SetupCheck &check);
/// The value of a piece of evidence.
QString trialEvidence(const SetupCheck &check, const QString &value);
QString trialPurpose(SetupCheck::Code code);
QString trialConsequence(const SetupCheck &check);
QString trialRemedy(const SetupCheck &check);
/// Empty where there is none.
QString trialCommand(const SetupCheck &check, const SetupWish &wish);

} // namespace lvs
