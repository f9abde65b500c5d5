// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QRect>
#include <QString>
#include <QVariant>

#include <functional>

namespace lvs::e2e {

/// Role names as AT-SPI spells them, for the roles the tests look for.
namespace role {
inline constexpr QStringView Alert = u"alert message"; // a message box
inline constexpr QStringView Button = u"push button";
inline constexpr QStringView CheckBox = u"check box";
inline constexpr QStringView ColumnHeader = u"column header";
inline constexpr QStringView ComboBox = u"combo box";
inline constexpr QStringView Dialog = u"dialog";
inline constexpr QStringView Label = u"label";
inline constexpr QStringView List = u"list";
inline constexpr QStringView ListItem = u"list item";
inline constexpr QStringView MenuItem = u"menu item";
inline constexpr QStringView PageTab = u"page tab";
inline constexpr QStringView PopupMenu = u"popup menu";
inline constexpr QStringView ProgressBar = u"progress bar";
inline constexpr QStringView RadioButton = u"radio button";
inline constexpr QStringView SpinBox = u"spin box";
inline constexpr QStringView StatusBar = u"status bar";
inline constexpr QStringView Text = u"text";
inline constexpr QStringView TreeItem = u"tree item";
inline constexpr QStringView Tree = u"tree";
} // namespace role

/// State bits of AT-SPI (atspi-constants.h, AtspiStateType).
enum class State : quint8 {
    Checked = 4,
    Enabled = 8,
    Expanded = 10,
    Focused = 12,
    Selected = 23,
    Showing = 25,
};

/// One object in the accessibility tree of a running program: a window, a widget, a menu item, a cell. It is a
/// reference: cheap to copy, null when nothing was found, without name and children once the object is gone.
/// Every member asks the program over the accessibility bus and waits for the answer.
class Accessible
{
public:
    Accessible() = default;
    Accessible(QString service, QString path);

    bool isNull() const { return m_path.isEmpty(); }
    QString role() const;
    /// What a screen reader calls it. Qt names a combo box after its current entry, so there it is the label's text.
    QString name() const;
    QString description() const;
    QString id() const; ///< object name of the widget, the same in all languages
    bool is(State state) const;
    bool hasKeyboard() const;    ///< it or what is in it, so a window that is in front
    QRect extents() const;       ///< on the screen, in device pixels
    static inline int scale = 1; ///< device pixels for one of those that programs speak of (QT_SCALE_FACTOR)
    qint64 processId() const;

    QList<Accessible> children() const;
    /// Those that are not hidden. Faster than to ask each of them, and they know their role already.
    QList<Accessible> shownChildren() const;
    /// The first descendant accepted, in the order of the tree; hidden ones and cells of item views are not visited.
    Accessible find(const std::function<bool(const Accessible &)> &accepts) const;
    Accessible find(QStringView role, QStringView name) const;
    /// All descendants that are not hidden, cells included.
    QList<Accessible> descendants() const;

    /// Does what a click on it would do. False when it is disabled or has no action.
    bool press() const;
    QString text() const; ///< of a line edit or text view; a combo box's current entry
    bool setText(const QString &text) const;
    double value() const; ///< of a spin box, slider, progress bar
    bool setValue(double value) const;

    /// Item views. Rows are the visible ones from the top, children of expanded rows included.
    int rowCount() const;
    int columnCount() const;
    QString header(int column) const;
    Accessible cell(int row, int column) const;
    bool selectRow(int row) const;

    friend bool operator==(const Accessible &a, const Accessible &b)
    {
        return a.m_service == b.m_service && a.m_path == b.m_path;
    }

private:
    Accessible labelledBy() const;
    QDBusMessage message(const char *interface, const char *method, const QVariantList &arguments = {}) const;
    QDBusMessage call(const char *interface, const char *method, const QVariantList &arguments = {}) const;
    QVariant property(const char *interface, const char *property) const;

    QString m_service;
    QString m_path;
    QString m_role; ///< empty until it was asked for with those of its siblings
};

/// The root object of the program with this process id, null while it has not registered yet.
Accessible applicationOf(qint64 processId);

} // namespace lvs::e2e
