// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/ruleapplication.h"

#include "app/editor/rulechecker.h"
#include "app/session/directorsession.h"
#include "app/theme/icons.h"

#include <QComboBox>
#include <QWidget>

namespace lvs {

RuleApplication::RuleApplication(DirectorSession *session, RuleChecker *checker, QWidget *parent)
    : QObject(parent)
    , apply(new QAction(themeIcon(QStringLiteral("dialog-ok-apply")), tr("Draft c&hanges"), this))
    , m_session(session)
    , m_checker(checker)
    , m_mode(new QComboBox(parent))
    , m_start(new QComboBox(parent))
{
    apply->setObjectName(QStringLiteral("applyRules"));
    apply->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    apply->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    parent->addAction(apply);
    m_mode->setObjectName(QStringLiteral("ruleMode"));
    m_mode->setAccessibleName(tr("How the rules are read"));
    m_mode->addItem(tr("Friendly"));
    m_mode->addItem(tr("Compatible"));
    m_mode->setItemData(0, tr("Comments, continued lines and a few other spellings are understood too"),
                        Qt::ToolTipRole);
    m_mode->setItemData(1, tr("Exactly what ipvsadm -R makes of the file"), Qt::ToolTipRole);
    m_mode->setToolTip(tr("Friendly understands comments, continued lines and a few other spellings; compatible reads "
                          "exactly as ipvsadm -R does"));
    m_start->setObjectName(QStringLiteral("ruleStart"));
    m_start->setAccessibleName(tr("What the text stands for"));
    const auto addStart = [this](std::optional<RuleStart> start, const QString &name, const QString &explanation) {
        m_start->addItem(name, QVariant::fromValue(start));
        m_start->setItemData(m_start->count() - 1, explanation, Qt::ToolTipRole);
    };
    addStart(std::nullopt, tr("As the text says"),
             tr("The whole table if the text adds services; commands if it adds none, or changes or removes some that "
                "it does not add"));
    addStart(RuleStart::EmptyTable, tr("Whole table"),
             tr("The director shall have exactly this: what the text does not name is removed"));
    addStart(RuleStart::PresentState, tr("Commands"),
             tr("Carried out on the present table, as ipvsadm -R does: what the text does not name stays, and what is "
                "there can't be added"));
    m_start->setToolTip(tr("Whether the text is the whole table or commands for the present one. Either way only what "
                           "differs is touched"));

    connect(m_mode, &QComboBox::currentIndexChanged, checker,
            [checker](int row) { checker->setMode(row == 0 ? RuleMode::Friendly : RuleMode::Compatible); });
    connect(m_start, &QComboBox::currentIndexChanged, checker,
            [this, checker](int row) { checker->setStart(m_start->itemData(row).value<std::optional<RuleStart>>()); });
    connect(apply, &QAction::triggered, this, &RuleApplication::draft);
    connect(checker, &RuleChecker::checked, this, &RuleApplication::refresh);
    connect(checker, &RuleChecker::outdated, this, &RuleApplication::refresh);
    connect(session, &DirectorSession::draftChanged, this, &RuleApplication::refresh);
    connect(session->director(), &Director::statusChanged, this, &RuleApplication::refresh);
    refresh();
}

QString RuleApplication::obstacle() const
{
    const auto result = m_checker->result();
    if (m_session->isApplying())
        return tr("Changes are being applied.");
    if (!m_checker->isCurrent() || !result || m_isDrafting)
        return tr("The rules are being checked.");
    if (result->errors > 0)
        return tr("%Ln error(s) must be mended first: if any line is wrong, nothing is applied.", nullptr,
                  int(result->errors));
    if (!result->isPresentKnown)
        return tr("The table of the director is not known.");
    if (!result->hasCommands)
        return tr("There are no rules in the text.");
    if (!m_session->isEditable())
        return tr("Editing is locked, or the director can only be read.");
    if (result->plan.plan.isEmpty())
        return tr("The director has these rules already.");
    return {};
}

QString RuleApplication::outcome() const
{
    const auto result = m_checker->result();
    if (!result || !m_checker->isCurrent() || !result->isPresentKnown || !result->hasCommands || result->errors > 0)
        return {};
    return result->plan.plan.isEmpty() ? tr("The director has these rules already.")
                                       : tr("%Ln change(s) lead from the present table to these rules.", nullptr,
                                            int(result->plan.plan.operations.size()));
}

void RuleApplication::refresh()
{
    const QString why = obstacle();
    const auto result = m_checker->result();
    const int count = result && m_checker->isCurrent() ? int(result->plan.plan.operations.size()) : 0;
    apply->setEnabled(why.isEmpty());
    const bool isTable = !result || result->start == RuleStart::EmptyTable;
    if (count > 0)
        apply->setIconText(isTable ? tr("Draft as table: %Ln change(s)", nullptr, count)
                                   : tr("Draft as commands: %Ln change(s)", nullptr, count));
    else
        apply->setIconText(isTable ? tr("Draft as table") : tr("Draft as commands"));
    const QString explanation =
        isTable ? tr("Put the changes that make the director's table like the text among the pending changes")
                : tr("Put what the commands change among the pending changes");
    apply->setToolTip(QStringLiteral("%1 (%2)").arg(why.isEmpty() ? explanation : why,
                                                    apply->shortcut().toString(QKeySequence::NativeText)));
    Q_EMIT changed();
}

void RuleApplication::draft()
{
    if (!obstacle().isEmpty())
        return;
    m_isDrafting = true;
    refresh();
    m_session->addMany(m_checker->result()->plan.plan).then(this, [this](const Result<void> &added) {
        m_isDrafting = false;
        refresh();
        if (!added)
            Q_EMIT refused(added.error());
    });
}

} // namespace lvs
