// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/suggestions.h"

class QComboBox;

namespace lvs {

class Form;
class FormField;

/// The fields for what a new service matches: protocol, VIP and port, or a firewall mark and a family.
class ServiceKeyFields : public QObject
{
    Q_OBJECT
public:
    /// What can be entered.
    enum class Kinds : quint8 { All, Addresses };
    ServiceKeyFields(Form *form, KnownObjects known, QObject *parent, Kinds kinds = Kinds::All);

    /// Reads the fields and shows what is wrong with them; false while something is. What can't be read is replaced by
    /// a value of its kind, so that other fields can explain themselves.
    bool read(ServiceKey &key);

    void focus();
    FormField *addressField() const { return m_addressField; }
    FormField *portField() const { return m_portField; }

Q_SIGNALS:
    void changed();

private:
    bool readMark(ServiceKey &key);
    bool readEndpoint(Protocol protocol, ServiceKey &key);

    KnownObjects m_known;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_port;
    QLineEdit *m_mark;
    QComboBox *m_family;
    FormField *m_kindField;
    FormField *m_addressField;
    FormField *m_portField;
    FormField *m_markField;
    FormField *m_familyField;
};

} // namespace lvs
