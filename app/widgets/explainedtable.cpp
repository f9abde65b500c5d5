// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/explainedtable.h"

#include "app/models/explainedroles.h"
#include "app/theme/icons.h"
#include "app/widgets/treeview.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lvs {

ExplainedTable::ExplainedTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_view(new TreeView(this))
    , m_explanation(new QLabel(this))
    , m_command(new QLineEdit(this))
    , m_copy(new QToolButton(this))
    , m_buttons(new QHBoxLayout)
{
    m_view->setModel(model);
    m_view->setAccessibleName(name);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(true);

    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_explanation->setMinimumHeight(3 * m_explanation->fontMetrics().lineSpacing()); // rows of one height do not jump
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command for the selected row"));
    m_copy->setIcon(themeIcon(QStringLiteral("edit-copy")));
    m_copy->setText(tr("Copy command"));
    m_copy->setToolTip(tr("Copy the command, to run it on the machine itself"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_copy, &QToolButton::clicked, this, &ExplainedTable::copy);

    m_buttons->addWidget(m_command, 1);
    m_buttons->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_explanation);
    layout->addLayout(m_buttons);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExplainedTable::explain);
    connect(model, &QAbstractItemModel::dataChanged, this, &ExplainedTable::explain);
    connect(model, &QAbstractItemModel::modelReset, this, &ExplainedTable::explain);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ExplainedTable::showContextMenu);
    explain();
}

QPushButton *ExplainedTable::addVerb(const QString &text)
{
    m_verb = new QPushButton(text, this);
    m_buttons->addWidget(m_verb);
    connect(m_view, &QTreeView::activated, m_verb, &QPushButton::click);
    return m_verb;
}

void ExplainedTable::explain()
{
    const QModelIndex current = m_view->currentIndex().siblingAtColumn(0);
    const QString command = current.data(CommandRole).toString();
    m_explanation->setText(current.isValid() ? current.data(ExplanationRole).toString()
                                             : tr("Select a row to read what it means."));
    m_command->setText(command);
    m_command->setCursorPosition(0);
    m_command->setEnabled(!command.isEmpty());
    m_copy->setEnabled(!command.isEmpty());
}

void ExplainedTable::copy()
{
    QGuiApplication::clipboard()->setText(m_command->text());
}

void ExplainedTable::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_verb) {
        QAction *doing = menu->addAction(m_verb->text());
        doing->setEnabled(m_verb->isEnabled());
        connect(doing, &QAction::triggered, m_verb, &QPushButton::click);
    }
    QAction *copying = menu->addAction(m_copy->icon(), m_copy->text());
    copying->setEnabled(m_copy->isEnabled());
    connect(copying, &QAction::triggered, this, &ExplainedTable::copy);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace lvs
