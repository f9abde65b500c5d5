// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/bulk.h"

class QComboBox;
class QLineEdit;

namespace lvs {

class FormField;

/// Asks where a service shall be once more, with its servers. Deletes itself when closed.
class DuplicateDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `service` is in the table, which holds all services.
    DuplicateDialog(const ServiceKey &service, IpvsTable table, QWidget *parent);

    const ChangePlan &plan() const { return m_plan; }

private:
    void addAddressFields();
    void addMarkField();
    void refresh();
    Result<ServiceKey> readKey();

    ServiceKey m_original;
    IpvsTable m_table;
    ChangePlan m_plan;
    QComboBox *m_protocol = nullptr; ///< address services
    QLineEdit *m_address = nullptr;
    FormField *m_addressField = nullptr;
    QLineEdit *m_number; ///< port, or mark
    FormField *m_numberField = nullptr;
};

} // namespace lvs
