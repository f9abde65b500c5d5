// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/serversstep.h"

#include "app/text/domaintext.h"
#include "app/widgets/messagebar.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace lvs {

ServersStep::ServersStep(HostList *hosts, const QString &director, QWidget *parent)
    : WizardStep(parent)
    , m_hosts(hosts)
    , m_director(director)
    , m_rows(new ServerRows(this))
    , m_problem(new MessageBar(this))
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_problem);
    layout->addWidget(scroll, 1);
    connect(m_rows, &ServerRows::changed, this, &ServersStep::refresh);
    connect(hosts, &HostList::changed, this, &ServersStep::offerHosts);
    m_rows->setEntries({});
}

QString ServersStep::title() const
{
    return tr("Real servers");
}

QString ServersStep::explanation() const
{
    return tr("Each with the connection of the sidebar that leads to it; there our helper has to be installed. What "
              "this console can't reach you set up yourself, with a script or with lines for its network programs.");
}

void ServersStep::enter()
{
    offerHosts();
}

void ServersStep::setWish(const SetupWish &wish)
{
    m_wish = wish;
    m_rows->setService(wish.service.key, forwardingOf(wish.method));
}

void ServersStep::setServers(const std::vector<SetupServer> &servers)
{
    std::vector<ServerEntry> entries;
    for (const SetupServer &server : servers)
        entries.push_back({server.server, server.host});
    m_rows->setEntries(entries);
}

void ServersStep::write(SetupWish &wish) const
{
    wish.servers.clear();
    for (const ServerEntry &entry : m_rows->entries())
        wish.servers.push_back({.server = entry.server, .host = entry.host});
}

void ServersStep::offerHosts()
{
    std::vector<ServerRows::Host> offered;
    for (Director *host : m_hosts->hosts()) {
        if (isOfSandbox(host->id()) != isOfSandbox(m_director))
            continue;
        const auto known = m_addresses.find(host->id());
        offered.push_back({.id = host->id(),
                           .name = directorName(*host),
                           .addresses = known == m_addresses.end() ? std::vector<IpAddress>() : known->second});
        if (known == m_addresses.end())
            askForAddresses(*host);
    }
    m_rows->setHosts(offered);
}

void ServersStep::askForAddresses(Director &host)
{
    if (isOfSandbox(host.id()))
        host.open();                           // costs nobody anything
    else if (!isConnected(host.status().link)) // nobody is asked for a password without having chosen the machine
        return;
    m_addresses.try_emplace(host.id());
    host.readHost().then(this, [this, id = host.id()](const Result<HostInfo> &read) {
        if (!read)
            return;
        std::vector<IpAddress> &addresses = m_addresses[id];
        for (const HostInterface &interface : read->interfaces) {
            for (const InterfaceAddress &own : interface.addresses) {
                if (!own.address.isLoopback() && own.address != m_wish.vip())
                    addresses.push_back(own.address);
            }
        }
        offerHosts();
    });
}

void ServersStep::refresh()
{
    m_isComplete = m_rows->isComplete();
    if (m_isComplete) {
        SetupWish wish = m_wish;
        write(wish);
        const Result<void> valid = validate(wish);
        m_isComplete = valid.has_value();
        if (valid)
            m_problem->hide();
        else
            m_problem->showError(valid.error());
    } else {
        m_problem->hide();
    }
    Q_EMIT changed();
}

} // namespace lvs
