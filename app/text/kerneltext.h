// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/model/kernelsupport.h"

#include <QString>

namespace lvs {

/// "Scheduler wlc", "Protocol TCP", "IPv6"
QString featureName(const KernelFeature &feature);
/// What it is good for; empty where the name says it.
QString featurePurpose(const KernelFeature &feature);
/// "Loaded", "Missing"
QString featureStateText(FeatureState state);
/// The mark beside the word.
State markOf(FeatureState state);
/// What to do so that it is there; empty where nothing has to be done.
QString featureRemedy(const KernelFeature &feature, FeatureState state);
/// The command in the remedy; empty if there is none.
QString featureCommand(const KernelFeature &feature, FeatureState state);

/// What is missing of IPVS in a kernel, in a sentence.
MarkedText kernelSummary(const KernelSupport &support);

/// How many connections a table of so many buckets holds well, as a sentence.
QString tableSizeText(quint32 buckets);
/// What makes it larger: the line for a file in /etc/modprobe.d.
QString tableSizeOption();

} // namespace lvs
