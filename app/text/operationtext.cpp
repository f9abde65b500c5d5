// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/operationtext.h"

#include "app/text/domaintext.h"
#include "app/text/firewalltext.h"
#include "app/text/hostoperationtext.h"
#include "core/change/hostobject.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Operation)
public:
    static QString operation(const Operation &operation);
    static QString changes(const VirtualService &before, const VirtualService &after);
    static QString changes(const RealServer &before, const RealServer &after);

private:
    static QString changed(const QString &field, const QString &before, const QString &after)
    {
        return tr("%1 %2 → %3", "field, old value, new value").arg(field, before, after);
    }
    static QString editServer(const EditServer &edit);
    static QString addServer(const AddServer &add);
    static QString setTimeouts(const SetTimeouts &set);
    static QString role(SyncRole role) { return role == SyncRole::Master ? tr("master") : tr("backup"); }
};

QString Words::changes(const VirtualService &before, const VirtualService &after)
{
    QStringList parts;
    if (before.scheduler != after.scheduler)
        parts << changed(tr("scheduler"), before.scheduler.toString(), after.scheduler.toString());
    if (before.isPersistent() != after.isPersistent() || before.persistenceTimeout != after.persistenceTimeout ||
        before.netmask != after.netmask)
        parts << changed(tr("persistence"), persistenceText(before), persistenceText(after));
    if (before.engine != after.engine) {
        const auto name = [](const PersistenceEngine &engine) {
            return engine.isNone() ? tr("none") : engine.toString();
        };
        parts << changed(tr("persistence engine"), name(before.engine), name(after.engine));
    }
    // Persistence is told above.
    constexpr ServiceFlags others = ~ServiceFlags(ServiceFlag::Persistent);
    if ((before.flags & others) != (after.flags & others)) {
        const auto names = [](const VirtualService &service) {
            const QStringList list = flagNames(service.flags & others, service.scheduler);
            return list.isEmpty() ? tr("none") : list.join(u',');
        };
        parts << changed(tr("flags"), names(before), names(after));
    }
    return listText(parts);
}

QString Words::changes(const RealServer &before, const RealServer &after)
{
    const auto number = [](quint32 value) { return QString::number(value); };
    QStringList parts;
    if (before.forwarding != after.forwarding)
        parts << changed(tr("forwarding"), forwardingText(before.forwarding), forwardingText(after.forwarding));
    if (before.weight != after.weight)
        parts << changed(tr("weight"), number(before.weight), number(after.weight));
    if (before.upperThreshold != after.upperThreshold)
        parts << changed(tr("upper threshold"), number(before.upperThreshold), number(after.upperThreshold));
    if (before.lowerThreshold != after.lowerThreshold)
        parts << changed(tr("lower threshold"), number(before.lowerThreshold), number(after.lowerThreshold));
    if (before.tunnel != after.tunnel)
        parts << tr("tunnel options");
    return listText(parts);
}

QString Words::editServer(const EditServer &edit)
{
    RealServer onlyWeight = edit.before;
    onlyWeight.weight = edit.after.weight;
    const QString server = edit.before.key.toString();
    const QString service = serviceText(edit.service);
    if (onlyWeight == edit.after && edit.after.isDrained())
        return tr("Drain %1 of %2: weight %3 → 0").arg(server, service).arg(edit.before.weight);
    return tr("Edit %1 of %2: %3").arg(server, service, changes(edit.before, edit.after));
}

QString Words::addServer(const AddServer &add)
{
    return tr("Add real server %1 to %2: %3, weight %4")
        .arg(add.after.key.toString(), serviceText(add.service), forwardingText(add.after.forwarding))
        .arg(add.after.weight);
}

QString Words::setTimeouts(const SetTimeouts &set)
{
    QStringList parts;
    const auto append = [&parts](const QString &name, quint32 before, quint32 after) {
        if (after != 0 && after != before)
            parts << changed(name, QString::number(before), QString::number(after));
    };
    append(tr("TCP"), set.before.tcp, set.after.tcp);
    append(tr("TCP after FIN"), set.before.tcpFin, set.after.tcpFin);
    append(tr("UDP"), set.before.udp, set.after.udp);
    return tr("Set timeouts in seconds: %1").arg(listText(parts));
}

QString Words::operation(const Operation &operation)
{
    return std::visit(
        Overloaded{
            [](const AddService &add) {
                return tr("Add service %1: scheduler %2")
                    .arg(serviceText(add.after.key), add.after.scheduler.toString());
            },
            [](const EditService &edit) {
                return tr("Edit service %1: %2").arg(serviceText(edit.before.key), changes(edit.before, edit.after));
            },
            [](const RemoveService &remove) {
                return tr("Remove service %1 with %Ln real server(s)", nullptr, int(remove.servers.size()))
                    .arg(serviceText(remove.before.key));
            },
            [](const AddServer &add) { return addServer(add); },
            [](const EditServer &edit) { return editServer(edit); },
            [](const RemoveServer &remove) {
                return tr("Remove real server %1 from %2")
                    .arg(remove.before.key.toString(), serviceText(remove.service));
            },
            [](const ZeroCounters &zero) {
                return zero.service ? tr("Zero the counters of %1 (can't be undone)").arg(serviceText(*zero.service))
                                    : tr("Zero all counters (can't be undone)");
            },
            [](const ClearTable &) { return tr("Clear the whole table"); },
            [](const SetTimeouts &set) { return setTimeouts(set); },
            [](const HostOperation auto &op) { return operationText(op); },
            [](const StartSyncDaemon &start) {
                return tr("Start the %1 sync daemon on %2")
                    .arg(role(start.after.role), start.after.interface.toString());
            },
            [](const StopSyncDaemon &stop) { return tr("Stop the %1 sync daemon").arg(role(stop.before.role)); },
        },
        operation);
}

} // namespace

QString operationText(const Operation &operation)
{
    return Words::operation(operation);
}

QString differenceText(const VirtualService &before, const VirtualService &after)
{
    return Words::changes(before, after);
}

QString differenceText(const RealServer &before, const RealServer &after)
{
    return Words::changes(before, after);
}

} // namespace lvs
