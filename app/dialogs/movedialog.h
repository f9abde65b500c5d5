// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/bulk.h"

#include <memory>

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
    MoveDialog(std::vector<PlacedServer> servers, std::shared_ptr<const IpvsTable> table, QWidget *parent);

    const ChangePlan &plan() const { return m_relocation->plan; }

private:
    using SharedRelocation = std::shared_ptr<const Relocation>;

    /// Finds what the choices come to, of many servers on another thread.
    void refresh();
    void showRelocation(const SharedRelocation &relocation);

    std::shared_ptr<const std::vector<PlacedServer>> m_servers;
    std::shared_ptr<const IpvsTable> m_table;
    std::vector<ServiceKey> m_targets;
    SharedRelocation m_relocation = std::make_shared<const Relocation>();
    quint64 m_job = 0; ///< the newest choice; what older ones come to is dropped
    QComboBox *m_target;
    QCheckBox *m_portFollows;
    QLabel *m_refused;
};

} // namespace lvs
