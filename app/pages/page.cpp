// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/page.h"

#include "app/session/directorsession.h"
#include "app/theme/icons.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/messagebar.h"

#include <QStackedLayout>
#include <QToolBar>
#include <QVBoxLayout>

namespace lvs {

Page::Page(DirectorSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tools(new QToolBar(this))
    , m_bars(new QVBoxLayout)
    , m_notice(new MessageBar(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
{
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setIconSize({16, 16});
    m_bars->setContentsMargins(8, 0, 8, 0);
    m_bars->setSpacing(4);
    m_bars->addWidget(m_notice);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_tools);
    layout->addLayout(m_bars);
    layout->addLayout(m_stack, 1);

    connect(m_empty, &EmptyState::actionTriggered, this, &Page::leadOn);
    connect(session->director(), &Director::statusChanged, this, &Page::refreshEmptiness);
    connect(session, &DirectorSession::draftChanged, m_notice, &QWidget::hide);
}

void Page::addBar(MessageBar *bar)
{
    m_bars->insertWidget(m_bars->count() - 1, bar);
}

void Page::setContent(QWidget *content)
{
    m_stack->addWidget(content);
    refreshEmptiness();
}

void Page::readNow()
{
    m_session->watcher()->refresh();
}

void Page::leadOn()
{
    m_session->director()->open();
}

std::optional<Page::Emptiness> Page::linkEmptiness() const
{
    const QString disconnected = QStringLiteral("network-disconnect");
    switch (m_session->director()->status().link) {
    case LinkState::Closed:
        return Emptiness{disconnected, tr("Not connected."), tr("Connect")};
    case LinkState::Lost:
        return Emptiness{disconnected, tr("The connection could not be made."), tr("Connect again")};
    case LinkState::Connecting:
        return Emptiness{QStringLiteral("network-connect"), tr("Connecting …"), {}};
    default:
        return {};
    }
}

void Page::refreshEmptiness()
{
    const std::optional<Emptiness> emptiness = this->emptiness();
    if (emptiness)
        m_empty->set(themeIcon(emptiness->icon), emptiness->sentence, emptiness->action);
    m_stack->setCurrentIndex(emptiness ? 0 : 1);
}

void Page::tell(const Result<void> &result)
{
    if (!result)
        m_notice->showError(result.error());
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT summaryChanged(summary());
}

} // namespace lvs
