// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/persistencefields.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/types/netmask.h"
#include "core/types/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>

#include <utility>

namespace lvs {

namespace {

constexpr quint16 ftpPort = 21;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PersistenceFields)
public:
    static QString scope(const ServiceKey &key)
    {
        if (key.isMark())
            return tr("Per firewall mark (PFWMC): all of a client's connections with this mark, whatever their "
                      "address, port and protocol, meet one real server.");
        if (key.port == 0)
            return tr("Per client (PCC): all of a client's connections to this address, whatever their port, meet "
                      "one real server.");
        if (key.port == ftpPort)
            return tr("Per port (PPC): a client's connections to this port meet one real server, and the data "
                      "connections of FTP with them.");
        return tr("Per port (PPC): a client's connections to this port meet one real server.");
    }

    static QString timeout(const Result<quint32> &seconds)
    {
        const QString range = tr("Seconds after a client's last connection, %1 to %2.")
                                  .arg(limits::smallestPersistence)
                                  .arg(limits::largestPersistence);
        if (!seconds || *seconds < 120)
            return range;
        const QString same = *seconds < 2 * 3600 ? tr("%1 s are %2 min.") : tr("%1 s are %2 h.");
        const double unit = *seconds < 2 * 3600 ? 60 : 3600;
        return tr("%1 %2", "two sentences")
            .arg(range, same.arg(*seconds).arg(QLocale().toString(*seconds / unit, 'g', 4)));
    }

    static QString clients(const Result<quint32> &netmask, Family family)
    {
        const int longest = family == Family::IPv4 ? 32 : 128;
        const QString form = family == Family::IPv4 ? tr("A mask such as 255.255.255.0, or a prefix length, 0 to 32.")
                                                    : tr("A prefix length, 1 to 128.");
        if (!netmask)
            return form;
        const int prefix = prefixLength(*netmask, family);
        if (prefix == 0)
            return form;
        return tr("%1 %2", "two sentences")
            .arg(form, prefix == longest ? tr("Every client address counts for itself.")
                                         : tr("Clients whose first %1 bits agree count as one.").arg(prefix));
    }

    static QString engine(const QString &name)
    {
        if (name.isEmpty())
            return tr("None: clients are known by their address.");
        if (name == u"sip")
            return tr("sip: calls are known by their Call-ID instead of the client's address, for SIP over UDP.");
        return tr("Not one of the kernel's own.");
    }
};

} // namespace

PersistenceFields::PersistenceFields(Form *form, Form *more, const VirtualService &service, QObject *parent)
    : QObject(parent)
    , m_before(service)
    , m_family(service.key.family)
    , m_otherNetmask(netmaskToString(widestNetmask(Family::IPv6), Family::IPv6))
    , m_persistent(new QCheckBox(tr("A client keeps meeting the same real server"), form))
    , m_timeout(new QLineEdit(form))
    , m_netmask(new QLineEdit(form))
    , m_engine(new QComboBox(more))
    , m_persistentField(form->add(tr("Persiste&nce"), m_persistent))
    , m_timeoutField(form->add(tr("&Timeout"), m_timeout))
    , m_netmaskField(form->add(tr("N&etmask"), m_netmask))
    , m_engineField(more->add(tr("Persistence eng&ine"), m_engine))
{
    m_persistent->setChecked(service.isPersistent());
    m_timeout->setText(QString::number(service.isPersistent() || service.persistenceTimeout ? service.persistenceTimeout
                                                                                            : defaultPersistence));
    m_netmask->setText(netmaskToString(service.netmask, m_family));
    m_engine->addItem(tr("None"), QString());
    m_engine->addItem(QStringLiteral("sip"), QStringLiteral("sip"));
    const QString engine = service.engine.toString();
    if (m_engine->findData(engine) < 0) // seen, but not to be chosen anew
        m_engine->addItem(engine, engine);
    m_engine->setCurrentIndex(m_engine->findData(engine));
    m_persistent->setObjectName(QStringLiteral("persistent"));
    m_timeout->setObjectName(QStringLiteral("persistenceTimeout"));
    m_netmask->setObjectName(QStringLiteral("netmask"));
    m_engine->setObjectName(QStringLiteral("engine"));

    connect(m_persistent, &QCheckBox::toggled, this, &PersistenceFields::changed);
    for (QLineEdit *edit : {m_timeout, m_netmask})
        connect(edit, &QLineEdit::textChanged, this, &PersistenceFields::changed);
    connect(m_engine, &QComboBox::currentIndexChanged, this, &PersistenceFields::changed);
}

void PersistenceFields::setFamily(Family family)
{
    if (std::exchange(m_family, family) == family)
        return;
    const QSignalBlocker quiet(m_netmask); // it is being read
    const QString other = m_netmask->text();
    m_netmask->setText(std::exchange(m_otherNetmask, other));
}

bool PersistenceFields::read(VirtualService &service)
{
    setFamily(service.key.family);
    const bool persistent = m_persistent->isChecked();
    m_persistentField->setExplanation(persistent ? Words::scope(service.key) : QString());
    m_persistentField->setError(std::nullopt);
    for (FormField *field : {m_timeoutField, m_netmaskField})
        field->setShown(persistent);
    service.flags.setFlag(ServiceFlag::Persistent, persistent);

    const QString engine = m_engine->currentData().toString();
    m_engineField->setShown(persistent || !m_before.engine.isNone());
    m_engineField->setExplanation(Words::engine(engine));
    m_engineField->setError(std::nullopt);
    service.engine =
        m_engineField->isShown() ? PersistenceEngine::fromText(engine).value_or(m_before.engine) : PersistenceEngine();
    if (!persistent)
        return true;

    const auto timeout = numberFromText(m_timeout->text(), limits::smallestPersistence, limits::largestPersistence);
    const auto netmask = netmaskOrPrefixFromText(m_netmask->text(), m_family);
    m_timeoutField->setExplanation(Words::timeout(timeout));
    m_timeoutField->setError(errorOf(timeout));
    m_netmaskField->setExplanation(Words::clients(netmask, m_family));
    m_netmaskField->setError(errorOf(netmask));
    if (!timeout || !netmask)
        return false;
    service.persistenceTimeout = *timeout;
    service.netmask = *netmask;
    return true;
}

bool PersistenceFields::hasRareValues() const
{
    return !m_before.engine.isNone();
}

} // namespace lvs
