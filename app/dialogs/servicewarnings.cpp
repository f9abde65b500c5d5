// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicewarnings.h"

#include "app/dialogs/formfield.h"
#include "app/dialogs/persistencefields.h"
#include "app/dialogs/schedulingfields.h"
#include "app/text/warningtext.h"

namespace lvs {
namespace {

FormField *fieldOf(Warning warning, FormField *address, const SchedulingFields &scheduling,
                   const PersistenceFields &persistence)
{
    switch (warning) {
    case Warning::LinkLocalVip:
    case Warning::LoopbackVip:
        return address ? address : scheduling.schedulerField();
    case Warning::OnePacketOnlyUdp:
        return scheduling.onePacketField();
    case Warning::FlagsWithoutEffect:
        return scheduling.flagsField();
    case Warning::AllClientsAreOne:
        return persistence.netmaskField();
    case Warning::EngineUnused:
    case Warning::SipNeedsUdp:
        return persistence.engineField();
    case Warning::NoScheduler:
    case Warning::NoActiveUdp:
    case Warning::OneDestination:
    // Of servers, which have a dialog of their own.
    case Warning::LoopbackServer:
    case Warning::ServerIsVip:
    case Warning::PortUnused:
    case Warning::Drained:
    case Warning::WeightBeyondIpvsadm:
    case Warning::ThresholdSparesClients:
    case Warning::MixedFamilies:
        break;
    }
    return scheduling.schedulerField();
}

} // namespace

void showWarnings(const VirtualService &service, FormField *address, const SchedulingFields &scheduling,
                  const PersistenceFields &persistence)
{
    for (const Warning warning : warningsOf(service)) {
        if (FormField *field = fieldOf(warning, address, scheduling, persistence); !field->hasError())
            field->addWarning(warningText(warning));
    }
}

} // namespace lvs
