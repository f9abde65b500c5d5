// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/debiandefaults.h"

#include "core/types/numbers.h"

#include <algorithm>
#include <array>

namespace lvs {
namespace {

/// One NAME=value of the file.
struct Assignment {
    QByteArray name{};
    QByteArray value{};
    qsizetype begin = 0; ///< of the line
    qsizetype end = 0;   ///< behind its line end
};

constexpr std::array<QByteArrayView, 4> daemonNames{"none", "master", "backup", "both"};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Takes the file apart as systemd does: comments begin a line, values are joined of quoted and unquoted parts.
class EnvironmentReader
{
public:
    explicit EnvironmentReader(QByteArrayView text)
        : m_text(text)
    {
    }

    Result<std::vector<Assignment>> read()
    {
        std::vector<Assignment> found;
        while (!atEnd()) {
            const qsizetype begin = m_at;
            while (!atEnd() && isBlank(peek()))
                ++m_at;
            if (atEnd() || peek() == '\n' || peek() == '#' || peek() == ';') {
                skipLine();
                continue;
            }
            Assignment assignment{.begin = begin};
            while (!atEnd() && peek() != '=' && peek() != '\n')
                assignment.name += take();
            assignment.name = assignment.name.trimmed();
            if (atEnd() || take() == '\n') // no assignment; passed over
                continue;
            if (!readValue(assignment.value))
                return failure(ErrorCode::FileNotUnderstood);
            assignment.end = m_at;
            found.push_back(std::move(assignment));
        }
        return found;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return m_text[m_at]; }
    char take() { return m_text[m_at++]; }

    /// A backslash joins the next line to a comment, too.
    void skipLine()
    {
        bool escaped = false;
        while (!atEnd()) {
            const char c = take();
            if (c == '\n' && !escaped)
                return;
            escaped = c == '\\' && !escaped;
        }
    }

    /// False if a quotation does not end.
    bool readValue(QByteArray &value)
    {
        while (!atEnd() && isBlank(peek()))
            ++m_at;
        qsizetype kept = 0; // blanks behind this place are dropped at the end
        while (!atEnd()) {
            const char c = take();
            if (c == '\n')
                break;
            if (c == '\'' || c == '"') {
                if (!readQuoted(c, value))
                    return false;
                kept = value.size();
            } else if (c == '\\') {
                if (!atEnd() && peek() != '\n')
                    value += peek();
                if (!atEnd())
                    ++m_at;
                kept = value.size();
            } else {
                value += c;
                if (!isBlank(c))
                    kept = value.size();
            }
        }
        value.truncate(kept);
        return true;
    }

    bool readQuoted(char quote, QByteArray &value)
    {
        while (!atEnd()) {
            const char c = take();
            if (c == quote)
                return true;
            if (c != '\\' || quote == '\'') {
                value += c;
                continue;
            }
            if (atEnd())
                return false;
            const char escaped = take();
            if (escaped == '\n')
                continue;
            if (escaped != '"' && escaped != '\\' && escaped != '`' && escaped != '$')
                value += c;
            value += escaped;
        }
        return false;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::array<std::pair<QByteArray, QByteArray>, 4> variablesOf(const DebianDefaults &defaults)
{
    return {{
        {"AUTO", defaults.restores ? "true" : "false"},
        {"DAEMON", daemonNames[std::size_t(defaults.daemon)].toByteArray()},
        {"IFACE", defaults.interface.toString().toUtf8()},
        {"SYNCID", QByteArray::number(defaults.syncId)},
    }};
}

} // namespace

Result<DebianDefaults> readDebianDefaults(QByteArrayView text)
{
    const auto assignments = EnvironmentReader(text).read();
    if (!assignments)
        return std::unexpected(assignments.error());
    DebianDefaults defaults;
    for (const auto &[name, value, begin, end] : *assignments) {
        if (name == "AUTO") {
            defaults.restores = value == "true";
        } else if (name == "DAEMON") {
            const auto known = std::ranges::find(daemonNames, QByteArrayView(value));
            defaults.daemon = known == daemonNames.end() ? DebianDaemon::None
                                                         : DebianDaemon(std::distance(daemonNames.begin(), known));
        } else if (name == "IFACE" && !value.isEmpty()) {
            const auto interface = InterfaceName::fromText(QString::fromUtf8(value));
            if (!interface)
                return failure(ErrorCode::FileNotUnderstood);
            defaults.interface = *interface;
        } else if (name == "SYNCID" && !value.isEmpty()) {
            const auto number = numberFromText(QString::fromUtf8(value), 0, limits::largestSyncId);
            if (!number)
                return failure(ErrorCode::FileNotUnderstood);
            defaults.syncId = quint8(*number);
        }
    }
    return defaults;
}

Result<QByteArray> withDebianDefaults(QByteArrayView text, const DebianDefaults &defaults)
{
    QByteArray result = text.toByteArray();
    if (!result.isEmpty() && !result.endsWith('\n'))
        result += '\n';
    for (const auto &[name, value] : variablesOf(defaults)) {
        const auto assignments = EnvironmentReader(result).read();
        if (!assignments)
            return std::unexpected(assignments.error());
        const auto last = std::ranges::find_last(*assignments, name, &Assignment::name);
        const QByteArray line = name + "=\"" + value + "\"\n";
        if (last.empty())
            result += line;
        else if (last.front().value != value)
            result.replace(last.front().begin, last.front().end - last.front().begin, line);
    }
    // A text that ends in an open comment, say, swallows what stands behind it.
    if (readDebianDefaults(result) != defaults)
        return failure(ErrorCode::FileNotUnderstood);
    return result;
}

std::vector<SyncDaemon> syncDaemonsOf(const DebianDefaults &defaults)
{
    std::vector<SyncDaemon> daemons;
    for (const auto &[role, daemon] :
         {std::pair(SyncRole::Master, DebianDaemon::Master), std::pair(SyncRole::Backup, DebianDaemon::Backup)}) {
        if (defaults.daemon != daemon && defaults.daemon != DebianDaemon::Both)
            continue;
        daemons.push_back({.role = role,
                           .interface = defaults.interface,
                           .syncId = defaults.syncId,
                           .maxLength = 1472,
                           .group = IpAddress::fromIPv4(0xe0000051), // 224.0.0.81
                           .port = 8848,
                           .ttl = 1});
    }
    return daemons;
}

bool isPlainInterface(const InterfaceName &interface)
{
    const QString name = interface.toString();
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' ||
               c == u'_' || c == u'-' || c == u'@';
    });
}

} // namespace lvs
