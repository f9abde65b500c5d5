// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace lvs {

/// What can be done on the Services page: one set of actions for menus, tool bar and context menu.
class ServiceActions : public QObject
{
    Q_OBJECT
public:
    explicit ServiceActions(QObject *parent = nullptr);

    /// Makes the single-key shortcuts work while `view` has the focus, and only then.
    void addTo(QWidget *view) const;

    /// Those that need a view of services that is shown.
    QList<QAction *> all() const;

    QAction *const addService;
    QAction *const addServer;
    QAction *const edit;
    QAction *const editWeight;
    QAction *const drain;
    QAction *const undrain;
    QAction *const remove;
    QAction *const expand;
    QAction *const refresh;
};

} // namespace lvs
