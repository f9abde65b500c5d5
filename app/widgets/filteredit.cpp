// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filteredit.h"

#include "app/theme/statecolors.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextCharFormat>

#include <algorithm>

namespace lvs {

static bool movesInOffers(int key)
{
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    default:
        return false;
    }
}

FilterEdit::FilterEdit(std::vector<FilterKey> keys, QWidget *parent)
    : QLineEdit(parent)
    , m_keys(std::move(keys))
    , m_known(m_keys.size())
    , m_completer(new QCompleter(this))
    , m_offers(new QStringListModel(this))
{
    using namespace std::chrono_literals;
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->popup()->setAccessibleName(tr("What the filter understands here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::complete);
    // The line has its new text only after this event.
    m_colorTimer.setSingleShot(true);
    m_colorTimer.setInterval(0ms);
    connect(&m_colorTimer, &QTimer::timeout, this, &FilterEdit::judge);
    connect(this, &QLineEdit::cursorPositionChanged, &m_colorTimer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::parse);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
}

void FilterEdit::setKnownValues(std::size_t key, const QStringList &values)
{
    m_known[key] = values;
}

void FilterEdit::parse()
{
    m_terms = parseFilter(text(), m_keys);
    m_colorTimer.start();
    Q_EMIT parsed();
}

bool FilterEdit::isWrong(const FilterTerm &term) const
{
    const bool isBeingTyped = hasFocus() && cursorPosition() == term.whole.start + term.whole.length;
    switch (term.problem) {
    case FilterProblem::None:
        return false;
    case FilterProblem::ValueMissing:
    case FilterProblem::QuoteOpen:
        return !isBeingTyped;
    case FilterProblem::NotAChoice:
        return !isBeingTyped ||
               std::ranges::none_of(m_keys[std::size_t(term.keyIndex)].choices, [&](const QString &choice) {
                   return choice.startsWith(term.value, Qt::CaseInsensitive);
               });
    default:
        return true;
    }
}

const FilterTerm *FilterEdit::firstWrong() const
{
    const auto wrong = std::ranges::find_if(m_terms, [this](const FilterTerm &term) { return isWrong(term); });
    return wrong == m_terms.end() ? nullptr : &*wrong;
}

void FilterEdit::judge()
{
    color();
    Q_EMIT judged();
}

void FilterEdit::color()
{
    if (m_composing)
        return; // the colours would end the composition; it is parsed again when it ends
    // A line edit takes formats the way an input method gives them, in places relative to the cursor.
    QList<QInputMethodEvent::Attribute> formats;
    const auto add = [&](TextSpan span, const QTextCharFormat &format) {
        formats.append({QInputMethodEvent::TextFormat, int(span.start) - cursorPosition(), int(span.length), format});
    };
    QTextCharFormat key;
    key.setForeground(palette().color(QPalette::Link));
    QTextCharFormat wrong;
    wrong.setForeground(stateColor(State::Unreachable, palette()));
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(wrong.foreground().color());
    for (const FilterTerm &term : m_terms) {
        if (isWrong(term))
            add(term.whole, wrong);
        else if (term.key.length > 0)
            add({term.key.start, term.key.length + 1}, key);
    }
    QInputMethodEvent event(QString(), formats);
    QLineEdit::inputMethodEvent(&event);
}

void FilterEdit::offer()
{
    m_completion = completeFilter(text(), cursorPosition(), m_keys, m_known);
    const QString written = text().sliced(m_completion.replaced.start, m_completion.replaced.length);
    if (m_completion.offers.isEmpty() || (m_completion.offers.size() == 1 && m_completion.offers.front() == written))
        return m_completer->popup()->hide();
    m_offers->setStringList(m_completion.offers);
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 40);
    m_completer->complete(place);
}

void FilterEdit::complete(const QString &choice)
{
    QString text = this->text();
    text.replace(m_completion.replaced.start, m_completion.replaced.length, choice);
    setText(text);
    setCursorPosition(int(m_completion.replaced.start + choice.size()));
    if (choice.endsWith(u':'))
        offer(); // go on with the values
}

bool FilterEdit::event(QEvent *event)
{
    // Escape belongs to the line before it is a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_colorTimer.start();
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible() && movesInOffers(event->key()))
        return event->ignore(); // the list takes it
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        return Q_EMIT left();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        return Q_EMIT entered();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing)
        m_colorTimer.start();
}

void FilterEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_colorTimer.start();
}

} // namespace lvs
