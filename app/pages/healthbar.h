// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/healthwatch.h"
#include "app/widgets/messagebar.h"

namespace lvs {

/// Tells what a health check found: who does not answer, or that everybody does.
class HealthBar : public MessageBar
{
    Q_OBJECT
public:
    /// Not owned.
    explicit HealthBar(const HealthWatch *health, QWidget *parent = nullptr);

    /// The table has to be read before anybody can be looked at.
    void beginReading();
    /// The person wants to look at so many servers; the answer may take seconds.
    void begin(qsizetype servers);
    /// There is nobody to look at.
    void tellNone();

private:
    void tell(const std::vector<ObjectKey> &servers, Asking asking);
    void tellGood(const std::vector<ObjectKey> &servers);
    void tellBad(const std::vector<ObjectKey> &bad, qsizetype servers);

    const HealthWatch *m_health;
    std::vector<ObjectKey> m_bad;       ///< shown last
    std::vector<ObjectKey> m_dismissed; ///< the person has read it
};

} // namespace lvs
