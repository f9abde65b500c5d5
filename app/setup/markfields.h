// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/suggestions.h"
#include "core/setup/setup.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace lvs {

class Form;
class FormField;

/// Which packets get the mark of a service that has no address: those for a VIP, and there for some ports.
class MarkFields : public QWidget
{
    Q_OBJECT
public:
    /// `wish` is what stands in the fields at first. `firewall` is the director's, none where it could not be read.
    MarkFields(const KnownObjects &known, const SetupWish &wish, std::optional<FirewallState> firewall,
               QWidget *parent = nullptr);

    Form *form() const { return m_form; }
    /// Fills the fields, unless a person has, with what the packet filter marks for a service.
    void suggestFor(const ServiceKey &service);
    /// Reads the fields and shows what is wrong with them; false while something is. Without ports only where packets
    /// for the VIP get the mark already.
    bool read(const VirtualService &service);
    /// What was read, or nothing of it for a service with an address.
    void write(SetupWish &wish) const;
    std::optional<IpAddress> vip() const { return m_wish.vipOfMark; }

Q_SIGNALS:
    void changed();

private:
    const std::optional<FirewallState> m_firewall;
    SetupWish m_wish; ///< of which only the parts about marks and the service count
    Form *m_form;
    QLineEdit *m_vip;
    QComboBox *m_protocol;
    QLineEdit *m_ports;
    FormField *m_vipField;
    FormField *m_portsField;
};

} // namespace lvs
