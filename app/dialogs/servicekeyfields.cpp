// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicekeyfields.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/domaintext.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QLineEdit>

namespace lvs {

namespace {

constexpr int markKind = 0; ///< beside the numbers of the protocols
constexpr quint16 ftpPort = 21;

} // namespace

ServiceKeyFields::ServiceKeyFields(Form *form, KnownObjects known, QObject *parent, Kinds kinds)
    : QObject(parent)
    , m_known(std::move(known))
    , m_kind(new QComboBox(form))
    , m_address(new QLineEdit(form))
    , m_port(new QLineEdit(form))
    , m_mark(new QLineEdit(form))
    , m_family(new QComboBox(form))
    , m_kindField(form->add(tr("&Kind"), m_kind))
    , m_addressField(form->add(tr("&Address"), m_address, tr("The virtual address (VIP) clients connect to.")))
    , m_portField(form->add(tr("&Port"), m_port))
    , m_markField(form->add(tr("Firewall &mark"), m_mark,
                            tr("The mark that iptables or nftables gives the packets, 1 to 4294967295.")))
    , m_familyField(form->add(tr("Address famil&y"), m_family, tr("A mark has a service of its own for each family.")))
{
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp})
        m_kind->addItem(protocolText(quint8(protocol)), int(protocol));
    if (kinds == Kinds::All)
        m_kind->addItem(tr("Firewall mark"), markKind);
    m_family->addItem(QStringLiteral("IPv4"), int(Family::IPv4));
    m_family->addItem(QStringLiteral("IPv6"), int(Family::IPv6));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_address->setObjectName(QStringLiteral("address"));
    m_port->setObjectName(QStringLiteral("port"));
    m_mark->setObjectName(QStringLiteral("mark"));
    m_family->setObjectName(QStringLiteral("family"));
    suggest(m_address, vipSuggestions(m_known));
    suggest(m_port, portSuggestions(m_known));

    for (QComboBox *combo : {m_kind, m_family})
        connect(combo, &QComboBox::currentIndexChanged, this, &ServiceKeyFields::changed);
    for (QLineEdit *edit : {m_address, m_port, m_mark})
        connect(edit, &QLineEdit::textChanged, this, &ServiceKeyFields::changed);
}

bool ServiceKeyFields::read(ServiceKey &key)
{
    const int kind = m_kind->currentData().toInt();
    const bool isMark = kind == markKind;
    for (FormField *field : {m_addressField, m_portField})
        field->setShown(!isMark);
    for (FormField *field : {m_markField, m_familyField})
        field->setShown(isMark);
    m_kindField->setExplanation(
        isMark ? tr("Every packet that a netfilter rule has marked, whatever its address, port and protocol.")
               : QString());
    return isMark ? readMark(key) : readEndpoint(Protocol(kind), key);
}

bool ServiceKeyFields::readMark(ServiceKey &key)
{
    auto mark = numberFromText(m_mark->text(), 1, limits::largestMark);
    if (!mark && m_mark->text() == u'0')
        mark = failure(ErrorCode::FirewallMarkZero);
    key = ServiceKey::forMark(mark.value_or(1), Family(m_family->currentData().toInt()));
    if (mark && m_known.has(key))
        mark = failure(ErrorCode::ServiceExists);
    m_markField->setError(isPristine(*m_mark) ? std::nullopt : errorOf(mark));
    return mark.has_value();
}

bool ServiceKeyFields::readEndpoint(Protocol protocol, ServiceKey &key)
{
    auto address = IpAddress::fromText(m_address->text());
    auto port = numberFromText(m_port->text(), 0, limits::largestPort);
    key = ServiceKey::forAddress(protocol, address.value_or(IpAddress()), quint16(port.value_or(1)));
    if (!address) {
        if (m_address->text().contains(u':'))
            key.family = Family::IPv6;
        if (address.error().code != ErrorCode::Empty)
            address.error().code = ErrorCode::BadAddress; // whatever is wrong means that it is no address
    } else if (auto valid = validate(key); !valid) {
        address = failure(ErrorCode::NotUnicast);
    } else if (port && m_known.has(key)) {
        port = failure(ErrorCode::ServiceExists);
    }
    m_addressField->setError(isPristine(*m_address) ? std::nullopt : errorOf(address));
    m_portField->setError(isPristine(*m_port) ? std::nullopt : errorOf(port));
    m_portField->setExplanation(
        port == quint32(ftpPort)
            ? tr("FTP also needs persistence (with DR or TUN), or the module ip_vs_ftp on the director (with NAT).")
            : tr("0 to 65535; 0 means every port, and needs persistence."));
    return address && port;
}

void ServiceKeyFields::focus()
{
    m_address->setFocus();
}

} // namespace lvs
