// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lvs {

/// One decision of a wizard, on a page of its own.
class WizardStep : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// As it stands in the list of steps.
    virtual QString title() const = 0;
    /// What is decided here, in a sentence or two.
    virtual QString explanation() const = 0;
    /// The person comes to it, from whichever side.
    virtual void enter() {}
    /// Nothing is missing, and the next step can follow.
    virtual bool isComplete() const = 0;

Q_SIGNALS:
    /// What was entered, or whether that is complete.
    void changed();
};

} // namespace lvs
