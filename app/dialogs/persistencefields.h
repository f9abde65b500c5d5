// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lvs {

class Form;
class FormField;

/// The fields for whether, for how long and for which clients a service remembers the real server of a client.
class PersistenceFields : public QObject
{
    Q_OBJECT
public:
    /// Shows what `service` has.
    PersistenceFields(Form *form, Form *more, const VirtualService &service, QObject *parent);

    /// Writes what is entered into a service whose key and old values are set already, and shows what is wrong with it;
    /// false while something is. Values that have no field at the moment stay.
    bool read(VirtualService &service);

    FormField *persistentField() const { return m_persistentField; }
    FormField *netmaskField() const { return m_netmaskField; }
    FormField *engineField() const { return m_engineField; }
    bool hasRareValues() const; ///< under "More"

Q_SIGNALS:
    void changed();

private:
    void setFamily(Family family);

    const VirtualService m_before;
    Family m_family;        ///< the one that the netmask is written for
    QString m_otherNetmask; ///< what was entered for the other family
    QCheckBox *m_persistent;
    QLineEdit *m_timeout;
    QLineEdit *m_netmask;
    QComboBox *m_engine;
    FormField *m_persistentField;
    FormField *m_timeoutField;
    FormField *m_netmaskField;
    FormField *m_engineField;
};

} // namespace lvs
