// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/hostkeydialog.h"

#include "app/directors/loginprompter.h"

#include <QPushButton>

namespace lvs {

HostKeyDialog::HostKeyDialog(const Asker &asker, const HostKeyQuestion &question, QWidget *parent)
    : QuestionDialog(tr("Unknown host key"), asker, tr("Trust this key and connect"), parent)
{
    setSentence(tr("This computer has not connected to %1 before. Is it the machine you mean?").arg(question.host));
    addValue(tr("Key type"), question.keyType);
    addValue(tr("Fingerprint"), question.fingerprint, true);
    addExplanation(
        tr("The fingerprint is the only proof of who answers. On the director itself, "
           "“ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub” shows the right one. If they differ, somebody else "
           "may be reading along: cancel and ask the director's administrator.")
            .arg(question.keyType.toLower()));
    cancelButton()->setDefault(true); // trust is given deliberately
    cancelButton()->setFocus();
}

} // namespace lvs
