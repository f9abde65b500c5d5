// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"

#include <QObject>

#include <array>

class QCheckBox;
class QComboBox;

namespace lvs {

class Form;
class FormField;

/// The fields for how a service chooses: the scheduler, the flags that fit it, and one-packet scheduling.
class SchedulingFields : public QObject
{
    Q_OBJECT
public:
    /// Shows what `service` has.
    SchedulingFields(Form *form, Form *more, const VirtualService &service, QObject *parent);

    /// Writes what is entered into a service whose key and old values are set already, and shows what is wrong with it;
    /// false while something is. Values that have no field at the moment stay.
    bool read(VirtualService &service);

    bool hasRareValues() const; ///< under "More"
    void focus();
    FormField *schedulerField() const { return m_schedulerField; }
    FormField *onePacketField() const { return m_onePacketField; }
    FormField *flagsField() const { return m_plainFields.back(); }

Q_SIGNALS:
    void changed();

private:
    ServiceFlags readFlags(const SchedulerName &scheduler);

    const ServiceFlags m_flags; ///< as they were
    QComboBox *m_scheduler;
    FormField *m_schedulerField;
    std::array<QCheckBox *, 2> m_meant; ///< what Scheduler1 and 2 mean to the hashing schedulers
    std::array<FormField *, 2> m_meantFields;
    std::array<QCheckBox *, 3> m_plain; ///< Scheduler1 to 3 as numbers, for the others
    std::array<FormField *, 3> m_plainFields;
    QCheckBox *m_onePacket;
    FormField *m_onePacketField;
};

} // namespace lvs
