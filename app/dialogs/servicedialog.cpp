// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicedialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/dialogs/persistencefields.h"
#include "app/dialogs/schedulingfields.h"
#include "app/dialogs/servicekeyfields.h"
#include "app/dialogs/servicewarnings.h"
#include "app/text/domaintext.h"
#include "core/types/netmask.h"

namespace lvs {

ServiceDialog::ServiceDialog(const KnownObjects &known, QWidget *parent)
    : FormDialog(tr("Add virtual service"), tr("Add service"), parent)
    , m_key(new ServiceKeyFields(form(), known, this))
    , m_scheduling(new SchedulingFields(form(), more(), m_service, this))
    , m_persistence(new PersistenceFields(form(), more(), m_service, this))
{
    connect(m_key, &ServiceKeyFields::changed, this, &ServiceDialog::refresh);
    start();
    m_key->focus();
}

ServiceDialog::ServiceDialog(const VirtualService &existing, QWidget *parent)
    : FormDialog(tr("Edit %1").arg(serviceText(existing.key)), tr("Change service"), parent)
    , m_service(existing)
    , m_existing(existing)
{
    form()->addText(tr("Service"), serviceText(existing.key));
    m_scheduling = new SchedulingFields(form(), more(), existing, this);
    m_persistence = new PersistenceFields(form(), more(), existing, this);
    start();
    if (m_scheduling->hasRareValues() || m_persistence->hasRareValues())
        showMore();
    m_scheduling->focus();
}

void ServiceDialog::start()
{
    connect(m_scheduling, &SchedulingFields::changed, this, &ServiceDialog::refresh);
    connect(m_persistence, &PersistenceFields::changed, this, &ServiceDialog::refresh);
    refresh();
}

void ServiceDialog::refresh()
{
    VirtualService service = m_existing.value_or(VirtualService{});
    bool complete = true;
    if (m_key) {
        complete = m_key->read(service.key);
        service.netmask = widestNetmask(service.key.family);
    }
    complete = m_scheduling->read(service) && complete;
    complete = m_persistence->read(service) && complete;
    if (!complete) {
        refreshed(false, {});
        return;
    }

    const Operation operation = m_existing ? Operation(EditService{*m_existing, service}) : AddService{service};
    const Result<void> valid = validate(operation);
    if (!valid)
        fieldOf(valid.error())->setError(valid.error());
    showWarnings(service, m_key ? m_key->addressField() : nullptr, *m_scheduling, *m_persistence);
    m_service = service;
    refreshed(valid.has_value(), commandsFor(operation));
}

FormField *ServiceDialog::fieldOf(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::PortZeroNeedsPersistence:
        return m_key ? m_key->portField() : m_persistence->persistentField();
    case ErrorCode::OnePacketNeedsUdp:
        return m_scheduling->onePacketField();
    default: // what other programs made of an existing service
        return m_scheduling->schedulerField();
    }
}

} // namespace lvs
