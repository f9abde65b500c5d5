// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QHash>
#include <QList>
#include <QMap>

namespace lvs {

/// polkit as the helper sees it, with answers set by the test.
class MockPolkit : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Answer {
        Yes,
        No,
        YesAfterPassword,
        WrongPassword, ///< asked, and refused
        Dismissed,
        NoAgent,
        Fails,    ///< with a D-Bus error
        Nonsense, ///< a reply of another form
        Silent,   ///< never answers
        Waits,    ///< asks, and the person takes time: see answerPrompts()
    };
    struct Question {
        QString busName{};
        QString action{};
        QMap<QString, QString> details{};
        bool interactive = false;
        QString cancellationId{};
    };

    explicit MockPolkit(const QDBusConnection &bus);
    ~MockPolkit() override;

    /// Comes to the bus or leaves it.
    void setPresent(bool present);
    /// For "view", "edit-servers", …
    void setAnswer(const QString &action, Answer answer) { m_answers[action] = answer; }
    void setEveryAnswer(Answer answer);
    void answerPrompts(bool yes);

    const QList<Question> &questions() const { return m_questions; }
    /// Questions that showed a person a password window.
    QList<Question> prompts() const;
    /// Prompts that wait for answerPrompts().
    qsizetype waiting() const { return m_waiting.size(); }
    const QList<QString> &cancelled() const { return m_cancelled; }
    void forget();

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    void check(const QDBusMessage &message);
    void reply(const QDBusMessage &message, bool authorized, bool challenge, bool dismissed = false);

    QDBusConnection m_bus;
    QHash<QString, Answer> m_answers;
    QList<Question> m_questions;
    QList<QDBusMessage> m_waiting;
    QList<QString> m_cancelled;
};

} // namespace lvs
