// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/syncdaemondialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/change/changeplan.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace lvs {

namespace {

// What the kernel makes shorter or longer by itself is not offered (net/netfilter/ipvs/ip_vs_sync.c,
// start_sync_thread).
constexpr quint32 smallestBackupLength = 1024;
constexpr quint32 ipv6Headers = 20; // what an IPv6 header is longer than one of IPv4

/// The first and the last multicast address.
QStringList groupRange(Family family)
{
    return family == Family::IPv4
               ? QStringList{QStringLiteral("224.0.0.0"), QStringLiteral("239.255.255.255")}
               : QStringList{QStringLiteral("ff00::"), QStringLiteral("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")};
}

} // namespace

SyncDaemonDialog::SyncDaemonDialog(SyncRole role, const std::vector<HostInterface> &interfaces, QWidget *parent)
    : FormDialog(role == SyncRole::Master ? tr("Start the master sync daemon") : tr("Start the backup sync daemon"),
                 role == SyncRole::Master ? tr("Start master") : tr("Start backup"), parent)
    , m_daemon{.role = role}
    , m_interface(new QComboBox(this))
{
    m_interface->setObjectName(QStringLiteral("interface"));
    m_interface->setEditable(true);
    m_interface->setInsertPolicy(QComboBox::NoInsert);
    addInterfaces(interfaces);
    m_interfaceField = form()->add(tr("&Interface"), m_interface,
                                   role == SyncRole::Master ? tr("Where it sends the connections of this director.")
                                                            : tr("Where it listens for the connections of a master."));
    m_syncId = addNumber(QStringLiteral("syncId"), tr("&Sync ID"),
                         role == SyncRole::Master
                             ? tr("0 to 255. Backups take what has their own ID.")
                             : tr("0 to 255. The ID of the master; 0 takes the connections of every master."),
                         {});
    m_syncId.edit->setText(QStringLiteral("0"));
    m_group = addNumber(QStringLiteral("group"), tr("&Group"), tr("Multicast address, the same on master and backup."),
                        QStringLiteral("224.0.0.81"));
    m_port = addNumber(QStringLiteral("port"), tr("&Port"), tr("UDP, the same on master and backup."),
                       QStringLiteral("8848"));
    m_ttl = addNumber(QStringLiteral("ttl"), tr("T&TL"), tr("How many routers the packets may pass, and one more."),
                      QStringLiteral("1"));
    m_maxLength = addNumber(QStringLiteral("maxLength"), tr("&Longest message"),
                            tr("In bytes, without headers. A backup must take as much as its master sends."),
                            role == SyncRole::Master ? QStringLiteral("1472") : tr("that of the interface"));
    connect(m_interface, &QComboBox::currentTextChanged, this, &SyncDaemonDialog::refresh);
    refresh();
    m_interface->setFocus();
}

void SyncDaemonDialog::addInterfaces(const std::vector<HostInterface> &interfaces)
{
    for (const HostInterface &interface : interfaces)
        m_known.push_back(interface.name);
    std::ranges::stable_partition(m_known, std::not_fn(isLoopback)); // it is the last that anybody means
    for (const InterfaceName &name : m_known)
        m_interface->addItem(name.toString());
    m_interface->setCurrentIndex(m_known.empty() ? -1 : 0);
    constexpr int enough = 30; // a director with containers has more than the usual ten
    m_interface->setMaxVisibleItems(enough);
}

/// Empty stands for `usual`, if there is one.
SyncDaemonDialog::Field SyncDaemonDialog::addNumber(const QString &name, const QString &label,
                                                    const QString &explanation, const QString &usual)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(usual);
    connect(edit, &QLineEdit::textChanged, this, &SyncDaemonDialog::refresh);
    return {.edit = edit, .field = (usual.isEmpty() ? form() : more())->add(label, edit, explanation)};
}

bool SyncDaemonDialog::readInterface()
{
    auto name = InterfaceName::fromText(m_interface->currentText());
    if (name && !m_known.empty() && !std::ranges::contains(m_known, *name))
        name = failure(ErrorCode::InterfaceMissing, {m_interface->currentText()});
    m_interfaceField->setError(errorOf(name));
    if (name)
        m_daemon.interface = *name;
    return name.has_value();
}

bool SyncDaemonDialog::readGroup()
{
    m_daemon.group.reset();
    m_group.field->setError(std::nullopt);
    if (m_group.edit->text().isEmpty())
        return true;
    const auto address = IpAddress::fromText(m_group.edit->text());
    std::optional<Error> error;
    if (!address)
        error = Error{.code = ErrorCode::BadAddress};
    else if (!address->isMulticast())
        error = Error{.code = ErrorCode::OutOfRange, .values = groupRange(address->family())};
    m_group.field->setError(error);
    if (!error)
        m_daemon.group = *address;
    return !error;
}

template<class T> bool SyncDaemonDialog::readNumber(const Field &field, quint32 smallest, quint32 largest, T &value)
{
    value = 0;
    field.field->setError(std::nullopt);
    if (field.edit->text().isEmpty() && !field.edit->placeholderText().isEmpty())
        return true;
    const auto number = numberFromText(field.edit->text(), smallest, largest);
    field.field->setError(errorOf(number));
    if (number)
        value = T(*number);
    return number.has_value();
}

void SyncDaemonDialog::refresh()
{
    if (!m_maxLength.edit)
        return; // not yet complete
    const bool isBackup = m_daemon.role == SyncRole::Backup;
    bool acceptable = readInterface();
    acceptable = readNumber(m_syncId, 0, limits::largestSyncId, m_daemon.syncId) && acceptable;
    acceptable = readGroup() && acceptable;
    acceptable = readNumber(m_port, 1, limits::largestPort, m_daemon.port) && acceptable;
    acceptable = readNumber(m_ttl, 1, 255, m_daemon.ttl) && acceptable;
    const bool isIPv6 = m_daemon.group && !m_daemon.group->isIPv4();
    acceptable = readNumber(m_maxLength, isBackup ? smallestBackupLength : 1,
                            limits::largestSyncLength - (isIPv6 ? ipv6Headers : 0), m_daemon.maxLength) &&
                 acceptable;
    refreshed(acceptable, acceptable ? commandsFor(StartSyncDaemon{m_daemon}) : QStringList());
}

} // namespace lvs
