// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicerows.h"
#include "core/filter/filterquery.h"

namespace lvs {

/// What a filter of the services table may say, in the order of Key.
const std::vector<FilterKey> &serviceFilterKeys();

/// Which services and real servers a person wants to see. All conditions must hold for a row; a condition with a
/// problem is left out. A server also has what its service has (name, address, port, scheduler …), except its state.
class ServiceFilter
{
public:
    enum class Key : quint8 { State, Port, Scheduler, Method, Name, Note, Protocol, Mark };

    ServiceFilter() = default;
    explicit ServiceFilter(QStringView text);

    bool isEmpty() const { return m_terms.empty(); }
    /// The servers of every service have to be read to know which rows match.
    bool needsServers() const;
    bool matches(const ServiceRow &service) const;
    bool matches(const ServerRow &server, const ServiceRow &service) const;

private:
    std::vector<FilterTerm> m_terms;
};

} // namespace lvs
