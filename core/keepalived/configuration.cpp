// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/configuration.h"

#include "core/keepalived/keywords.h"
#include "core/keepalived/servicereader.h"
#include "core/types/netmask.h"

#include <QDir>
#include <QSet>

#include <algorithm>

namespace lvs::keepalived {

using namespace Qt::StringLiterals;
using Code = ConfigNote::Code;

namespace {

/// The meaning of the statements of all files.
class ConfigurationReader
{
public:
    ConfigurationReader(Configuration &config, const ConfigLimits &limits)
        : m_config(config)
        , m_walk(config)
        , m_free(limits.objects)
    {
    }

    void read()
    {
        const std::vector<PlacedStatement> root = m_walk.root();
        // Groups may be defined behind the services that use them.
        for (const PlacedStatement &at : root) {
            if (at->keyword() == u"virtual_server_group")
                readGroupOf(at);
            else if (at->keyword() == u"global_defs")
                readGlobal(at);
            else if (at->keyword() == u"vrrp_instance")
                readVrrp(at);
            else if (at->keyword().startsWith(u"net_namespace"))
                m_walk.note(Code::OtherNamespace, at, {at->words.size() > 1 ? at->words[1].text.left(80) : QString()});
            else if (at->keyword() != u"virtual_server" && !isOtherRootKeyword(at->keyword()))
                m_walk.note(Code::UnknownKeyword, at, {at->keyword().left(80).toString(), QString()});
        }
        ServiceReader reader(m_walk, m_groups, m_nftables);
        for (const PlacedStatement &at : root) {
            if (at->keyword() == u"virtual_server")
                take(at, reader.read(at, m_free));
        }
    }

private:
    void readGroupOf(const PlacedStatement &at)
    {
        if (!at->hasBlock || at->words.size() < 2)
            return m_walk.note(at->hasBlock ? Code::MissingValue : Code::MissingBlock, at, {at->words.front().text});
        ServiceGroup group = readGroup(m_walk, at);
        if (!group.ranges.empty() || !group.marks.empty())
            m_groups.insert_or_assign(group.name, std::move(group));
    }

    void readGlobal(const PlacedStatement &at)
    {
        for (const PlacedStatement &inner : m_walk.inside(at)) {
            if (inner->keyword() == u"nftables_ipvs")
                m_nftables = true;
            else if (inner->keyword().startsWith(u"net_namespace"))
                m_walk.note(Code::OtherNamespace, inner,
                            {inner->words.size() > 1 ? inner->words[1].text.left(80) : QString()});
        }
    }

    void readVrrp(const PlacedStatement &at)
    {
        const QString instance = at->words.size() > 1 ? at->words[1].text : QString();
        for (const PlacedStatement &inner : m_walk.inside(at)) {
            if (!inner->keyword().startsWith(u"virtual_ipaddress"))
                continue;
            for (const PlacedStatement &entry : m_walk.inside(inner)) {
                if (const auto address = m_walk.address(entry, 0); address && takeOne())
                    m_config.addresses.push_back({*address, instance, {entry.file, entry->span}});
            }
        }
    }

    bool takeOne() { return m_free > 0 && m_free--; }

    void take(const PlacedStatement &at, std::optional<ServiceBlock> &&block)
    {
        if (!block)
            return;
        // Charged before what repeats itself is left out: a group that is used over and over costs each time.
        const qsizetype each = qsizetype(block->servers.size()) + (block->sorry ? 2 : 1);
        const qsizetype objects = qsizetype(block->keys.size()) * each;
        if (objects > m_free) {
            m_walk.note(Code::TooManyObjects, at, {QString::number(objects)});
            m_free = 0;
            return;
        }
        m_free -= objects;
        std::erase_if(block->keys, [&](const ServiceKey &key) {
            if (!m_seen.contains(key)) {
                m_seen.insert(key);
                return false;
            }
            m_walk.note(Code::DuplicateService, at, {key.toString()});
            return true;
        });
        if (block->keys.empty())
            return;
        block->service = Configuration::serviceFor(*block, block->keys.front());
        m_config.services.push_back(std::move(*block));
    }

    Configuration &m_config;
    ConfigWalk m_walk;
    std::map<QString, ServiceGroup> m_groups;
    QSet<ServiceKey> m_seen;
    qsizetype m_free;
    bool m_nftables = false;
};

} // namespace

VirtualService Configuration::serviceFor(const ServiceBlock &block, const ServiceKey &key)
{
    VirtualService service = block.service;
    service.key = key;
    if (block.isGroup)
        service.netmask = widestNetmask(key.family);
    return service;
}

RealServer Configuration::serverFor(const ServerBlock &block, const ServiceKey &key)
{
    RealServer server = block.server;
    if (server.forwarding != Forwarding::Masquerading)
        server.key.port = key.isMark() ? quint16(0) : key.port;
    return server;
}

std::vector<Configuration::PlacedBlock> Configuration::serversFor(const ServiceBlock &block, const ServiceKey &key)
{
    std::vector<PlacedBlock> servers;
    QSet<ServerKey> seen;
    for (const ServerBlock &server : block.servers) {
        RealServer placed = serverFor(server, key);
        if (seen.contains(placed.key))
            continue;
        seen.insert(placed.key);
        servers.push_back({&server, std::move(placed)});
    }
    return servers;
}

IpvsTable Configuration::table() const
{
    IpvsTable table;
    for (const ServiceBlock &block : services) {
        for (const ServiceKey &key : block.keys) {
            std::vector<RealServer> servers;
            for (PlacedBlock &placed : serversFor(block, key))
                servers.push_back(std::move(placed.server));
            std::ranges::reverse(servers); // the newest is the kernel's first
            if (block.sorry && block.sorry->inhibits) {
                RealServer sorry = serverFor(*block.sorry, key);
                sorry.weight = 0;
                if (!std::ranges::contains(servers, sorry.key, &RealServer::key))
                    servers.insert(servers.begin(), sorry);
            }
            table.setService(serviceFor(block, key));
            table.setServers(key, std::move(servers));
        }
    }
    return table;
}

Configuration readConfiguration(std::span<const ConfigFile> files, const ConfigLimits &limits)
{
    Configuration config;
    for (std::size_t index = 0; index < files.size(); ++index) {
        ConfigText text = readConfigText(files[index].path, files[index].text);
        for (ConfigNote note : std::exchange(text.notes, {})) {
            note.file = index;
            config.notes.push_back(std::move(note));
        }
        text.isLatin1 = files[index].isLatin1;
        config.files.push_back(std::move(text));
    }
    ConfigurationReader(config, limits).read();
    return config;
}

QString includePattern(const QString &includer, QStringView pattern)
{
    if (pattern.startsWith(u'/') || !includer.contains(u'/'))
        return pattern.toString();
    return QDir::cleanPath(includer.first(includer.lastIndexOf(u'/') + 1) + pattern.toString());
}

} // namespace lvs::keepalived
