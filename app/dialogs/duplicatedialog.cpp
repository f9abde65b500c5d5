// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/duplicatedialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/domaintext.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QLineEdit>

namespace lvs {

DuplicateDialog::DuplicateDialog(const ServiceKey &service, IpvsTable table, QWidget *parent)
    : FormDialog(tr("Duplicate %1").arg(serviceText(service)), tr("Draft service"), parent)
    , m_original(service)
    , m_table(std::move(table))
    , m_number(new QLineEdit(this))
{
    if (service.isMark())
        addMarkField();
    else
        addAddressFields();
    connect(m_number, &QLineEdit::textChanged, this, &DuplicateDialog::refresh);
    refresh();
    m_number->setFocus();
    m_number->selectAll();
}

void DuplicateDialog::addAddressFields()
{
    m_protocol = new QComboBox(this);
    m_protocol->setObjectName(QStringLiteral("protocol"));
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp})
        m_protocol->addItem(protocolText(quint8(protocol)), int(protocol));
    m_protocol->setCurrentIndex(m_protocol->findData(m_original.protocol));
    m_address = new QLineEdit(m_original.address.toString(), this);
    m_address->setObjectName(QStringLiteral("address"));
    m_number->setObjectName(QStringLiteral("port"));
    m_number->setText(QString::number(m_original.port));
    form()->add(tr("Protocol"), m_protocol, {});
    m_addressField = form()->add(tr("Address"), m_address, tr("The virtual address (VIP) that clients connect to."));
    m_numberField = form()->add(tr("Port"), m_number,
                                tr("Servers on the port of the service get the new one, others keep theirs."));
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &DuplicateDialog::refresh);
    connect(m_address, &QLineEdit::textChanged, this, &DuplicateDialog::refresh);
}

void DuplicateDialog::addMarkField()
{
    m_number->setObjectName(QStringLiteral("mark"));
    m_number->setText(QString::number(m_original.firewallMark));
    m_numberField = form()->add(tr("Firewall mark"), m_number, tr("1 to 4294967295."));
}

Result<ServiceKey> DuplicateDialog::readKey()
{
    if (m_original.isMark())
        return numberFromText(m_number->text(), 1, limits::largestMark).transform([this](quint32 mark) {
            return ServiceKey::forMark(mark, m_original.family);
        });
    auto address = IpAddress::fromText(m_address->text());
    if (!address && address.error().code != ErrorCode::Empty)
        address.error().code = ErrorCode::BadAddress; // whatever is wrong means that it is no address
    m_addressField->setError(errorOf(address));
    const auto port = numberFromText(m_number->text(), 0, limits::largestPort);
    if (!port)
        return std::unexpected(port.error());
    if (!address)
        return std::unexpected(address.error());
    return ServiceKey::forAddress(Protocol(m_protocol->currentData().toInt()), *address, quint16(*port));
}

void DuplicateDialog::refresh()
{
    const auto key = readKey();
    m_numberField->setError({});
    if (!key) {
        const bool isAboutAddress = m_addressField && !IpAddress::fromText(m_address->text());
        if (!isAboutAddress)
            m_numberField->setError(key.error());
        return refreshed(false, {});
    }
    const auto plan = *key == m_original ? Result<ChangePlan>() : duplicating(*m_table.find(m_original), *key, m_table);
    if (!plan)
        m_numberField->setError(plan.error());
    m_plan = plan.value_or(ChangePlan{});
    refreshed(m_plan);
}

} // namespace lvs
