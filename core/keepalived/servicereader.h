// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/groupreader.h"

#include <map>

namespace lvs::keepalived {

/// Reads one virtual_server block after the other, as check_parser.c and check_data.c (validate_check_config) do.
class ServiceReader
{
public:
    /// `mostKeys` bounds the services of one block.
    ServiceReader(ConfigWalk &walk, const std::map<QString, ServiceGroup> &groups, bool groupsUseNftables);

    /// Nothing for a block that keepalived leaves out.
    std::optional<ServiceBlock> read(const PlacedStatement &block, qsizetype mostKeys);

private:
    struct Draft; ///< a block as far as it is read

    bool readName(Draft &draft);
    void readStatement(Draft &draft, const PlacedStatement &at);
    bool readFlag(Draft &draft, const PlacedStatement &at);
    void readScheduler(Draft &draft, const PlacedStatement &at);
    void readGranularity(Draft &draft, const PlacedStatement &at);
    void readProtocol(Draft &draft, const PlacedStatement &at);
    void readFamily(Draft &draft, const PlacedStatement &at);
    void readSorry(Draft &draft, const PlacedStatement &at);
    void readServer(Draft &draft, const PlacedStatement &at);
    bool settle(Draft &draft);
    void settleFamily(Draft &draft);
    void settleService(Draft &draft);
    void settleServers(Draft &draft);
    void settlePort(const Draft &draft, const PlacedStatement &at, ServerBlock &server);
    void makeKeys(Draft &draft, qsizetype mostKeys);

    ConfigWalk &m_walk;
    const std::map<QString, ServiceGroup> &m_groups;
    bool m_groupsUseNftables;
};

} // namespace lvs::keepalived
