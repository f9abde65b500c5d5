// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/actions.h"

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

struct ActionOf {
    Action operator()(const AddService &) const { return Action::EditServices; }
    Action operator()(const EditService &) const { return Action::EditServices; }
    Action operator()(const RemoveService &) const { return Action::EditServices; }
    Action operator()(const AddServer &) const { return Action::EditServers; }
    Action operator()(const EditServer &) const { return Action::EditServers; }
    Action operator()(const RemoveServer &) const { return Action::EditServers; }
    Action operator()(const ZeroCounters &) const { return Action::EditServices; }
    Action operator()(const ClearTable &) const { return Action::ClearTable; }
    Action operator()(const SetTimeouts &) const { return Action::TuneKernel; }
    Action operator()(const SetSysctl &) const { return Action::TuneKernel; }
    Action operator()(const AddAddress &) const { return Action::ManageAddresses; }
    Action operator()(const RemoveAddress &) const { return Action::ManageAddresses; }
    Action operator()(const AddRoute &) const { return Action::ManageAddresses; }
    Action operator()(const EditRoute &) const { return Action::ManageAddresses; }
    Action operator()(const RemoveRoute &) const { return Action::ManageAddresses; }
    Action operator()(const AddTunnel &) const { return Action::ManageAddresses; }
    Action operator()(const RemoveTunnel &) const { return Action::ManageAddresses; }
    Action operator()(const AddMarkRule &) const { return Action::ManageMarks; }
    Action operator()(const RemoveMarkRule &) const { return Action::ManageMarks; }
    Action operator()(const AddSnatRule &) const { return Action::ManageMarks; }
    Action operator()(const RemoveSnatRule &) const { return Action::ManageMarks; }
    Action operator()(const StartSyncDaemon &) const { return Action::SyncDaemon; }
    Action operator()(const StopSyncDaemon &) const { return Action::SyncDaemon; }
};

} // namespace

QString idOf(Action action)
{
    switch (action) {
    case Action::View:
        return u"org.lvsconsole.helper1.view"_s;
    case Action::ViewConnections:
        return u"org.lvsconsole.helper1.view-connections"_s;
    case Action::EditServers:
        return u"org.lvsconsole.helper1.edit-servers"_s;
    case Action::EditServices:
        return u"org.lvsconsole.helper1.edit-services"_s;
    case Action::ClearTable:
        return u"org.lvsconsole.helper1.clear-table"_s;
    case Action::TuneKernel:
        return u"org.lvsconsole.helper1.tune-kernel"_s;
    case Action::ManageAddresses:
        return u"org.lvsconsole.helper1.manage-addresses"_s;
    case Action::ManageMarks:
        return u"org.lvsconsole.helper1.manage-marks"_s;
    case Action::SyncDaemon:
        return u"org.lvsconsole.helper1.sync-daemon"_s;
    case Action::WriteBootFiles:
        return u"org.lvsconsole.helper1.write-boot-files"_s;
    case Action::Probe:
        return u"org.lvsconsole.helper1.probe"_s;
    case Action::SetUpHost:
        return u"org.lvsconsole.helper1.set-up-host"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

std::set<Action> actionsFor(const ChangePlan &plan)
{
    std::set<Action> actions;
    for (const Operation &operation : plan.operations)
        actions.insert(std::visit(ActionOf{}, operation));
    return actions;
}

} // namespace lvs
