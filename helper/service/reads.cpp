// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/reads.h"

#include "helper/interface/convert.h"

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

Result<QVariantList> info(Backend &backend)
{
    return backend.readInfo().transform(
        [](const KernelInfo &i) { return QVariantList{i.version, i.connectionTableSize, i.release}; });
}

Result<QVariantList> totals(Backend &backend)
{
    return backend.readTotals().transform([](const MachineTotals &t) {
        return QVariantList{QVariant::fromValue(bus::toWire(t.traffic.counters)),
                            QVariant::fromValue(bus::toWire(t.traffic.rates)), quint64(t.uptime.count())};
    });
}

Result<QVariantList> timeouts(Backend &backend)
{
    return backend.readTimeouts().transform(
        [](const Timeouts &t) { return QVariantList{QVariant::fromValue(bus::toWire(t))}; });
}

Result<QVariantList> syncDaemons(Backend &backend)
{
    return backend.readSyncDaemons().transform([](const std::vector<SyncDaemon> &daemons) {
        return QVariantList{QVariant::fromValue(bus::listToWire(daemons))};
    });
}

Result<QVariantList> connections(Backend &backend)
{
    return backend.readConnections().transform([](const ConnectionSample &sample) {
        return QVariantList{QVariant::fromValue(bus::listToWire(sample.entries)), sample.hasMore};
    });
}

Result<QVariantList> host(Backend &backend)
{
    return backend.readHost().transform(
        [](const HostInfo &h) { return QVariantList{QVariant::fromValue(bus::toWire(h))}; });
}

} // namespace

Reads::Reads(const quint64 &generation, BackendThread &thread, QObject *parent)
    : QObject(parent)
    , m_generation(generation)
    , m_thread(thread)
{
}

void Reads::registerAt(const Register &add)
{
    add("GetInfo"_L1, [this](const Call &) { return answerWith(info); });
    add("ReadTotals"_L1, [this](const Call &) { return answerWith(totals); });
    add("GetTimeouts"_L1, [this](const Call &) { return answerWith(timeouts); });
    add("GetSyncDaemons"_L1, [this](const Call &) { return answerWith(syncDaemons); });
    add("ReadConnections"_L1, [this](const Call &) { return answerWith(connections); });
    add("ReadHost"_L1, [this](const Call &) { return answerWith(host); });
    add("ReadFirewall"_L1, [this](const Call &) { return readFirewall(); });
    add("ReadServices"_L1, [this](const Call &call) { return readServices(call); });
    add("ReadServers"_L1, [this](const Call &call) { return readServers(call); });
}

/// Reads on the thread and answers with what came out.
template<class Read> Act Reads::answerWith(Read read)
{
    return [this, read](const CallPtr &call) {
        m_thread.run(read).then(this, [call](const Result<QVariantList> &results) {
            if (results)
                call->reply(*results);
            else
                call->fail(results.error());
        });
    };
}

/// The generation is taken before the reading, so that a page is never older than it says.
SharedReadings::Asker Reads::askerOf(const Call &call) const
{
    return {.busName = call.caller.busName, .generation = m_generation};
}

Act Reads::readFirewall()
{
    return answerWith([this, generation = m_generation](Backend &backend) {
        return m_firewall.read(backend, generation).transform([](const FirewallState &f) {
            return QVariantList{QVariant::fromValue(bus::toWire(f))};
        });
    });
}

Result<Act> Reads::readServices(const Call &call)
{
    const auto after = bus::listFromWire(bus::listFrom<bus::KeyData>(call.argument(0)), 1);
    if (!after)
        return std::unexpected(after.error());
    return answerWith([this, after = *after, asker = askerOf(call)](Backend &backend) {
        return m_shared.servicePage(backend, asker, after.empty() ? nullptr : after.data())
            .transform([&](const QByteArray &page) { return QVariantList{asker.generation, page}; });
    });
}

Result<Act> Reads::readServers(const Call &call)
{
    const auto keys = bus::listFromWire(bus::listFrom<bus::KeyData>(call.argument(0)), bus::bounds::keysPerRead);
    if (!keys)
        return std::unexpected(keys.error());
    std::vector<ServiceKey> sorted = *keys;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) // the same long list again and again
        return failure(ErrorCode::BadRequest);
    return answerWith([this, keys = *keys, asker = askerOf(call)](Backend &backend) {
        return m_shared.serverPage(backend, asker, keys).transform([&](const SharedReadings::ServerPage &page) {
            return QVariantList{asker.generation, page.covered, page.page};
        });
    });
}

} // namespace lvs
