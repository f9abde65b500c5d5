// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/bootkeeping.h"

#include "core/director/pendingresult.h"
#include "core/director/snapshotdifference.h"
#include "core/setup/setupkeeping.h"

namespace lvs {

namespace {

/// The answers, of which the last two are the director's alone.
struct Answers {
    QFuture<Result<HostInfo>> host{};
    QFuture<Result<Snapshot>> table{};
    QFuture<Result<FirewallState>> firewall{};
};

Result<SetupFacts> factsOf(const QString &machine, const Answers &answers, bool needsFilter)
{
    const Result<HostInfo> host = answers.host.result();
    const Result<Snapshot> table = answers.table.result();
    const Result<FirewallState> firewall = answers.firewall.result();
    if (!host)
        return std::unexpected(host.error());
    if (!table)
        return std::unexpected(table.error());
    if (!firewall && needsFilter)
        return std::unexpected(firewall.error());
    SetupFacts facts{.hosts = {{machine, *host}}, .table = tableOf(*table)};
    if (firewall)
        facts.firewall = *firewall;
    return facts;
}

} // namespace

QFuture<Result<void>> keepForBoot(Director &machine, const QString &id, const SetupWish &wish)
{
    const bool isDirector = machine.id() == wish.director;
    Answers answers{.host = machine.readHost(),
                    .table = QtFuture::makeReadyValueFuture(Result<Snapshot>()),
                    .firewall = failedFuture<FirewallState>({.code = ErrorCode::NotSupported})};
    if (isDirector) {
        answers.table = machine.read({.serversOf = {wish.service.key}});
        answers.firewall = machine.readFirewall();
    }
    const bool needsFilter = isDirector && needsFirewall(wish);
    // All are under way; this waits for one after the other.
    return answers.host.then([answers](const Result<HostInfo> &) { return answers.table; })
        .unwrap()
        .then([answers](const Result<Snapshot> &) { return answers.firewall; })
        .unwrap()
        .then(&machine,
              [&machine, id, wish, answers, needsFilter](const Result<FirewallState> &) {
                  const auto facts = factsOf(machine.id(), answers, needsFilter);
                  if (!facts)
                      return failedFuture<void>(facts.error());
                  const KeptSetup needed = keptFor(id, wish, machine.id(), *facts);
                  return needed.isEmpty() ? machine.forgetSetup(id) : machine.keepSetup(needed);
              })
        .unwrap()
        .onCanceled([] { return Result<void>(failure(ErrorCode::LinkLost)); }); // the machine was forgotten
}

} // namespace lvs
