// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"
#include "core/director/director.h"

#include <QAbstractListModel>
#include <QTimer>

#include <map>
#include <vector>

namespace lvs {

/// The directors of the sidebar, with the state of their links.
class DirectorListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { StateTextRole = Qt::UserRole + 1, LinkStateRole, EnvironmentRole };

    explicit DirectorListModel(QObject *parent = nullptr);

    /// Not owned; it is taken out of the list by itself when it is deleted.
    void add(Director *director);
    void remove(Director *director);
    void setEnvironment(const Director *director, Environment environment);
    Environment environment(const Director *director) const;
    Director *directorAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Director *director) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void touch(const Director *director);

    std::vector<Director *> m_directors;
    std::map<const Director *, Environment> m_environments;
    QTimer m_ageTimer; ///< ages grow without a signal
};

/// "live", "stale for 14 s", "read-only · live": a director's state in words.
QString directorStateText(const DirectorStatus &status);

} // namespace lvs
