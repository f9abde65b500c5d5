// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/serverrows.h"

#include "app/dialogs/formfield.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace lvs {

namespace {

enum Column { Address, Port, Weight, HostColumn, Remove };
constexpr int linesPerRow = 2; ///< the fields, and what is wrong with them

} // namespace

std::vector<QWidget *> ServerRows::Row::widgets() const
{
    return {address, port, weight, host, remove, problem};
}

ServerRows::ServerRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_add(new QPushButton(themeIcon(QStringLiteral("list-add")), tr("Add a &real server"), this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(Address, 3);
    m_grid->setColumnStretch(Port, 1);
    m_grid->setColumnStretch(Weight, 1);
    m_grid->setColumnStretch(HostColumn, 4);
    for (int column = Address; const QString &title : {tr("Address"), tr("Port"), tr("Weight"), tr("Reached through")})
        m_grid->addWidget(m_headers.emplace_back(new QLabel(title, this)), 0, column++);
    m_add->setObjectName(QStringLiteral("addServerRow"));
    connect(m_add, &QPushButton::clicked, this, [this] {
        Row &row = addRow({});
        place();
        refresh();
        row.address->setFocus();
    });
    place();
}

void ServerRows::setHosts(const std::vector<Host> &hosts)
{
    if (hosts == m_hosts)
        return;
    m_hosts = hosts;
    for (const auto &row : m_rows) {
        offerHosts(*row, row->host->currentData().toString());
        guessHost(*row);
    }
    refresh();
}

void ServerRows::setService(const ServiceKey &service, Forwarding forwarding)
{
    const quint16 before = m_service.port;
    m_service = service;
    m_forwarding = forwarding;
    for (const auto &row : m_rows) {
        const bool keepsPort = forwarding != Forwarding::Masquerading;
        if (keepsPort || row->port->text().isEmpty() || row->port->text() == QString::number(before))
            row->port->setText(QString::number(service.port));
        row->port->setEnabled(!keepsPort);
    }
    refresh();
}

void ServerRows::setEntries(const std::vector<ServerEntry> &entries)
{
    while (!m_rows.empty())
        removeRow(m_rows.back().get());
    for (const ServerEntry &entry : entries)
        addRow(entry);
    if (entries.empty())
        addRow({});
    place();
    refresh();
}

std::vector<ServerEntry> ServerRows::entries() const
{
    std::vector<ServerEntry> entries;
    for (const auto &row : m_rows) {
        if (const auto entry = read(*row))
            entries.push_back(*entry);
    }
    return entries;
}

ServerRows::Row &ServerRows::addRow(const ServerEntry &entry)
{
    Row &row = *m_rows.emplace_back(std::make_unique<Row>());
    row.base = entry.server;
    row.address = new QLineEdit(this);
    row.port = new QLineEdit(QString::number(m_service.port), this);
    row.weight = new QLineEdit(QString::number(entry.server.weight), this);
    row.host = new QComboBox(this);
    row.remove = new QToolButton(this);
    row.problem = new QLabel(this);
    if (entry.server != RealServer()) {
        row.address->setText(entry.server.key.address.toString());
        row.port->setText(QString::number(entry.server.key.port));
    }
    row.port->setEnabled(m_forwarding == Forwarding::Masquerading);
    row.address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    row.remove->setIcon(themeIcon(QStringLiteral("edit-delete")));
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::StrongFocus);
    row.problem->setWordWrap(true);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setObjectName(QStringLiteral("rowProblem"));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    row.problem->setPalette(colors);
    suggest(row.address, m_addresses);
    row.hostChosen = !entry.host.isEmpty();
    offerHosts(row, entry.host);
    guessHost(row);

    connect(row.address, &QLineEdit::textChanged, this, [this, &row] {
        guessHost(row);
        refresh();
    });
    for (const QLineEdit *edit : {row.port, row.weight})
        connect(edit, &QLineEdit::textChanged, this, &ServerRows::refresh);
    connect(row.host, &QComboBox::activated, this, [&row] { row.hostChosen = true; });
    connect(row.host, &QComboBox::currentIndexChanged, this, &ServerRows::refresh);
    connect(row.remove, &QToolButton::clicked, this, [this, &row] {
        removeRow(&row);
        place();
        refresh();
        m_add->setFocus();
    });
    return row;
}

void ServerRows::removeRow(const Row *row)
{
    const auto found = std::ranges::find(m_rows, row, [](const auto &owned) { return owned.get(); });
    for (QWidget *widget : row->widgets()) {
        disconnect(widget, nullptr, this, nullptr);
        widget->hide();
        widget->setObjectName({}); // which another line has now
        widget->deleteLater();     // it may be the button that was pressed
    }
    m_rows.erase(found);
}

void ServerRows::place()
{
    for (int number = 0; const auto &row : m_rows) {
        const int line = 1 + linesPerRow * number;
        ++number;
        m_grid->addWidget(row->address, line, Address);
        m_grid->addWidget(row->port, line, Port);
        m_grid->addWidget(row->weight, line, Weight);
        m_grid->addWidget(row->host, line, HostColumn);
        m_grid->addWidget(row->remove, line, Remove);
        m_grid->addWidget(row->problem, line + 1, Address, 1, Remove + 1);
        const QString server = tr("real server %1", "number in a list").arg(number);
        const auto name = [&](QWidget *widget, const QString &what, const char *object) {
            widget->setAccessibleName(tr("%1 of %2", "field, which real server").arg(what, server));
            widget->setObjectName(QStringLiteral("%1%2").arg(QLatin1StringView(object)).arg(number));
        };
        name(row->address, m_headers[Address]->text(), "serverAddress");
        name(row->port, m_headers[Port]->text(), "serverPort");
        name(row->weight, m_headers[Weight]->text(), "serverWeight");
        name(row->host, m_headers[HostColumn]->text(), "serverHost");
        const QString removing = tr("Remove %1", "which real server").arg(server);
        row->remove->setAccessibleName(removing);
        row->remove->setToolTip(removing);
        row->remove->setObjectName(QStringLiteral("removeServer%1").arg(number));
    }
    const int last = 1 + linesPerRow * int(m_rows.size());
    m_grid->removeWidget(m_add);
    for (int line = 0; line < m_grid->rowCount(); ++line)
        m_grid->setRowStretch(line, 0);
    m_grid->addWidget(m_add, last, Address, 1, 2, Qt::AlignLeading);
    m_grid->setRowStretch(last + 1, 1);
    QWidget *before = nullptr;
    for (const auto &row : m_rows) {
        for (QWidget *widget : row->widgets()) {
            if (widget->focusPolicy() == Qt::NoFocus)
                continue;
            if (before)
                setTabOrder(before, widget);
            before = widget;
        }
    }
    if (before)
        setTabOrder(before, m_add);
}

void ServerRows::refresh()
{
    std::vector<ServerKey> seen;
    m_isComplete = !m_rows.empty();
    for (const auto &row : m_rows) {
        Result<ServerEntry> entry = read(*row);
        if (entry && std::ranges::contains(seen, entry->server.key))
            entry = failure(ErrorCode::ServerExists);
        const bool isNew = isPristine(*row->address);
        row->problem->setText(entry || isNew ? QString() : errorSummary(entry.error()));
        row->problem->setVisible(!row->problem->text().isEmpty());
        row->address->setAccessibleDescription(row->problem->text());
        m_isComplete = m_isComplete && entry;
        if (entry)
            seen.push_back(entry->server.key);
    }
    Q_EMIT changed();
}

Result<ServerEntry> ServerRows::read(const Row &row) const
{
    const auto address = IpAddress::fromText(row.address->text());
    if (!address)
        return failure(address.error().code == ErrorCode::Empty ? ErrorCode::Empty : ErrorCode::BadAddress);
    const auto port = numberFromText(row.port->text(), 0, limits::largestPort);
    const auto weight = numberFromText(row.weight->text(), 0, limits::largestWeight);
    if (!port || !weight)
        return std::unexpected(port ? weight.error() : port.error());
    ServerEntry entry{.server = row.base, .host = row.host->currentData().toString()};
    entry.server.key = {*address, quint16(*port)};
    entry.server.weight = *weight;
    entry.server.forwarding = m_forwarding;
    if (const auto valid = validate(entry.server, m_service); !valid)
        return std::unexpected(valid.error());
    return entry;
}

void ServerRows::guessHost(Row &row)
{
    const auto address = IpAddress::fromText(row.address->text());
    if (row.hostChosen || !address)
        return;
    const auto found = std::ranges::find_if(
        m_hosts, [&](const Host &host) { return std::ranges::contains(host.addresses, *address); });
    row.host->setCurrentIndex(found == m_hosts.end() ? 0 : row.host->findData(found->id));
}

void ServerRows::offerHosts(Row &row, const QString &chosen)
{
    const QSignalBlocker quiet(row.host);
    row.host->clear();
    row.host->addItem(tr("Not reachable: give me a script"), QString());
    for (const Host &host : m_hosts)
        row.host->addItem(host.name, host.id);
    if (!chosen.isEmpty() && row.host->findData(chosen) < 0)
        row.host->addItem(chosen, chosen);
    row.host->setCurrentIndex(std::max(0, row.host->findData(chosen)));
}

} // namespace lvs
