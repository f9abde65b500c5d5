// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/keepalivedtext.h"

#include "app/text/comparetext.h"
#include "app/text/domaintext.h"
#include "app/text/operationtext.h"

#include <QCoreApplication>

namespace lvs {

using namespace Qt::StringLiterals;
using keepalived::ConfigNote;
using keepalived::Drift;
using keepalived::ExportProblem;
using keepalived::UnsaidChange;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(KeepalivedText)
public:
    static QString text(const ConfigNote &note);
    static QString refused(const ConfigNote &note);
    static QString changed(const ConfigNote &note);
    static QString problem(const ExportProblem &problem);
    static QString reason(UnsaidChange::Reason reason);
    static QString presence() { return tr("Presence"); }
    static QString cause(Drift::Cause cause);
    static QString present() { return tr("present"); }
};

QString Words::text(const ConfigNote &note)
{
    using Code = ConfigNote::Code;
    const QString value = note.values.value(0);
    switch (note.code) {
    case Code::UnmatchedQuote:
        return tr("This quote is not closed on its line.");
    case Code::LineTooLong:
        return tr("keepalived reads 1023 bytes of a line; this one has %1.").arg(value);
    case Code::ControlCharacter:
        return tr("A control character (%1).").arg(value);
    case Code::UnexpectedOpen:
        return tr("This { belongs to no keyword.");
    case Code::UnexpectedClose:
        return tr("There is no block for this } to close.");
    case Code::MissingClose:
        return tr("The block that begins here is not closed.");
    case Code::TooDeep:
        return tr("Too many blocks inside each other: not read.");
    case Code::Condition:
        return tr("Depends on how keepalived was started (%1): left out here.").arg(value);
    case Code::Sequence:
        return tr("A sequence: left out here.");
    case Code::LongDefinition:
        return tr("%1 stands for more than one word: left out here.").arg(value);
    case Code::IncludeMissing:
        return tr("%1 was not read.").arg(value);
    case Code::IncludeTooDeep:
        return tr("%1 includes itself, or there are too many files.").arg(value);
    case Code::NftablesGroups:
        return tr("keepalived chooses the firewall marks of groups itself: left out here.");
    case Code::OtherNamespace:
        return tr("keepalived works in network namespace %1, on another table.").arg(value);
    case Code::TooManyObjects:
        return tr("More services and servers than are read here (%1).").arg(value);
    default:
        return note.severity() == Severity::Warning ? changed(note) : refused(note);
    }
}

QString Words::refused(const ConfigNote &note)
{
    using Code = ConfigNote::Code;
    const QString value = note.values.value(0);
    switch (note.code) {
    case Code::UnknownKeyword:
        return note.values.value(1).isEmpty() ? tr("Unknown keyword %1.").arg(value)
                                              : tr("Unknown keyword %1 in %2.").arg(value, note.values.value(1));
    case Code::MissingBlock:
        return tr("A block in { } is missing.");
    case Code::MissingValue:
        return tr("%1 is missing, or has no value.").arg(value);
    case Code::BadValue:
        return tr("%1 is nothing that %2 can be.").arg(value, note.values.value(1));
    case Code::BadNumber:
        return tr("%1 is not a number from %2 to %3.").arg(value, note.values.value(1), note.values.value(2));
    case Code::BadAddress:
        return tr("%1 is not an address.").arg(value);
    case Code::BadRange:
        return tr("%1 is not a range of addresses.").arg(value);
    case Code::UnknownGroup:
        return tr("There is no group %1.").arg(value);
    case Code::EmptyGroup:
        return tr("Group %1 is empty.").arg(value);
    case Code::NoServers:
        return tr("A virtual server without real servers: keepalived leaves it out.");
    case Code::FamilyMismatch:
        return tr("Only a tunnel may join IPv4 and IPv6: keepalived leaves this out.");
    case Code::DuplicateServer:
        return tr("This real server stands above already: keepalived leaves it out.");
    case Code::DuplicateService:
        return tr("%1 stands above already.").arg(value);
    case Code::TunnelOptions:
        return tr("These options don't fit the type of tunnel.");
    default:
        return {};
    }
}

QString Words::changed(const ConfigNote &note)
{
    using Code = ConfigNote::Code;
    const QString value = note.values.value(0);
    switch (note.code) {
    case Code::DefaultProtocol:
        return tr("Without a protocol keepalived takes UDP.");
    case Code::DefaultScheduler:
        return tr("Without a scheduler keepalived takes wlc.");
    case Code::DefaultForwarding:
        return tr("Without a forwarding method keepalived takes NAT.");
    case Code::PersistenceForced:
        return tr("Without a port keepalived makes the service persistent for 360 s.");
    case Code::OnePacketDropped:
        return tr("Only UDP can be scheduled packet by packet: keepalived drops ops.");
    case Code::PortReplaced:
        return tr("DR and TUN leave the port alone: keepalived takes %1.").arg(value);
    case Code::ProtocolIgnored:
        return tr("A firewall mark has no protocol: keepalived ignores it.");
    case Code::GranularityIgnored:
        return tr("keepalived ignores the granularity of groups.");
    case Code::FlagIgnored:
        return tr("%1 has no effect without its scheduler before it.").arg(value);
    case Code::RangeWraps:
        return tr("keepalived counts only the last part of an address: it may not get to the end of this range.");
    case Code::QuorumReduced:
        return tr("All weights together are %1: keepalived lowers the quorum.").arg(value);
    default:
        return {};
    }
}

QString Words::problem(const ExportProblem &problem)
{
    using Code = ExportProblem::Code;
    switch (problem.code) {
    case Code::NoServers:
        return tr("keepalived leaves out services without real servers.");
    case Code::AllDrained:
        return tr("keepalived refuses services whose servers are all drained.");
    case Code::Protocol:
        return tr("keepalived does not know the protocol.");
    case Code::Scheduler:
        return tr("keepalived does not know the scheduler %1.").arg(problem.values.value(0));
    case Code::Flags:
        return tr("keepalived has no word for the flags.");
    case Code::Persistence:
        return tr("keepalived does not take this persistence.");
    case Code::Forwarding:
        return tr("keepalived has no word for the forwarding method.");
    case Code::ServerPort:
        return tr("keepalived would replace the port of the server.");
    case Code::Family:
        return tr("Only a tunnel may join IPv4 and IPv6.");
    }
    return {};
}

QString Words::reason(UnsaidChange::Reason reason)
{
    switch (reason) {
    case UnsaidChange::Reason::NotInFile:
        return tr("not in the configuration");
    case UnsaidChange::Reason::FromVariable:
        return tr("the value is that of a variable");
    case UnsaidChange::Reason::Shared:
        return tr("the block makes other services, too, which would change with it");
    case UnsaidChange::Reason::NotSayable:
        return tr("keepalived has no words for it");
    case UnsaidChange::Reason::NoObject:
        return tr("not about a service");
    }
    return {};
}

QString Words::cause(Drift::Cause cause)
{
    switch (cause) {
    case Drift::Cause::Real:
        return tr("Nothing in the file explains it");
    case Drift::Cause::FailedCheck:
        return tr("A failed check may explain it");
    case Drift::Cause::SorryServer:
        return tr("The sorry server stands in");
    case Drift::Cause::CheckedWeight:
        return tr("A check sets the weight");
    case Drift::Cause::NotKeepalived:
        return tr("Not keepalived's");
    }
    return {};
}

template<class Object> QString valueOf(const std::optional<Object> &object, const std::optional<Field> &field)
{
    if (!object)
        return u"–"_s;
    return field ? valueText(*field, *object) : Words::present();
}

} // namespace

QString configNoteText(const ConfigNote &note)
{
    return Words::text(note);
}

QString exportProblemText(const ExportProblem &problem)
{
    const QString service = serviceText(problem.object.service);
    const QString object = problem.object.server ? problem.object.server->toString() + u" · "_s + service : service;
    return object + u": "_s + Words::problem(problem);
}

QString unsaidText(const UnsaidChange &unsaid)
{
    return operationText(unsaid.operation) + u" – "_s + Words::reason(unsaid.reason);
}

QString driftFieldText(const std::optional<Field> &field)
{
    return field ? fieldText(*field) : Words::presence();
}

QString driftCauseText(Drift::Cause cause)
{
    return Words::cause(cause);
}

QString driftKernelText(const Drift &drift)
{
    return drift.server ? valueOf(drift.kernelServer, drift.field) : valueOf(drift.kernelService, drift.field);
}

QString driftFileText(const Drift &drift)
{
    return drift.server ? valueOf(drift.fileServer, drift.field) : valueOf(drift.fileService, drift.field);
}

} // namespace lvs
