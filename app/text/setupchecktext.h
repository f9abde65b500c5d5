// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/setup/setupchecks.h"

namespace lvs {

// The words of a set-up's checklist, for an administrator. `wish` is that of which the checks are.

/// What is looked at: "ARP answers on eth0".
QString setupCheckText(const SetupCheck &check, const SetupWish &wish);
/// "as it should be", "wrong", "not known".
MarkedText setupCheckStateText(SetupCheck::State state);
/// What is: "0", "1 (strict)", "172.18.100.7/32".
QString setupCheckIsText(const SetupCheck &check, const SetupWish &wish);
QString setupCheckWantedText(const SetupCheck &check, const SetupWish &wish);
/// What it is good for, what ARP values mean, or what comes of it being wrong; what to do about that; what was seen,
/// and where.
QString setupCheckExplanation(const SetupCheck &check, const SetupWish &wish);
/// What comes of it being wrong, alone.
QString setupCheckConsequence(const SetupCheck &check, const SetupWish &wish);

/// A command that shows the same on the machine; empty where there is none.
QString setupCheckCommand(const SetupCheck &check, const SetupWish &wish);

/// What a value of arp_ignore or arp_announce makes of a request.
QString arpIgnoreText(int value);
QString arpAnnounceText(int value);
/// Every value with its meaning, a line each.
QString arpIgnoreValues();
QString arpAnnounceValues();

/// The checks as one: how many are wrong, or that all is well.
MarkedText setupChecksText(const std::vector<SetupCheck> &checks);

} // namespace lvs
