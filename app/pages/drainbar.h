// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/messagebar.h"

namespace lvs {

class DrainWatch;

/// The bar of a page that says how it stands with the servers being drained, and calls for attention when a removal was
/// drafted.
class DrainBar : public MessageBar
{
    Q_OBJECT
public:
    /// Not owned.
    explicit DrainBar(DrainWatch *drains, QWidget *parent = nullptr);

private:
    void refresh();

    DrainWatch *m_drains;
    std::size_t m_dismissed = 0; ///< how many there were when the person closed the bar
};

} // namespace lvs
