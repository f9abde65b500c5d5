// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/servicestep.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/dialogs/schedulingfields.h"
#include "app/dialogs/servicekeyfields.h"
#include "app/setup/markfields.h"
#include "app/text/domaintext.h"
#include "core/types/network.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

/// The interface that has the VIP, or else one in its network; nullptr if there is none.
const HostInterface *interfaceFor(const HostInfo &host, const IpAddress &vip)
{
    const HostInterface *best = nullptr;
    for (const HostInterface &interface : host.interfaces) {
        for (const InterfaceAddress &own : interface.addresses) {
            if (own.address == vip)
                return &interface;
            if (isInNetwork(vip, own.address, own.prefixLength) && interface.kind != InterfaceKind::Loopback)
                best = &interface;
        }
    }
    return best;
}

QString interfaceText(const HostInterface &interface)
{
    QStringList addresses;
    for (const InterfaceAddress &own : interface.addresses) {
        if (!own.address.isLinkLocal())
            addresses << addressText(own);
    }
    constexpr qsizetype most = 3;
    QString text = addresses.mid(0, most).join(QStringLiteral(", "));
    if (addresses.size() > most)
        text += QStringLiteral(", …");
    return QStringLiteral("%1  (%2)").arg(interface.name.toString(), text);
}

} // namespace

ServiceStep::ServiceStep(const SetupReading &director, const SetupWish &wish, QWidget *parent)
    : WizardStep(parent)
    , m_table(director.table)
    , m_choice(new QComboBox(this))
    , m_outside(new QComboBox(this))
    , m_new(new Form(this))
    , m_rare(new Form(this))
    , m_service(wish.service)
{
    KnownObjects known = KnownObjects::fromTable(director.table);
    if (const auto host = director.hosts.find(wish.director); host != director.hosts.end())
        m_host = host->second;
    known.addHost(m_host);
    auto *choice = new Form(this);
    m_choice->addItem(tr("A new service"));
    for (const auto &[key, entry] : director.table.entries())
        m_choice->addItem(serviceText(key), QVariant::fromValue(key));
    m_choice->setObjectName(QStringLiteral("setupService"));
    m_choiceField = choice->add(tr("&Service"), m_choice);

    m_rare->hide();
    m_key = new ServiceKeyFields(m_new, known, this);
    m_scheduling = new SchedulingFields(m_new, m_rare, VirtualService(), this);

    m_mark = new MarkFields(known, wish, director.firewall, this);
    auto *where = new Form(this);
    for (const HostInterface &interface : m_host.interfaces) {
        if (interface.kind != InterfaceKind::Loopback)
            m_outside->addItem(interfaceText(interface), QVariant::fromValue(interface.name));
    }
    m_outside->setObjectName(QStringLiteral("setupOutside"));
    m_outsideField = where->add(tr("&Interface"), m_outside,
                                tr("The director's interface towards the clients. It has the VIP, or gets it."));

    const int present = m_choice->findData(QVariant::fromValue(wish.service.key));
    m_choice->setCurrentIndex(std::max(0, present));
    if (!wish.vipOfMark)
        m_mark->suggestFor(m_choice->currentData().value<ServiceKey>());
    if (const int outside = m_outside->findData(QVariant::fromValue(wish.outside)); outside >= 0) {
        m_outside->setCurrentIndex(outside);
        m_outsideChosen = true;
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{choice, m_new, m_mark, where})
        layout->addWidget(part);
    layout->addStretch(1);
    int width = 0;
    for (const Form *form : {choice, m_new, m_mark->form(), where})
        width = std::max(width, form->labelWidth());
    for (Form *form : {choice, m_new, m_mark->form(), where})
        form->setLabelWidth(width);

    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_mark->suggestFor(m_choice->currentData().value<ServiceKey>());
        refresh();
    });
    connect(m_key, &ServiceKeyFields::changed, this, &ServiceStep::refresh);
    connect(m_mark, &MarkFields::changed, this, &ServiceStep::refresh);
    connect(m_scheduling, &SchedulingFields::changed, this, &ServiceStep::refresh);
    connect(m_outside, &QComboBox::activated, this, [this] { m_outsideChosen = true; });
    connect(m_outside, &QComboBox::currentIndexChanged, this, &ServiceStep::refresh);
    refresh();
}

QString ServiceStep::title() const
{
    return tr("Service");
}

QString ServiceStep::explanation() const
{
    return tr("What clients connect to. A service of the table keeps what it has; a new one is added at the end, when "
              "everything is ready for its packets.");
}

void ServiceStep::refresh()
{
    const bool serviceRead = readService();
    const bool markRead = m_mark->read(m_service);
    if (serviceRead && markRead)
        refreshInterface();
    const bool hasInterface = m_outside->count() > 0;
    m_outsideField->setError(hasInterface ? std::nullopt
                                          : std::optional(Error{.code = ErrorCode::InterfaceMissing, .values = {{}}}));
    m_isComplete = serviceRead && markRead && hasInterface;
    Q_EMIT changed();
}

bool ServiceStep::readService()
{
    const bool isNew = m_choice->currentIndex() <= 0;
    m_new->setVisible(isNew);
    if (!isNew) {
        const auto key = m_choice->currentData().value<ServiceKey>();
        m_service = m_table.find(key)->service;
        return true;
    }
    VirtualService service;
    bool complete = m_key->read(service.key);
    service = VirtualService::withDefaults(service.key);
    complete = m_scheduling->read(service) && complete;
    const Result<void> valid = validate(service);
    if (complete && !valid)
        m_key->portField()->setError(valid.error());
    m_service = service;
    return complete && valid;
}

void ServiceStep::refreshInterface()
{
    if (m_outsideChosen)
        return;
    const IpAddress vip = m_mark->vip().value_or(m_service.key.address);
    const HostInterface *interface = interfaceFor(m_host, vip);
    if (!interface)
        return;
    const QSignalBlocker quiet(m_outside);
    m_outside->setCurrentIndex(std::max(0, m_outside->findData(QVariant::fromValue(interface->name))));
}

void ServiceStep::write(SetupWish &wish) const
{
    wish.service = m_service;
    m_mark->write(wish);
    wish.outside = m_outside->currentData().value<InterfaceName>();
}

} // namespace lvs
