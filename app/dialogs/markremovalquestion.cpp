// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/markremovalquestion.h"

#include "app/text/firewalltext.h"

#include <QPushButton>

namespace lvs {

MarkRemovalQuestion::MarkRemovalQuestion(const std::vector<MarkRule> &rules, QWidget *parent)
    : QMessageBox(Question, tr("Remove the firewall rule(s), too?", nullptr, int(rules.size())), {}, Cancel, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("markRemovalQuestion"));
    setTextFormat(Qt::PlainText);
    setText(tr("%n firewall rule(s) of LVS Console lead to what you remove.", nullptr, int(rules.size())));
    setInformativeText(markRuleLines(rules).join(u'\n'));
    const int count = int(rules.size());
    QPushButton *both = addButton(tr("&Remove the rule(s), too", nullptr, count), AcceptRole);
    QPushButton *keep = addButton(tr("&Keep the rule(s)", nullptr, count), DestructiveRole);
    both->setObjectName(QStringLiteral("removeBoth"));
    both->setToolTip(tr("Draft the removal of what you chose, and of the rules that lead there"));
    keep->setObjectName(QStringLiteral("keepRules"));
    keep->setToolTip(
        tr("Draft the removal of what you chose alone: packets keep getting their mark, and come to another "
           "service if there is one for their address"));
    setDefaultButton(both);
    connect(this, &QMessageBox::buttonClicked, this, [this, both, keep](const QAbstractButton *button) {
        if (button == both || button == keep)
            Q_EMIT answered(button == both);
    });
}

} // namespace lvs
