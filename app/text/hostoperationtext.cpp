// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/hostoperationtext.h"

#include "app/text/sysctltext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Operation)
public:
    static QString set(const SetSysctl &set)
    {
        const auto shown = [](const QString &value) { return value.isEmpty() ? tr("none") : value; };
        return tr("Set tunable %1: %2 → %3", "name, old value, new value")
            .arg(sysctlTitle(set.name), shown(set.before), shown(set.after));
    }
    static QString add(const HostAddress &address)
    {
        const InterfaceAddress &own = address.address;
        if (own.label.isEmpty())
            return tr("Add address %1 to %2", "address, interface").arg(text(own), address.interface.toString());
        return tr("Add address %1 to %2 (label %3)", "address, interface, label")
            .arg(text(own), address.interface.toString(), own.label);
    }
    static QString remove(const HostAddress &address)
    {
        return tr("Remove address %1 from %2", "address, interface")
            .arg(text(address.address), address.interface.toString());
    }
    static QString add(const HostRoute &route)
    {
        return tr("Add route to %1 %2", "destination, way").arg(destination(route), way(route));
    }
    static QString edit(const HostRoute &before, const HostRoute &after)
    {
        return tr("Change route to %1: %2 → %3", "destination, old way, new way")
            .arg(destination(before), way(before), way(after));
    }
    static QString remove(const HostRoute &route)
    {
        return tr("Remove route to %1 %2", "destination, way").arg(destination(route), way(route));
    }
    static QString add(const HostTunnel &tunnel)
    {
        return tr("Add tunnel interface %1 that unpacks IP in IP for %2", "interface, address")
            .arg(tunnel.name.toString(), tunnel.local.toString());
    }
    static QString remove(const HostTunnel &tunnel)
    {
        return tr("Remove tunnel interface %1").arg(tunnel.name.toString());
    }

private:
    static QString text(const InterfaceAddress &address) { return addressText(address); }
    static QString destination(const HostRoute &route)
    {
        if (route.prefixLength == 0)
            return route.destination.isIPv4() ? tr("everywhere (default)") : tr("everywhere (IPv6 default)");
        return route.destination.toString() + u'/' + QString::number(route.prefixLength);
    }
    static QString way(const HostRoute &route)
    {
        if (route.gateway)
            return tr("through %1 on %2", "gateway, interface")
                .arg(route.gateway->toString(), route.interface.toString());
        return tr("directly on %1", "interface").arg(route.interface.toString());
    }
};

} // namespace

QString operationText(const SetSysctl &set)
{
    return Words::set(set);
}

QString operationText(const AddAddress &add)
{
    return Words::add(add.after);
}

QString operationText(const RemoveAddress &remove)
{
    return Words::remove(remove.before);
}

QString operationText(const AddRoute &add)
{
    return Words::add(add.after);
}

QString operationText(const EditRoute &edit)
{
    return Words::edit(edit.before, edit.after);
}

QString operationText(const RemoveRoute &remove)
{
    return Words::remove(remove.before);
}

QString operationText(const AddTunnel &add)
{
    return Words::add(add.after);
}

QString operationText(const RemoveTunnel &remove)
{
    return Words::remove(remove.before);
}

} // namespace lvs
