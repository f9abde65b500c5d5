// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pendingdock.h"

#include "app/keepalived/keepalivedtools.h"
#include "app/models/pendingmodel.h"
#include "app/session/directorsession.h"
#include "app/text/commandstext.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/ownertext.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/treeview.h"

#include <QAbstractButton>
#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    action->setIconText(format::withoutMnemonic(action->text()));
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PendingDock::PendingDock(QWidget *parent)
    : QDockWidget(tr("Pending changes"), parent)
    , m_model(new PendingModel(this))
    , m_apply(new QAction(themeIcon(QStringLiteral("dialog-ok-apply")), tr("&Apply"), this))
    , m_discard(new QAction(themeIcon(QStringLiteral("edit-clear")), tr("&Discard"), this))
    , m_undoDraft(new QAction(themeIcon(QStringLiteral("edit-undo")), tr("&Undo draft"), this))
    , m_undoApply(new QAction(themeIcon(QStringLiteral("edit-undo")), tr("Undo &last apply"), this))
    , m_removeOne(new QAction(themeIcon(QStringLiteral("edit-delete")), tr("Remove from draft"), this))
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_message(new MessageBar(this))
    , m_owners(new MessageBar(this))
    , m_list(new TreeView(this))
    , m_commands(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("pendingDock"));
    setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);

    m_apply->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_apply->setToolTip(tr("Apply the drafted changes to this director (Ctrl+Return)"));
    m_discard->setToolTip(tr("Forget the drafted changes"));
    m_undoDraft->setShortcut(QKeySequence::Undo);
    m_undoDraft->setToolTip(tr("Take back the last drafted change (Ctrl+Z)"));
    m_undoApply->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    m_undoApply->setToolTip(tr("Draft what takes the last applied changes back (Ctrl+Shift+Z)"));
    m_removeOne->setShortcut(QKeySequence::Delete);
    m_removeOne->setShortcutContext(Qt::WidgetShortcut);

    m_summary->setObjectName(QStringLiteral("pendingSummary"));
    m_summary->setWordWrap(true);
    m_progress->setMaximumWidth(160);
    m_progress->setAccessibleName(tr("Progress of the apply"));
    m_list->setObjectName(QStringLiteral("pendingList"));
    m_list->setAccessibleName(tr("Pending changes"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addAction(m_removeOne);
    m_list->setHeaderHidden(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(PendingModel::Change, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(PendingModel::ResultColumn, QHeaderView::ResizeToContents);
    m_commands->setObjectName(QStringLiteral("pendingCommands"));
    m_commands->setAccessibleName(tr("The changes as commands"));
    m_commands->setReadOnly(true);
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setTabChangesFocus(true);

    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    row->addWidget(buttonFor(m_undoApply, content));
    row->addWidget(buttonFor(m_undoDraft, content));
    row->addWidget(buttonFor(m_discard, content));
    row->addWidget(buttonFor(m_apply, content));
    m_preview = new QSplitter(content);
    m_preview->addWidget(m_list);
    m_preview->addWidget(m_commands);
    m_preview->setStretchFactor(0, 3);
    m_preview->setStretchFactor(1, 2);
    m_preview->setChildrenCollapsible(false);
    m_preview->setMinimumHeight(4 * (fontMetrics().height() + 9)); // a few changes without scrolling
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_owners);
    layout->addWidget(m_preview, 1);
    setWidget(content);
    // What the style draws is a hair line.
    if (auto *close = findChild<QAbstractButton *>(QStringLiteral("qt_dockwidget_closebutton")))
        close->setIcon(themeIcon(QStringLiteral("window-close")));

    connect(m_apply, &QAction::triggered, this, [this] { m_session->apply(); });
    connect(m_discard, &QAction::triggered, this, [this] { m_session->discardDraft(); });
    connect(m_undoDraft, &QAction::triggered, this, [this] { m_session->undoDraft(); });
    connect(m_undoApply, &QAction::triggered, this, [this] { m_session->draftUndoOfLastApply(); });
    connect(m_removeOne, &QAction::triggered, this, &PendingDock::removeSelected);
    connect(m_message, &MessageBar::actionTriggered, this, [this] { m_session->rebaseDraft(); });
    m_owners->setObjectName(QStringLiteral("undoWarning"));
    connect(m_owners, &MessageBar::actionTriggered, this, [this] { m_keepalived->showChangedConfig(); });
    refresh();
}

void PendingDock::setSession(DirectorSession *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(m_session->director(), nullptr, this, nullptr);
        disconnect(m_session->ownership(), nullptr, this, nullptr);
    }
    m_session = session;
    delete std::exchange(m_keepalived, session ? new KeepalivedTools(session, this) : nullptr);
    if (session) {
        connect(session, &DirectorSession::draftChanged, this, &PendingDock::refresh);
        connect(session, &DirectorSession::applyProgress, this, [this](qsizetype done, qsizetype total) {
            m_progress->setRange(0, int(total));
            m_progress->setValue(int(done));
        });
        connect(session->director(), &Director::statusChanged, this, &PendingDock::refresh);
        connect(session->ownership(), &TableOwnership::changed, this, &PendingDock::refresh);
    }
    refresh();
}

QString PendingDock::summaryOf(const DirectorSession &session) const
{
    const int count = m_model->rowCount();
    if (session.isApplying())
        return tr("Applying %Ln change(s) …", nullptr, count);
    if (const auto &report = session.report()) {
        switch (report->outcome) {
        case ApplyOutcome::Applied:
            if (report->error)
                return tr("%Ln change(s) applied; not all of them are still there.", nullptr, count);
            return tr("%Ln change(s) applied and verified in %1 ms.", nullptr, count)
                .arg(std::max<qint64>(1, report->duration.count())); // the sandbox is done in less
        case ApplyOutcome::AlreadySo:
            return tr("Nothing to do: everything was already so.");
        case ApplyOutcome::Refused:
            return tr("Refused: nothing was changed.");
        case ApplyOutcome::UndoneAfterFailure:
            return tr("Failed: what had been done was taken back, and a new reading confirms it. Lost connections do "
                      "not come back.");
        case ApplyOutcome::UndoIncomplete:
            return tr("Failed, and not everything could be taken back; the list shows what. Lost connections do not "
                      "come back.");
        }
    }
    if (session.draft().isEmpty())
        return tr("No changes are drafted. Edits collect here until you apply them.");
    return tr("%Ln change(s) drafted. Nothing happens on the director before you apply.", nullptr, count);
}

void PendingDock::setDirectorText(const QString &name)
{
    m_directorText = name;
    refresh();
}

void PendingDock::refresh()
{
    if (m_session)
        showSession(*m_session);
    setEnabled(m_session != nullptr);
}

void PendingDock::showSession(const DirectorSession &session)
{
    if (const auto &report = session.report())
        m_model->show(std::make_shared<const ChangePlan>(report->plan), report->results);
    else
        m_model->show(session.draft().shared(), {});
    // Nothing pending needs one line, no empty lists.
    const bool anything = m_model->rowCount() > 0;
    m_preview->setVisible(anything);
    widget()->setMaximumHeight(anything ? QWIDGETSIZE_MAX : widget()->minimumSizeHint().height());
    m_summary->setText(summaryOf(session));
    m_commands->setPlainText(commandsPreview(m_model->plan()).join(u'\n'));

    const bool applying = session.isApplying();
    const bool drafted = !session.draft().isEmpty();
    m_progress->setVisible(applying);
    if (applying)
        m_progress->setRange(0, 0);
    m_apply->setEnabled(session.canApply());
    m_discard->setEnabled(drafted && !applying);
    m_undoDraft->setEnabled(!applying && session.draft().canUndo());
    m_undoApply->setEnabled(session.canUndoLastApply() && session.isEditable());
    m_removeOne->setEnabled(drafted && !applying && !session.report());
    setWindowTitle(
        drafted ? tr("Pending changes (%1) – %2").arg(session.draft().plan().operations.size()).arg(m_directorText)
                : tr("Pending changes"));

    showOwners(session);
    if (session.applyError())
        m_message->showError(*session.applyError());
    else if (session.report() && session.report()->error)
        m_message->showError(*session.report()->error,
                             session.isDraftStale() ? tr("Start from the present table") : QString());
    else
        m_message->hide();
}

/// Before anything is applied, not after it.
void PendingDock::showOwners(const DirectorSession &session)
{
    const TableOwnership &ownership = *session.ownership();
    const QString warning = undoingText(ownership, session.draft().plan());
    if (warning.isEmpty())
        return m_owners->hide();
    const bool isKeepalived = ownership.undoing(session.draft().plan()).owner == TableOwner::Keepalived;
    m_owners->showMessage(Severity::Warning, warning, ownersExplanation(ownership),
                          isKeepalived ? tr("Show changed configuration…") : QString());
}

void PendingDock::removeSelected()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid() && m_session)
        m_session->removeFromDraft(index.row());
}

} // namespace lvs
