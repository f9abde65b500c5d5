// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/agenttext.h"

#include "app/directors/sshprompt.h"

#include <QRegularExpression>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostUsers = 100;

/// Without the colours of the terminal.
QString cleanLine(const QByteArray &line)
{
    static const QRegularExpression colour(u"\x1b\\[[0-9;]*m"_s);
    return plainText(QString::fromUtf8(line).remove(colour), longestLine);
}

} // namespace

std::vector<AgentText::Event> AgentText::feed(QByteArrayView bytes)
{
    std::vector<Event> events;
    for (char c : bytes) {
        if (c == '\n') {
            readLine(cleanLine(std::exchange(m_line, {})), events);
        } else if (m_line.size() < longestLine) {
            m_line += c;
        }
    }
    readPartialLine(events);
    return events;
}

void AgentText::readLine(const QString &line, std::vector<Event> &events)
{
    static const QRegularExpression header(u"^==== AUTHENTICATING FOR (\\S+) ====$"_s);
    static const QRegularExpression outcome(u"^==== AUTHENTICATION (COMPLETE|FAILED|CANCELED) ====$"_s);
    static const QRegularExpression user(u"^ *\\d+\\. +(.+)$"_s);

    if (line == QLatin1StringView(readyLine)) {
        events.emplace_back(Ready{});
    } else if (const auto begin = header.match(line); begin.hasMatch()) {
        m_state = State::Message;
        m_actionId = begin.captured(1);
        m_message.clear();
        m_users.clear();
    } else if (const auto end = outcome.match(line); end.hasMatch()) {
        m_state = State::Idle;
        const QChar kind = end.captured(1).at(1); // cOmplete, fAiled or cAnceled
        events.emplace_back(kind == u'O'                       ? Outcome::Complete
                            : end.captured(1).startsWith(u'F') ? Outcome::Failed
                                                               : Outcome::Canceled);
    } else if (m_state == State::Message && line.startsWith("Authenticating as: "_L1)) {
        m_users = {line.sliced(19)};
        m_state = State::Conversation;
    } else if (m_state == State::Message && line.startsWith("Multiple identities can be used"_L1)) {
        m_state = State::Users;
    } else if (m_state == State::Message) {
        m_message << line;
    } else if (m_state == State::Users) {
        if (const auto name = user.match(line); name.hasMatch() && m_users.size() < mostUsers)
            m_users << name.captured(1);
    }
}

/// Questions are lines without an end.
void AgentText::readPartialLine(std::vector<Event> &events)
{
    static const QRegularExpression choose(u"^Choose identity to authenticate as \\(1-\\d+\\): $"_s);
    static const QRegularExpression notice(u"^(Info|Error): $"_s); // the beginning of a whole line

    const QString line = cleanLine(m_line);
    if (m_state == State::Users && choose.match(line).hasMatch()) {
        events.emplace_back(Choice{m_actionId, m_message.join(u'\n'), m_users});
        m_state = State::Conversation;
        m_users.clear();
        m_line.clear();
    } else if (m_state == State::Conversation && line.endsWith(": "_L1) && !notice.match(line).hasMatch()) {
        events.emplace_back(Prompt{m_actionId, m_message.join(u'\n'), m_users, line});
        m_line.clear();
    }
}

} // namespace lvs
