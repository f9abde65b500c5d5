// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulewriter.h"

#include "core/change/changeplan.h"
#include "core/change/ipvsadmwords.h"
#include "core/rules/saveorder.h"
#include "core/types/netmask.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// The one command that an operation on settings is.
QString withoutProgram(const Operation &operation)
{
    return commandsFor(operation).first().sliced("ipvsadm "_L1.size());
}

} // namespace

QString ruleFor(const VirtualService &service, RuleFlavour flavour)
{
    const QString chosen = selectorWords(service.key);
    if (chosen.isEmpty())
        return {};
    const bool hasMask = service.netmask != widestNetmask(service.key.family);
    const bool isSaid = service.isPersistent() || flavour == RuleFlavour::Complete;
    return u"-A"_s + chosen + serviceWords(service, hasMask && isSaid);
}

QString ruleFor(const ServiceKey &service, const RealServer &server, RuleFlavour flavour)
{
    const QString chosen = selectorWords(service);
    if (chosen.isEmpty())
        return {};
    QString forwarding = forwardingWord(server.forwarding);
    if (forwarding.isEmpty())
        forwarding = forwardingWord(Forwarding::Gatewaying);
    QString text =
        u"-a"_s + chosen + u" -r "_s + server.key.toString() + forwarding + u" -w "_s + QString::number(server.weight);
    const auto threshold = [&](const QString &option, quint32 value) {
        if (value != 0 && flavour == RuleFlavour::Complete)
            text += option + QString::number(value);
    };
    threshold(u" -x "_s, server.upperThreshold);
    threshold(u" -y "_s, server.lowerThreshold);
    if (server.forwarding == Forwarding::Tunnelling)
        text += tunnelWords(server.tunnel);
    return text;
}

QString ruleFor(const Timeouts &timeouts)
{
    return withoutProgram(SetTimeouts{{}, timeouts});
}

QString ruleFor(const SyncDaemon &daemon)
{
    return withoutProgram(StartSyncDaemon{daemon});
}

QString writeRules(const RuleState &state, RuleFlavour flavour)
{
    QString text;
    const auto append = [&text](const QString &line) {
        if (!line.isEmpty())
            text += line + u'\n';
    };
    for (const IpvsTable::Entry *entry : inSaveOrder(state.table)) {
        append(ruleFor(entry->service, flavour));
        for (const RealServer *server : inSaveOrder(entry->servers))
            append(ruleFor(entry->service.key, *server, flavour));
    }
    if (flavour == RuleFlavour::AsSaved)
        return text;
    if (state.timeouts != Timeouts())
        append(ruleFor(state.timeouts));
    for (const SyncDaemon &daemon : state.daemons)
        append(ruleFor(daemon));
    return text;
}

} // namespace lvs
