// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

#include <QList>

#include <algorithm>

namespace lvs {

/// The directors that a person has looked at since the console was started.
class SessionList : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<DirectorSession *> &sessions() const { return m_sessions; }
    /// nullptr if nobody has looked at that director.
    DirectorSession *sessionOf(const Director *director) const
    {
        const auto found = std::ranges::find(m_sessions, director, &DirectorSession::director);
        return found == m_sessions.end() ? nullptr : *found;
    }
    /// Not owned; to be removed before it is deleted.
    void add(DirectorSession *session)
    {
        m_sessions.append(session);
        Q_EMIT changed();
    }
    void remove(DirectorSession *session)
    {
        m_sessions.removeOne(session);
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    QList<DirectorSession *> m_sessions;
};

} // namespace lvs
