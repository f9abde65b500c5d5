// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace lvs {

class DirectorSession;

/// The directors that a person has looked at since the console was started.
class SessionList : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<DirectorSession *> &sessions() const { return m_sessions; }
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
