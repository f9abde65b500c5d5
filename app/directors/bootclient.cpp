// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/bootclient.h"

#include "app/directors/helperclient.h"
#include "app/directors/unitreading.h"
#include "helper/interface/convert.h"
#include "helper/interface/methodtable.h"

namespace lvs::boot {

using namespace Qt::StringLiterals;

namespace {

Result<BootFile> fileFrom(const QDBusMessage &reply, qsizetype argument)
{
    return bus::fromWire(bus::structureFrom<bus::BootFileData>(reply.arguments().at(argument)));
}

/// What the files service answers, or nothing known.
void takeFiles(const Result<QDBusMessage> &reply, BootState &state)
{
    if (!reply)
        return;
    qsizetype argument = 0;
    for (BootFile *file : {&state.debianRules, &state.debianDefaults, &state.rhelRules})
        *file = fileFrom(*reply, argument++).value_or(BootFile());
}

} // namespace

QFuture<Result<BootState>> read(HelperClient &helper)
{
    const QDBusConnection connection = helper.connection();
    auto own = helper.readBoot();
    const auto setups = helper.readSetups();
    const auto files = helper::call(connection, bus::filesService, "ReadFiles"_L1, {});
    const auto ownUnit = readUnit(connection, bootpath::ownUnit);
    const auto distributionUnit = readUnit(connection, bootpath::distributionUnit);
    // All are under way; this waits for one after the other.
    return own.then([setups](const Result<BootFile> &) { return setups; })
        .unwrap()
        .then([files](const Result<BootFile> &) { return files; })
        .unwrap()
        .then([ownUnit](const Result<QDBusMessage> &) { return ownUnit; })
        .unwrap()
        .then([distributionUnit](const UnitReport &) { return distributionUnit; })
        .unwrap()
        .then([=](const UnitReport &distribution) -> Result<BootState> {
            const Result<BootFile> file = own.result();
            if (!file)
                return std::unexpected(file.error());
            BootState state{.own = *file,
                            .setups = setups.result().value_or(BootFile()),
                            .ownUnit = ownUnit.result().unit,
                            .distributionUnit = distribution.unit,
                            .distributionLayout = distribution.layout};
            takeFiles(files.result(), state);
            return state;
        });
}

QFuture<Result<KeptState>> readKept(HelperClient &helper)
{
    auto setups = helper.readSetups();
    const auto unit = readUnit(helper.connection(), bootpath::ownUnit);
    return setups.then([unit](const Result<BootFile> &) { return unit; })
        .unwrap()
        .then([setups](const UnitReport &report) -> Result<KeptState> {
            return setups.result().transform([&](const BootFile &file) { return KeptState{file, report.unit}; });
        });
}

QFuture<Result<void>> writeFiles(const QDBusConnection &connection, BootLayout layout, const RuleState &state,
                                 const BootState &seen)
{
    const bool isDebian = layout == BootLayout::Debian;
    const auto arguments = [isDebian, state, seen] {
        QVariantList list{QVariant::fromValue(bus::toWire(state)),
                          digestOf(isDebian ? seen.debianRules : seen.rhelRules)};
        if (isDebian)
            list.append(digestOf(seen.debianDefaults));
        return list;
    };
    return helper::callWithMuch(connection, bus::filesService, isDebian ? "WriteDebian"_L1 : "WriteRhel"_L1, arguments)
        .then(helper::done);
}

} // namespace lvs::boot
