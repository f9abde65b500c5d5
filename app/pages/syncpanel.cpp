// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/syncpanel.h"

#include "app/text/errortext.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;

QString roleName(SyncRole role)
{
    return role == SyncRole::Master ? SyncPanel::tr("Master") : SyncPanel::tr("Backup");
}

/// "eth0, ID 7, 224.0.0.81 port 8848": what master and backup must agree on.
QString describe(const SyncDaemon &daemon)
{
    QString text = SyncPanel::tr("%1, ID %2").arg(daemon.interface.toString()).arg(daemon.syncId);
    if (daemon.group)
        text += u", "_s + daemon.group->toString();
    if (daemon.port != 0)
        text += u", "_s + SyncPanel::tr("port %1").arg(daemon.port);
    return text;
}

QString details(const SyncDaemon &daemon)
{
    return SyncPanel::tr("Messages of up to %1 bytes, TTL %2").arg(daemon.maxLength).arg(daemon.ttl);
}

} // namespace

SyncPanel::SyncPanel(QWidget *parent)
    : QGroupBox(tr("Connection synchronisation"), parent)
    , m_problem(new QLabel(this))
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_rows[0].role = SyncRole::Master;
    m_rows[1].role = SyncRole::Backup;
    for (int i = 0; Row & row : m_rows) {
        row.icon = new QLabel(this);
        row.text = new QLabel(this);
        row.text->setWordWrap(true);
        row.text->setTextFormat(Qt::PlainText);
        row.button = new QPushButton(this);
        row.button->setObjectName(row.role == SyncRole::Master ? u"masterDaemon"_s : u"backupDaemon"_s);
        connect(row.button, &QPushButton::clicked, this, [this, &row] { press(row); });
        grid->addWidget(row.icon, i, 0, Qt::AlignVCenter);
        grid->addWidget(row.text, i, 1);
        grid->addWidget(row.button, i, 2, Qt::AlignVCenter);
        ++i;
    }
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    setToolTip(tr("A master sends its connections to backups, so that they live on when a backup takes over."));
}

void SyncPanel::showDaemons(const Result<std::vector<SyncDaemon>> &daemons, const ChangePlan &draft, bool editable)
{
    m_known = daemons.has_value();
    m_editable = editable;
    m_problem->setVisible(!daemons);
    m_problem->setText(daemons ? QString() : errorSummary(daemons.error()));
    for (Row &row : m_rows) {
        row.running.reset();
        row.starting.reset();
        row.stopping = false;
        if (daemons) {
            if (const auto found = std::ranges::find(*daemons, row.role, &SyncDaemon::role); found != daemons->end())
                row.running = *found;
        }
        for (const Operation &operation : draft.operations) {
            if (const auto *start = std::get_if<StartSyncDaemon>(&operation); start && start->after.role == row.role)
                row.starting = start->after;
            if (const auto *stop = std::get_if<StopSyncDaemon>(&operation); stop && stop->before.role == row.role)
                row.stopping = true;
        }
        refresh(row);
    }
}

void SyncPanel::refresh(Row &row)
{
    const QString role = roleName(row.role);
    State mark = State::Unknown;
    QString text = m_known ? tr("%1: not running").arg(role) : tr("%1: unknown").arg(role);
    QString verb = row.role == SyncRole::Master ? tr("Start &master…") : tr("Start &backup…");
    if (row.starting) {
        mark = State::Drafted;
        text = tr("%1: to be started on %2 (drafted)").arg(role, describe(*row.starting));
        verb = row.role == SyncRole::Master ? tr("Don't start master") : tr("Don't start backup");
    } else if (row.running && row.stopping) {
        mark = State::Drafted;
        text = tr("%1: to be stopped (drafted)").arg(role);
        verb = row.role == SyncRole::Master ? tr("Keep master") : tr("Keep backup");
    } else if (row.running) {
        mark = State::Serving;
        text = tr("%1: running on %2").arg(role, describe(*row.running));
        verb = row.role == SyncRole::Master ? tr("Stop &master") : tr("Stop &backup");
    }
    row.icon->setPixmap(stateIcon(mark, palette()).pixmap(iconSize));
    row.text->setText(text);
    row.text->setToolTip(row.running ? details(*row.running) : QString());
    row.button->setText(verb);
    row.button->setEnabled(m_known && m_editable);
}

void SyncPanel::press(const Row &row)
{
    if (row.starting)
        Q_EMIT changed(StopSyncDaemon{*row.starting});
    else if (row.running && row.stopping)
        Q_EMIT changed(StartSyncDaemon{*row.running});
    else if (row.running)
        Q_EMIT changed(StopSyncDaemon{*row.running});
    else
        Q_EMIT startRequested(row.role);
}

void SyncPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (Row &row : m_rows)
            refresh(row);
    }
}

} // namespace lvs
