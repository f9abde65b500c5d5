// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/tunnelfields.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(TunnelFields)
public:
    static QString type(TunnelType type)
    {
        switch (type) {
        case TunnelType::IpIp:
            return tr("IP in IP: the simplest, 20 bytes more per packet over IPv4.");
        case TunnelType::Gue:
            return tr("Generic UDP encapsulation: passes where only UDP does, 32 bytes more per packet over IPv4.");
        case TunnelType::Gre:
            return tr("Generic routing encapsulation: 24 bytes more per packet over IPv4.");
        }
        return tr("Another program has set a type without a name.");
    }

    static QString checksum(TunnelChecksum checksum)
    {
        switch (checksum) {
        case TunnelChecksum::None:
            return tr("No checksum");
        case TunnelChecksum::Checksum:
            return tr("Checksum");
        case TunnelChecksum::RemoteChecksum:
            return tr("Remote checksum offload");
        }
        return tr("Unknown (%1)").arg(int(checksum));
    }

    static QString effect(TunnelChecksum checksum)
    {
        switch (checksum) {
        case TunnelChecksum::None:
            return tr("The outer header has none; what is inside keeps its own.");
        case TunnelChecksum::Checksum:
            return tr("The outer header has one, too, which the real server verifies.");
        case TunnelChecksum::RemoteChecksum:
            return tr("The real server fills in the inner checksum; its tunnel must have been set up for that.");
        }
        return {};
    }

    static QString unknownType(TunnelType type) { return tr("Unknown (%1)").arg(int(type)); }
};

TunnelChecksum largestChecksum(TunnelType type)
{
    return type == TunnelType::Gue ? TunnelChecksum::RemoteChecksum : TunnelChecksum::Checksum;
}

} // namespace

TunnelFields::TunnelFields(Form *form, const Tunnel &tunnel, QObject *parent)
    : QObject(parent)
    , m_type(new QComboBox(form))
    , m_port(new QLineEdit(form))
    , m_checksum(new QComboBox(form))
    , m_typeField(form->add(tr("&Tunnel type"), m_type))
    , m_portField(form->add(tr("Tu&nnel port"), m_port, tr("UDP port on which the real server unpacks, 1 to 65535.")))
    , m_checksumField(form->add(tr("C&hecksum"), m_checksum))
{
    m_type->addItem(QStringLiteral("IPIP"), int(TunnelType::IpIp));
    m_type->addItem(QStringLiteral("GUE"), int(TunnelType::Gue));
    m_type->addItem(QStringLiteral("GRE"), int(TunnelType::Gre));
    if (m_type->findData(int(tunnel.type)) < 0) // seen, but not to be chosen anew
        m_type->addItem(Words::unknownType(tunnel.type), int(tunnel.type));
    m_type->setCurrentIndex(m_type->findData(int(tunnel.type)));
    if (tunnel.port != 0)
        m_port->setText(QString::number(tunnel.port));
    offerChecksums(tunnel.type);
    if (m_checksum->findData(int(tunnel.checksum)) < 0)
        m_checksum->addItem(Words::checksum(tunnel.checksum), int(tunnel.checksum));
    m_checksum->setCurrentIndex(m_checksum->findData(int(tunnel.checksum)));
    m_type->setObjectName(QStringLiteral("tunnelType"));
    m_port->setObjectName(QStringLiteral("tunnelPort"));
    m_checksum->setObjectName(QStringLiteral("tunnelChecksum"));

    const auto touched = [this] {
        m_touched = true;
        Q_EMIT changed();
    };
    connect(m_type, &QComboBox::currentIndexChanged, this, [this, touched] {
        offerChecksums(TunnelType(m_type->currentData().toInt()));
        touched();
    });
    connect(m_port, &QLineEdit::textChanged, this, touched);
    connect(m_checksum, &QComboBox::currentIndexChanged, this, touched);
}

void TunnelFields::offerChecksums(TunnelType type)
{
    const QSignalBlocker quiet(m_checksum); // the type has changed, which is said once
    const QVariant before = m_checksum->currentData();
    m_checksum->clear();
    for (const auto mode : {TunnelChecksum::None, TunnelChecksum::Checksum, TunnelChecksum::RemoteChecksum}) {
        if (mode <= largestChecksum(type))
            m_checksum->addItem(Words::checksum(mode), int(mode));
    }
    m_checksum->setCurrentIndex(std::max(0, m_checksum->findData(before)));
}

bool TunnelFields::read(Forwarding forwarding, Tunnel &tunnel)
{
    const bool tunnels = forwarding == Forwarding::Tunnelling;
    const auto type = TunnelType(m_type->currentData().toInt());
    const bool hasPort = type == TunnelType::Gue;
    const bool hasChecksum = type == TunnelType::Gue || type == TunnelType::Gre;
    m_typeField->setShown(tunnels);
    m_portField->setShown(tunnels && hasPort);
    m_checksumField->setShown(tunnels && hasChecksum);
    m_typeField->setError(std::nullopt);
    m_portField->setError(std::nullopt);
    if (!tunnels)
        return true;

    const auto checksum = TunnelChecksum(m_checksum->currentData().toInt());
    m_typeField->setExplanation(Words::type(type));
    m_checksumField->setExplanation(Words::effect(checksum));
    if (!m_touched)
        return true;
    const auto port = numberFromText(m_port->text(), 1, limits::largestPort);
    if (hasPort && !port) {
        m_portField->setError(isPristine(*m_port) ? std::nullopt : errorOf(port));
        return false;
    }
    tunnel = {.type = type,
              .port = hasPort ? quint16(*port) : quint16(0),
              .checksum = hasChecksum ? checksum : TunnelChecksum::None};
    return true;
}

} // namespace lvs
