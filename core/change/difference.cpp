// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <ranges>

namespace lvs {
namespace {

/// Collects operations in the order of application.
class Difference
{
public:
    void compare(const IpvsTable &actual, const IpvsTable &wanted)
    {
        for (const auto &[key, entry] : wanted.entries()) {
            if (const IpvsTable::Entry *present = actual.find(key))
                compare(*present, entry);
            else
                add(entry);
        }
        for (const auto &[key, entry] : actual.entries()) {
            if (!wanted.find(key))
                m_removals.push_back(RemoveService{entry.service, entry.servers});
        }
    }

    ChangePlan plan() &&
    {
        std::vector<Operation> all = std::move(m_services);
        all.reserve(all.size() + m_servers.size() + m_edits.size() + m_removals.size());
        for (auto *part : {&m_servers, &m_edits, &m_removals})
            std::ranges::move(*part, std::back_inserter(all));
        return {std::move(all)};
    }

private:
    void add(const IpvsTable::Entry &entry)
    {
        m_services.push_back(AddService{entry.service});
        // The kernel puts each new server at the head of the list.
        for (const RealServer &server : entry.servers | std::views::reverse)
            m_servers.push_back(AddServer{entry.service.key, server});
    }

    void compare(const IpvsTable::Entry &actual, const IpvsTable::Entry &wanted)
    {
        const ServiceKey &service = wanted.service.key;
        if (actual.service != wanted.service)
            m_edits.push_back(EditService{actual.service, wanted.service});
        if (actual.servers == wanted.servers)
            return;

        QHash<ServerKey, const RealServer *> present;
        present.reserve(qsizetype(actual.servers.size()));
        for (const RealServer &server : actual.servers)
            present.insert(server.key, &server);
        for (const RealServer &server : wanted.servers | std::views::reverse) {
            const RealServer *before = present.take(server.key);
            if (!before)
                m_servers.push_back(AddServer{service, server});
            else if (*before != server)
                m_edits.push_back(EditServer{service, *before, server});
        }
        for (const RealServer &server : actual.servers) {
            if (present.contains(server.key))
                m_removals.push_back(RemoveServer{service, server});
        }
    }

    std::vector<Operation> m_services;
    std::vector<Operation> m_servers;
    std::vector<Operation> m_edits;
    std::vector<Operation> m_removals;
};

} // namespace

ChangePlan difference(const IpvsTable &actual, const IpvsTable &wanted)
{
    Difference difference;
    difference.compare(actual, wanted);
    return std::move(difference).plan();
}

} // namespace lvs
