// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/textchange.h"

#include "core/change/hostobject.h"
#include "core/change/objectkey.h"
#include "core/change/overloaded.h"
#include "core/compare/commandchange.h"
#include "core/rules/rulewriter.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <set>

namespace lvs {
namespace {

/// Commands of one object.
struct Mentions {
    std::vector<qsizetype> lines{};        ///< of a service: those of its servers too
    std::optional<qsizetype> definition{}; ///< the one that decides its values
};

class TextChange
{
public:
    TextChange(const RuleFile &file, const RuleFile::LineText &textOf)
        : m_file(file)
        , m_textOf(textOf)
    {
    }

    std::vector<LineFix> make(const ChangePlan &plan)
    {
        for (const Operation &operation : plan.operations) {
            if (const auto service = serviceOf(operation))
                m_services.insert(*service);
        }
        findMentions();
        for (const Operation &operation : plan.operations)
            std::visit([this](const auto &op) { carryOut(op); }, operation);
        addInsertions();
        addRemovals();
        std::ranges::reverse(m_fixes); // what comes below a line comes behind what is added to it
        std::ranges::stable_sort(m_fixes, std::greater(),
                                 [](const LineFix &fix) { return std::pair(fix.line, fix.fix.span.start); });
        return std::move(m_fixes);
    }

private:
    void findMentions()
    {
        const qsizetype end = m_file.lastLineRead().value_or(m_file.lineCount() - 1) + 1;
        for (qsizetype number = 0; number < end; ++number) {
            const auto &command = m_file.line(number).command;
            if (!command)
                continue;
            switch (command->verb) {
            case RuleVerb::Clear:
                m_objects.clear();
                break;
            case RuleVerb::SetTimeouts:
                m_timeouts = number;
                break;
            case RuleVerb::StartDaemon:
            case RuleVerb::StopDaemon:
                m_daemons[command->daemon.role].push_back(number);
                break;
            default:
                if (command->hasService && m_services.contains(command->service.key))
                    mention(*command, number);
            }
        }
    }

    void mention(const RuleCommand &command, qsizetype number)
    {
        const ServiceKey &key = command.service.key;
        m_objects[{key, {}}].lines.push_back(number);
        const bool isServer = needsServer(command.verb);
        Mentions &object = m_objects[{key, isServer ? std::optional(command.server.key) : std::nullopt}];
        if (isServer)
            object.lines.push_back(number);
        if (command.verb == RuleVerb::DeleteService || command.verb == RuleVerb::DeleteServer)
            object.definition.reset();
        else if (command.verb != RuleVerb::Zero && command.verb != RuleVerb::List)
            object.definition = number;
    }

    void carryOut(const AddService &op) { m_newServices[op.after.key] << ruleFor(op.after, RuleFlavour::Complete); }
    void carryOut(const EditService &op)
    {
        rewrite({op.before.key, {}}, ruleFor(op.before, RuleFlavour::Complete),
                ruleFor(op.after, RuleFlavour::Complete));
    }
    void carryOut(const RemoveService &op) { remove({op.before.key, {}}); }
    void carryOut(const AddServer &op)
    {
        auto &commands = m_newServices.contains(op.service) ? m_newServices : m_newServers;
        commands[op.service] << ruleFor(op.service, op.after, RuleFlavour::Complete);
    }
    void carryOut(const EditServer &op)
    {
        rewrite({op.service, op.after.key}, ruleFor(op.service, op.before, RuleFlavour::Complete),
                ruleFor(op.service, op.after, RuleFlavour::Complete));
    }
    void carryOut(const RemoveServer &op) { remove({op.service, op.before.key}); }
    void carryOut(const SetTimeouts &op)
    {
        if (m_timeouts)
            replaceCommand(*m_timeouts, ruleFor(op.after));
        else
            m_newSettings << ruleFor(op.after);
    }
    void carryOut(const StopSyncDaemon &op) { remove(m_daemons[op.before.role]); }
    void carryOut(const StartSyncDaemon &op) { m_newSettings << ruleFor(op.after); }
    void carryOut(const ZeroCounters &) {}
    void carryOut(const ClearTable &) {}
    void carryOut(const HostOperation auto &) {} // no rule

    void remove(const ObjectKey &key) { remove(m_objects.value(key).lines); }
    void remove(const std::vector<qsizetype> &lines) { m_removed.insert(lines.begin(), lines.end()); }

    void rewrite(const ObjectKey &key, const QString &before, const QString &after)
    {
        const auto definition = m_objects.value(key).definition;
        if (!definition)
            return;
        const CommandText line{m_file.line(*definition), textFrom(*definition), m_file.mode()};
        for (const RuleFix &fix : commandChange(line, before, after))
            m_fixes.push_back({*definition, fix});
    }

    void replaceCommand(qsizetype line, const QString &command)
    {
        m_fixes.push_back({line, {commandSpan(textFrom(line), m_file.mode()), command}});
    }

    void addInsertions()
    {
        for (const auto &[service, commands] : m_newServers) {
            const auto &lines = m_objects[{service, {}}].lines;
            const auto last = std::find_if(lines.rbegin(), lines.rend(),
                                           [this](qsizetype line) { return !m_removed.contains(line); });
            if (last == lines.rend())
                m_newServices[service] = commands + m_newServices[service];
            else
                m_fixes.push_back({*last, {{textFrom(*last).size(), 0}, u'\n' + commands.join(u'\n')}});
        }
        QStringList atEnd;
        for (const auto &[service, commands] : m_newServices)
            atEnd << commands;
        atEnd << m_newSettings;
        atEnd.removeAll(QString());
        if (atEnd.isEmpty())
            return;
        const qsizetype last = m_file.lineCount() - 1;
        const qsizetype length = m_textOf(last).size();
        const QString text = atEnd.join(u'\n');
        m_fixes.push_back({last, {{length, 0}, length == 0 ? text + u'\n' : u'\n' + text}});
    }

    void addRemovals()
    {
        for (auto line = m_removed.begin(); line != m_removed.end();) {
            const qsizetype first = *line;
            qsizetype next = first;
            while (line != m_removed.end() && *line == next) {
                next += heightOf(next);
                ++line;
            }
            qsizetype length = next - first; // line ends
            for (qsizetype i = first; i < next; ++i)
                length += m_textOf(i).size();
            TextSpan span{0, length};
            if (next == m_file.lineCount())
                span = first > 0 ? TextSpan{-1, length} : TextSpan{0, length - 1};
            m_fixes.push_back({first, {span, {}}});
        }
    }

    /// Lines of the command that begins in this one.
    qsizetype heightOf(qsizetype line) const
    {
        qsizetype height = 1;
        while (line + height < m_file.lineCount() && m_file.line(line + height).kind == RuleLine::Kind::Continued)
            ++height;
        return height;
    }
    QString textFrom(qsizetype line) const
    {
        QString text = m_textOf(line);
        for (qsizetype i = 1; i < heightOf(line); ++i)
            text += u'\n' + m_textOf(line + i);
        return text;
    }

    const RuleFile &m_file;
    const RuleFile::LineText &m_textOf;
    std::set<ServiceKey> m_services; ///< of the plan
    QHash<ObjectKey, Mentions> m_objects;
    std::optional<qsizetype> m_timeouts;
    std::map<SyncRole, std::vector<qsizetype>> m_daemons;
    std::map<ServiceKey, QStringList> m_newServices; ///< for the end of the file
    std::map<ServiceKey, QStringList> m_newServers;
    QStringList m_newSettings;
    std::set<qsizetype> m_removed;
    std::vector<LineFix> m_fixes;
};

} // namespace

std::vector<LineFix> textChange(const RuleFile &file, const RuleFile::LineText &textOf, const ChangePlan &plan)
{
    return TextChange(file, textOf).make(plan);
}

} // namespace lvs
