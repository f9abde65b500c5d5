// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace lvs {

class DirectorSession;

/// What can be done with keepalived's configuration of a director, each in a window of its own.
class KeepalivedTools : public QObject
{
    Q_OBJECT
public:
    /// The session is not owned; `parent` is the parent of the windows.
    KeepalivedTools(DirectorSession *session, QWidget *parent);

    /// Configuration and kernel, side by side.
    void compare();
    /// The table with what is drafted, as a configuration.
    void exportTable();
    /// The configuration as it would have to be for what is drafted. Without a configuration it asks for one first.
    void showChangedConfig();

private:
    DirectorSession *m_session;
    QWidget *m_parent;
};

} // namespace lvs
