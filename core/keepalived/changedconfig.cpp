// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/changedconfig.h"

#include "core/change/hostobject.h"
#include "core/change/workingtable.h"
#include "core/keepalived/exporttext.h"
#include "core/keepalived/keywords.h"
#include "core/keepalived/textedits.h"
#include "core/types/netmask.h"

#include <QHash>

#include <algorithm>
#include <ranges>

namespace lvs::keepalived {

using namespace Qt::StringLiterals;
using Reason = UnsaidChange::Reason;

namespace {

/// Whether two tables hold the same for an object; the order of servers aside.
bool agreeOn(const ObjectKey &object, const IpvsTable &a, const IpvsTable &b)
{
    const IpvsTable::Entry *inA = a.find(object.service);
    const IpvsTable::Entry *inB = b.find(object.service);
    if (!inA || !inB || !object.server)
        return (inA == nullptr) == (inB == nullptr) && (!inA || inA->service == inB->service);
    const RealServer *serverA = inA->find(*object.server);
    const RealServer *serverB = inB->find(*object.server);
    return (serverA == nullptr) == (serverB == nullptr) && (!serverA || *serverA == *serverB);
}

using Additions = std::map<ServiceKey, std::vector<RealServer>>;

/// Makes changes in the text of a configuration.
class Editor
{
public:
    /// `config` gets notes. `additions` are the servers that belong to services the plan adds.
    Editor(Configuration &config, const Additions &additions)
        : m_config(config)
        , m_walk(config)
        , m_edits(config, m_walk)
        , m_additions(additions)
    {
        for (const ServiceBlock &block : config.services) {
            for (const ServiceKey &key : block.keys)
                m_blocks.insert(key, &block);
        }
    }

    std::vector<ConfigFile> files() const { return m_edits.files(); }

    std::optional<Reason> make(const Operation &operation)
    {
        return std::visit(Overloaded{
                              [this](const AddService &op) { return add(op); },
                              [this](const EditService &op) { return edit(op); },
                              [this](const RemoveService &op) { return remove(op); },
                              [this](const AddServer &op) { return add(op); },
                              [this](const EditServer &op) { return edit(op); },
                              [this](const RemoveServer &op) { return remove(op); },
                              []<OneOf<ZeroCounters, ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> T>(
                                  const T &) -> std::optional<Reason> { return Reason::NoObject; },
                              [](const HostOperation auto &) -> std::optional<Reason> { return Reason::NoObject; },
                          },
                          operation);
    }

private:
    const ServiceBlock *blockOf(const ServiceKey &key) const { return m_blocks.value(key); }

    const ServerBlock *blockOf(const ServiceKey &service, const ServerKey &server) const
    {
        const ServiceBlock *block = blockOf(service);
        if (!block)
            return nullptr;
        const auto found = std::ranges::find_if(block->servers, [&](const ServerBlock &candidate) {
            return Configuration::serverFor(candidate, service).key == server;
        });
        return found == block->servers.end() ? nullptr : &*found;
    }

    std::optional<Reason> add(const AddService &op)
    {
        const auto servers = m_additions.find(op.after.key);
        if (servers == m_additions.end() || problemOf(op.after))
            return Reason::NotSayable;
        for (const RealServer &server : servers->second) {
            if (problemOf(op.after, server))
                return Reason::NotSayable;
        }
        m_edits.appendToFile(0, serviceText(op.after, servers->second, {}));
        return {};
    }

    std::optional<Reason> edit(const EditService &op)
    {
        const ServiceBlock *block = blockOf(op.after.key);
        const auto at = block ? m_edits.find(block->origin) : std::nullopt;
        if (!at)
            return Reason::NotInFile;
        if (problemOf(op.after))
            return Reason::NotSayable;
        bool done = true;
        if (op.before.scheduler != op.after.scheduler)
            done = m_edits.set(*at, {u"lvs_sched"_s, u"lb_algo"_s}, op.after.scheduler.toString());
        setFlag(*at, op, ServiceFlag::OnePacket, {u"ops"_s});
        setFlag(*at, op, ServiceFlag::Scheduler1, {u"flag-1"_s, u"sh-fallback"_s, u"mh-fallback"_s});
        setFlag(*at, op, ServiceFlag::Scheduler2, {u"flag-2"_s, u"sh-port"_s, u"mh-port"_s});
        setFlag(*at, op, ServiceFlag::Scheduler3, {u"flag-3"_s});
        return done && setPersistence(*at, op) ? std::nullopt : std::optional(Reason::FromVariable);
    }

    void setFlag(const PlacedStatement &at, const EditService &op, ServiceFlag flag, const QStringList &keywords)
    {
        const bool wanted = op.after.flags.testFlag(flag);
        if (op.before.flags.testFlag(flag) == wanted)
            return;
        if (wanted)
            m_edits.set(at, {keywords.front()}, {});
        else
            m_edits.unset(at, keywords);
    }

    bool setPersistence(const PlacedStatement &at, const EditService &op)
    {
        const VirtualService &before = op.before;
        const VirtualService &after = op.after;
        if (!after.isPersistent()) {
            m_edits.unset(at, {u"persistence_timeout"_s, u"persistence_granularity"_s, u"persistence_engine"_s});
            return true;
        }
        bool done = true;
        const bool isNew = !before.isPersistent();
        if (isNew || before.persistenceTimeout != after.persistenceTimeout)
            done = m_edits.set(at, {u"persistence_timeout"_s}, QString::number(after.persistenceTimeout));
        if (isNew || before.netmask != after.netmask) {
            const Family family = after.key.family;
            if (after.netmask == widestNetmask(family))
                m_edits.unset(at, {u"persistence_granularity"_s});
            else
                done &= m_edits.set(at, {u"persistence_granularity"_s}, netmaskToString(after.netmask, family));
        }
        if (isNew || before.engine != after.engine) {
            if (after.engine.isNone())
                m_edits.unset(at, {u"persistence_engine"_s});
            else
                done &= m_edits.set(at, {u"persistence_engine"_s}, after.engine.toString());
        }
        return done;
    }

    std::optional<Reason> remove(const RemoveService &op)
    {
        const ServiceBlock *block = blockOf(op.before.key);
        const auto at = block ? m_edits.find(block->origin) : std::nullopt;
        if (!at)
            return Reason::NotInFile;
        if (block->isGroup && block->keys.size() > 1)
            return Reason::Shared;
        m_edits.remove(*at);
        return {};
    }

    std::optional<Reason> add(const AddServer &op)
    {
        if (m_additions.contains(op.service))
            return {}; // came with its service
        const ServiceBlock *block = blockOf(op.service);
        const auto at = block ? m_edits.find(block->origin) : std::nullopt;
        if (!at)
            return Reason::NotInFile;
        if (problemOf(Configuration::serviceFor(*block, op.service), op.after))
            return Reason::NotSayable;
        const bool withPort =
            op.after.forwarding == Forwarding::Masquerading || !(block->isGroup || op.service.isMark());
        m_edits.append(*at, serverText(op.after, withPort, nullptr, checksLike(*block, op)));
        return {};
    }

    /// The checks of the block's last server, as long as they don't speak of that server.
    QString checksLike(const ServiceBlock &block, const AddServer &op)
    {
        const ServerBlock &model = block.servers.back();
        const auto at = m_edits.find(model.origin);
        QString checks;
        for (const PlacedStatement &inner : at ? m_walk.inside(*at) : std::vector<PlacedStatement>{}) {
            if (!isChecker(inner->keyword()) || inner.file != at->file)
                continue;
            const QString text = m_config.files[inner.file].text.sliced(inner->span.start, inner->span.length);
            if (text.contains(model.server.key.address.toString()))
                return checkText(op.service, op.after, {});
            checks += withoutIndentation(text, inner) + u'\n';
        }
        return checks;
    }

    QString withoutIndentation(const QString &text, const PlacedStatement &at) const
    {
        const QString &file = m_config.files[at.file].text;
        const qsizetype start = at->span.start == 0 ? 0 : file.lastIndexOf(u'\n', at->span.start - 1) + 1;
        const QString before = file.sliced(start, at->span.start - start);
        QStringList lines = text.split(u'\n');
        for (QString &line : lines) {
            if (line.endsWith(u'\r'))
                line.chop(1);
            if (before.trimmed().isEmpty() && line.startsWith(before))
                line.remove(0, before.size());
        }
        return lines.join(u'\n');
    }

    std::optional<Reason> edit(const EditServer &op)
    {
        const ServerBlock *block = blockOf(op.service, op.after.key);
        const auto at = block ? m_edits.find(block->origin) : std::nullopt;
        if (!at)
            return Reason::NotInFile;
        if (problemOf(Configuration::serviceFor(*blockOf(op.service), op.service), op.after))
            return Reason::NotSayable;
        bool done = true;
        const auto set = [&](bool differs, const QString &keyword, const QString &value) {
            if (differs)
                done &= m_edits.set(*at, {keyword}, value);
        };
        const RealServer &before = op.before;
        const RealServer &after = op.after;
        set(before.forwarding != after.forwarding || before.tunnel != after.tunnel, u"lvs_method"_s, methodText(after));
        set(before.weight != after.weight, u"weight"_s, QString::number(after.weight));
        set(before.upperThreshold != after.upperThreshold, u"uthreshold"_s, QString::number(after.upperThreshold));
        set(before.lowerThreshold != after.lowerThreshold, u"lthreshold"_s, QString::number(after.lowerThreshold));
        return done ? std::nullopt : std::optional(Reason::FromVariable);
    }

    std::optional<Reason> remove(const RemoveServer &op)
    {
        const ServerBlock *block = blockOf(op.service, op.before.key);
        const auto at = block ? m_edits.find(block->origin) : std::nullopt;
        if (!at)
            return Reason::NotInFile;
        m_edits.remove(*at);
        return {};
    }

    const Configuration &m_config;
    ConfigWalk m_walk;
    TextEdits m_edits;
    const Additions &m_additions;
    QHash<ServiceKey, const ServiceBlock *> m_blocks;
};

Additions additionsIn(const ChangePlan &plan)
{
    Additions additions;
    for (const Operation &operation : plan.operations) {
        if (const auto *op = std::get_if<AddService>(&operation))
            additions[op->after.key];
    }
    for (const Operation &operation : plan.operations) {
        const auto *op = std::get_if<AddServer>(&operation);
        if (const auto entry = op ? additions.find(op->service) : additions.end(); entry != additions.end())
            entry->second.insert(entry->second.begin(), op->after); // the kernel puts each new one first
    }
    std::erase_if(additions, [](const auto &entry) { return entry.second.empty(); });
    return additions;
}

bool isInFile(const ObjectKey &object, const IpvsTable &table)
{
    const IpvsTable::Entry *entry = table.find(object.service);
    return entry && (!object.server || entry->find(*object.server));
}

bool isAddition(const Operation &operation)
{
    return std::holds_alternative<AddService>(operation) || std::holds_alternative<AddServer>(operation);
}

/// Makes a plan's operations in the files, together as far as the files then mean just that; where they don't, each
/// half of the operations by itself, down to the one that can't be said.
class PlanWriter
{
public:
    PlanWriter(std::vector<ConfigFile> files, const ChangePlan &ordered)
        : m_files(std::move(files))
        , m_config(readConfiguration(m_files))
        , m_before(m_config.table())
        , m_present(m_before)
        , m_wanted(applied(m_before, rebased(ordered, m_before)))
        , m_additions(additionsIn(ordered))
    {
    }

    void write(std::span<const Operation> operations)
    {
        if (operations.empty())
            return;
        const auto reason = writeTogether(operations);
        if (!reason)
            return;
        if (operations.size() == 1)
            return m_unsaid.push_back({*reason, operations.front()});
        const std::size_t half = operations.size() / 2;
        write(operations.first(half));
        write(operations.subspan(half));
    }

    std::vector<ConfigFile> takeFiles() { return std::move(m_files); }
    std::vector<UnsaidChange> takeUnsaid() { return std::move(m_unsaid); }

private:
    /// Changes nothing if there is a reason against it.
    std::optional<Reason> writeTogether(std::span<const Operation> operations)
    {
        const bool isAnyMissing = std::ranges::any_of(operations, [&](const Operation &operation) {
            return !isAddition(operation) && !isInFile(*objectOf(operation), m_before);
        });
        if (isAnyMissing)
            return Reason::NotInFile;
        // In the configuration's table an object may look otherwise than in the kernel's, and may be missing.
        const ChangePlan changes = rebased(ChangePlan{{operations.begin(), operations.end()}}, m_present);
        Editor editor(m_config, m_additions);
        for (const Operation &change : changes.operations) {
            if (const auto reason = editor.make(change))
                return reason;
        }
        if (changes.isEmpty())
            return {};
        std::vector<ConfigFile> edited = editor.files();
        Configuration config = readConfiguration(edited);
        IpvsTable now = config.table();
        const auto isAsWanted = [&](const Operation &operation) {
            return agreeOn(*objectOf(operation), now, m_wanted);
        };
        if (!std::ranges::all_of(changes.operations, isAsWanted))
            return Reason::NotSayable;
        if (!std::ranges::all_of(difference(m_present, now).operations, isAsWanted))
            return Reason::Shared;
        m_files = std::move(edited);
        m_config = std::move(config);
        m_present = std::move(now);
        return {};
    }

    std::vector<ConfigFile> m_files;
    Configuration m_config; ///< what the files say
    IpvsTable m_before;     ///< of the files as they were
    IpvsTable m_present;    ///< of the files as they are
    IpvsTable m_wanted;
    Additions m_additions;
    std::vector<UnsaidChange> m_unsaid;
};

} // namespace

ChangedConfig changedConfig(std::span<const ConfigFile> files, const ChangePlan &plan)
{
    ChangedConfig changed;
    ChangePlan ordered = inApplyOrder(plan);
    std::erase_if(ordered.operations, [&](const Operation &operation) {
        const bool isAboutObject = objectOf(operation) && !std::holds_alternative<ZeroCounters>(operation);
        if (!isAboutObject)
            changed.unsaid.push_back({Reason::NoObject, operation});
        return !isAboutObject;
    });
    PlanWriter writer({files.begin(), files.end()}, ordered);
    writer.write(ordered.operations);
    changed.files = writer.takeFiles();
    std::ranges::move(writer.takeUnsaid(), std::back_inserter(changed.unsaid));
    for (std::size_t index = 0; index < changed.files.size(); ++index) {
        if (changed.files[index] != files[index])
            changed.changed.push_back(index);
    }
    return changed;
}

} // namespace lvs::keepalived
