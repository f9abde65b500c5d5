// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupreading.h"
#include "app/setup/wizardstep.h"

class QComboBox;

namespace lvs {

class Form;
class FormField;
class MarkFields;
class SchedulingFields;
class ServiceKeyFields;

/// Which service, new or of the table, and where the director has its VIP.
class ServiceStep : public WizardStep
{
    Q_OBJECT
public:
    /// `director` is what was read of it; `wish` what stands in the fields at first: a service of the table, or one
    /// without an address for a new one.
    ServiceStep(const SetupReading &director, const SetupWish &wish, QWidget *parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    bool isComplete() const override { return m_isComplete; }

    /// Writes service, VIP and interface; to be called when complete.
    void write(SetupWish &wish) const;

private:
    void refresh();
    bool readService();
    void refreshInterface();

    const IpvsTable m_table; ///< of the director, as its machine
    HostInfo m_host;
    QComboBox *m_choice;
    FormField *m_choiceField;
    QComboBox *m_outside;
    FormField *m_outsideField;
    Form *m_new;
    Form *m_rare; ///< never shown: a service of a set-up is a plain one
    ServiceKeyFields *m_key;
    MarkFields *m_mark;
    SchedulingFields *m_scheduling;
    VirtualService m_service;
    bool m_outsideChosen = false; ///< by the person, and no longer to be guessed
    bool m_isComplete = false;
};

} // namespace lvs
