// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/termsdialog.h"

#include "app/models/explainedroles.h"
#include "app/text/schedulertext.h"
#include "app/text/terms.h"
#include "app/widgets/showntext.h"
#include "app/widgets/treeview.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

constexpr int searchedRole = CommandRole + 1; ///< all that is said of a term

} // namespace

TermsDialog::TermsDialog(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_rows(new QSortFilterProxyModel(this))
    , m_view(new TreeView(this))
    , m_meaning(new QLabel(this))
{
    setObjectName(QStringLiteral("termsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Terms"));
    m_search->setObjectName(QStringLiteral("termsSearch"));
    m_search->setAccessibleName(tr("Search in the terms"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &TermsDialog::search);

    fill();
    m_rows->setFilterRole(searchedRole);
    m_rows->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("termsList"));
    m_view->setAccessibleName(tr("Terms"));
    m_view->setModel(m_rows);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->resizeSection(0, 125);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TermsDialog::explain);

    m_meaning->setObjectName(QStringLiteral("termsMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_meaning->setMinimumHeight(3 * m_meaning->fontMetrics().lineSpacing()); // rows of one height do not jump
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the search is no farewell
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_meaning);
    layout->addWidget(buttons);
    resize(640, 520);
    select({});
    m_search->setFocus();
}

void TermsDialog::showFor(QWidget *asking)
{
    QWidget *window = asking->window();
    if (qobject_cast<TermsDialog *>(window))
        return;
    auto *dialog = window->findChild<TermsDialog *>(Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new TermsDialog(window);
    dialog->m_search->clear();
    const std::vector<Term> found = termsIn(shownInFocus(*asking).remove(u'&'));
    dialog->select(found.empty() ? QString() : found.front().name);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void TermsDialog::fill()
{
    auto *all = new QStandardItemModel(this);
    all->setHorizontalHeaderLabels({tr("Term"), tr("In full")});
    const auto add = [all](const QString &name, const QString &inFull, const QString &meaning) {
        auto *item = new QStandardItem(name);
        item->setData(meaning, ExplanationRole);
        item->setData(QString(name + u'\n' + inFull + u'\n' + meaning), searchedRole);
        auto *full = new QStandardItem(inFull);
        for (QStandardItem *cell : {item, full})
            cell->setEditable(false);
        all->appendRow({item, full});
    };
    for (const Term &term : terms())
        add(term.name, term.inFull, term.meaning);
    for (const QStringView name : kernelSchedulers)
        add(name.toString(), schedulerText(name), schedulerAdvice(name));
    m_rows->setSourceModel(all);
}

void TermsDialog::select(const QString &term)
{
    const QModelIndexList found = term.isEmpty()
                                      ? QModelIndexList()
                                      : m_rows->match(m_rows->index(0, 0), Qt::DisplayRole, term, 1, Qt::MatchExactly);
    m_view->setCurrentIndex(found.isEmpty() ? m_rows->index(0, 0) : found.front());
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void TermsDialog::search(const QString &text)
{
    const QString current = m_view->currentIndex().siblingAtColumn(0).data().toString();
    m_rows->setFilterFixedString(text.trimmed());
    // Whoever types a term wants that one, and not the first that speaks of it.
    const QModelIndexList begins =
        m_rows->match(m_rows->index(0, 0), Qt::DisplayRole, text.trimmed(), 1, Qt::MatchStartsWith);
    select(text.isEmpty() || begins.isEmpty() ? current : begins.front().data().toString());
    explain();
}

void TermsDialog::explain()
{
    const QModelIndex current = m_view->currentIndex().siblingAtColumn(0);
    m_meaning->setText(current.isValid() ? current.data(ExplanationRole).toString()
                                         : tr("None of the terms has that in it."));
}

bool TermsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The list is gone through while the search is typed.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            return QCoreApplication::sendEvent(m_view, event);
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace lvs
