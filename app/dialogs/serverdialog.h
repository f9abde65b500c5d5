// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/model/realserver.h"

class QComboBox;
class QLineEdit;

namespace lvs {

/// Asks for a new real server of a service, or for what is to change of an existing one. Deletes itself when closed.
class ServerDialog : public FormDialog
{
    Q_OBJECT
public:
    ServerDialog(const ServiceKey &service, Forwarding forwarding, QWidget *parent);
    ServerDialog(const ServiceKey &service, const RealServer &existing, QWidget *parent);

    /// What was entered; for an existing server everything that has no field is as it was.
    const RealServer &server() const { return m_server; }

private:
    void addIdentityFields();
    void addOtherFields();
    void refresh();
    bool readIdentity();
    bool readOther();

    ServiceKey m_serviceKey;
    RealServer m_server;
    std::optional<RealServer> m_existing;
    QLineEdit *m_address = nullptr; ///< identity fields only for a new server
    QLineEdit *m_port = nullptr;
    FieldNotes *m_addressNotes = nullptr;
    FieldNotes *m_portNotes = nullptr;
    QComboBox *m_forwarding;
    FieldNotes *m_forwardingNotes;
    QLineEdit *m_weight;
    FieldNotes *m_weightNotes;
    QLineEdit *m_upper;
    FieldNotes *m_upperNotes;
    QLineEdit *m_lower;
    FieldNotes *m_lowerNotes;
};

} // namespace lvs
