// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/bulk.h"

class QComboBox;
class QLineEdit;

namespace lvs {

class FormField;

/// Asks for the weights of several servers: one for all, or the present ones multiplied. Deletes itself when closed.
class WeightsDialog : public FormDialog
{
    Q_OBJECT
public:
    WeightsDialog(std::vector<PlacedServer> servers, QWidget *parent);

    const ChangePlan &plan() const { return m_plan; }

private:
    void refresh();

    std::vector<PlacedServer> m_servers;
    ChangePlan m_plan;
    QComboBox *m_how;
    QLineEdit *m_number;
    FormField *m_numberField;
};

} // namespace lvs
