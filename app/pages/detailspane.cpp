// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/detailspane.h"

#include "app/text/domaintext.h"
#include "app/text/firewalltext.h"
#include "app/text/format.h"
#include "app/text/healthtext.h"
#include "app/text/tooltiptext.h"
#include "app/text/traffictext.h"
#include "core/change/changeplan.h"
#include "core/model/markmatch.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <ranges>

namespace lvs {

/// Keeps the labels of a grid and changes only their text, so that a selection in them survives a reading.
void DetailsPane::fillGrid(QGridLayout *grid, const Facts &rows, bool numeric)
{
    const auto label = [grid, numeric](int row, int column) {
        if (QLayoutItem *item = grid->itemAtPosition(row, column))
            return static_cast<QLabel *>(item->widget());
        auto *made = new QLabel(grid->parentWidget());
        made->setTextFormat(Qt::PlainText);
        if (column == 0) {
            made->setForegroundRole(QPalette::PlaceholderText);
        } else {
            made->setTextInteractionFlags(Qt::TextSelectableByMouse);
            made->setAlignment(numeric ? Qt::AlignRight : Qt::AlignLeft);
        }
        grid->addWidget(made, row, column);
        return made;
    };
    const int known = grid->count() / 2;
    for (int row = 0; row < std::max(known, int(rows.size())); ++row) {
        const bool used = row < rows.size();
        for (int column = 0; column < 2; ++column) {
            QLabel *cell = label(row, column);
            cell->setVisible(used);
            if (!used)
                continue;
            cell->setText(column == 0 ? rows[row].name : rows[row].value);
            cell->setToolTip(plainToolTip(rows[row].tooltip));
        }
    }
}

DetailsPane::DetailsPane(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_facts(new QGridLayout)
    , m_counters(new QGridLayout)
    , m_commands(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("detailsPane"));
    setAccessibleName(tr("Details of the selection"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setAccessibleName(tr("The selection as commands"));
    m_commands->setObjectName(QStringLiteral("selectionCommands"));

    auto *facts = new QWidget(this);
    auto *counters = new QWidget(this);
    for (const auto &[grid, owner] : {std::pair(m_facts, facts), std::pair(m_counters, counters)}) {
        auto *column = new QVBoxLayout(owner);
        column->setContentsMargins(0, 0, 0, 0);
        column->addLayout(grid);
        column->addStretch(1);
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(2);
        grid->setColumnStretch(1, 1);
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(facts, 4);
    columns->addWidget(counters, 3);
    columns->addWidget(m_commands, 8);
    columns->addStrut(7 * (fontMetrics().height() + 4)); // so that the table does not jump with the selection
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(columns, 1);
    showNothing();
}

void DetailsPane::fill(const QString &title, const Facts &facts, const Facts &counters, const QStringList &commands)
{
    m_title->setText(title);
    fillGrid(m_facts, facts, false);
    fillGrid(m_counters, counters, true);
    const QString text = commands.join(u'\n');
    if (m_commands->toPlainText() != text)
        m_commands->setPlainText(text);
    m_commands->setVisible(!commands.isEmpty());
}

void DetailsPane::showNothing()
{
    fill(tr("Select a service or a real server to see its details."), {}, {}, {});
}

void DetailsPane::addAnnotation(Facts &facts, const Annotation &annotation)
{
    if (!annotation.name.isEmpty())
        facts.prepend({tr("Name"), annotation.name});
    if (!annotation.note.isEmpty())
        facts.append({tr("Note"), annotation.note.simplified()});
}

/// The mark as firewalls write it, and the rules that lead to it.
void DetailsPane::addMark(Facts &facts, const ServiceKey &service, const FirewallState *firewall)
{
    facts.append({tr("Firewall mark"), markText(service.firewallMark)});
    if (!firewall)
        return;
    const std::vector<MarkRuleState> rules = firewall->leadingTo(service);
    constexpr std::size_t mostShown = 4; // more would make the pane jump
    for (const MarkRuleState &rule : rules | std::views::take(mostShown))
        facts.append({tr("Marked by"), markRuleText(rule), markRuleDetails(rule)});
    if (rules.size() > mostShown)
        facts.append({tr("Marked by"), tr("… and %n more rule(s)", nullptr, int(rules.size() - mostShown))});
    if (!rules.empty())
        return;
    const auto concerns = [&](const UnreadRules &unread) { return mayMark(unread, service.family); };
    const qsizetype known = facts.size();
    for (const UnreadRules &unread : firewall->unread | std::views::filter(concerns) | std::views::take(mostShown))
        facts.append({tr("Marked by"), unreadRulesText(unread), unreadRulesAdvice({&unread, 1})});
    if (facts.size() == known)
        facts.append({tr("Marked by"), tr("no rule found: probably no packet reaches it")});
}

DetailsPane::Facts DetailsPane::totals(const Counters &total, RepliesPass replies, const QString &source)
{
    const bool isPast = replies == RepliesPass::None; // unless counted before the forwarding was changed
    const QString dash = QStringLiteral("–");
    const QString why = repliesText(replies, source);
    return {{tr("Connections in total"), format::count(total.connections)},
            {tr("Packets in"), format::count(total.inPackets)},
            {tr("Packets out"), isPast && total.outPackets == 0 ? dash : format::count(total.outPackets), why},
            {tr("Bytes in"), format::bytes(total.inBytes)},
            {tr("Bytes out"), isPast && total.outBytes == 0 ? dash : format::bytes(total.outBytes), why}};
}

void DetailsPane::showService(const ServiceRow &service, bool hasTraffic, const FirewallState *firewall)
{
    const VirtualService &config = service.config();
    Facts facts{{tr("Scheduler"), config.scheduler.toString()},
                {tr("Persistence"), persistenceText(config)},
                {tr("Real servers"), service.serversKnown ? format::count(service.servers.size()) : QString()},
                {tr("Sum of weights"), format::count(service.totalWeight())}};
    if (!config.engine.isNone())
        facts.append({tr("Persistence engine"), config.engine.toString()});
    if (config.key.isMark())
        addMark(facts, config.key, firewall);
    addAnnotation(facts, service.annotation);
    Facts counters;
    if (hasTraffic && service.actual)
        counters = totals(service.actual->traffic.counters, service.replies(), serviceText(service.key));
    QStringList commands = commandsFor(AddService{config});
    constexpr qsizetype mostShown = 200;
    for (qsizetype row = 0; row < std::min<qsizetype>(mostShown, qsizetype(service.servers.size())); ++row)
        commands += commandsFor(AddServer{service.key, service.servers[std::size_t(row)].config()});
    fill(serviceText(service.key), facts, counters, commands);
}

void DetailsPane::showServer(const ServerRow &server, const ServiceRow &service, bool hasTraffic,
                             const ServerHealth *health)
{
    const RealServer &config = server.config();
    Facts facts{{tr("Service"), serviceText(service.key)},
                {tr("Forwarding"), forwardingLongText(config.forwarding)},
                {tr("Weight"), format::count(config.weight)},
                {tr("Upper threshold"), config.upperThreshold ? format::count(config.upperThreshold) : tr("none")},
                {tr("Lower threshold"), config.lowerThreshold ? format::count(config.lowerThreshold) : tr("none")}};
    if (health) {
        const QString evidence = healthEvidence(*health);
        facts.append({tr("Health"), healthText(*health), evidence});
        facts.append({tr("Checked"), healthVantage(*health, QDateTime::currentDateTimeUtc()), evidence});
    }
    addAnnotation(facts, server.annotation);
    Facts counters;
    if (server.actual) {
        counters = {{tr("Active connections"), format::count(server.actual->activeConnections)},
                    {tr("Inactive connections"), format::count(server.actual->inactiveConnections)}};
        if (hasTraffic)
            counters.append(
                totals(server.actual->traffic.counters, repliesOf(server.actual->config), server.key.toString()));
    }
    fill(server.key.toString(), facts, counters, commandsFor(AddServer{service.key, config}));
}

} // namespace lvs
