// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QObject>

#include <optional>

namespace lvs {

class Director;

/// What a director's packet filter does with marks, read while somebody looks.
class FirewallWatch : public QObject
{
    Q_OBJECT
public:
    /// The director is not owned and must outlive the object.
    explicit FirewallWatch(Director *director, QObject *parent = nullptr);

    /// nullptr before it was read, and where it can't be: the kernel shows its rules to the helper alone. Valid until
    /// the event loop is reached.
    const FirewallState *state() const { return m_state ? &*m_state : nullptr; }
    /// Somebody looks: reads it, unless that was done a moment ago. Large rulesets take the kernel a while.
    void refresh();
    /// The same for whoever needs not follow it: reads it once for each connection, and after outdate().
    void refreshOnce();
    /// The same for whoever has to know: finishes once state() is what was read after outdate(), and a moment ago at
    /// most; or can't be read. At once if it is so.
    QFuture<void> settled();
    /// It was changed: the next look reads it.
    void outdate() { ++m_changes; }
    /// state() is from before a change.
    bool isOutdated() const { return m_seen != m_changes; }

Q_SIGNALS:
    void changed();

private:
    void read();

    Director *m_director;
    std::optional<FirewallState> m_state;
    QDeadlineTimer m_fresh;  ///< as long as it has not expired
    QFuture<void> m_reading; ///< the newest
    // Calls of outdate(), and one for the beginning: all of them, those before the newest reading began, and those
    // before the reading of state() began.
    int m_changes = 1;
    int m_asked = 0;
    int m_seen = 0;
};

} // namespace lvs
