// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pastedialog.h"

#include "app/documents/slicedtext.h"
#include "app/models/pendingmodel.h"
#include "app/session/directorsession.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "app/widgets/markedtextedit.h"
#include "app/widgets/treeview.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

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
    , m_incoming(new SlicedText(m_text->document(), this))
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
    m_summary->setTextFormat(Qt::PlainText);
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
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::outdate);
    connect(m_incoming, &SlicedText::inserted, this, [this] {
        m_text->setReadOnly(false);
        interpret();
    });
    m_text->setReadOnly(true); // until it is there
    m_incoming->insert(text);
    showSummary(0);
    readPresent();
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
        if (const QVariant place = item->data(0, Qt::UserRole); place.isValid())
            m_text->goTo({place.toLongLong(), 0});
    };
    connect(m_remarks, &QTreeWidget::itemActivated, this, show);
    connect(m_remarks, &QTreeWidget::itemClicked, this, show);
    auto *side = new QWidget(this);
    columnOf(side, tr("&Text"), m_text)->addWidget(m_remarks, 2);
    return side;
}

QWidget *PasteDialog::planSide()
{
    auto *list = new TreeView(this);
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
    const auto read = [this]<class T>(QFuture<Result<T>> future, auto take) {
        future.then(this, [this, take](const Result<T> &result) {
            if (result)
                take(*result);
            else if (!m_readError)
                m_readError = result.error();
            countReading();
        });
    };
    Director *director = m_session->director();
    read(m_session->readWholeTable(), [this](const DirectorSession::SharedTable &table) { m_start.table = table; });
    const auto takeSetting = [draft = m_session->draft().shared()](auto &place) {
        return [&place, draft](const auto &present) { place = applied(present, *draft); };
    };
    read(director->readTimeouts(), takeSetting(m_start.timeouts));
    read(director->readSyncDaemons(), takeSetting(m_start.daemons));
    m_start.draft = m_session->draft().shared();
    m_session->firewall()->settled().then(this, [this] { // rules can be drafted without it
        if (const FirewallState *firewall = m_session->firewall()->state())
            m_start.firewall = *firewall;
        countReading();
    });
}

void PasteDialog::countReading()
{
    if (--m_unread == 0)
        interpret();
}

/// The plan is not that of the text any more.
void PasteDialog::outdate()
{
    m_accept->setEnabled(false);
    ++m_job;
    if (!m_incoming->isInserting())
        m_typing.start();
}

void PasteDialog::interpret()
{
    m_typing.stop();
    if (m_incoming->isInserting())
        return;
    const auto start = isPresentKnown() ? std::optional(m_start) : std::nullopt;
    QtConcurrent::run([start, text = m_text->toPlainText()] {
        return std::make_shared<const PastedRules>(readPastedRules(text, start));
    }).then(this, [this, job = ++m_job](const std::shared_ptr<const PastedRules> &rules) {
        if (job == m_job)
            showRules(*rules);
    });
}

void PasteDialog::showRules(const PastedRules &rules)
{
    std::vector<MarkedTextEdit::Mark> marks;
    m_remarks->clear();
    for (const PastedRules::Remark &remark : rules.remarks) {
        marks.push_back({remark.span, remark.state, remark.text});
        addRemark(remark);
    }
    if (rules.moreRemarks > 0)
        new QTreeWidgetItem(m_remarks, {QString(), tr("… and %Ln more", nullptr, int(rules.moreRemarks))});
    m_text->setMarks(std::move(marks));
    m_model->show(rules.plan, {});
    m_remarks->setVisible(m_remarks->topLevelItemCount() > 0);
    showSummary(rules.leftOut);
}

void PasteDialog::addRemark(const PastedRules::Remark &remark)
{
    auto *item = new QTreeWidgetItem(m_remarks, {tr("Line %1").arg(remark.line), remark.text});
    item->setIcon(0, stateIcon(remark.state, palette()));
    item->setToolTip(1, remark.text);
    item->setData(0, Qt::UserRole, qint64(remark.span.start));
}

void PasteDialog::showSummary(int leftOut)
{
    const int count = int(plan().operations.size());
    const auto say = [this](State state, const QString &text) {
        m_summaryIcon->setPixmap(stateIcon(state, palette()).pixmap(16));
        m_summary->setText(text);
    };
    m_accept->setText(count > 0 ? tr("Draft %Ln change(s)", nullptr, count) : tr("Draft changes"));
    m_accept->setEnabled(count > 0);
    m_accept->setDefault(true);
    if (m_readError)
        say(State::Unreachable, errorSummary(*m_readError));
    else if (m_unread > 0)
        say(State::Unknown, tr("Reading the table …"));
    else if (leftOut > 0)
        say(State::Overloaded,
            tr("%Ln command(s) will be left out: not understood, or impossible here.", nullptr, leftOut));
    else if (count > 0)
        say(State::Serving, tr("Everything was understood."));
    else
        say(State::Unknown, tr("There is nothing to change."));
}

} // namespace lvs
