// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/model/virtualservice.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lvs {

/// Asks for a new virtual service, or for what is to change of an existing one. Deletes itself when closed.
class ServiceDialog : public FormDialog
{
    Q_OBJECT
public:
    explicit ServiceDialog(QWidget *parent = nullptr);
    ServiceDialog(const VirtualService &existing, QWidget *parent);

    /// What was entered; for an existing service everything that has no field is as it was.
    const VirtualService &service() const { return m_service; }

private:
    void addIdentityFields();
    void addOtherFields();
    void refresh();
    bool readIdentity();
    bool readOther();

    VirtualService m_service;
    std::optional<VirtualService> m_existing;
    QComboBox *m_protocol = nullptr; ///< identity fields only for a new service
    QLineEdit *m_address = nullptr;
    QLineEdit *m_port = nullptr;
    FieldNotes *m_addressNotes = nullptr;
    FieldNotes *m_portNotes = nullptr;
    QComboBox *m_scheduler;
    FieldNotes *m_schedulerNotes;
    QCheckBox *m_persistent;
    QLineEdit *m_timeout;
    FieldNotes *m_timeoutNotes;
};

} // namespace lvs
