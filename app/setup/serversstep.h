// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostlist.h"
#include "app/setup/serverrows.h"
#include "app/setup/wizardstep.h"
#include "core/setup/setup.h"

namespace lvs {

class MessageBar;

/// The real servers, and the connection that reaches each.
class ServersStep : public WizardStep
{
    Q_OBJECT
public:
    /// Nothing of it is owned; `director` is the id of the one that is set up.
    ServersStep(HostList *hosts, const QString &director, QWidget *parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void enter() override;
    bool isComplete() const override { return m_isComplete; }

    /// What the servers are for; the lines stay.
    void setWish(const SetupWish &wish);
    void setSuggestions(const QList<DescribedItem> &addresses) { m_rows->setSuggestions(addresses); }
    void setServers(const std::vector<SetupServer> &servers);
    /// Writes the servers, without what the method has to say of them; to be called when complete.
    void write(SetupWish &wish) const;

private:
    void offerHosts();
    /// The addresses of a machine, by which its line is found.
    void askForAddresses(Director &host);
    void refresh();

    HostList *m_hosts;
    const QString m_director;
    ServerRows *m_rows;
    MessageBar *m_problem;
    SetupWish m_wish;
    std::map<QString, std::vector<IpAddress>> m_addresses; ///< of machines, by id
    bool m_isComplete = false;
};

} // namespace lvs
