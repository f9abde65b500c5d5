// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/suggestions.h"

namespace lvs {

class Form;
class FormField;

/// The fields for which machine a new real server is.
class ServerKeyFields : public QObject
{
    Q_OBJECT
public:
    ServerKeyFields(Form *form, const VirtualService &service, KnownObjects known, QObject *parent);

    /// Reads the fields and shows what is wrong with them; false while something is. Where a packet keeps its port
    /// there is none to enter; what was entered comes back with masquerading.
    bool read(Forwarding forwarding, ServerKey &key);

    void focus();
    FormField *addressField() const { return m_addressField; }
    FormField *portField() const { return m_portField; }

Q_SIGNALS:
    void changed();

private:
    void setPortChoosable(bool choosable);
    QString portExplanation(Forwarding forwarding, const Result<quint32> &port) const;

    const VirtualService m_service;
    const KnownObjects m_known;
    QLineEdit *m_address;
    QLineEdit *m_port;
    QString m_enteredPort;
    FormField *m_addressField;
    FormField *m_portField;
};

} // namespace lvs
