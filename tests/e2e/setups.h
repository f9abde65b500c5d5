// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/console.h"

#include <functional>

namespace lvs::e2e {

/// What is typed into the wizard for a new service, as it stands in its fields.
struct SetUp {
    QString vip;
    QString method; ///< "Direct routing (DR)"
    QStringList servers{};
    QString gateway{}; ///< default gateway of the real servers; empty: the field is left as it is
    /// Several ports make a service by firewall mark.
    QStringList ports{QStringLiteral("80")};
    QString mark{};

    bool isIPv6() const { return vip.contains(u':'); }
    QString service() const;  ///< as tables name it, "TCP 172.18.100.20:80", "Firewall mark 20"
    QStringList urls() const; ///< for clients, one for each port
};

/// The page of the real servers and its wizard, in English, in the hands of a person who knows a password.
class SetUps
{
public:
    SetUps(Console &console, QString password);

    /// Through the wizard from its first page until everything is set up. `machines`: how the wizard has to name, by
    /// itself, the connection that leads to each real server.
    void make(const SetUp &wanted, const QStringList &machines);
    /// The same, but returns when it is at work. `isThere` is asked again and again, and ends the wait for it;
    /// questions for a password stay without an answer.
    void start(const SetUp &wanted, const QStringList &machines, const QString &what,
               const std::function<bool()> &isThere);
    /// What another console has left unfinished is offered on the page.
    void goOn();
    void takeBackUnfinished();
    /// The checklist of the page's current set-up, looked at after it was made; a line each, "what: how it is".
    QStringList checks(const SetUp &made);
    void undo(const SetUp &made);

private:
    void order(const SetUp &wanted, const QStringList &machines);
    void enterService(const SetUp &wanted);
    void finish(const QString &button, const QString &sentence);
    void confirm();
    void answerQuestions();
    void close(const QString &part);
    void awaitSentence(const QString &sentence);
    int rowOf(const SetUp &made);

    Console &m_console;
    Program &m_program;
    QString m_password;
    Accessible m_answered; ///< the last password field that was filled in
};

} // namespace lvs::e2e
