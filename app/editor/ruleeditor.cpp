// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/ruleeditor.h"

#include "app/documents/filetext.h"
#include "app/editor/linegutter.h"
#include "app/editor/rulechecker.h"
#include "app/editor/rulecompletion.h"
#include "app/editor/rulehighlighter.h"
#include "app/text/rulediagnostictext.h"
#include "app/text/ruleoptiontext.h"
#include "app/theme/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace lvs {

RuleEditor::RuleEditor(QTextDocument *text, RuleChecker *checker, QWidget *parent)
    : MarkedTextEdit(parent)
    , m_checker(checker)
    , m_highlighter(std::make_unique<RuleHighlighter>())
    , m_gutter(new LineGutter(this))
    , m_completer(new QCompleter(this))
{
    text->setDefaultFont(font());
    setDocument(text);
    setAccessibleName(tr("Rules"));
    setFrameShape(NoFrame);
    m_highlighter->setPalette(palette());
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &RuleEditor::insertCompletion);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &RuleEditor::refreshVisible);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RuleEditor::refreshSoon);
    connect(checker, &RuleChecker::linesChanged, this, &RuleEditor::refreshSoon);
    connect(checker, &RuleChecker::checked, this, &RuleEditor::refreshSoon);
    connect(checker, &RuleChecker::outdated, this, &RuleEditor::refreshSoon);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &RuleEditor::makeRoomForGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int distance) {
        if (distance != 0)
            m_gutter->scroll(0, distance);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });

    auto *fix = new QAction(tr("Fix…"), this);
    fix->setShortcut(Qt::ALT | Qt::Key_Return);
    fix->setShortcutContext(Qt::WidgetShortcut);
    connect(fix, &QAction::triggered, this, &RuleEditor::showProposals);
    auto *completion = new QAction(tr("Complete"), this);
    completion->setShortcut(Qt::CTRL | Qt::Key_Space);
    completion->setShortcutContext(Qt::WidgetShortcut);
    connect(completion, &QAction::triggered, this, &RuleEditor::complete);
    addActions({fix, completion});
    makeRoomForGutter();
}

RuleEditor::~RuleEditor() = default;

void RuleEditor::goToLine(qsizetype line, qsizetype column)
{
    const QTextBlock block = document()->findBlockByNumber(int(line));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + int(std::min<qsizetype>(column, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

std::vector<RuleEditor::VisibleLine> RuleEditor::visibleLines() const
{
    std::vector<VisibleLine> lines;
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= viewport()->height()) {
        const qreal height = blockBoundingRect(block).height();
        lines.push_back({block.blockNumber(), qRound(top), qRound(height)});
        top += height;
        block = block.next();
    }
    return lines;
}

std::optional<Severity> RuleEditor::severityOf(int line) const
{
    std::optional<Severity> worst;
    for (const RuleDiagnostic &diagnostic : m_checker->diagnosticsOf(line)) {
        if (!isEverywhere(diagnostic))
            worst = std::max(worst.value_or(Severity::Information), diagnostic.severity);
    }
    return worst;
}

bool RuleEditor::isEverywhere(const RuleDiagnostic &diagnostic)
{
    const auto *note = std::get_if<RuleNote>(&diagnostic.what);
    return note && (note->code == RuleNote::Code::CommentLine || note->code == RuleNote::Code::AlreadySo);
}

void RuleEditor::refreshVisible()
{
    std::vector<Mark> marks;
    for (const VisibleLine &line : visibleLines()) {
        const int start = document()->findBlockByNumber(line.number).position();
        for (const RuleDiagnostic &diagnostic : m_checker->diagnosticsOf(line.number)) {
            const TextSpan span = diagnostic.span();
            if (!isEverywhere(diagnostic))
                marks.push_back(
                    {{start + span.start, span.length}, stateOf(diagnostic.severity), ruleDiagnosticText(diagnostic)});
        }
    }
    setMarks(std::move(marks));
    m_gutter->update();
}

void RuleEditor::makeRoomForGutter()
{
    const int width = m_gutter->neededWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
}

std::vector<RuleEditor::Proposal> RuleEditor::proposalsAt(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    std::vector<Proposal> here;
    std::vector<Proposal> inLine;
    for (const RuleDiagnostic &diagnostic : m_checker->diagnosticsOf(block.blockNumber())) {
        const TextSpan place = diagnostic.span();
        const int column = position - block.position();
        const bool isHere = column >= place.start && column <= place.start + place.length;
        for (const RuleFix &fix : diagnostic.fixes) {
            const int start = block.position() + int(fix.span.start);
            QTextCursor cursor(document());
            cursor.setPosition(start);
            cursor.setPosition(std::min(start + int(fix.span.length), document()->characterCount() - 1),
                               QTextCursor::KeepAnchor);
            (isHere ? here : inLine)
                .push_back({ruleFixText(fix, cursor.selectedText()),
                            ruleDiagnosticText(diagnostic),
                            {start, fix.span.length},
                            fix.replacement});
        }
    }
    return here.empty() ? inLine : here;
}

void RuleEditor::accept(const Proposal &proposal)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(proposal.span.start));
    cursor.setPosition(int(proposal.span.start + proposal.span.length), QTextCursor::KeepAnchor);
    cursor.insertText(proposal.replacement);
    setTextCursor(cursor);
}

bool RuleEditor::addProposals(QMenu *menu, int position)
{
    const auto proposals = proposalsAt(position);
    QAction *before = menu->actions().value(0);
    for (const Proposal &proposal : proposals) {
        auto *action = new QAction(themeIcon(QStringLiteral("document-edit")), proposal.text, menu);
        action->setToolTip(proposal.reason);
        connect(action, &QAction::triggered, this, [this, proposal] { accept(proposal); });
        menu->insertAction(before, action);
    }
    if (!proposals.empty() && before)
        menu->insertSeparator(before);
    menu->setToolTipsVisible(true);
    return !proposals.empty();
}

void RuleEditor::showProposals()
{
    const QPoint place = viewport()->mapToGlobal(cursorRect().bottomLeft());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Fixes"));
    if (addProposals(menu, textCursor().position())) {
        menu->popup(place);
        menu->setActiveAction(menu->actions().constFirst());
        return;
    }
    delete menu;
    QToolTip::showText(place, tr("There is nothing to fix in this line."), this);
}

void RuleEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    addProposals(menu, byKey ? textCursor().position() : cursorForPosition(event->pos()).position());
    menu->popup(event->globalPos());
}

void RuleEditor::complete()
{
    if (isReadOnly())
        return;
    static const IpvsTable nothing;
    const QTextBlock block = textCursor().block();
    const RuleCompletion completion =
        completeRule(block.text(), textCursor().positionInBlock(), m_present ? m_present->table : nothing);
    if (completion.items.isEmpty())
        return m_completer->popup()->hide();
    m_completed = {block.position() + completion.word.start, completion.word.length};
    m_completer->setModel(new DescribedItems(completion.items, m_completer)); // deletes the former, its child
    delete m_completer->popup()->itemDelegate();
    describe(m_completer->popup(), fontMetrics(), completion.items);
    QRect place = cursorRect();
    place.translate(viewportMargins().left(), 4);
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width());
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex({}); // QCompleter makes the first current, so that Return would take it
}

void RuleEditor::insertCompletion(const QString &word)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(m_completed.start));
    cursor.setPosition(textCursor().position(), QTextCursor::KeepAnchor);
    cursor.insertText(word);
    setTextCursor(cursor);
}

void RuleEditor::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    if (popup->isVisible()) {
        const bool isChosen = popup->currentIndex().isValid();
        const auto key = event->key();
        if (key == Qt::Key_Escape ||
            (isChosen && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab)))
            return event->ignore(); // the completer's
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            popup->hide();
    }
    if (event->matches(QKeySequence::InsertLineSeparator)) { // U+2028, which no rule file has
        QKeyEvent plain(event->type(), Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        return MarkedTextEdit::keyPressEvent(&plain);
    }
    MarkedTextEdit::keyPressEvent(event);
    const QString typed = event->text();
    const bool isText = !typed.isEmpty() && typed[0].isPrint() && !typed[0].isSpace();
    if ((isText && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) ||
        (popup->isVisible() && event->key() == Qt::Key_Backspace))
        complete();
    else if (popup->isVisible() && !typed.isEmpty())
        popup->hide();
}

void RuleEditor::insertFromMimeData(const QMimeData *source)
{
    const QString text = plainText(source->text());
    if (text.isEmpty() || isReadOnly())
        return;
    // The first and the last line are joined to what is there.
    const qsizetype room = longestTextLine - textCursor().block().text().size();
    const qsizetype lastLine = text.size() - 1 - text.lastIndexOf(u'\n');
    if (text.indexOf(u'\n') > room || lastLine > room || tooLongLine(text) > 0)
        return Q_EMIT pasteRefused(longestTextLine);
    textCursor().insertText(text);
    ensureCursorVisible();
}

void RuleEditor::paintEvent(QPaintEvent *event)
{
    for (const VisibleLine &line : visibleLines())
        m_highlighter->highlight(document()->findBlockByNumber(line.number));
    MarkedTextEdit::paintEvent(event);
}

void RuleEditor::resizeEvent(QResizeEvent *event)
{
    MarkedTextEdit::resizeEvent(event);
    makeRoomForGutter();
    refreshSoon();
}

void RuleEditor::changeEvent(QEvent *event)
{
    MarkedTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        viewport()->update();
    }
}

} // namespace lvs
