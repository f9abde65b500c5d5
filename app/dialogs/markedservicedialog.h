// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "app/dialogs/suggestions.h"
#include "core/change/operation.h"

class QComboBox;
class QLineEdit;

namespace lvs {

class FormField;
class PersistenceFields;
class SchedulingFields;

/// Asks for a service over several ports of a VIP: the rule that marks the packets, and the service of the mark. For a
/// mark that has a service it asks for the rule alone. Deletes itself when closed.
class MarkedServiceDialog : public FormDialog
{
    Q_OBJECT
public:
    /// Waits for setFirewall() before anything can be accepted.
    MarkedServiceDialog(KnownObjects known, QWidget *parent);

    /// The rules of the director, with what is drafted; none where they can't be read.
    void setFirewall(const std::optional<FirewallState> &firewall);

    /// The service and its rule, when they were last acceptable.
    const ChangePlan &plan() const { return m_plan; }

private:
    void refresh();
    bool readRule(MarkRule &rule);
    std::optional<Error> objectionTo(const MarkRule &rule) const;
    bool readService(VirtualService &service);
    void explainMark(const MarkRule &rule, bool hasService);
    void warn(const MarkRule &rule);
    quint32 freeMark() const;
    FormField *addText(QLineEdit *&edit, const QString &name, const QString &label, const QString &explanation);

    enum class Rules : quint8 { Awaited, Known, Unreadable };

    KnownObjects m_known;
    FirewallState m_firewall;
    Rules m_rules = Rules::Awaited;
    quint32 m_suggestedMark = 0;
    ChangePlan m_plan;
    QLineEdit *m_address = nullptr;
    QComboBox *m_protocol;
    QLineEdit *m_ports = nullptr;
    QLineEdit *m_mark = nullptr;
    FormField *m_addressField;
    FormField *m_portsField;
    FormField *m_markField;
    SchedulingFields *m_scheduling;
    PersistenceFields *m_persistence;
};

} // namespace lvs
