// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/walkserverbox.h"

#include "app/text/choicetext.h"

#include <QSignalBlocker>

#include <algorithm>

namespace lvs {

namespace {

constexpr int byScheduler = 0; ///< the entry; servers stand below it

} // namespace

WalkServerBox::WalkServerBox(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("walkServer"));
    setMinimumContentsLength(22);
    setToolTip(tr("The real server that the service's scheduler gives to the next connection of this client, or one of "
                  "your choice"));
    addItem(tr("As the scheduler chooses"));
    connect(this, &QComboBox::activated, this, &WalkServerBox::chooseAgain);
}

void WalkServerBox::offer(const SetupWish &wish, const ServerFigures &figures)
{
    if (wish != m_wish)
        chooseAgain();
    m_wish = wish;
    m_figures = figures;
    QStringList offered{itemText(byScheduler)};
    for (const SetupServer &server : wish.servers)
        offered << server.server.key.toString();
    QStringList present;
    for (int i = 0; i < count(); ++i)
        present << itemText(i);
    if (offered == present)
        return;
    const QSignalBlocker quiet(this);
    const QString chosen = currentText();
    clear();
    addItems(offered);
    setCurrentIndex(std::max(byScheduler, findText(chosen)));
}

void WalkServerBox::choose(const ServerKey &server)
{
    if (const int index = findText(server.toString()); index >= 0)
        setCurrentIndex(index);
}

const SetupServer *WalkServerBox::serverFor(const ServerKey &client)
{
    if (currentIndex() > byScheduler)
        return &m_wish.servers[std::size_t(currentIndex() - 1)];
    if (m_wish.servers.empty())
        return nullptr;
    if (!m_isChosen || client != m_client) {
        m_choice = nextChoice(m_wish.service, m_figures.servers,
                              {.client = client.address, .clientPort = client.port, .destination = m_wish.vip()});
        m_chosenAt = m_figures.readAt;
        m_client = client;
        m_isChosen = true;
    }
    const auto found = std::ranges::find_if(
        m_wish.servers, [this](const SetupServer &server) { return server.server.key == m_choice.server; });
    return found == m_wish.servers.end() ? nullptr : &*found;
}

QString WalkServerBox::reason() const
{
    if (currentIndex() != byScheduler || !m_isChosen || m_wish.servers.empty())
        return {};
    return choiceText(m_choice, m_wish.service, m_chosenAt);
}

} // namespace lvs
