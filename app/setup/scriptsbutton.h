// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupexport.h"

#include <QPushButton>

namespace lvs {

/// Offers, for each real server of a set-up, the same steps as a script and as lines for the network programs of a
/// distribution: for what this console can't reach, and for the next boot. Hidden where real servers need nothing.
class ScriptsButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ScriptsButton(QWidget *parent = nullptr);

    /// `director` is what is known of its machine.
    void setWish(const SetupWish &wish, const HostInfo &director);

private:
    static QString linesTitle(SetupFormat format);
    void show(const SetupServer &server);

    SetupWish m_wish;
    HostInfo m_director;
};

} // namespace lvs
