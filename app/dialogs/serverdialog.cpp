// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/dialogs/serverkeyfields.h"
#include "app/dialogs/tunnelfields.h"
#include "app/text/domaintext.h"
#include "app/text/schedulertext.h"
#include "app/text/warningtext.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QCoreApplication>
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

    static QString range(quint32 largest, const QString &meaning)
    {
        return tr("0 to %1. %2", "range and meaning of a number").arg(largest).arg(meaning);
    }

    static QString lower(const Result<quint32> &upper)
    {
        const QString range = tr("New connections again below this many, at most the upper threshold.");
        const quint32 limit = upper.value_or(0);
        const QString zero = limit == 0 ? tr("0 means three quarters of it.")
                                        : tr("0 means three quarters of it: %1.").arg(limit - limit / 4);
        return tr("%1 %2", "two sentences").arg(range, zero);
    }
};

} // namespace

ServerDialog::ServerDialog(const VirtualService &service, Forwarding forwarding, const KnownObjects &known,
                           QWidget *parent)
    : FormDialog(tr("Add real server to %1").arg(serviceText(service.key)), tr("Add real server"), parent)
    , m_service(service)
    , m_server{.forwarding = forwarding}
{
    form()->addText(tr("Service"), serviceText(service.key));
    m_key = new ServerKeyFields(form(), service, known, this);
    connect(m_key, &ServerKeyFields::changed, this, &ServerDialog::refresh);
    addFields();
    m_key->focus();
}

ServerDialog::ServerDialog(const VirtualService &service, const RealServer &existing, QWidget *parent)
    : FormDialog(tr("Edit %1").arg(existing.key.toString()), tr("Change real server"), parent)
    , m_service(service)
    , m_server(existing)
    , m_existing(existing)
{
    form()->addText(tr("Service"), serviceText(service.key));
    form()->addText(tr("Real server"), existing.key.toString());
    addFields();
    if (existing.upperThreshold || existing.lowerThreshold)
        showMore();
    m_weight.edit->setFocus();
    m_weight.edit->selectAll();
}

void ServerDialog::addFields()
{
    m_forwarding = new QComboBox(form());
    m_forwarding->setObjectName(QStringLiteral("forwarding"));
    for (const Forwarding method : {Forwarding::Masquerading, Forwarding::Gatewaying, Forwarding::Tunnelling})
        m_forwarding->addItem(forwardingLongText(method), int(method));
    if (m_forwarding->findData(int(m_server.forwarding)) < 0) // seen, but not to be chosen anew
        m_forwarding->addItem(forwardingLongText(m_server.forwarding), int(m_server.forwarding));
    m_forwarding->setCurrentIndex(m_forwarding->findData(int(m_server.forwarding)));
    m_forwardingField = form()->add(tr("&Forwarding"), m_forwarding);
    connect(m_forwarding, &QComboBox::currentIndexChanged, this, &ServerDialog::refresh);

    m_tunnel = new TunnelFields(form(), m_server.tunnel, this);
    connect(m_tunnel, &TunnelFields::changed, this, &ServerDialog::refresh);

    m_weight = addNumber(form(), tr("&Weight"), QStringLiteral("weight"), limits::largestWeight, &RealServer::weight);
    m_upper = addNumber(more(), tr("&Upper threshold"), QStringLiteral("upperThreshold"), limits::largestThreshold,
                        &RealServer::upperThreshold);
    m_lower = addNumber(more(), tr("&Lower threshold"), QStringLiteral("lowerThreshold"), limits::largestThreshold,
                        &RealServer::lowerThreshold);
    m_weight.field->setExplanation(Words::range(limits::largestWeight, weightMeaning(m_service.scheduler)));
    m_upper.field->setExplanation(
        Words::range(limits::largestThreshold, tr("No new connections while the server has this many, active and "
                                                  "inactive ones together; 0 sets no limit.")));
    refresh();
}

ServerDialog::Number ServerDialog::addNumber(Form *form, const QString &label, const QString &name, quint32 largest,
                                             quint32 RealServer::*value)
{
    auto *edit = new QLineEdit(form);
    edit->setObjectName(name);
    edit->setText(QString::number(m_server.*value));
    connect(edit, &QLineEdit::textChanged, this, &ServerDialog::refresh);
    return {.edit = edit, .field = form->add(label, edit), .largest = largest, .value = value};
}

bool ServerDialog::readNumbers(RealServer &server)
{
    bool complete = true;
    for (const Number &number : {m_weight, m_upper, m_lower}) {
        const auto value = numberFromText(number.edit->text(), 0, number.largest);
        number.field->setError(errorOf(value));
        if (value)
            server.*number.value = *value;
        complete = complete && value;
    }
    m_lower.field->setExplanation(Words::lower(numberFromText(m_upper.edit->text(), 0, limits::largestThreshold)));
    return complete;
}

void ServerDialog::refresh()
{
    RealServer server = m_existing.value_or(RealServer{});
    server.forwarding = Forwarding(m_forwarding->currentData().toInt());
    m_forwardingField->setExplanation(Words::effect(server.forwarding));
    m_forwardingField->setError(std::nullopt);
    bool complete = !m_key || m_key->read(server.forwarding, server.key);
    complete = m_tunnel->read(server.forwarding, server.tunnel) && complete;
    complete = readNumbers(server) && complete;
    if (!complete) {
        refreshed(false, {});
        return;
    }

    const Operation operation =
        m_existing ? Operation(EditServer{m_service.key, *m_existing, server}) : AddServer{m_service.key, server};
    const Result<void> valid = validate(operation);
    if (!valid)
        fieldOf(valid.error())->setError(valid.error());
    for (const Warning warning : warningsOf(server, m_service)) {
        if (FormField *field = fieldOf(warning); !field->hasError())
            field->addWarning(warningText(warning));
    }
    m_server = server;
    refreshed(valid.has_value(), commandsFor(operation));
}

FormField *ServerDialog::fieldOf(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotUnicast:
    case ErrorCode::FamilyMismatch:
        return m_key ? m_key->addressField() : m_forwardingField;
    case ErrorCode::ThresholdOrder:
        return m_lower.field;
    case ErrorCode::UnsupportedTunnel:
    case ErrorCode::TunnelPortMissing:
        return m_tunnel->typeField()->isShown() ? m_tunnel->typeField() : m_forwardingField;
    default: // an existing server's port does not fit the method
        return m_forwardingField;
    }
}

FormField *ServerDialog::fieldOf(Warning warning) const
{
    switch (warning) {
    case Warning::PortUnused:
        return m_key ? m_key->portField() : m_forwardingField;
    case Warning::Drained:
    case Warning::WeightBeyondIpvsadm:
        return m_weight.field;
    case Warning::ThresholdSparesClients:
        return m_upper.field;
    case Warning::LoopbackServer:
    case Warning::ServerIsVip:
    case Warning::MixedFamilies:
    // Of services, which have a dialog of their own.
    case Warning::LinkLocalVip:
    case Warning::LoopbackVip:
    case Warning::NoScheduler:
    case Warning::NoActiveUdp:
    case Warning::OneDestination:
    case Warning::FlagsWithoutEffect:
    case Warning::OnePacketOnlyUdp:
    case Warning::AllClientsAreOne:
    case Warning::EngineUnused:
    case Warning::SipNeedsUdp:
        break;
    }
    return m_key ? m_key->addressField() : m_forwardingField;
}

} // namespace lvs
