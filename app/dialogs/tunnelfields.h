// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace lvs {

class Form;
class FormField;

/// The fields for how packets are wrapped on their way to a tunnelled server.
class TunnelFields : public QObject
{
    Q_OBJECT
public:
    TunnelFields(Form *form, const Tunnel &tunnel, QObject *parent);

    /// Writes what is entered, if the server is tunnelled and anything was touched, and shows what is wrong with it;
    /// false while something is.
    bool read(Forwarding forwarding, Tunnel &tunnel);

    FormField *typeField() const { return m_typeField; }

Q_SIGNALS:
    void changed();

private:
    /// Offers the checksum modes that the type has.
    void offerChecksums(TunnelType type);

    QComboBox *m_type;
    QLineEdit *m_port;
    QComboBox *m_checksum;
    FormField *m_typeField;
    FormField *m_portField;
    FormField *m_checksumField;
    bool m_touched = false;
};

} // namespace lvs
