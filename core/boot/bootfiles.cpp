// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootfiles.h"

#include "core/boot/bootrules.h"
#include "core/types/numbers.h"

#include <algorithm>
#include <iterator>

namespace lvs {
namespace {

/// The daemons as variables, if they can say all of them.
std::optional<DebianDefaults> variablesFor(const std::vector<SyncDaemon> &daemons)
{
    DebianDefaults defaults{.restores = true};
    if (daemons.empty())
        return defaults;
    const SyncDaemon &first = daemons.front();
    if (!isPlainInterface(first.interface) || first.syncId > limits::largestSyncId)
        return {};
    defaults.interface = first.interface;
    defaults.syncId = quint8(first.syncId);
    if (daemons.size() > 1)
        defaults.daemon = DebianDaemon::Both;
    else
        defaults.daemon = first.role == SyncRole::Master ? DebianDaemon::Master : DebianDaemon::Backup;
    if (!std::ranges::is_permutation(daemons, syncDaemonsOf(defaults)))
        return {};
    return defaults;
}

} // namespace

Result<DebianBootFiles> debianBootFiles(const RuleState &state, QByteArrayView presentDefaults)
{
    const auto present = readDebianDefaults(presentDefaults);
    RuleState rules = state;
    DebianDefaults defaults{.restores = true};
    if (const auto variables = variablesFor(state.daemons)) {
        defaults = *variables;
        rules.daemons.clear();
    }
    if (present && defaults.daemon == DebianDaemon::None) { // not looked at then
        defaults.interface = present->interface;
        defaults.syncId = present->syncId;
    }
    return withDebianDefaults(presentDefaults, defaults).transform([&](const QByteArray &text) {
        return DebianBootFiles{.rules = "# ipvsadm.rules\n" + bootText(rules), .defaults = text};
    });
}

RuleState restoredBy(const DebianBootFiles &files)
{
    RuleState state = readBootText(files.rules).state;
    if (const auto defaults = readDebianDefaults(files.defaults))
        std::ranges::copy(syncDaemonsOf(*defaults), std::back_inserter(state.daemons));
    return state;
}

QByteArray rhelBootFile(const RuleState &state)
{
    return bootText(state);
}

} // namespace lvs
