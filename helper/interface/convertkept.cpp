// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/keptwire.h"

namespace lvs::bus {
namespace {

Result<IpvsTable::Entry> entryFromWire(const EntryData &data)
{
    auto service = fromWire(data.service);
    if (!service)
        return std::unexpected(service.error());
    return listFromWire(data.servers, KeptSetup::mostServers).transform([&](std::vector<RealServer> &&servers) {
        return IpvsTable::Entry{*std::move(service), std::move(servers)};
    });
}

template<class T, class Data> Result<void> take(std::vector<T> &values, const QList<Data> &data)
{
    return listFromWire(data, KeptSetup::mostOnHost).transform([&](std::vector<T> &&read) {
        values = std::move(read);
    });
}

Result<void> takeRules(KeptSetup &setup, const QList<EntryData> &rules)
{
    if (rules.size() > 1)
        return failure(ErrorCode::BadRequest);
    if (rules.isEmpty())
        return {};
    return entryFromWire(rules.constFirst()).transform([&](IpvsTable::Entry &&entry) {
        setup.rules = std::move(entry);
    });
}

} // namespace

KeptSetupData toWire(const KeptSetup &setup)
{
    KeptSetupData data{.id = setup.id,
                       .service = toWire(setup.service),
                       .sysctls = listToWire(setup.sysctls),
                       .tunnels = listToWire(setup.tunnels),
                       .addresses = listToWire(setup.addresses),
                       .routes = listToWire(setup.routes),
                       .snats = listToWire(setup.snats),
                       .marks = listToWire(setup.marks)};
    if (setup.rules)
        data.rules.append({.service = toWire(setup.rules->service), .servers = listToWire(setup.rules->servers)});
    return data;
}

Result<KeptSetup> fromWire(const KeptSetupData &data)
{
    const auto service = fromWire(data.service);
    if (!service)
        return std::unexpected(service.error());
    KeptSetup setup{.id = data.id, .service = *service};
    return take(setup.sysctls, data.sysctls)
        .and_then([&] { return take(setup.tunnels, data.tunnels); })
        .and_then([&] { return take(setup.addresses, data.addresses); })
        .and_then([&] { return take(setup.routes, data.routes); })
        .and_then([&] { return take(setup.snats, data.snats); })
        .and_then([&] { return takeRules(setup, data.rules); })
        .and_then([&] { return take(setup.marks, data.marks); })
        .and_then([&] { return validate(setup); })
        .transform([&] { return std::move(setup); });
}

} // namespace lvs::bus
