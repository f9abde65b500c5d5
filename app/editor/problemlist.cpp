// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/problemlist.h"

#include "app/editor/ruleeditor.h"
#include "app/text/domaintext.h"
#include "app/text/rulediagnostictext.h"
#include "app/theme/icons.h"
#include "app/widgets/treeview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace lvs {

void ProblemModel::show(std::shared_ptr<const CheckedRules> result)
{
    beginResetModel();
    m_result = std::move(result);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : int(m_result->problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    const Problem &shown = problem(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Line ? tr("Line %1").arg(shown.line + 1) : ruleDiagnosticText(shown.diagnostic);
    case Qt::ToolTipRole:
        return ruleDiagnosticText(shown.diagnostic);
    case Qt::DecorationRole:
        if (index.column() == Line)
            return stateIcon(stateOf(shown.diagnostic.severity), m_palette);
        return {};
    case Qt::AccessibleTextRole: {
        if (index.column() != Line)
            return {};
        const QString line = tr("Line %1").arg(shown.line + 1);
        switch (shown.diagnostic.severity) {
        case Severity::Failure:
            return tr("%1, error").arg(line);
        case Severity::Warning:
            return tr("%1, warning").arg(line);
        case Severity::Information:
            return tr("%1, hint").arg(line);
        }
        return {};
    }
    default:
        return {};
    }
}

ProblemList::ProblemList(RuleChecker *checker, QWidget *parent)
    : QWidget(parent)
    , m_checker(checker)
    , m_model(new ProblemModel(this))
    , m_icon(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_view(new TreeView(this))
{
    m_summary->setObjectName(QStringLiteral("problemSummary"));
    m_model->setPalette(palette());
    m_view->setObjectName(QStringLiteral("problems"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->resizeSection(ProblemModel::Line, 14 * fontMetrics().averageCharWidth());
    m_view->header()->setStretchLastSection(false); // a long sentence is scrolled to, not cut off
    m_view->header()->setResizeContentsPrecision(100);
    m_view->header()->setSectionResizeMode(ProblemModel::Text, QHeaderView::ResizeToContents);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 4, 8, 4);
    line->setSpacing(8);
    line->addWidget(m_icon);
    line->addWidget(m_summary, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);

    const auto choose = [this](const QModelIndex &index) { Q_EMIT chosen(m_model->problem(index.row())); };
    connect(m_view, &QTreeView::activated, this, choose);
    connect(m_view, &QTreeView::clicked, this, choose);
    connect(checker, &RuleChecker::checked, this, &ProblemList::refresh);
    refresh();
}

void ProblemList::refresh()
{
    const auto result = m_checker->result();
    m_model->show(result);
    m_view->setVisible(m_model->rowCount() > 0);
    const auto say = [this](State state, const QString &text) {
        m_icon->setPixmap(stateIcon(state, palette()).pixmap(16));
        m_summary->setText(text);
    };
    if (!result)
        return say(State::Unknown, tr("Checking …"));
    QStringList parts;
    if (result->errors > 0)
        parts << tr("%Ln error(s)", nullptr, int(result->errors));
    if (result->warnings > 0)
        parts << tr("%Ln warning(s)", nullptr, int(result->warnings));
    if (result->hints > 0)
        parts << tr("%Ln hint(s)", nullptr, int(result->hints));
    if (result->allProblems() > CheckedRules::mostProblems)
        parts << tr("the first %1 are listed").arg(CheckedRules::mostProblems);
    if (parts.isEmpty())
        return say(State::Serving, tr("No problems"));
    say(stateOf(result->errors > 0     ? Severity::Failure
                : result->warnings > 0 ? Severity::Warning
                                       : Severity::Information),
        listText(parts));
}

void ProblemList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_model->setPalette(palette());
        refresh();
    }
}

} // namespace lvs
