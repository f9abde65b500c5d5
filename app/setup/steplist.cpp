// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/steplist.h"

#include "app/theme/icons.h"

#include <QEvent>
#include <QSignalBlocker>

namespace lvs {

StepList::StepList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Steps"));
    setSpacing(2);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row != m_current)
            Q_EMIT stepChosen(row);
    });
}

void StepList::addStep(const QString &title)
{
    addItem(title);
    constexpr int frame = 24; // icon, margins
    setFixedWidth(std::max(180, sizeHintForColumn(0) + frame));
}

void StepList::setProgress(int current, int first, int last)
{
    m_current = current;
    m_first = first;
    m_last = last;
    refresh();
}

void StepList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void StepList::refresh()
{
    const QSignalBlocker blocker(this);
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *step = item(row);
        const bool isDone = row < m_current;
        step->setIcon(stateIcon(isDone ? lvs::State::Serving : lvs::State::Unknown, palette()));
        const QString state = isDone ? tr("done") : row == m_current ? tr("current step") : tr("to come");
        step->setData(Qt::AccessibleDescriptionRole, state);
        step->setFlags(row >= m_first && row <= m_last ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    }
    setCurrentRow(m_current);
}

} // namespace lvs
