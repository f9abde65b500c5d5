// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/movedialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/domaintext.h"
#include "app/text/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QtConcurrentRun>

#include <algorithm>
#include <ranges>

namespace lvs {

MoveDialog::MoveDialog(std::vector<PlacedServer> servers, std::shared_ptr<const IpvsTable> table, QWidget *parent)
    : FormDialog(tr("Move %Ln real server(s)", nullptr, int(servers.size())), tr("Draft move"), parent)
    , m_servers(std::make_shared<const std::vector<PlacedServer>>(std::move(servers)))
    , m_table(std::move(table))
    , m_target(new QComboBox(this))
    , m_portFollows(new QCheckBox(tr("Take the port of the new service"), this))
    , m_refused(new QLabel(this))
{
    m_target->setObjectName(QStringLiteral("target"));
    m_portFollows->setObjectName(QStringLiteral("portFollows"));
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setWordWrap(true);
    m_refused->setTextFormat(Qt::PlainText);
    m_portFollows->setChecked(true);
    for (const ServiceKey &key : m_table->entries() | std::views::keys) {
        if (std::ranges::all_of(*m_servers, [&](const PlacedServer &placed) { return placed.service == key; }))
            continue; // they are all there
        m_targets.push_back(key);
        m_target->addItem(serviceText(key));
    }
    form()->add(tr("To service"), m_target,
                tr("Added there, removed where they are. Connections through the old service may break: drain first to "
                   "spare them."));
    form()->add(
        tr("Port"), m_portFollows,
        tr("For servers that listen on the port of their service. DR and TUN always do, NAT may keep another."));
    form()->add(tr("Stays"), m_refused, {});
    connect(m_target, &QComboBox::currentIndexChanged, this, &MoveDialog::refresh);
    connect(m_portFollows, &QCheckBox::toggled, this, &MoveDialog::refresh);
    refresh();
    m_target->setFocus();
}

void MoveDialog::refresh()
{
    constexpr std::size_t few = 1000; // not worth a thread
    ++m_job;
    if (m_target->currentIndex() < 0)
        return showRelocation(std::make_shared<const Relocation>());
    const auto find = [servers = m_servers, target = m_targets[std::size_t(m_target->currentIndex())],
                       follows = m_portFollows->isChecked(), table = m_table] {
        return std::make_shared<const Relocation>(moving(*servers, target, follows, *table));
    };
    if (m_servers->size() <= few)
        return showRelocation(find());
    showRelocation(std::make_shared<const Relocation>()); // nothing can be drafted until it is found
    QtConcurrent::run(find).then(this, [this, job = m_job](const SharedRelocation &relocation) {
        if (job == m_job)
            showRelocation(relocation);
    });
}

void MoveDialog::showRelocation(const SharedRelocation &relocation)
{
    constexpr int mostLines = 5;
    m_relocation = relocation;
    QStringList lines;
    for (const auto &[placed, error] : m_relocation->refused | std::views::take(mostLines))
        lines << tr("%1: %2", "server: reason").arg(placed.server.key.toString(), errorSentence(error));
    if (const int more = int(m_relocation->refused.size()) - mostLines; more > 0)
        lines << tr("… and %Ln more", nullptr, more);
    m_refused->setText(lines.isEmpty() ? tr("None") : lines.join(u'\n'));
    refreshed(m_relocation->plan);
}

} // namespace lvs
