// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <variant>
#include <vector>

namespace lvs {

/// Reads what pkttyagent (polkit, LC_ALL=C) writes to its terminal, as it comes in.
class AgentText
{
public:
    /// polkit knows the agent: the line readyLine was printed.
    struct Ready {
        friend bool operator==(const Ready &, const Ready &) = default;
    };
    /// Several people may authenticate; their number (from 1) is to be typed.
    struct Choice {
        QString actionId;
        QString message;
        QStringList users;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    /// PAM waits for an answer.
    struct Prompt {
        QString actionId;
        QString message;
        QStringList users; ///< who was chosen; may be empty after a Choice
        QString prompt;
        friend bool operator==(const Prompt &, const Prompt &) = default;
    };
    enum class Outcome : quint8 { Complete, Failed, Canceled };
    using Event = std::variant<Ready, Choice, Prompt, Outcome>;

    /// Printed by the command that runs the agent, once it is registered.
    static constexpr QByteArrayView readyLine = "lvs-console-agent-ready";

    std::vector<Event> feed(QByteArrayView bytes);

private:
    void readLine(const QString &line, std::vector<Event> &events);
    void readPartialLine(std::vector<Event> &events);

    enum class State : quint8 { Idle, Message, Users, Conversation } m_state = State::Idle;
    QByteArray m_line; ///< not ended yet
    QString m_actionId;
    QStringList m_message;
    QStringList m_users;
};

} // namespace lvs
