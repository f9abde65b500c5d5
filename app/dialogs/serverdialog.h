// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "app/dialogs/suggestions.h"
#include "core/model/warnings.h"

#include <optional>

class QComboBox;

namespace lvs {

class FormField;
class ServerKeyFields;
class TunnelFields;

/// Asks for a new real server of a service, or for what is to change of an existing one. Deletes itself when closed.
class ServerDialog : public FormDialog
{
    Q_OBJECT
public:
    ServerDialog(const VirtualService &service, Forwarding forwarding, const KnownObjects &known, QWidget *parent);
    ServerDialog(const VirtualService &service, const RealServer &existing, QWidget *parent);

    /// What was entered when it was last acceptable; what has no field is as it was.
    const RealServer &server() const { return m_server; }

private:
    /// A number to enter, and where it is kept.
    struct Number {
        QLineEdit *edit;
        FormField *field;
        quint32 largest;
        quint32 RealServer::*value;
    };

    void addFields();
    Number addNumber(Form *form, const QString &label, const QString &name, quint32 largest,
                     quint32 RealServer::*value);
    void refresh();
    bool readNumbers(RealServer &server);
    FormField *fieldOf(const Error &error) const;
    FormField *fieldOf(Warning warning) const;

    const VirtualService m_service;
    RealServer m_server;
    const std::optional<RealServer> m_existing;
    ServerKeyFields *m_key = nullptr; ///< only for a new server
    QComboBox *m_forwarding;
    FormField *m_forwardingField;
    TunnelFields *m_tunnel;
    Number m_weight;
    Number m_upper;
    Number m_lower;
};

} // namespace lvs
