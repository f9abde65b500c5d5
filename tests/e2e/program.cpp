// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include <QDeadlineTimer>
#include <QTest>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

void fail(const QString &message)
{
    QFAIL(qPrintable(message));
}

/// Pointer, keyboard and windows of the display.
void xdotool(const QStringList &arguments)
{
    QVERIFY2(QProcess::execute(u"xdotool"_s, arguments) == 0, qPrintable(u"xdotool "_s + arguments.join(u' ')));
}

QStringList clickAt(const QRect &area)
{
    return {u"mousemove"_s, QString::number(area.center().x()), QString::number(area.center().y()), u"click"_s};
}

void describe(const Accessible &object, int depth, QStringList &lines)
{
    for (const auto &child : object.shownChildren()) {
        lines.append(QString(depth * 2, u' ') + child.role() + u" \""_s + child.name() + u'"');
        describe(child, depth + 1, lines);
    }
}

} // namespace

Program::Program(const QString &path)
{
    QTest::setThrowOnFail(true);
    m_process.setProgram(path);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Program::start(const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setArguments(arguments);
    m_process.setProcessEnvironment(environment.isEmpty() ? QProcessEnvironment::systemEnvironment() : environment);
    Accessible::scale = m_process.processEnvironment().value(u"QT_SCALE_FACTOR"_s, u"1"_s).toInt();
    m_process.start();
    until(
        u"%1 shows a window"_s.arg(m_process.program()),
        [this] {
            m_root = applicationOf(m_process.processId());
            return !m_root.find([](const Accessible &) { return true; }).isNull();
        },
        30);
}

int Program::quit()
{
    m_process.terminate();
    until(u"%1 ends"_s.arg(m_process.program()), [this] { return m_process.state() == QProcess::NotRunning; });
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::kill()
{
    m_process.kill();
    QVERIFY(m_process.waitForFinished());
}

void Program::until(const QString &what, const std::function<bool()> &holds, int seconds)
{
    constexpr int Pause = 50; // ms; the walk through the tree keeps the program under test busy
    const QDeadlineTimer deadline(std::chrono::seconds{seconds});
    while (!holds()) {
        if (m_process.state() == QProcess::NotRunning)
            fail(u"%1 has ended (%2) before %3"_s.arg(m_process.program(), m_process.errorString(), what));
        if (deadline.hasExpired())
            fail(u"waited %1 s in vain until %2; the screen showed:\n%3"_s.arg(seconds).arg(what, outline()));
        QTest::qWait(Pause);
    }
}

Accessible Program::find(const std::function<bool(const Accessible &)> &accepts) const
{
    // Later windows lie above earlier ones: a dialog's button before the main window's.
    const auto windows = m_root.shownChildren();
    for (auto window = windows.crbegin(); window != windows.crend(); ++window) {
        if (accepts(*window))
            return *window;
        if (const auto found = window->find(accepts); !found.isNull())
            return found;
    }
    return {};
}

Accessible Program::find(QStringView role, QStringView name) const
{
    return find([&](const Accessible &object) { return object.role() == role && object.name() == name; });
}

Accessible Program::findById(QStringView id) const
{
    return find([&](const Accessible &object) { return object.id() == id; });
}

Accessible Program::need(QStringView role, QStringView name, int seconds)
{
    Accessible found;
    until(
        u"a %1 \"%2\" shows"_s.arg(role, name),
        [&] {
            found = find(role, name);
            return !found.isNull();
        },
        seconds);
    return found;
}

void Program::press(QStringView name, int seconds)
{
    until(u"the button \"%1\" can be pressed"_s.arg(name), [&] { return find(role::Button, name).press(); }, seconds);
}

void Program::openMenu(const QStringList &path)
{
    for (const auto &entry : path)
        until(u"the menu entry \"%1\" can be chosen"_s.arg(entry), [&] { return find(role::MenuItem, entry).press(); });
    // Chosen in this way an entry leaves its menu open, and that would take the next click. A key would reach a dialog
    // that opens meanwhile.
    const auto isMenu = [](const Accessible &object) { return object.role() == role::PopupMenu; };
    until(u"the menu is closed"_s, [&] {
        const bool isOpen = !find(isMenu).isNull();
        if (isOpen)
            click(find([](const Accessible &object) { return object.role() == role::StatusBar; }));
        return !isOpen;
    });
}

void Program::choose(QStringView comboBox, QStringView entry)
{
    const auto box = need(role::ComboBox, comboBox);
    box.press();
    until(u"\"%1\" offers \"%2\""_s.arg(comboBox, entry), [&] {
        const auto list = box.find([](const Accessible &child) { return child.role() == role::List; });
        for (const auto &item : list.shownChildren()) {
            if (item.name() == entry) {
                click(item);
                return true;
            }
        }
        return false;
    });
    until(u"\"%1\" shows \"%2\""_s.arg(comboBox, entry), [&] { return box.text() == entry; });
}

void Program::setText(QStringView lineEdit, const QString &text)
{
    until(u"the field \"%1\" takes a text"_s.arg(lineEdit), [&] { return find(role::Text, lineEdit).setText(text); });
}

void Program::setValue(QStringView spinBox, double value)
{
    until(u"the field \"%1\" takes %2"_s.arg(spinBox).arg(value),
          [&] { return find(role::SpinBox, spinBox).setValue(value); });
}

void Program::check(QStringView checkBox, bool on)
{
    const auto box = need(role::CheckBox, checkBox);
    if (box.is(State::Checked) != on)
        box.press();
    until(u"\"%1\" is %2"_s.arg(checkBox, on ? u"checked"_s : u"unchecked"_s),
          [&] { return box.is(State::Checked) == on; });
}

int Program::findRow(const Accessible &view, QStringView text, int column)
{
    const int rows = view.rowCount();
    for (int row = 0; row < rows; ++row) {
        if (view.cell(row, column).name() == text)
            return row;
    }
    return -1;
}

int Program::findColumn(const Accessible &view, QStringView header)
{
    const int columns = view.columnCount();
    for (int column = 0; column < columns; ++column) {
        if (view.header(column) == header)
            return column;
    }
    return -1;
}

void Program::click(const Accessible &object)
{
    xdotool(clickAt(object.extents()) + QStringList{u"1"_s});
}

void Program::doubleClick(const Accessible &object)
{
    xdotool(clickAt(object.extents()) + QStringList{u"--repeat"_s, u"2"_s, u"--delay"_s, u"20"_s, u"1"_s});
}

void Program::typeKey(const QString &key)
{
    xdotool({u"key"_s, key});
}

void Program::typeText(const QString &text)
{
    xdotool({u"type"_s, u"--"_s, text});
}

QString Program::outline() const
{
    QStringList lines;
    describe(m_root, 0, lines);
    return lines.join(u'\n');
}

} // namespace lvs::e2e
