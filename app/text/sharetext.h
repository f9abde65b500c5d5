// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/serviceshare.h"

#include <QString>

namespace lvs {

/// "76.9 % of 76.9 %": received of promised parts; a dash for what is not known, the received one alone where nothing
/// is promised.
QString shareText(std::optional<double> received, std::optional<double> promised);
/// "as promised", "skewed"
QString shareVerdictText(ServiceShare::Verdict verdict);

/// What was counted, what is promised, and what follows: a sentence a line.
QString shareExplanation(const ServiceShare &share);
/// The same for a server of it, which must be there.
QString shareExplanation(const ServiceShare &share, const ServerKey &server);

} // namespace lvs
