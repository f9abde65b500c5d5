// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/checksview.h"

#include "app/models/setupchecksmodel.h"
#include "app/text/format.h"
#include "app/text/setupchecktext.h"
#include "app/theme/icons.h"
#include "app/widgets/explainedtable.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lvs {

ChecksView::ChecksView(QWidget *parent)
    : QWidget(parent)
    , m_model(new SetupChecksModel(this))
    , m_table(new ExplainedTable(m_model, tr("Checklist"), this))
    , m_icon(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_try(new QPushButton(this))
    , m_again(new QPushButton(themeIcon(QStringLiteral("view-refresh")), tr("Check a&gain"), this))
{
    m_table->view()->setObjectName(QStringLiteral("setupChecks"));
    QHeaderView *header = m_table->view()->header();
    for (int column = 0; const int width : {226, 212, 140})
        header->resizeSection(column++, width);
    m_summary->setObjectName(QStringLiteral("setupChecksSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_again->setObjectName(QStringLiteral("checkAgain"));
    connect(m_again, &QPushButton::clicked, this, &ChecksView::checkRequested);
    m_try->setObjectName(QStringLiteral("tryConnections"));
    m_try->hide();
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (m_clients.size() == 1)
            Q_EMIT trialRequested(m_clients.front().id);
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_icon);
    line->addWidget(m_summary, 1);
    line->addWidget(m_try);
    line->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    recolor();
}

void ChecksView::showNothing(bool canLook)
{
    m_checks.clear();
    m_model->setChecks({}, {});
    m_summary->clear();
    m_icon->clear();
    m_again->setEnabled(canLook);
}

void ChecksView::offerTrial(quint32 count, const std::vector<Client> &clients)
{
    m_try->setText(tr("&Try it: %Ln connection(s)", nullptr, int(count)));
    m_try->show();
    if (m_clients == clients)
        return;
    m_clients = clients;
    delete m_try->menu();
    if (clients.size() == 1)
        return;
    auto *menu = new QMenu(m_try);
    for (const Client &client : clients)
        menu->addAction(tr("From %1", "a machine").arg(client.name), this,
                        [this, id = client.id] { Q_EMIT trialRequested(id); });
    m_try->setMenu(menu);
}

void ChecksView::setTrialEnabled(bool isEnabled, const QString &toolTip)
{
    m_try->setEnabled(isEnabled);
    m_try->setToolTip(toolTip);
}

void ChecksView::showReading()
{
    m_summary->setText(tr("Looking at the machines …"));
    m_icon->clear();
    m_again->setEnabled(false);
}

void ChecksView::showChecks(const std::vector<SetupCheck> &checks, const SetupWish &wish, const QDateTime &readAt)
{
    m_checks = checks;
    m_model->setChecks(checks, wish);
    const MarkedText all = setupChecksText(checks);
    m_summary->setText(tr("%1, seen at %2", "how all is, time").arg(all.sentence, format::timeOfDay(readAt)));
    m_again->setEnabled(true);
    recolor();
    if (m_model->rowCount() > 0 && !m_table->view()->currentIndex().isValid())
        m_table->view()->setCurrentIndex(m_model->index(0, 0));
}

void ChecksView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void ChecksView::recolor()
{
    m_model->setPalette(palette());
    if (m_checks.empty())
        return m_icon->clear();
    constexpr int size = 16;
    m_icon->setPixmap(stateIcon(setupChecksText(m_checks).mark, palette()).pixmap(size));
}

} // namespace lvs
