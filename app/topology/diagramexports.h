// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/trafficexport.h"

#include <QObject>

class QMenu;
class QWidget;

namespace lvs {

class DiagramScene;

/// A menu of kinds of pictures, each of which asks where to write it.
class DiagramExports : public QObject
{
    Q_OBJECT
public:
    /// `parent` is also that of the dialogs. Nothing else is owned.
    DiagramExports(DiagramScene *scene, QMenu *menu, QWidget *parent);

    /// What the pictures say of themselves.
    void setTitle(const QString &title) { m_title = title; }

Q_SIGNALS:
    void saved(const lvs::Result<void> &result);

private:
    void add(QMenu *menu, const QString &text, const QString &suffix, PictureFormat format);
    void askWhere(const QString &text, const QString &suffix, PictureFormat format);

    DiagramScene *m_scene;
    QWidget *m_window;
    QString m_title;
};

} // namespace lvs
