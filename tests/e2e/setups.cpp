// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/setups.h"

#include <utility>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300; // seconds; many calls to each of three machines, which are emulated
const QString begin = u"Set up real servers…"_s;

} // namespace

QString SetUp::service() const
{
    if (!mark.isEmpty())
        return u"Firewall mark "_s + mark;
    return (isIPv6() ? u"TCP [%1]:%2"_s : u"TCP %1:%2"_s).arg(vip, ports[0]);
}

QStringList SetUp::urls() const
{
    QStringList urls;
    for (const QString &port : ports)
        urls.append((isIPv6() ? u"http://[%1]:%2/"_s : u"http://%1:%2/"_s).arg(vip, port));
    return urls;
}

SetUps::SetUps(Console &console, QString password)
    : m_console(console)
    , m_program(console.program())
    , m_password(std::move(password))
{
}

void SetUps::make(const SetUp &wanted, const QStringList &machines)
{
    order(wanted, machines);
    awaitSentence(u"Everything is set up."_s);
    close(u"wizardTitle"_s);
}

void SetUps::start(const SetUp &wanted, const QStringList &machines, const QString &what,
                   const std::function<bool()> &isThere)
{
    order(wanted, machines);
    m_program.until(what, isThere, patience);
}

void SetUps::order(const SetUp &wanted, const QStringList &machines)
{
    const auto goOnTo = [&](const QString &title) {
        m_program.press(u"Next"_s, patience);
        m_program.until(u"the wizard is at \"%1\""_s.arg(title),
                        [&] { return m_program.findById(u"wizardTitle").name() == title; });
    };
    m_console.showPage(u"Real servers"_s);
    m_program.press(begin);
    m_program.until(u"the wizard is there"_s, [&] { return !m_program.findById(u"wizardTitle").isNull(); });
    enterService(wanted);

    goOnTo(u"Method"_s);
    m_program.need(role::RadioButton, wanted.method).press();
    if (!wanted.gateway.isEmpty())
        m_program.setText(u"Default gateway"_s, wanted.gateway);

    goOnTo(u"Real servers"_s);
    for (int i = 0; i < wanted.servers.size(); ++i) {
        const int number = i + 1;
        if (i > 0)
            m_program.press(u"Add a real server"_s);
        m_program.setText(u"Address of real server %1"_s.arg(number), wanted.servers[i]);
        m_program.until(u"real server %1 is reached through %2"_s.arg(number).arg(machines[i]),
                        [&] { return m_program.findById(u"serverHost%1"_s.arg(number)).text() == machines[i]; });
    }

    goOnTo(u"What is, what should be"_s);
    goOnTo(u"Plan"_s);
    confirm();
    m_program.press(u"Set up"_s);
}

/// Where default routes change.
void SetUps::confirm()
{
    if (!m_program.find(role::Text, u"Confirm").isNull())
        m_program.setText(u"Confirm"_s, u"reroute"_s);
}

void SetUps::enterService(const SetUp &wanted)
{
    if (wanted.mark.isEmpty()) {
        m_program.setText(u"Address"_s, wanted.vip);
        m_program.setText(u"Port"_s, wanted.ports[0]);
    } else {
        m_program.choose(u"Kind"_s, u"Firewall mark"_s);
        m_program.setText(u"Firewall mark"_s, wanted.mark);
        m_program.setText(u"VIP"_s, wanted.vip);
        m_program.setText(u"Ports"_s, wanted.ports.join(u','));
    }
    m_program.choose(u"Scheduler"_s, u"rr"_s);
}

QStringList SetUps::checks(const SetUp &made)
{
    const auto told = [&](const QString &column) {
        const auto view = m_program.find(role::Tree, u"Set-ups");
        return view.cell(rowOf(made), Program::findColumn(view, column)).name();
    };
    m_program.until(
        u"the set-up is in the list, and looked at"_s,
        [&] { return told(u"State"_s) == u"set up" && told(u"Checks"_s) != u"not looked at"; }, patience);
    // Unasked it looks only at what needs no password.
    m_program.press(u"Check again"_s, patience);
    m_program.until(
        u"everything is known"_s,
        [&] {
            answerQuestions();
            return told(u"Checks"_s) == u"all as it should be" || told(u"Checks"_s).endsWith(u"wrong");
        },
        patience);
    const auto view = m_program.need(role::Tree, u"Checklist");
    QStringList lines;
    for (int row = 0; row < view.rowCount(); ++row) {
        QStringList words;
        for (int column = 0; column < view.columnCount(); ++column)
            words.append(view.cell(row, column).name());
        lines.append(words.join(u" | "_s));
    }
    return lines;
}

void SetUps::undo(const SetUp &made)
{
    m_program.find(role::Tree, u"Set-ups").selectRow(rowOf(made));
    m_program.press(u"Plan and undo…"_s);
    m_program.until(u"the dialog is there"_s, [&] { return !m_program.findById(u"planUndo"_s).isNull(); });
    confirm();
    m_program.press(u"Undo"_s);
    awaitSentence(u"Everything was taken back."_s);
    close(u"planUndo"_s);
}

void SetUps::goOn()
{
    finish(u"Go on"_s, u"Everything is set up."_s);
}

void SetUps::takeBackUnfinished()
{
    finish(u"Undo"_s, u"Everything was taken back."_s);
}

void SetUps::finish(const QString &button, const QString &sentence)
{
    m_console.showPage(u"Real servers"_s);
    m_program.press(button, patience);
    m_program.until(u"the dialog is there"_s, [&] { return !m_program.findById(u"planUndo"_s).isNull(); });
    if (!m_program.find(role::Text, u"Confirm").isNull()) {
        confirm();
        m_program.press(button);
    }
    awaitSentence(sentence);
    close(u"planUndo"_s);
}

/// A dialog; `part` is in it alone.
void SetUps::close(const QString &part)
{
    m_program.press(u"Close"_s);
    m_program.until(u"the dialog is closed"_s, [&] { return m_program.findById(part).isNull(); });
}

int SetUps::rowOf(const SetUp &made)
{
    const auto view = m_program.find(role::Tree, u"Set-ups");
    return view.isNull() ? -1 : Program::findRow(view, made.service());
}

void SetUps::answerQuestions()
{
    const auto field = m_program.find(role::Text, u"Password");
    if (field.isNull() || field == m_answered || !field.setText(m_password))
        return;
    m_program.press(u"Authenticate"_s);
    m_answered = field;
}

void SetUps::awaitSentence(const QString &sentence)
{
    m_program.until(
        u"it says \"%1\""_s.arg(sentence),
        [&] {
            answerQuestions();
            return !m_program.find([&](const Accessible &object) { return object.name() == sentence; }).isNull();
        },
        patience);
}

} // namespace lvs::e2e
