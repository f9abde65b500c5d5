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
    const auto files = helper::call(connection, bus::filesService, "ReadFiles"_L1, {});
    const auto ownUnit = readUnit(connection, bootpath::ownUnit);
    const auto distributionUnit = readUnit(connection, bootpath::distributionUnit);
    // All are under way; this waits for one after the other.
    return own.then([files](const Result<BootFile> &) { return files; })
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
                            .ownUnit = ownUnit.result().unit,
                            .distributionUnit = distribution.unit,
                            .distributionLayout = distribution.layout};
            takeFiles(files.result(), state);
            return state;
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
