// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/planview.h"

#include "app/models/setupplanmodel.h"
#include "app/text/domaintext.h"
#include "app/widgets/treeview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

/// Steps that will not move by themselves any more, whichever way it goes.
int settled(const HostPlanProgress &progress)
{
    return int(std::ranges::count_if(progress.steps(), [](const StepProgress &step) {
        switch (step.state) {
        case StepState::Waiting:
        case StepState::Running:
        case StepState::TakeBack:
        case StepState::TakingBack:
            return false;
        default:
            return true;
        }
    }));
}

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_model(new SetupPlanModel(this))
    , m_view(new TreeView(this))
    , m_bar(new QProgressBar(this))
    , m_commands(new QPlainTextEdit(this))
{
    m_view->setObjectName(QStringLiteral("setupPlan"));
    m_view->setAccessibleName(tr("Plan"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    QHeaderView *header = m_view->header();
    header->setSectionsMovable(false);
    for (int column = 0; const int width : {165, 108, 396})
        header->resizeSection(column++, width);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_commands->setObjectName(QStringLiteral("setupCommands"));
    m_commands->setAccessibleName(tr("The same as commands"));
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    constexpr int lines = 6;
    m_commands->setFixedHeight(lines * m_commands->fontMetrics().lineSpacing() + 12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_commands);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlanView::refreshCommands);
    m_model->setPalette(palette());
}

void PlanView::setProgress(const HostPlanProgress &progress, bool isRunning)
{
    const bool samePlan = progress.plan() == m_model->progress().plan();
    m_model->setProgress(progress);
    m_bar->setMaximum(std::max(1, m_model->rowCount()));
    m_bar->setValue(settled(progress));
    m_bar->setVisible(isRunning);
    if (!samePlan)
        refreshCommands();
}

void PlanView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
}

/// A comment says on which machine; the rest could be pasted into its shell.
void PlanView::refreshCommands()
{
    const auto &steps = m_model->progress().plan().steps;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows(); // not the row that just has the focus
    const int current = selected.isEmpty() ? -1 : selected.front().row();
    QStringList lines;
    QString machine;
    for (int row = 0; const HostStep &step : steps) {
        const bool isWanted = current < 0 || row == current;
        ++row;
        if (!isWanted)
            continue;
        if (step.host != machine)
            lines << QStringLiteral("# ") + hostText(step.host);
        machine = step.host;
        lines << commandsFor(step.plan);
    }
    m_commands->setPlainText(lines.join(u'\n'));
}

} // namespace lvs
