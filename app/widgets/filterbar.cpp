// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filterbar.h"

#include "app/theme/icons.h"
#include "app/widgets/filteredit.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace lvs {

FilterBar::FilterBar(std::vector<FilterKey> keys, const QString &example, QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(std::move(keys), this))
    , m_counts(new QLabel(this))
    , m_errorRow(new QWidget(this))
    , m_errorIcon(new QLabel(m_errorRow))
    , m_error(new QLabel(m_errorRow))
{
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setPlaceholderText(tr("Filter (Ctrl+F): %1").arg(example));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(themeIcon(QStringLiteral("view-filter")), QLineEdit::LeadingPosition);
    QStringList keyNames;
    for (const FilterKey &key : m_edit->keys())
        keyNames.append(key.name + u':');
    m_edit->setToolTip(
        tr("Words that must occur, or one of %1 with a value. A minus sign in front means “not”, quotation "
           "marks keep words together. Esc clears.")
            .arg(keyNames.join(u' ')));
    m_counts->setObjectName(QStringLiteral("filterCounts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->hide();
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);

    auto *errorLayout = new QHBoxLayout(m_errorRow);
    errorLayout->setContentsMargins(4, 0, 0, 0);
    errorLayout->setSpacing(4);
    errorLayout->addWidget(m_errorIcon, 0, Qt::AlignTop);
    errorLayout->addWidget(m_error, 1);
    m_errorRow->hide();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_counts, 0, 1);
    layout->addWidget(m_errorRow, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);

    connect(m_edit, &FilterEdit::parsed, this, [this] {
        m_counts->setVisible(!m_edit->terms().empty());
        Q_EMIT filterChanged(m_edit->text());
    });
    connect(m_edit, &FilterEdit::judged, this, &FilterBar::refreshError);
    connect(m_edit, &FilterEdit::left, this, &FilterBar::left);
    connect(m_edit, &FilterEdit::entered, this, &FilterBar::entered);
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::setCounts(const QString &counts)
{
    m_counts->setText(counts);
    m_counts->setVisible(!m_edit->terms().empty());
}

void FilterBar::refreshError()
{
    const FilterTerm *wrong = m_edit->firstWrong();
    const QString sentence = wrong ? this->sentence(*wrong) : QString();
    m_errorRow->setVisible(!sentence.isEmpty());
    m_error->setText(sentence);
    m_edit->setAccessibleDescription(sentence);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    m_error->setPalette(colors);
    m_errorIcon->setPixmap(stateIcon(State::Unreachable, colors).pixmap(14));
}

QString FilterBar::sentence(const FilterTerm &term) const
{
    const QString key = m_edit->text().sliced(term.key.start, term.key.length).toLower();
    const auto known = [&] { return m_edit->keys()[std::size_t(term.keyIndex)]; };
    switch (term.problem) {
    case FilterProblem::UnknownKey: {
        QStringList names;
        for (const FilterKey &each : m_edit->keys())
            names.append(each.name);
        return tr("“%1” is nothing to filter by. Known are: %2.").arg(key, names.join(QStringLiteral(", ")));
    }
    case FilterProblem::ValueMissing:
        return key.isEmpty() ? tr("Between the quotation marks something is missing.")
                             : tr("Behind “%1:” a value is missing.").arg(key);
    case FilterProblem::NotANumber:
        return tr("“%1” takes a number, without zeros in front.").arg(key);
    case FilterProblem::OutOfRange:
        return tr("“%1” takes a number from %2 to %3.").arg(key).arg(known().smallest).arg(known().largest);
    case FilterProblem::NotAChoice:
        return tr("“%1” is one of: %2.").arg(key, known().choices.join(QStringLiteral(", ")));
    case FilterProblem::QuoteOpen:
        return tr("The closing quotation mark is missing.");
    case FilterProblem::None:
        break;
    }
    return {};
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_errorRow->isHidden())
        refreshError();
}

} // namespace lvs
