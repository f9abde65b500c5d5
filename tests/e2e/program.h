// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/accessible.h"

#include <QProcess>

namespace lvs::e2e {

/// A program under test, from its start to its end. What it needs to show or to accept and does not within the time
/// given ends the test function with a picture in words of what was on the screen (Qt Test in throwing mode).
class Program
{
public:
    explicit Program(const QString &path);
    ~Program(); ///< ends it

    /// Starts it and returns once its main window is there.
    void start(const QStringList &arguments = {}, const QProcessEnvironment &environment = {});
    /// Closes it as the end of a session would, and waits. Returns its exit code, -1 if it crashed.
    int quit();
    /// Ends it as a power cut would.
    void kill();

    /// The object with this role and name, as soon as it is shown.
    Accessible need(QStringView role, QStringView name, int seconds = 60);
    /// Null at once if it isn't shown.
    Accessible find(QStringView role, QStringView name) const;
    Accessible find(const std::function<bool(const Accessible &)> &accepts) const;
    Accessible findById(QStringView id) const;
    /// Returns once `holds` is true; `what` completes "waited in vain until …".
    void until(const QString &what, const std::function<bool()> &holds, int seconds = 60);

    void press(QStringView name, int seconds = 60); ///< a button, as soon as it is shown and enabled
    void openMenu(const QStringList &path);         ///< "File", "Quit"
    void choose(QStringView comboBox, QStringView entry);
    void setText(QStringView lineEdit, const QString &text);
    void setValue(QStringView spinBox, double value);
    void check(QStringView checkBox, bool on);

    /// The row of a view whose cell in `column` is `text`, -1 if there is none.
    static int findRow(const Accessible &view, QStringView text, int column = 0);
    static int findColumn(const Accessible &view, QStringView header);

    /// With pointer and keyboard of the display.
    static void click(const Accessible &object);
    static void doubleClick(const Accessible &object);
    static void typeKey(const QString &key); ///< X name: "Return", "ctrl+z"
    static void typeText(const QString &text);

    /// The tree as text, a line per object.
    QString outline() const;

private:
    QProcess m_process;
    Accessible m_root;
};

} // namespace lvs::e2e
