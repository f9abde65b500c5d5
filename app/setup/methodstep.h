// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/wizardstep.h"
#include "core/setup/setup.h"

#include <array>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QRadioButton;

namespace lvs {

class Form;
class FormField;

/// How packets come to the real servers and back.
class MethodStep : public WizardStep
{
    Q_OBJECT
public:
    explicit MethodStep(const SetupWish &wish, QWidget *parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    bool isComplete() const override { return m_isComplete; }

    /// Of the service that was chosen: what is not for it can't be chosen.
    void setFamily(Family family);
    SetupMethod method() const;
    /// Writes the method, and what goes with it for every real server of the wish; to be called when complete.
    void write(SetupWish &wish) const;

private:
    void refresh();
    bool readPlaces();

    std::array<QRadioButton *, 4> m_methods{}; ///< by SetupMethod
    QButtonGroup *m_group;
    Form *m_places; ///< for methods that put the VIP on real servers
    QLineEdit *m_vipInterface;
    FormField *m_vipField;
    QLineEdit *m_arpInterface;
    FormField *m_arpField;
    QLineEdit *m_router;
    FormField *m_routerField;
    Family m_family = Family::IPv4;
    InterfaceName m_vipOn;
    InterfaceName m_arpOn;
    std::optional<IpAddress> m_routerAddress;
    bool m_isComplete = false;
};

} // namespace lvs
