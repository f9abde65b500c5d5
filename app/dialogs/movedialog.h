// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/bulk.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace lvs {

/// Asks for the service that servers move to, and says which can't. Deletes itself when closed.
class MoveDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `table` holds all services with their servers.
    MoveDialog(std::vector<PlacedServer> servers, IpvsTable table, QWidget *parent);

    const ChangePlan &plan() const { return m_relocation.plan; }

private:
    void refresh();

    std::vector<PlacedServer> m_servers;
    IpvsTable m_table;
    std::vector<ServiceKey> m_targets;
    Relocation m_relocation;
    QComboBox *m_target;
    QCheckBox *m_portFollows;
    QLabel *m_refused;
};

} // namespace lvs
