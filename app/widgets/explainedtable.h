// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace lvs {

/// A table whose current row is explained below it, with a command to copy where the row has one. The model gives both
/// by ExplainedRole.
class ExplainedTable : public QWidget
{
    Q_OBJECT
public:
    /// `name` is for assistive technology. The model is not owned.
    ExplainedTable(QAbstractItemModel *model, const QString &name, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }

    /// A button for what can be done with the current row. Enter, a double click and the context menu press it, too.
    QPushButton *addVerb(const QString &text);

private:
    void explain();
    void copy();
    void showContextMenu(const QPoint &position);

    QTreeView *m_view;
    QLabel *m_explanation;
    QLineEdit *m_command;
    QToolButton *m_copy;
    QPushButton *m_verb = nullptr;
    QHBoxLayout *m_buttons;
};

} // namespace lvs
