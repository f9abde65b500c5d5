// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/kerneltext.h"

#include "app/text/format.h"
#include "app/text/schedulertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// Connections to a bucket up to which finding one is as good as immediate.
constexpr quint64 goodChain = 8;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(KernelText)
public:
    static QString name(const KernelFeature &feature);
    static QString purpose(const KernelFeature &feature);
    static QString state(FeatureState state);
    static QString remedy(const KernelFeature &feature, FeatureState state);
    static QString tableSize(quint32 buckets);
    static MarkedText summary(const KernelSupport &support);
};

MarkedText Words::summary(const KernelSupport &support)
{
    if (support.state(KernelFeature::Kind::Core, u"ipvs") == FeatureState::Missing)
        return {State::Unreachable, tr("This kernel was built without IPVS.")};
    if (std::ranges::contains(support.states, FeatureState::Unknown))
        return {State::Unknown, tr("What this kernel was built with is not known.")};
    QStringList missing;
    for (std::size_t i = 0; i < kernelFeatures.size(); ++i) {
        if (support.states[i] == FeatureState::Missing)
            missing << name(kernelFeatures[i]);
    }
    if (missing.isEmpty())
        return {State::Serving, tr("The kernel has every part of IPVS.")};
    return {State::Overloaded, tr("Missing in the kernel: %1").arg(missing.join(tr(", ", "between parts")))};
}

QString Words::name(const KernelFeature &feature)
{
    switch (feature.kind) {
    case KernelFeature::Kind::Protocol:
        return tr("Protocol %1").arg(feature.name);
    case KernelFeature::Kind::Scheduler:
        return tr("Scheduler %1").arg(feature.name);
    case KernelFeature::Kind::Engine:
        return tr("Persistence engine %1").arg(feature.name);
    case KernelFeature::Kind::Core:
        break;
    }
    if (feature.name == "ipv6"_L1)
        return tr("IPv6");
    if (feature.name == "conntrack"_L1)
        return tr("Connection tracking");
    return feature.name == "ftp"_L1 ? tr("FTP through NAT") : tr("IPVS");
}

QString Words::purpose(const KernelFeature &feature)
{
    if (feature.kind == KernelFeature::Kind::Scheduler)
        return schedulerText(QString(feature.name));
    if (feature.kind == KernelFeature::Kind::Engine)
        return tr("persistence by the Call-ID of SIP");
    if (feature.name == "AH"_L1 || feature.name == "ESP"_L1)
        return tr("IPsec");
    if (feature.kind == KernelFeature::Kind::Protocol)
        return {};
    if (feature.name == "ipv6"_L1)
        return tr("virtual services with IPv6 addresses");
    if (feature.name == "conntrack"_L1)
        return tr("FullNAT, and firewall rules on balanced connections");
    return feature.name == "ftp"_L1 ? tr("data connections of FTP with masquerading") : tr("the load balancer itself");
}

QString Words::state(FeatureState state)
{
    switch (state) {
    case FeatureState::Missing:
        return tr("Missing");
    case FeatureState::Module:
        return tr("Module, not loaded");
    case FeatureState::Loaded:
        return tr("Loaded");
    case FeatureState::BuiltIn:
        return tr("Built in");
    case FeatureState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString Words::remedy(const KernelFeature &feature, FeatureState state)
{
    switch (state) {
    case FeatureState::Missing:
        return tr("This kernel was built without it: install one that was built with CONFIG_%1.").arg(feature.symbol);
    case FeatureState::Module:
        if (feature.kind == KernelFeature::Kind::Scheduler || feature.kind == KernelFeature::Kind::Engine)
            return tr("Nothing to do: the kernel loads it with the first service that uses it.");
        return tr("Load it with: modprobe %1").arg(feature.module);
    case FeatureState::Unknown:
        return tr("The kernel's configuration could not be read: no file /boot/config of this release.");
    case FeatureState::Loaded:
    case FeatureState::BuiltIn:
        break;
    }
    return {};
}

QString Words::tableSize(quint32 buckets)
{
    if (buckets == 0)
        return tr("The size of the connection table is not known.");
    return tr("%1 buckets (2^%2): finding a connection is quick up to about %3 connections. There is no limit, but "
              "with more of them each packet takes longer.")
        .arg(format::count(buckets))
        .arg(std::bit_width(buckets) - 1)
        .arg(format::count(buckets * goodChain));
}

} // namespace

QString featureName(const KernelFeature &feature)
{
    return Words::name(feature);
}

QString featurePurpose(const KernelFeature &feature)
{
    return Words::purpose(feature);
}

QString featureStateText(FeatureState state)
{
    return Words::state(state);
}

State markOf(FeatureState state)
{
    switch (state) {
    case FeatureState::Loaded:
    case FeatureState::BuiltIn:
        return State::Serving;
    case FeatureState::Module:
        return State::Drained;
    case FeatureState::Missing:
        return State::Unreachable;
    case FeatureState::Unknown:
        break;
    }
    return State::Unknown;
}

QString featureRemedy(const KernelFeature &feature, FeatureState state)
{
    return Words::remedy(feature, state);
}

QString featureCommand(const KernelFeature &feature, FeatureState state)
{
    return state == FeatureState::Module ? u"modprobe "_s + feature.module : QString();
}

MarkedText kernelSummary(const KernelSupport &support)
{
    return Words::summary(support);
}

QString tableSizeText(quint32 buckets)
{
    return Words::tableSize(buckets);
}

QString tableSizeOption()
{
    return u"options ip_vs conn_tab_bits=20"_s;
}

} // namespace lvs
