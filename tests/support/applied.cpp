// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/applied.h"

#include "core/change/overloaded.h"
#include "core/change/servicemap.h"

#include <QHash>

#include <algorithm>
#include <ranges>

namespace lvs::test {
namespace {

/// The servers of one service while operations change them: found by key, so that long lists cost no more than short.
class ServerSet
{
public:
    void fill(const std::vector<RealServer> &kernelOrder)
    {
        for (const RealServer &server : kernelOrder | std::views::reverse)
            add(server);
    }

    void add(const RealServer &server)
    {
        if (m_index.contains(server.key))
            return;
        m_index.insert(server.key, m_oldestFirst.size());
        m_oldestFirst.push_back(server);
    }
    void edit(const RealServer &server)
    {
        if (const auto found = m_index.constFind(server.key); found != m_index.cend())
            m_oldestFirst[*found] = server;
    }
    void remove(const ServerKey &key)
    {
        if (const auto found = m_index.constFind(key); found != m_index.cend()) {
            m_oldestFirst[*found].reset();
            m_index.erase(found);
        }
    }
    std::vector<RealServer> kernelOrder() const
    {
        std::vector<RealServer> servers;
        servers.reserve(std::size_t(m_index.size()));
        for (const auto &server : m_oldestFirst | std::views::reverse) {
            if (server)
                servers.push_back(*server);
        }
        return servers;
    }

private:
    std::vector<std::optional<RealServer>> m_oldestFirst;
    QHash<ServerKey, std::size_t> m_index;
};

} // namespace

IpvsTable applied(const IpvsTable &table, const ChangePlan &plan)
{
    IpvsTable result = table;
    ServiceMap<ServerSet> touched;
    const auto change = [&](const ServiceKey &service, auto &&edit) {
        ServerSet *set = touched.find(service);
        if (!set) {
            const IpvsTable::Entry *entry = result.find(service);
            if (!entry)
                return;
            set = &touched[service];
            set->fill(entry->servers);
        }
        edit(*set);
    };
    for (const Operation &operation : inApplyOrder(plan).operations) {
        std::visit(
            Overloaded{
                [&](const AddService &op) {
                    if (!result.find(op.after.key))
                        result.setService(op.after);
                },
                [&](const EditService &op) {
                    if (result.find(op.after.key))
                        result.setService(op.after);
                },
                [&](const RemoveService &op) {
                    result.remove(op.before.key);
                    touched.remove(op.before.key);
                },
                [&](const AddServer &op) { change(op.service, [&](ServerSet &set) { set.add(op.after); }); },
                [&](const EditServer &op) { change(op.service, [&](ServerSet &set) { set.edit(op.after); }); },
                [&](const RemoveServer &op) { change(op.service, [&](ServerSet &set) { set.remove(op.before.key); }); },
                [&](const ClearTable &) {
                    result = {};
                    touched = {};
                },
                // Not about the table.
                [](const OneOf<ZeroCounters, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) {},
            },
            operation);
    }
    for (const auto &[service, servers] : touched)
        result.setServers(service, servers.kernelOrder());
    return result;
}

} // namespace lvs::test
