// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QMenu;

namespace lvs {

class Director;
class DirectorListModel;

/// The list of directors with their states, and the way to connect to another one.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    /// `model` is not owned.
    explicit Sidebar(DirectorListModel *model, QWidget *parent = nullptr);

    Director *current() const;
    void select(const Director *director);

Q_SIGNALS:
    /// nullptr when there is none.
    void currentChanged(lvs::Director *director);
    void connectRequested();
    /// A context menu for a director is about to be shown; the receiver fills it.
    void menuRequested(lvs::Director *director, const QPoint &globalPosition);

private:
    DirectorListModel *m_model;
    QListView *m_view;
};

} // namespace lvs
