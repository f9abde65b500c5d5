// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/rulespanel.h"

#include "app/setup/checksview.h"
#include "app/text/setuptext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lvs {

RulesPanel::RulesPanel(QWidget *parent)
    : QWidget(parent)
    , m_method(new QLabel(this))
    , m_checks(new ChecksView(this))
{
    m_checks->setObjectName(QStringLiteral("topologyRules"));
    m_method->setWordWrap(true);
    m_method->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_method);
    layout->addWidget(m_checks, 1);
    connect(m_checks, &ChecksView::checkRequested, this, &RulesPanel::checkRequested);
}

void RulesPanel::setRules(const SetupWish &wish, const SetupFacts &facts, const QDateTime &readAt)
{
    m_method->setText(setupMethodText(wish.method));
    m_method->setToolTip(setupMethodExplanation(wish.method));
    if (readAt.isValid())
        m_checks->showChecks(checkSetup(wish, facts), wish, readAt);
    else
        m_checks->showReading();
}

void RulesPanel::clear(const QString &reason)
{
    m_method->setText(reason);
    m_method->setToolTip({});
    m_checks->showNothing(false);
}

} // namespace lvs
