// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverkeyfields.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/types/numbers.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace lvs {

ServerKeyFields::ServerKeyFields(Form *form, const VirtualService &service, KnownObjects known, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_known(std::move(known))
    , m_address(new QLineEdit(form))
    , m_port(new QLineEdit(form))
    , m_addressField(form->add(tr("&Address"), m_address, tr("The real server's own address (RIP).")))
    , m_portField(form->add(tr("&Port"), m_port))
{
    m_port->setText(QString::number(service.key.port));
    m_address->setObjectName(QStringLiteral("address"));
    m_port->setObjectName(QStringLiteral("port"));
    suggest(m_address, serverSuggestions(m_known, service.key));
    suggest(m_port, portSuggestions(m_known));
    for (QLineEdit *edit : {m_address, m_port})
        connect(edit, &QLineEdit::textChanged, this, &ServerKeyFields::changed);
}

void ServerKeyFields::setPortChoosable(bool choosable)
{
    if (choosable == m_port->isEnabled())
        return;
    const QSignalBlocker quiet(m_port); // it is being read
    if (choosable) {
        m_port->setText(m_enteredPort);
    } else {
        m_enteredPort = m_port->text();
        m_port->setText(QString::number(m_service.key.port));
    }
    m_port->setEnabled(choosable);
}

QString ServerKeyFields::portExplanation(Forwarding forwarding, const Result<quint32> &port) const
{
    if (forwarding != Forwarding::Masquerading)
        return tr("Direct routing and tunnelling leave the port of a packet as it is.");
    if (m_service.key.isMark())
        return m_service.isPersistent() ? tr("A persistent firewall mark leaves the port of a packet as it is.")
                                        : tr("0 to 65535; 0 leaves the port of a packet as it is.");
    if (m_service.key.port == 0)
        return tr("A service for every port leaves the port of a packet as it is.");
    if (port && *port != 0 && *port != m_service.key.port)
        return tr("0 to 65535; port %1 of the service becomes port %2 of the server.")
            .arg(m_service.key.port)
            .arg(*port);
    return tr("0 to 65535; can differ from the service's, as masquerading (NAT) maps ports.");
}

bool ServerKeyFields::read(Forwarding forwarding, ServerKey &key)
{
    setPortChoosable(forwarding == Forwarding::Masquerading || m_service.key.isMark());
    auto address = IpAddress::fromText(m_address->text());
    const auto port = numberFromText(m_port->text(), 0, limits::largestPort);
    if (address && port) {
        key = {*address, quint16(*port)};
        if (m_known.has(m_service.key, key))
            address = failure(ErrorCode::ServerExists);
    } else if (!address && address.error().code != ErrorCode::Empty) {
        address.error().code = ErrorCode::BadAddress; // whatever is wrong means that it is no address
    }
    m_addressField->setError(isPristine(*m_address) ? std::nullopt : errorOf(address));
    m_portField->setError(errorOf(port));
    m_portField->setExplanation(portExplanation(forwarding, port));
    return address && port;
}

void ServerKeyFields::focus()
{
    m_address->setFocus();
}

} // namespace lvs
