// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pastedialog.h"

#include "app/models/pendingmodel.h"
#include "app/session/directorsession.h"
#include "app/text/errortext.h"
#include "app/text/rulenotetext.h"
#include "app/theme/icons.h"
#include "app/widgets/markedtextedit.h"
#include "core/rules/shelltext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lvs {

namespace {

constexpr auto pauseOfTyping = std::chrono::milliseconds(150);

QVBoxLayout *columnOf(QWidget *side, const QString &title, QWidget *content)
{
    auto *label = new QLabel(title, side);
    label->setBuddy(content);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(content, 3);
    return column;
}

} // namespace

PasteDialog::PasteDialog(DirectorSession *session, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_text(new MarkedTextEdit(this))
    , m_remarks(new QTreeWidget(this))
    , m_model(new PendingModel(this))
    , m_summaryIcon(new QLabel(this))
    , m_summary(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste ipvsadm commands"));
    auto *sides = new QSplitter(this);
    sides->addWidget(textSide());
    sides->addWidget(planSide());
    sides->setChildrenCollapsible(false);
    sides->setSizes({600, 500});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Draft changes"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_summary->setObjectName(QStringLiteral("pasteSummary"));
    m_summary->setWordWrap(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_summaryIcon);
    bottom->addWidget(m_summary, 1);
    bottom->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(sides, 1);
    layout->addLayout(bottom);
    resize(1100, 560);

    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseOfTyping);
    connect(&m_typing, &QTimer::timeout, this, &PasteDialog::interpret);
    m_text->setPlainText(text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_accept->setEnabled(false); // until the plan is that of the text again
        m_typing.start();
    });
    readPresent();
    interpret();
}

QWidget *PasteDialog::textSide()
{
    m_text->setObjectName(QStringLiteral("pasteText"));
    m_text->setAccessibleName(tr("Pasted text"));
    m_text->setPlaceholderText(tr("Commands, shell history or the output of “ipvsadm -S -n”"));
    m_remarks->setObjectName(QStringLiteral("pasteRemarks"));
    m_remarks->setAccessibleName(tr("What was not understood or may surprise"));
    m_remarks->setHeaderHidden(true);
    m_remarks->setColumnCount(2);
    m_remarks->setRootIsDecorated(false);
    m_remarks->setUniformRowHeights(true);
    m_remarks->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    const auto show = [this](const QTreeWidgetItem *item) {
        m_text->goTo({item->data(0, Qt::UserRole).toLongLong(), 0});
    };
    connect(m_remarks, &QTreeWidget::itemActivated, this, show);
    connect(m_remarks, &QTreeWidget::itemClicked, this, show);
    auto *side = new QWidget(this);
    columnOf(side, tr("&Text"), m_text)->addWidget(m_remarks, 2);
    return side;
}

QWidget *PasteDialog::planSide()
{
    auto *list = new QTreeView(this);
    list->setObjectName(QStringLiteral("pastePlan"));
    list->setAccessibleName(tr("What it comes to"));
    list->setModel(m_model);
    list->setColumnHidden(PendingModel::ResultColumn, true);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderHidden(true);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(PendingModel::Change, QHeaderView::ResizeToContents); // long ones scroll
    auto *side = new QWidget(this);
    columnOf(side, tr("&What it comes to"), list);
    return side;
}

const ChangePlan &PasteDialog::plan() const
{
    return m_model->plan();
}

void PasteDialog::readPresent()
{
    const auto take = [this]<class T>(T &target) {
        return [this, &target](const Result<T> &result) {
            if (result)
                target = *result;
            else if (!m_readError)
                m_readError = result.error();
            if (--m_unread == 0)
                interpret();
        };
    };
    Director *director = m_session->director();
    m_session->readWholeTable().then(this, take(m_present.table));
    director->readTimeouts().then(this, take(m_present.timeouts));
    director->readSyncDaemons().then(this, take(m_present.daemons));
}

void PasteDialog::interpret()
{
    m_typing.stop();
    const bool isKnown = m_unread == 0 && !m_readError;
    RulePlanner planner(m_present);
    std::vector<MarkedTextEdit::Mark> marks;
    m_remarks->clear();
    int leftOut = 0;
    const auto remark = [&](TextSpan span, State state, const QString &text) {
        marks.push_back({span, state, text});
        addRemark(span, state, text);
    };
    for (const PastedCommand &pasted : readPastedCommands(m_text->toPlainText())) {
        Result<std::vector<RuleNote>> notes;
        if (!pasted.command)
            notes = std::unexpected(pasted.command.error());
        else if (isKnown)
            notes = planner.add(*pasted.command);
        if (!notes) {
            ++leftOut;
            const bool isOther = notes.error().code == ErrorCode::NotIpvsadm;
            const QString text = isOther ? errorSentence(notes.error()) : errorSummary(notes.error());
            remark(isOther ? pasted.span : notes.error().span, isOther ? State::Unknown : State::Unreachable, text);
            continue;
        }
        notes->insert(notes->begin(), pasted.command->notes.begin(), pasted.command->notes.end());
        for (const RuleNote &note : *notes) {
            const bool isHarmless = note.code == RuleNote::Code::AlreadySo;
            remark(note.span, isHarmless ? State::Unknown : State::Overloaded, ruleNoteText(note));
        }
    }
    m_text->setMarks(std::move(marks));
    m_model->show(isKnown ? planner.plan() : ChangePlan{}, {});
    m_remarks->setVisible(m_remarks->topLevelItemCount() > 0);
    showSummary(leftOut);
}

void PasteDialog::addRemark(TextSpan span, State state, const QString &text)
{
    const int line = m_text->document()->findBlock(int(span.start)).blockNumber() + 1;
    auto *item = new QTreeWidgetItem(m_remarks, {tr("Line %1").arg(line), text});
    item->setIcon(0, stateIcon(state, palette()));
    item->setToolTip(1, text);
    item->setData(0, Qt::UserRole, qint64(span.start));
}

void PasteDialog::showSummary(int leftOut)
{
    const int count = int(plan().operations.size());
    const auto say = [this](State state, const QString &text) {
        m_summaryIcon->setPixmap(stateIcon(state, palette()).pixmap(16));
        m_summary->setText(text);
    };
    m_accept->setText(count > 0 ? tr("Draft %n change(s)", nullptr, count) : tr("Draft changes"));
    m_accept->setEnabled(count > 0);
    m_accept->setDefault(true);
    if (m_readError)
        say(State::Unreachable, errorSummary(*m_readError));
    else if (m_unread > 0)
        say(State::Unknown, tr("Reading the table …"));
    else if (leftOut > 0)
        say(State::Overloaded,
            tr("%n command(s) will be left out: not understood, or impossible here.", nullptr, leftOut));
    else if (count > 0)
        say(State::Serving, tr("Everything was understood."));
    else
        say(State::Unknown, tr("There is nothing to change."));
}

} // namespace lvs
