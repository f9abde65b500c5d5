// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/compareview.h"

#include "app/compare/comparemodel.h"
#include "app/compare/comparer.h"
#include "app/compare/sourcebox.h"
#include "app/text/boottext.h"
#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/text/fileproblemtext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/widgets/treeview.h"
#include "core/change/overloaded.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QtConcurrentRun>

namespace lvs {

CompareView::CompareView(Comparer *comparer, DirectorSession *own, SessionList *others, QWidget *parent)
    : QWidget(parent)
    , m_comparer(comparer)
    , m_model(new CompareModel(this))
    , m_boxes{new SourceBox(own, others, tr("Left side"), this), new SourceBox(own, others, tr("Right side"), this)}
    , m_search(new QLineEdit(this))
    , m_onlyDifferences(new QCheckBox(tr("Only &differences"), this))
    , m_view(new TreeView(this))
    , m_summary(new QLabel(this))
{
    for (const Side side : {Side::Left, Side::Right})
        box(side)->setSource(m_comparer->source(side));
    m_model->setPalette(palette());
    m_view->setObjectName(QStringLiteral("comparison"));
    m_view->setAccessibleName(tr("Comparison"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int character = fontMetrics().averageCharWidth();
    for (const auto &[column, width] :
         {std::pair(CompareModel::Object, 34), std::pair(CompareModel::StandingColumn, 16),
          std::pair(CompareModel::LeftValue, 28), std::pair(CompareModel::RightValue, 28)})
        m_view->header()->resizeSection(column, width * character);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_view, 1);
    layout->addWidget(makeBottom());

    for (const Side side : {Side::Left, Side::Right}) {
        connect(box(side), &SourceBox::sourceChanged, m_comparer,
                [this, side](const CompareSource &source) { m_comparer->setSource(side, source); });
    }
    connect(m_comparer, &Comparer::compared, this, &CompareView::filter);
    connect(m_search, &QLineEdit::textChanged, this, &CompareView::filter);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &CompareView::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CompareView::refreshActions);
    refreshActions();
    refreshSummary();
}

QWidget *CompareView::makeTools()
{
    m_search->setObjectName(QStringLiteral("compareSearch"));
    m_search->setAccessibleName(tr("Search the comparison"));
    m_search->setPlaceholderText(tr("Search: address or port"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themeIcon(QStringLiteral("view-filter")), QLineEdit::LeadingPosition);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_onlyDifferences->setChecked(true);
    auto *versus = new QLabel(QStringLiteral("↔"), this);
    auto *tools = new QWidget(this);
    auto *sides = new QHBoxLayout;
    sides->addWidget(box(Side::Left), 1);
    sides->addWidget(versus);
    sides->addWidget(box(Side::Right), 1);
    auto *search = new QHBoxLayout;
    search->addWidget(m_search, 1);
    search->addWidget(m_onlyDifferences);
    auto *layout = new QVBoxLayout(tools);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(sides);
    layout->addLayout(search);
    return tools;
}

QWidget *CompareView::makeBottom()
{
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *bottom = new QWidget(this);
    auto *layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_summary, 1);
    for (const Side side : {Side::Left, Side::Right}) {
        const bool isLeft = side == Side::Left;
        auto *action = new QAction(themeIcon(isLeft ? QStringLiteral("go-previous") : QStringLiteral("go-next")),
                                   isLeft ? tr("Take over to the &left") : tr("Take over to the &right"), this);
        action->setObjectName(isLeft ? QStringLiteral("takeLeft") : QStringLiteral("takeRight"));
        action->setShortcut(Qt::ALT | (isLeft ? Qt::Key_Left : Qt::Key_Right));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setIconText(format::withoutMnemonic(action->text()));
        connect(action, &QAction::triggered, this, [this, side] { takeOver(side); });
        m_take[std::size_t(side)] = action;
        m_view->addAction(action);
        addAction(action);
        auto *button = new QToolButton(bottom);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    return bottom;
}

void CompareView::setObstacle(Side side, const QString &reason)
{
    m_obstacles[std::size_t(side)] = reason;
    refreshActions();
}

void CompareView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

std::vector<ComparedPart> CompareView::selectedParts() const
{
    std::vector<ComparedPart> parts;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        const CompareRow &row = *m_model->rowAt(index);
        const auto *service = std::get_if<const ComparedService *>(&row.object);
        const bool differsBelow = service && !row.field && !(*service)->isEqual;
        if (row.standing != Standing::Equal || differsBelow)
            parts.push_back(row.part());
    }
    return parts;
}

void CompareView::takeOver(Side target)
{
    if (const auto parts = selectedParts(); !parts.empty())
        Q_EMIT takeOverRequested(parts, target);
}

void CompareView::filter()
{
    const auto comparison = m_comparer->comparison();
    m_model->setSideNames(box(Side::Left)->sourceName(), box(Side::Right)->sourceName());
    refreshSummary();
    const quint64 job = ++m_job;
    if (!comparison)
        return show({});
    const CompareFilter wanted{m_onlyDifferences->isChecked(), m_search->text()};
    QtConcurrent::run([comparison, wanted] {
        return makeCompareRows(comparison, wanted);
    }).then(this, [this, job](const std::shared_ptr<const CompareRows> &rows) {
        if (job == m_job)
            show(rows);
    });
}

/// What was current, open and in sight stays so; where the current row went, its neighbour takes its place.
void CompareView::show(const std::shared_ptr<const CompareRows> &rows)
{
    const QModelIndex current = m_view->currentIndex();
    const int place = current.row();
    const CompareRow *row = current.isValid() ? m_model->rowAt(current) : nullptr;
    const auto part = row ? std::optional(row->part()) : std::nullopt;
    const auto above = row && row->parent->parent ? std::optional(row->parent->part()) : std::nullopt;
    std::vector<ComparedPart> open;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        if (m_view->isExpanded(index))
            open.push_back(m_model->rowAt(index)->part());
    }
    const bool wasEmpty = m_model->rowCount() == 0;
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->show(rows);
    constexpr int fewRows = 30;
    if (wasEmpty && m_model->rowCount() <= fewRows) {
        m_view->expandToDepth(1);
    } else {
        for (const ComparedPart &each : open)
            m_view->expand(m_model->indexOf(each));
    }
    QModelIndex next = part ? m_model->indexOf(*part) : QModelIndex();
    if (!next.isValid() && part) {
        const QModelIndex parent = above ? m_model->indexOf(*above) : QModelIndex();
        next = m_model->index(std::min(place, m_model->rowCount(parent) - 1), 0, parent);
        if (!next.isValid())
            next = parent;
    }
    m_view->setCurrentIndex(next);
    m_view->verticalScrollBar()->setValue(scrolled);
    refreshActions();
}

void CompareView::refreshActions()
{
    const bool isAny = !selectedParts().empty();
    for (const Side side : {Side::Left, Side::Right}) {
        QAction *action = m_take[std::size_t(side)];
        const QString &obstacle = m_obstacles[std::size_t(side)];
        action->setEnabled(isAny && obstacle.isEmpty());
        const QString explanation =
            tr("Make the selected rows of “%1” like those on the other side").arg(box(side)->sourceName());
        action->setToolTip(QStringLiteral("%1 (%2)").arg(obstacle.isEmpty() ? explanation : obstacle,
                                                         action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void CompareView::refreshSummary()
{
    for (const Side side : {Side::Left, Side::Right}) {
        if (const auto &problem = m_comparer->problem(side)) {
            const QString why =
                std::visit(Overloaded{[](const Error &error) { return errorSummary(error); },
                                      [](const FileProblem &file) { return fileProblemText(file).what; },
                                      [](const BootAbsence &absence) {
                                          return bootSourceText(absence.state, *absence.forecast, absence.source);
                                      }},
                           *problem);
            return m_summary->setText(tr("%1: %2").arg(box(side)->sourceName(), why));
        }
    }
    const auto comparison = m_comparer->comparison();
    if (!comparison)
        return m_summary->setText(tr("Reading …"));
    const Comparison::Counts &counts = comparison->counts;
    QStringList parts;
    if (counts.different() == 0)
        parts << tr("No differences");
    if (counts.changed > 0)
        parts << tr("%Ln different", nullptr, int(counts.changed));
    if (counts.onlyLeft > 0)
        parts << tr("%Ln only left", nullptr, int(counts.onlyLeft));
    if (counts.onlyRight > 0)
        parts << tr("%Ln only right", nullptr, int(counts.onlyRight));
    parts << tr("%1 equal").arg(format::count(quint64(counts.equal)));
    QString text = listText(parts);
    for (const Side side : {Side::Left, Side::Right}) {
        const CompareState &state = m_comparer->state(side);
        const QString name = box(side)->sourceName();
        if (state.faultyLines > 0)
            text += u'\n' + tr("%1: %Ln line(s) with errors are left out", nullptr, int(state.faultyLines)).arg(name);
        if (state.refusedLine)
            text += u'\n' + tr("%1: ipvsadm refuses line %2; what follows may be missing after a reboot")
                                .arg(name)
                                .arg(*state.refusedLine);
    }
    m_summary->setText(text);
}

void CompareView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
}

} // namespace lvs
