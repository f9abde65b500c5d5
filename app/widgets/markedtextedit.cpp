// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/markedtextedit.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <ranges>

namespace lvs {

namespace {

/// More underlines than anybody looks at make the editor slow.
constexpr std::size_t mostMarksShown = 1000;

} // namespace

MarkedTextEdit::MarkedTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
}

void MarkedTextEdit::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    showMarks();
}

void MarkedTextEdit::goTo(TextSpan span)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::min(span.start, qsizetype(document()->characterCount() - 1))));
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

bool MarkedTextEdit::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int place = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    QStringList reasons;
    for (const Mark &mark : m_marks) {
        if (place >= mark.span.start && place <= mark.span.start + mark.span.length)
            reasons << mark.reason;
    }
    QToolTip::showText(help->globalPos(), reasons.join(u'\n'), this);
    return true;
}

void MarkedTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
}

void MarkedTextEdit::showMarks()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const Mark &mark : m_marks | std::views::take(mostMarksShown)) {
        QTextEdit::ExtraSelection selection{.cursor = cursorAt(mark.span), .format = {}};
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(stateColor(mark.state, palette()));
        selections << selection;
    }
    setExtraSelections(selections);
}

QTextCursor MarkedTextEdit::cursorAt(TextSpan span) const
{
    const int last = document()->characterCount() - 1;
    const int end = std::min(int(span.start + span.length), last);
    const int start = std::min(int(span.length > 0 ? span.start : span.start - 1), last);
    QTextCursor cursor(document());
    cursor.setPosition(std::max(start, 0));
    cursor.setPosition(std::max(end, 0), QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace lvs
