// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/removalquestion.h"

#include "core/model/hostinfo.h"

#include <QPushButton>

namespace lvs {

RemovalQuestion::RemovalQuestion(Director *director, const QString &what, const Holdings &holdings, QWidget *parent)
    : QMessageBox(Question, tr("Remove %1?").arg(what), {}, Cancel, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("removalQuestion"));
    setTextFormat(Qt::PlainText);
    setText(tr("%1 still has: %2.").arg(what, holdingsText(holdings)));
    setInformativeText(removalEffectText({}));
    QPushButton *drain = addButton(tr("&Drain first"), AcceptRole);
    QPushButton *remove = addButton(tr("&Remove anyway"), DestructiveRole);
    drain->setObjectName(QStringLiteral("drainFirst"));
    drain->setToolTip(tr("Set the weight to 0 now, and draft the removal once nothing is left"));
    remove->setObjectName(QStringLiteral("removeAnyway"));
    remove->setToolTip(tr("Draft the removal now"));
    setDefaultButton(drain);
    connect(this, &QMessageBox::buttonClicked, this, [this, drain, remove](const QAbstractButton *button) {
        if (button == drain)
            Q_EMIT drainWanted();
        else if (button == remove)
            Q_EMIT removalWanted();
    });
    director->readHost().then(this, [this](const Result<HostInfo> &host) {
        if (host)
            setInformativeText(removalEffectText(sysctlNumber(host->sysctls, u"ipv4/vs/expire_nodest_conn")));
    });
}

} // namespace lvs
