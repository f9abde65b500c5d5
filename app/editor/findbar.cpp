// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/findbar.h"

#include "app/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace lvs {

FindBar::FindBar(QPlainTextEdit *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_words(new QLineEdit(this))
    , m_result(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("find"));
    m_words->setAccessibleName(tr("Find"));
    m_words->setPlaceholderText(tr("Find in the text"));
    m_words->setClearButtonEnabled(true);
    const auto button = [this](const QString &icon, const QString &text, auto act) {
        auto *made = new QToolButton(this);
        made->setIcon(themeIcon(icon));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, act);
        return made;
    };
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_result);
    layout->addWidget(
        button(QStringLiteral("go-up"), tr("Previous (Shift+Return)"), [this] { find(Direction::Backward); }));
    layout->addWidget(button(QStringLiteral("go-down"), tr("Next (Return)"), [this] { find(Direction::Forward); }));
    layout->addWidget(button(QStringLiteral("window-close"), tr("Close (Esc)"), [this] { end(); }));
    connect(m_words, &QLineEdit::textEdited, this, [this] { find(Direction::Here); });
    hide();
}

void FindBar::begin()
{
    const QString selected = m_editor->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::find(Direction direction)
{
    QTextCursor from = m_editor->textCursor();
    if (direction == Direction::Here)
        from.setPosition(from.selectionStart());
    const auto flags = direction == Direction::Backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_editor->document()->find(m_words->text(), from, flags);
    if (found.isNull() && !m_words->text().isEmpty()) {
        from.movePosition(direction == Direction::Backward ? QTextCursor::End : QTextCursor::Start);
        found = m_editor->document()->find(m_words->text(), from, flags);
    }
    m_result->setText(found.isNull() && !m_words->text().isEmpty() ? tr("Not found") : QString());
    if (!found.isNull())
        m_editor->setTextCursor(found);
}

void FindBar::end()
{
    hide();
    m_editor->setFocus();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return end();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return find(event->modifiers() & Qt::ShiftModifier ? Direction::Backward : Direction::Forward);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace lvs
