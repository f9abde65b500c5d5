// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/schedulingfields.h"

#include "app/dialogs/describeditems.h"
#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/schedulertext.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace lvs {

namespace {

constexpr std::array flagBits{ServiceFlag::Scheduler1, ServiceFlag::Scheduler2, ServiceFlag::Scheduler3};

QString capitalized(QString sentence)
{
    sentence.front() = sentence.front().toUpper();
    return sentence;
}

} // namespace

SchedulingFields::SchedulingFields(Form *form, Form *more, const VirtualService &service, QObject *parent)
    : QObject(parent)
    , m_flags(service.flags)
    , m_scheduler(new QComboBox(form))
    , m_schedulerField(form->add(tr("&Scheduler"), m_scheduler))
    , m_meant{new QCheckBox(tr("If the chosen server is drained or full, take another"), form),
              new QCheckBox(tr("Choose by the client's port, too"), form)}
    , m_meantFields{form->add(tr("&Fallback"), m_meant[0]),
                    form->add(tr("So&urce port"), m_meant[1],
                              tr("The connections of one client then go to different servers."))}
    , m_onePacket(new QCheckBox(tr("Every packet goes to the next server"), more))
    , m_onePacketField(more->add(tr("One-packet schedulin&g"), m_onePacket,
                                 tr("For UDP whose packets don't belong together, such as DNS or RADIUS. No "
                                    "connection is remembered, and none counts.")))
{
    QList<DescribedItem> schedulers;
    for (const QStringView name : kernelSchedulers)
        schedulers.append({name.toString(), schedulerText(name)});
    m_scheduler->setEditable(true);
    m_scheduler->setInsertPolicy(QComboBox::NoInsert);
    offer(m_scheduler, schedulers);
    m_scheduler->setCurrentIndex(m_scheduler->findText(service.scheduler.toString())); // where the arrow keys start
    m_scheduler->setCurrentText(service.scheduler.toString());
    m_scheduler->setObjectName(QStringLiteral("scheduler"));
    m_onePacket->setChecked(service.flags.testFlag(ServiceFlag::OnePacket));
    m_onePacket->setObjectName(QStringLiteral("onePacket"));

    for (std::size_t i = 0; i < flagBits.size(); ++i) {
        m_plain[i] = new QCheckBox(tr("Set"), more);
        m_plain[i]->setChecked(service.flags.testFlag(flagBits[i]));
        m_plain[i]->setObjectName(QStringLiteral("flag%1").arg(i + 1));
        m_plainFields[i] = more->add(tr("Scheduler flag &%1").arg(i + 1), m_plain[i]);
        connect(m_plain[i], &QCheckBox::toggled, this, &SchedulingFields::changed);
    }
    m_plainFields.back()->setExplanation(tr("What a flag means is up to the scheduler."));
    m_meant[0]->setObjectName(QStringLiteral("fallback"));
    m_meant[1]->setObjectName(QStringLiteral("sourcePort"));
    for (std::size_t i = 0; i < m_meant.size(); ++i) { // one flag with two faces
        m_meant[i]->setChecked(m_plain[i]->isChecked());
        connect(m_meant[i], &QCheckBox::toggled, m_plain[i], &QCheckBox::setChecked);
        connect(m_plain[i], &QCheckBox::toggled, m_meant[i], &QCheckBox::setChecked);
    }
    connect(m_scheduler, &QComboBox::currentTextChanged, this, &SchedulingFields::changed);
    connect(m_onePacket, &QCheckBox::toggled, this, &SchedulingFields::changed);
}

ServiceFlags SchedulingFields::readFlags(const SchedulerName &scheduler)
{
    // Flags that are set stay in sight whatever the scheduler; of an unknown one nobody can say whether it has any.
    const bool plain = (m_flags & schedulerFlags) || !scheduler.isFromKernel();
    ServiceFlags flags;
    for (std::size_t i = 0; i < flagBits.size(); ++i) {
        const bool hasMeaning = i < m_meant.size() && scheduler.isHashing();
        if (i < m_meant.size())
            m_meantFields[i]->setShown(hasMeaning);
        m_plainFields[i]->setShown(plain && !hasMeaning);
        m_plainFields[i]->setError(std::nullopt);
        flags.setFlag(flagBits[i], (plain || hasMeaning) && m_plain[i]->isChecked());
    }
    return flags;
}

bool SchedulingFields::read(VirtualService &service)
{
    const QString name = m_scheduler->currentText();
    const auto scheduler = SchedulerName::fromText(name);
    m_schedulerField->setError(errorOf(scheduler));
    if (!scheduler)
        m_schedulerField->setExplanation({});
    else if (scheduler->isFromKernel())
        m_schedulerField->setExplanation(tr("%1. %2", "what a scheduler does, what it is good for")
                                             .arg(capitalized(schedulerText(name)), schedulerAdvice(name)));
    else
        m_schedulerField->setExplanation(
            tr("Not one of the kernel's own: the director needs its module ip_vs_%1.").arg(name));
    if (scheduler)
        service.scheduler = *scheduler;
    service.flags = (service.flags & ~schedulerFlags) | readFlags(service.scheduler);

    const bool mayBeUdp = service.key.isMark() || service.key.protocol == quint8(Protocol::Udp);
    m_onePacketField->setShown(mayBeUdp || m_flags.testFlag(ServiceFlag::OnePacket));
    service.flags.setFlag(ServiceFlag::OnePacket, m_onePacketField->isShown() && m_onePacket->isChecked());
    m_onePacketField->setError(std::nullopt);
    return scheduler.has_value();
}

bool SchedulingFields::hasRareValues() const
{
    return m_onePacket->isChecked() || std::ranges::any_of(m_plainFields, &FormField::isShown);
}

void SchedulingFields::focus()
{
    m_scheduler->setFocus();
}

} // namespace lvs
