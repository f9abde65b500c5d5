// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/kernelerror.h"

#include "core/change/hostobject.h"

#include <cerrno>

namespace lvs {

namespace {

/// What each errno says about one kind of operation; KernelRefused where it says nothing in particular.
struct Meaning {
    ErrorCode exists = ErrorCode::KernelRefused;      ///< EEXIST
    ErrorCode noProcess = ErrorCode::KernelRefused;   ///< ESRCH
    ErrorCode noEntry = ErrorCode::KernelRefused;     ///< ENOENT
    ErrorCode noDevice = ErrorCode::InterfaceMissing; ///< ENODEV
    ErrorCode noAddress = ErrorCode::KernelRefused;   ///< EADDRNOTAVAIL
    ErrorCode noWay = ErrorCode::KernelRefused;       ///< ENETUNREACH, EHOSTUNREACH
    ErrorCode busy = ErrorCode::KernelRefused;        ///< EBUSY
    QStringList missing{};                            ///< names of what ENOENT or ENODEV did not find
};

/// The kernel does not say which of the two was missing.
QStringList moduleNames(const VirtualService &service)
{
    QStringList names{service.scheduler.toString()};
    if (!service.engine.isNone())
        names.append(service.engine.toString());
    return names;
}

struct MeaningOf {
    Meaning operator()(const AddService &add) const
    {
        return {.exists = ErrorCode::ServiceExists,
                .noEntry = ErrorCode::SchedulerMissing,
                .missing = moduleNames(add.after)};
    }
    Meaning operator()(const EditService &edit) const
    {
        return {.noProcess = ErrorCode::ServiceMissing,
                .noEntry = ErrorCode::SchedulerMissing,
                .missing = moduleNames(edit.after)};
    }
    Meaning operator()(const RemoveService &) const { return {.noProcess = ErrorCode::ServiceMissing}; }
    Meaning operator()(const AddServer &) const
    {
        return {.exists = ErrorCode::ServerExists, .noProcess = ErrorCode::ServiceMissing};
    }
    Meaning operator()(const EditServer &) const
    {
        return {.noProcess = ErrorCode::ServiceMissing, .noEntry = ErrorCode::ServerMissing};
    }
    Meaning operator()(const RemoveServer &) const
    {
        return {.noProcess = ErrorCode::ServiceMissing, .noEntry = ErrorCode::ServerMissing};
    }
    Meaning operator()(const ZeroCounters &) const { return {.noProcess = ErrorCode::ServiceMissing}; }
    Meaning operator()(const ClearTable &) const { return {}; }
    Meaning operator()(const SetTimeouts &) const { return {}; }
    Meaning operator()(const StartSyncDaemon &start) const
    {
        return {.exists = ErrorCode::DaemonExists, .missing = {start.after.interface.toString()}};
    }
    Meaning operator()(const SetSysctl &) const { return {}; } // see errorOfSysctl()
    Meaning operator()(const AddAddress &add) const
    {
        return {.exists = ErrorCode::AddressExists, .missing = {add.after.interface.toString()}};
    }
    Meaning operator()(const RemoveAddress &remove) const
    {
        return {.noAddress = ErrorCode::AddressMissing,
                .busy = ErrorCode::AddressInUse,
                .missing = {remove.before.interface.toString()}};
    }
    Meaning operator()(const AddRoute &add) const
    {
        return {.exists = ErrorCode::RouteExists,
                .noWay = ErrorCode::GatewayUnreachable,
                .missing = {add.after.interface.toString()}};
    }
    Meaning operator()(const EditRoute &edit) const
    {
        return {.noProcess = ErrorCode::RouteMissing,
                .noEntry = ErrorCode::RouteMissing,
                .noWay = ErrorCode::GatewayUnreachable,
                .missing = {edit.after.interface.toString()}};
    }
    Meaning operator()(const RemoveRoute &remove) const
    {
        return {.noProcess = ErrorCode::RouteMissing, .missing = {remove.before.interface.toString()}};
    }
    Meaning operator()(const AddTunnel &) const { return {.exists = ErrorCode::TunnelExists}; }
    Meaning operator()(const RemoveTunnel &) const
    {
        return {.noDevice = ErrorCode::TunnelMissing, .busy = ErrorCode::TunnelInUse};
    }
    Meaning operator()(const FirewallOperation auto &) const
    {
        return {.exists = ErrorCode::FirewallRuleExists, .noEntry = ErrorCode::FirewallRuleMissing};
    }
    Meaning operator()(const StopSyncDaemon &) const { return {.noProcess = ErrorCode::DaemonMissing}; }
};

Error errorWithMeaning(int kernelErrno, const Meaning &meaning)
{
    Error error{.kernelErrno = kernelErrno};
    switch (kernelErrno) {
    case EEXIST:
        error.code = meaning.exists;
        break;
    case ESRCH:
        error.code = meaning.noProcess;
        break;
    case ENOENT:
        error.code = meaning.noEntry;
        break;
    case ENODEV:
        error.code = meaning.noDevice;
        break;
    case EADDRNOTAVAIL:
        error.code = meaning.noAddress;
        break;
    case ENETUNREACH:
    case EHOSTUNREACH:
        error.code = meaning.noWay;
        break;
    case EBUSY:
        error.code = meaning.busy;
        break;
    case ENOPROTOOPT: // the module is being unloaded
        error.code = ErrorCode::NoIpvs;
        break;
    default:
        break;
    }
    if (error.code == ErrorCode::SchedulerMissing || error.code == ErrorCode::InterfaceMissing)
        error.values = meaning.missing;
    return error;
}

/// Of open() and write() on its file.
Error errorOfSysctl(int kernelErrno)
{
    Error error{.kernelErrno = kernelErrno};
    switch (kernelErrno) {
    case ENOENT:
        error.code = ErrorCode::SysctlMissing;
        break;
    case EROFS: // /proc/sys of a container or of a unit that ProtectKernelTunables= closes
    case EACCES:
    case EPERM:
        error.code = ErrorCode::SysctlReadOnly;
        break;
    case EINVAL:
    case ERANGE: // a processor beyond the kernel's last
        error.code = ErrorCode::SysctlRefused;
        break;
    default:
        break;
    }
    return error;
}

} // namespace

Error errorFromErrno(int kernelErrno, const Operation &operation)
{
    if (std::holds_alternative<SetSysctl>(operation))
        return errorOfSysctl(kernelErrno);
    return errorWithMeaning(kernelErrno, std::visit(MeaningOf{}, operation));
}

Error errorFromErrno(int kernelErrno)
{
    return errorWithMeaning(kernelErrno, {.noProcess = ErrorCode::ServiceMissing});
}

bool didNothing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServiceExists:
    case ErrorCode::ServiceMissing:
    case ErrorCode::ServerExists:
    case ErrorCode::ServerMissing:
    case ErrorCode::DaemonExists:
    case ErrorCode::DaemonMissing:
    case ErrorCode::InterfaceMissing:
    case ErrorCode::AddressExists:
    case ErrorCode::AddressMissing:
    case ErrorCode::AddressInUse:
    case ErrorCode::RouteExists:
    case ErrorCode::RouteMissing:
    case ErrorCode::GatewayUnreachable:
    case ErrorCode::TunnelExists:
    case ErrorCode::TunnelMissing:
    case ErrorCode::TunnelInUse:
    case ErrorCode::FirewallRuleExists:
    case ErrorCode::FirewallRuleMissing:
    case ErrorCode::FirewallMixed:
    case ErrorCode::SysctlMissing:
    case ErrorCode::SysctlReadOnly:
    case ErrorCode::SysctlRefused:
        return true;
    default:
        return false;
    }
}

} // namespace lvs
