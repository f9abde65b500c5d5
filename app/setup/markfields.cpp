// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/markfields.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/domaintext.h"
#include "core/setup/directorfilter.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

MarkFields::MarkFields(const KnownObjects &known, const SetupWish &wish, std::optional<FirewallState> firewall,
                       QWidget *parent)
    : QWidget(parent)
    , m_firewall(std::move(firewall))
    , m_form(new Form(this))
    , m_vip(new QLineEdit(this))
    , m_protocol(new QComboBox(this))
    , m_ports(new QLineEdit(this))
    , m_vipField(m_form->add(tr("&VIP"), m_vip, tr("The virtual address whose packets get this firewall mark.")))
{
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp})
        m_protocol->addItem(protocolText(quint8(protocol)), int(protocol));
    m_form->add(tr("P&rotocol"), m_protocol);
    m_portsField = m_form->add(tr("P&orts"), m_ports,
                               tr("All ports of the service, such as 80, 443 or 8000-8080: a rule of the director's "
                                  "packet filter is made for them. Empty where packets for the VIP get the mark "
                                  "already."));
    m_vip->setObjectName(QStringLiteral("setupVip"));
    m_protocol->setObjectName(QStringLiteral("setupMarkProtocol"));
    m_ports->setObjectName(QStringLiteral("setupMarkPorts"));
    suggest(m_vip, vipSuggestions(known));
    if (wish.vipOfMark) {
        m_vip->setText(wish.vipOfMark->toString());
        m_protocol->setCurrentIndex(std::max(0, m_protocol->findData(int(wish.protocolOfMark))));
        m_ports->setText(wish.portsOfMark.toString());
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    for (const QLineEdit *edit : {m_vip, m_ports})
        connect(edit, &QLineEdit::textChanged, this, &MarkFields::changed);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &MarkFields::changed);
}

void MarkFields::suggestFor(const ServiceKey &service)
{
    if (m_vip->isModified() || m_ports->isModified())
        return;
    const auto rules = m_firewall ? m_firewall->leadingTo(service) : std::vector<MarkRuleState>();
    const auto found =
        std::ranges::find_if(rules, [](const MarkRuleState &state) { return state.rule.destination.isOne(); });
    if (found == rules.end()) {
        m_vip->setText({}); // clear() would count as a person's edit
        m_ports->setText({});
        return;
    }
    const MarkRule &rule = found->rule;
    m_vip->setText(rule.destination.address().toString());
    m_protocol->setCurrentIndex(std::max(0, m_protocol->findData(int(rule.protocol))));
    m_ports->setText(rule.ports.toString());
}

bool MarkFields::read(const VirtualService &service)
{
    setVisible(service.key.isMark());
    m_wish = SetupWish{.service = service};
    if (!service.key.isMark())
        return true;
    auto vip = IpAddress::fromText(m_vip->text());
    if (vip && vip->family() != service.key.family)
        vip = failure(ErrorCode::FamilyMismatch);
    else if (vip && !vip->isUnicast())
        vip = failure(ErrorCode::NotUnicast);
    else if (!vip && vip.error().code != ErrorCode::Empty)
        vip.error().code = ErrorCode::BadAddress;
    m_wish.vipOfMark = vip ? std::optional(*vip) : std::nullopt;
    m_wish.protocolOfMark = Protocol(m_protocol->currentData().toInt());
    auto ports = m_ports->text().isEmpty() ? Result<PortSet>(PortSet()) : PortSet::fromText(m_ports->text());
    if (ports && ports->isEmpty() && vip && !(m_firewall && isMarked(m_wish, *m_firewall)))
        ports = failure(ErrorCode::Empty);
    m_wish.portsOfMark = ports.value_or(PortSet());
    m_vipField->setError(isPristine(*m_vip) ? std::nullopt : errorOf(vip));
    m_portsField->setError(isPristine(*m_ports) ? std::nullopt : errorOf(ports));
    return vip && ports;
}

void MarkFields::write(SetupWish &wish) const
{
    wish.vipOfMark = m_wish.vipOfMark;
    wish.protocolOfMark = m_wish.protocolOfMark;
    wish.portsOfMark = m_wish.portsOfMark;
}

} // namespace lvs
