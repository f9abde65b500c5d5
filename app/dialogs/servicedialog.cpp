// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicedialog.h"

#include "app/text/domaintext.h"
#include "core/change/changeplan.h"
#include "core/types/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace lvs {

namespace {

/// The kernel's schedulers, the most used first (net/netfilter/ipvs/Kconfig).
constexpr std::array schedulers{"rr", "wrr", "wlc", "lc",  "sh",   "mh",    "sed",
                                "nq", "dh",  "fo",  "ovf", "lblc", "lblcr", "twos"};

/// The persistence timeout of a plain `ipvsadm -p`, in seconds.
constexpr quint32 usualPersistence = 360;

} // namespace

ServiceDialog::ServiceDialog(QWidget *parent)
    : FormDialog(tr("Add virtual service"), tr("Add service"), parent)
    , m_scheduler(new QComboBox(this))
    , m_persistent(new QCheckBox(tr("A client keeps meeting the same real server"), this))
    , m_timeout(new QLineEdit(this))
{
    m_service.scheduler = SchedulerName::fromText(u"wrr").value_or(SchedulerName());
    addIdentityFields();
    addOtherFields();
    refresh();
    m_address->setFocus();
}

ServiceDialog::ServiceDialog(const VirtualService &existing, QWidget *parent)
    : FormDialog(tr("Edit %1").arg(serviceText(existing.key)), tr("Change service"), parent)
    , m_service(existing)
    , m_existing(existing)
    , m_scheduler(new QComboBox(this))
    , m_persistent(new QCheckBox(tr("A client keeps meeting the same real server"), this))
    , m_timeout(new QLineEdit(this))
{
    auto *name = new QLabel(serviceText(existing.key), this);
    addField(tr("Service"), name, {});
    addOtherFields();
    if (existing.isPersistent())
        showMore();
    refresh();
    m_scheduler->setFocus();
}

void ServiceDialog::addIdentityFields()
{
    m_protocol = new QComboBox(this);
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp})
        m_protocol->addItem(protocolText(quint8(protocol)), int(protocol));
    m_address = new QLineEdit(this);
    m_port = new QLineEdit(this);
    m_protocol->setObjectName(QStringLiteral("protocol"));
    m_address->setObjectName(QStringLiteral("address"));
    m_port->setObjectName(QStringLiteral("port"));
    addField(tr("Protocol"), m_protocol, {});
    m_addressNotes = addField(tr("Address"), m_address, tr("The virtual address (VIP) clients connect to."));
    m_portNotes = addField(tr("Port"), m_port, tr("0 means every port, and needs persistence."));
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &ServiceDialog::refresh);
    connect(m_address, &QLineEdit::textChanged, this, &ServiceDialog::refresh);
    connect(m_port, &QLineEdit::textChanged, this, &ServiceDialog::refresh);
}

void ServiceDialog::addOtherFields()
{
    m_scheduler->setObjectName(QStringLiteral("scheduler"));
    m_scheduler->setEditable(true);
    for (const char *name : schedulers) {
        m_scheduler->addItem(QLatin1StringView(name));
        m_scheduler->setItemData(m_scheduler->count() - 1, schedulerText(QLatin1StringView(name)), Qt::ToolTipRole);
    }
    m_scheduler->setCurrentText(m_service.scheduler.toString());
    m_schedulerNotes = addField(tr("Scheduler"), m_scheduler, {});

    m_persistent->setObjectName(QStringLiteral("persistent"));
    m_persistent->setChecked(m_service.isPersistent());
    m_timeout->setObjectName(QStringLiteral("persistenceTimeout"));
    m_timeout->setText(QString::number(m_service.persistenceTimeout ? m_service.persistenceTimeout : usualPersistence));
    addField(tr("Persistence"), m_persistent, {}, Place::More);
    m_timeoutNotes = addField(tr("Persistence timeout"), m_timeout,
                              tr("Seconds after a client's last connection, 1 to 2678400 (31 days)."), Place::More);

    connect(m_scheduler, &QComboBox::currentTextChanged, this, &ServiceDialog::refresh);
    connect(m_persistent, &QCheckBox::toggled, this, &ServiceDialog::refresh);
    connect(m_timeout, &QLineEdit::textChanged, this, &ServiceDialog::refresh);
}

bool ServiceDialog::readIdentity()
{
    if (m_existing)
        return true;
    const auto address = IpAddress::fromText(m_address->text());
    const auto port = numberFromText(m_port->text(), 0, limits::largestPort);
    m_addressNotes->setError(isPristine(*m_address) ? std::nullopt : addressErrorOf(address));
    m_portNotes->setError(isPristine(*m_port) ? std::nullopt : errorOf(port));
    if (!address || !port)
        return false;
    const auto protocol = Protocol(m_protocol->currentData().toInt());
    const SchedulerName scheduler = m_service.scheduler;
    m_service = VirtualService::withDefaults(ServiceKey::forAddress(protocol, *address, quint16(*port)));
    m_service.scheduler = scheduler;
    return true;
}

bool ServiceDialog::readOther()
{
    const auto scheduler = SchedulerName::fromText(m_scheduler->currentText());
    const auto timeout = numberFromText(m_timeout->text(), limits::smallestPersistence, limits::largestPersistence);
    const bool persistent = m_persistent->isChecked();
    m_timeout->setEnabled(persistent);
    m_schedulerNotes->setError(errorOf(scheduler));
    m_schedulerNotes->setExplanation(scheduler ? schedulerText(scheduler->toString()) : QString());
    m_timeoutNotes->setError(persistent ? errorOf(timeout) : std::nullopt);
    if (!scheduler || (persistent && !timeout))
        return false;
    m_service.scheduler = *scheduler;
    m_service.flags.setFlag(ServiceFlag::Persistent, persistent);
    if (persistent)
        m_service.persistenceTimeout = *timeout;
    return true;
}

void ServiceDialog::refresh()
{
    const bool identity = readIdentity();
    const bool complete = readOther() && identity;
    const Result<void> valid = complete ? validate(m_service) : Result<void>();
    FieldNotes *notes = m_portNotes ? m_portNotes : m_timeoutNotes;
    if (!valid)
        notes->setError(valid.error());
    const bool acceptable = complete && valid;
    QStringList commands;
    if (acceptable)
        commands = m_existing ? commandsFor(EditService{*m_existing, m_service}) : commandsFor(AddService{m_service});
    refreshed(acceptable, commands);
}

} // namespace lvs
