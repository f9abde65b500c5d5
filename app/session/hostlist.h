// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QList>

#include <algorithm>

namespace lvs {

/// Whether the machine of that Director::id() is played by this process; it has no way to others.
inline bool isOfSandbox(const QString &id)
{
    return id == u"sandbox" || id.startsWith(QLatin1StringView("sandbox:"));
}

/// The machines to which this console has a way: the directors of the sidebar, and the sandbox's real servers, which
/// have no row there.
class HostList : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// In the order of adding.
    const QList<Director *> &hosts() const { return m_hosts; }
    /// nullptr if there is none of that id.
    Director *host(const QString &id) const
    {
        const auto found = std::ranges::find(m_hosts, id, [](const Director *host) { return host->id(); });
        return found == m_hosts.end() ? nullptr : *found;
    }
    /// Not owned; it is to be removed before it is deleted.
    void add(Director *host)
    {
        m_hosts.append(host);
        Q_EMIT changed();
    }
    void remove(Director *host)
    {
        if (m_hosts.removeOne(host))
            Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    QList<Director *> m_hosts;
};

} // namespace lvs
