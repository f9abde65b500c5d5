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
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(0));
    connect(&m_soon, &QTimer::timeout, this, &RulesPanel::check);
    connect(m_checks, &ChecksView::checkRequested, this, &RulesPanel::checkRequested);
}

void RulesPanel::setRules(const std::shared_ptr<const SetupJudgement> &setup, const QDateTime &readAt)
{
    m_method->setText(setupMethodText(setup->wish().method));
    m_method->setToolTip(setupMethodExplanation(setup->wish().method));
    m_soon.stop();
    m_setup.reset();
    if (!readAt.isValid())
        return m_checks->showReading();
    m_setup = setup;
    m_readAt = readAt;
    m_soon.start();
}

void RulesPanel::check()
{
    m_checks->showChecks(m_setup->checks(), m_setup->wish(), m_readAt);
    m_setup.reset();
}

void RulesPanel::clear(const QString &reason)
{
    m_soon.stop();
    m_setup.reset();
    m_method->setText(reason);
    m_method->setToolTip({});
    m_checks->showNothing(false);
}

} // namespace lvs
