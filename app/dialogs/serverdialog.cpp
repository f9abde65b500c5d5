// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"

#include "app/text/domaintext.h"
#include "core/change/changeplan.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerDialog)
public:
    static QString effect(Forwarding forwarding)
    {
        switch (forwarding) {
        case Forwarding::Masquerading:
            return tr("Replies go back through the director, which must be the real server's gateway.");
        case Forwarding::Gatewaying:
            return tr("Same network segment; the real server has the VIP on lo and answers clients directly.");
        case Forwarding::Tunnelling:
            return tr("Any network; the real server unpacks the tunnel and answers clients directly.");
        default:
            return {};
        }
    }
};

} // namespace

ServerDialog::ServerDialog(const ServiceKey &service, Forwarding forwarding, QWidget *parent)
    : FormDialog(tr("Add real server to %1").arg(serviceText(service)), tr("Add real server"), parent)
    , m_serviceKey(service)
    , m_forwarding(new QComboBox(this))
    , m_weight(new QLineEdit(this))
    , m_upper(new QLineEdit(this))
    , m_lower(new QLineEdit(this))
{
    m_server.forwarding = forwarding;
    addIdentityFields();
    addOtherFields();
    refresh();
    m_address->setFocus();
}

ServerDialog::ServerDialog(const ServiceKey &service, const RealServer &existing, QWidget *parent)
    : FormDialog(tr("Edit %1").arg(existing.key.toString()), tr("Change real server"), parent)
    , m_serviceKey(service)
    , m_server(existing)
    , m_existing(existing)
    , m_forwarding(new QComboBox(this))
    , m_weight(new QLineEdit(this))
    , m_upper(new QLineEdit(this))
    , m_lower(new QLineEdit(this))
{
    addField(tr("Service"), new QLabel(serviceText(service), this), {});
    addField(tr("Real server"), new QLabel(existing.key.toString(), this), {});
    addOtherFields();
    if (existing.upperThreshold || existing.lowerThreshold)
        showMore();
    refresh();
    m_weight->setFocus();
    m_weight->selectAll();
}

void ServerDialog::addIdentityFields()
{
    m_address = new QLineEdit(this);
    m_port = new QLineEdit(this);
    m_port->setText(QString::number(m_serviceKey.port));
    m_address->setObjectName(QStringLiteral("address"));
    m_port->setObjectName(QStringLiteral("port"));
    addField(tr("Service"), new QLabel(serviceText(m_serviceKey), this), {});
    m_addressNotes = addField(tr("Address"), m_address, tr("The real server's own address (RIP)."));
    m_portNotes = addField(tr("Port"), m_port, tr("Only masquerading (NAT) can use another port than the service."));
    connect(m_address, &QLineEdit::textChanged, this, &ServerDialog::refresh);
    connect(m_port, &QLineEdit::textChanged, this, &ServerDialog::refresh);
}

void ServerDialog::addOtherFields()
{
    m_forwarding->setObjectName(QStringLiteral("forwarding"));
    for (const Forwarding method : {Forwarding::Masquerading, Forwarding::Gatewaying, Forwarding::Tunnelling})
        m_forwarding->addItem(forwardingLongText(method), int(method));
    if (m_forwarding->findData(int(m_server.forwarding)) < 0) // seen, but not to be chosen
        m_forwarding->addItem(forwardingLongText(m_server.forwarding), int(m_server.forwarding));
    m_forwarding->setCurrentIndex(m_forwarding->findData(int(m_server.forwarding)));
    m_forwardingNotes = addField(tr("Forwarding"), m_forwarding, {});

    const auto numberField = [this](QLineEdit *edit, const QString &name, quint32 value) {
        edit->setObjectName(name);
        edit->setText(QString::number(value));
        connect(edit, &QLineEdit::textChanged, this, &ServerDialog::refresh);
    };
    numberField(m_weight, QStringLiteral("weight"), m_server.weight);
    numberField(m_upper, QStringLiteral("upperThreshold"), m_server.upperThreshold);
    numberField(m_lower, QStringLiteral("lowerThreshold"), m_server.lowerThreshold);
    m_weightNotes = addField(tr("Weight"), m_weight,
                             tr("Its part of new connections, relative to the other servers; 0 drains it."));
    m_upperNotes = addField(tr("Upper threshold"), m_upper, tr("No new connections above this many; 0 sets no limit."),
                            Place::More);
    m_lowerNotes =
        addField(tr("Lower threshold"), m_lower,
                 tr("New connections again below this many; 0 means three quarters of the upper one."), Place::More);
    connect(m_forwarding, &QComboBox::currentIndexChanged, this, &ServerDialog::refresh);
}

bool ServerDialog::readIdentity()
{
    if (m_existing)
        return true;
    const auto address = IpAddress::fromText(m_address->text());
    const auto port = numberFromText(m_port->text(), 0, limits::largestPort);
    m_addressNotes->setError(isPristine(*m_address) ? std::nullopt : addressErrorOf(address));
    m_portNotes->setError(errorOf(port));
    if (!address || !port)
        return false;
    m_server.key = {*address, quint16(*port)};
    return true;
}

bool ServerDialog::readOther()
{
    const auto weight = numberFromText(m_weight->text(), 0, limits::largestWeight);
    const auto upper = numberFromText(m_upper->text(), 0, limits::largestThreshold);
    const auto lower = numberFromText(m_lower->text(), 0, limits::largestThreshold);
    m_server.forwarding = Forwarding(m_forwarding->currentData().toInt());
    m_forwardingNotes->setExplanation(Words::effect(m_server.forwarding));
    m_weightNotes->setError(errorOf(weight));
    m_upperNotes->setError(errorOf(upper));
    m_lowerNotes->setError(errorOf(lower));
    if (!weight || !upper || !lower)
        return false;
    m_server.weight = *weight;
    m_server.upperThreshold = *upper;
    m_server.lowerThreshold = *lower;
    return true;
}

void ServerDialog::refresh()
{
    const bool identity = readIdentity();
    const bool complete = readOther() && identity;
    const Result<void> valid = complete ? validate(m_server, m_serviceKey) : Result<void>();
    if (!valid) {
        switch (valid.error().code) {
        case ErrorCode::ThresholdOrder:
            m_lowerNotes->setError(valid.error());
            showMore();
            break;
        case ErrorCode::PortMustMatchService:
            (m_portNotes ? m_portNotes : m_forwardingNotes)->setError(valid.error());
            break;
        case ErrorCode::NotUnicast:
        case ErrorCode::FamilyMismatch:
            (m_addressNotes ? m_addressNotes : m_forwardingNotes)->setError(valid.error());
            break;
        default:
            m_forwardingNotes->setError(valid.error());
        }
    } else {
        m_forwardingNotes->setError(std::nullopt);
    }
    const bool acceptable = complete && valid;
    QStringList commands;
    if (acceptable)
        commands = m_existing ? commandsFor(EditServer{m_serviceKey, *m_existing, m_server})
                              : commandsFor(AddServer{m_serviceKey, m_server});
    refreshed(acceptable, commands);
}

} // namespace lvs
