// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/markedservicedialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/dialogs/persistencefields.h"
#include "app/dialogs/schedulingfields.h"
#include "app/dialogs/servicewarnings.h"
#include "app/text/domaintext.h"
#include "app/text/firewalltext.h"
#include "app/text/markwarningtext.h"
#include "core/change/changeplan.h"
#include "core/model/markmatch.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <ranges>
#include <set>

namespace lvs {

MarkedServiceDialog::MarkedServiceDialog(KnownObjects known, QWidget *parent)
    : FormDialog(tr("Add marked service"), tr("Add service and rule"), parent)
    , m_known(std::move(known))
    , m_protocol(new QComboBox(this))
{
    m_addressField = addText(m_address, QStringLiteral("address"), tr("&Address"),
                             tr("The virtual address (VIP) clients connect to."));
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp})
        m_protocol->addItem(protocolText(quint8(protocol)), int(protocol));
    m_protocol->setObjectName(QStringLiteral("protocol"));
    form()->add(tr("&Protocol"), m_protocol);
    m_portsField =
        addText(m_ports, QStringLiteral("ports"), tr("Po&rts"),
                tr("All ports of the service, such as 80, 443 or 8000-8080. A client's connections to any of "
                   "them go to the same real server if the service is persistent."));
    m_markField = addText(m_mark, QStringLiteral("mark"), tr("Firewall &mark"), {});
    m_suggestedMark = freeMark();
    m_mark->setText(QString::number(m_suggestedMark));
    const VirtualService none;
    m_scheduling = new SchedulingFields(form(), more(), none, this);
    m_persistence = new PersistenceFields(form(), more(), none, this);
    suggest(m_address, vipSuggestions(m_known));

    for (const QLineEdit *edit : {m_address, m_ports, m_mark})
        connect(edit, &QLineEdit::textChanged, this, &MarkedServiceDialog::refresh);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &MarkedServiceDialog::refresh);
    connect(m_scheduling, &SchedulingFields::changed, this, &MarkedServiceDialog::refresh);
    connect(m_persistence, &PersistenceFields::changed, this, &MarkedServiceDialog::refresh);
    refresh();
    m_address->setFocus();
}

FormField *MarkedServiceDialog::addText(QLineEdit *&edit, const QString &name, const QString &label,
                                        const QString &explanation)
{
    edit = new QLineEdit(this);
    edit->setObjectName(name);
    return form()->add(label, edit, explanation);
}

void MarkedServiceDialog::setFirewall(const std::optional<FirewallState> &firewall)
{
    m_firewall = firewall.value_or(FirewallState());
    m_rules = firewall ? Rules::Known : Rules::Unreadable;
    const bool isUntouched = m_mark->text() == QString::number(m_suggestedMark);
    m_suggestedMark = freeMark();
    if (isUntouched)
        m_mark->setText(QString::number(m_suggestedMark));
    refresh();
}

/// One that neither has a service nor is set by a rule, as far as is known.
quint32 MarkedServiceDialog::freeMark() const
{
    std::set<quint32> used;
    std::vector<MarkRule> ofSomeBits;
    for (const ServiceKey &service : m_known.services | std::views::keys)
        used.insert(service.firewallMark);
    for (const MarkRuleState &state : m_firewall.marks) {
        used.insert(state.rule.mark);
        if (state.rule.mask != ~0u)
            ofSomeBits.push_back(state.rule);
    }
    const auto isUsed = [&](quint32 mark) {
        return used.contains(mark) || std::ranges::any_of(ofSomeBits, [mark](const MarkRule &rule) {
                   return (mark & rule.mask) == rule.mark;
               });
    };
    constexpr std::size_t patience = 4096; // rules of some bits may leave none at all
    const auto most = quint32(std::min<std::size_t>(used.size() + patience, limits::largestMark));
    quint32 mark = 1;
    while (mark < most && isUsed(mark))
        ++mark;
    return mark;
}

bool MarkedServiceDialog::readRule(MarkRule &rule)
{
    auto address = IpAddress::fromText(m_address->text());
    auto ports = PortSet::fromText(m_ports->text());
    if (!ports && ports.error().code == ErrorCode::Empty && !m_ports->text().trimmed().isEmpty())
        ports.error().code = ErrorCode::BadNumber; // one of several is missing
    const auto mark = numberFromText(m_mark->text(), 1, limits::largestMark);
    if (!address && address.error().code != ErrorCode::Empty)
        address.error().code = ErrorCode::BadAddress; // whatever is wrong means that it is no address
    else if (address && !address->isUnicast())
        address = failure(ErrorCode::NotUnicast);
    rule = {.destination = IpNetwork::ofOne(address.value_or(IpAddress())),
            .protocol = quint8(m_protocol->currentData().toInt()),
            .ports = ports.value_or(PortSet()),
            .mark = mark.value_or(1)};
    if (address && ports && mark) {
        if (const auto objection = objectionTo(rule))
            ports = std::unexpected(*objection);
    }
    m_addressField->setError(isPristine(*m_address) ? std::nullopt : errorOf(address));
    m_portsField->setError(isPristine(*m_ports) ? std::nullopt : errorOf(ports));
    m_markField->setError(errorOf(mark));
    return address && ports && mark;
}

/// Why the console's own table does not take a rule.
std::optional<Error> MarkedServiceDialog::objectionTo(const MarkRule &rule) const
{
    for (const MarkRuleState &own : m_firewall.marks) {
        if (own.program != FirewallProgram::Console || !overlap(own.rule, rule))
            continue;
        if (own.rule == rule)
            return Error{.code = ErrorCode::FirewallRuleExists};
        if (own.rule.mark != rule.mark)
            return Error{.code = ErrorCode::FirewallRulesOverlap, .values = {own.rule.toString()}};
    }
    return {};
}

bool MarkedServiceDialog::readService(VirtualService &service)
{
    m_scheduling->schedulerField()->setShown(true);
    m_persistence->persistentField()->setShown(true);
    const bool isScheduled = m_scheduling->read(service);
    return m_persistence->read(service) && isScheduled;
}

void MarkedServiceDialog::explainMark(const MarkRule &rule, bool hasService)
{
    QString explanation;
    if (m_rules == Rules::Awaited)
        explanation = tr("Reading the director's rules …");
    else if (hasService)
        explanation = tr("There is a service of this mark, %1: the rule alone is added, and leads to it.")
                          .arg(markText(rule.mark));
    else
        explanation =
            tr("The packets get it on their way in, and the service takes what has it: %1.").arg(markText(rule.mark));
    m_markField->setExplanation(explanation);
    if (m_rules == Rules::Unreadable && !m_markField->hasError())
        m_markField->addWarning(
            tr("The director's firewall rules can't be read: some of them may set this mark, or another one on these "
               "packets."));
}

void MarkedServiceDialog::warn(const MarkRule &rule)
{
    const auto keys = m_known.services | std::views::keys;
    const std::vector<ServiceKey> services(keys.begin(), keys.end());
    const QStringList warnings = markWarnings(rule, services, &m_firewall);
    for (const QString &warning : warnings)
        m_portsField->addWarning(warning);
}

void MarkedServiceDialog::refresh()
{
    MarkRule rule;
    bool complete = readRule(rule);
    VirtualService service = VirtualService::withDefaults(ServiceKey::forMark(rule.mark, rule.destination.family()));
    const bool hasService = !m_markField->hasError() && m_known.has(service.key);
    if (hasService) {
        constexpr qsizetype ofTheRule = 4;
        for (FormField *field : form()->fields().sliced(ofTheRule) + more()->fields())
            field->setShown(false);
    } else {
        complete = readService(service) && complete;
    }
    setAction(hasService ? tr("Add rule") : tr("Add service and rule"));
    explainMark(rule, hasService);
    ChangePlan plan;
    if (!hasService)
        plan.operations.emplace_back(AddService{service});
    plan.operations.emplace_back(AddMarkRule{rule});
    if (complete) {
        warn(rule);
        if (!hasService)
            showWarnings(service, nullptr, *m_scheduling, *m_persistence);
        const auto check = [&](const Operation &operation, FormField *field) {
            if (const Result<void> valid = validate(operation); !valid) {
                field->setError(valid.error());
                complete = false;
            }
        };
        check(plan.operations.front(), m_scheduling->schedulerField());
        check(plan.operations.back(), m_portsField);
    }
    if (!complete || m_rules == Rules::Awaited)
        return refreshed(false, {});
    m_plan = std::move(plan);
    refreshed(m_plan);
}

} // namespace lvs
