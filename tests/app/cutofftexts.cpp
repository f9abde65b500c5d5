// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cutofftexts.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTreeView>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

class Findings
{
public:
    void require(const QWidget &widget, const QString &text, QSize needed, QSize given)
    {
        if (needed.width() > given.width() || needed.height() > given.height())
            m_lines +=
                u"%1 “%2” needs %3×%4, has %5×%6"_s.arg(QString::fromLatin1(widget.metaObject()->className()), text)
                    .arg(needed.width())
                    .arg(needed.height())
                    .arg(given.width())
                    .arg(given.height());
    }
    /// In one line, in the widget's font.
    void requireLine(const QWidget &widget, const QString &text, QSize given)
    {
        require(widget, text, {widget.fontMetrics().horizontalAdvance(text), widget.fontMetrics().height()}, given);
    }
    const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
};

void judge(const QLabel &label, Findings &findings)
{
    if (label.text().isEmpty())
        return;
    const QSize needed = label.wordWrap() ? QSize(0, label.heightForWidth(label.width())) : label.sizeHint();
    findings.require(label, label.text(), needed, label.size());
}

void judge(const QLineEdit &edit, Findings &findings)
{
    constexpr int caret = 4;
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &edit);
    const QRect room = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
    const QString text = edit.text().isEmpty() ? edit.placeholderText() : edit.displayText();
    findings.requireLine(edit, text, room.size() - QSize(caret, 0));
}

void judge(const QComboBox &combo, Findings &findings)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect room =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    for (int entry = 0; entry < combo.count(); ++entry)
        findings.requireLine(combo, combo.itemText(entry), room.size());
}

void judge(const QHeaderView &header, Findings &findings)
{
    for (int section = 0; section < header.count(); ++section) {
        if (!header.isSectionHidden(section))
            findings.require(header, header.model()->headerData(section, Qt::Horizontal).toString(),
                             {header.sectionSizeHint(section), 0}, {header.sectionSize(section), 0});
    }
}

void judge(const QTreeView &view, Findings &findings)
{
    for (QModelIndex row = view.indexAt({0, 0}); row.isValid(); row = view.indexBelow(row)) {
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QModelIndex cell = row.siblingAtColumn(column);
            if (!view.isColumnHidden(column))
                findings.require(view, cell.data().toString(), view.sizeHintForIndex(cell),
                                 view.visualRect(cell).size());
        }
    }
}

void judge(const QDockWidget &dock, Findings &findings)
{
    QStyleOptionDockWidget option;
    option.initFrom(&dock);
    option.title = dock.windowTitle();
    option.closable = dock.features().testFlag(QDockWidget::DockWidgetClosable);
    const QRect title = dock.rect().adjusted(0, 0, 0, dock.widget()->y() - dock.height());
    option.rect = title;
    const QRect room = dock.style()->subElementRect(QStyle::SE_DockWidgetTitleBarText, &option, &dock);
    findings.requireLine(dock, dock.windowTitle(), room.size());
}

void judge(const QMenuBar &bar, Findings &findings)
{
    for (QAction *action : bar.actions()) {
        if (!bar.rect().contains(bar.actionGeometry(action)))
            findings.requireLine(bar, action->text(), {});
    }
}

template<class Widget> bool judgeAs(const QWidget &widget, Findings &findings)
{
    const auto *known = qobject_cast<const Widget *>(&widget);
    if (known)
        judge(*known, findings);
    return known != nullptr;
}

void judgeWidget(const QWidget &widget, Findings &findings)
{
    // What a container cuts off, a tool bar for lack of width.
    const bool isExtension = widget.objectName() == u"qt_toolbar_ext_button";
    if (isExtension)
        findings.require(widget, u"what the tool bar has no room for"_s, widget.size(), {});
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        findings.require(widget, button->text(), button->text().isEmpty() ? QSize() : button->sizeHint(),
                         button->size());
    else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        findings.require(widget, tabs->tabText(0), tabs->sizeHint(), tabs->size());
    else if (!judgeAs<QLabel>(widget, findings) && !judgeAs<QLineEdit>(widget, findings) &&
             !judgeAs<QComboBox>(widget, findings) && !judgeAs<QHeaderView>(widget, findings) &&
             !judgeAs<QTreeView>(widget, findings) && !judgeAs<QDockWidget>(widget, findings))
        judgeAs<QMenuBar>(widget, findings);
}

} // namespace

QStringList cutOffTexts(const QWidget &window)
{
    Findings findings;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == &window)
            judgeWidget(*widget, findings);
    }
    return findings.lines();
}

} // namespace lvs::test
