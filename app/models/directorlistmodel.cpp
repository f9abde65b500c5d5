// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/directorlistmodel.h"

#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DirectorState)
public:
    static QString old(const QString &state, const QString &age)
    {
        return tr("%1 · %2 old", "link state, age of the last reading").arg(state, age);
    }
};

} // namespace

QString directorStateText(const DirectorStatus &status)
{
    const QString state = linkStateText(status.link);
    const bool aged =
        status.link == LinkState::Stale || status.link == LinkState::Lost || status.link == LinkState::Reconnecting;
    if (!aged || !status.lastAnswer.isValid())
        return state;
    return Words::old(state, format::age(QDateTime::currentDateTimeUtc() - status.lastAnswer));
}

DirectorListModel::DirectorListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    using namespace std::chrono_literals;
    m_ageTimer.setInterval(1s);
    connect(&m_ageTimer, &QTimer::timeout, this, [this] {
        for (const Director *director : m_directors) {
            const LinkState link = director->status().link;
            if (link != LinkState::Live && link != LinkState::Closed)
                touch(director);
        }
    });
    m_ageTimer.start();
}

void DirectorListModel::add(Director *director)
{
    const int row = int(m_directors.size());
    beginInsertRows({}, row, row);
    m_directors.push_back(director);
    endInsertRows();
    connect(director, &Director::statusChanged, this, [this, director] { touch(director); });
    connect(director, &QObject::destroyed, this, [this, director] { remove(director); });
}

void DirectorListModel::remove(Director *director)
{
    const auto found = std::ranges::find(m_directors, director);
    if (found == m_directors.end())
        return;
    const int row = int(found - m_directors.begin());
    beginRemoveRows({}, row, row);
    m_directors.erase(found);
    m_environments.erase(director);
    endRemoveRows();
}

void DirectorListModel::setEnvironment(const Director *director, Environment environment)
{
    m_environments[director] = environment;
    touch(director);
}

Environment DirectorListModel::environment(const Director *director) const
{
    const auto found = m_environments.find(director);
    return found == m_environments.end() ? Environment::Unmarked : found->second;
}

Director *DirectorListModel::directorAt(const QModelIndex &index) const
{
    return index.isValid() ? m_directors[std::size_t(index.row())] : nullptr;
}

QModelIndex DirectorListModel::indexOf(const Director *director) const
{
    const auto found = std::ranges::find(m_directors, director);
    return found == m_directors.end() ? QModelIndex() : index(int(found - m_directors.begin()));
}

void DirectorListModel::touch(const Director *director)
{
    const QModelIndex changed = indexOf(director);
    Q_EMIT dataChanged(changed, changed);
}

int DirectorListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_directors.size());
}

QVariant DirectorListModel::data(const QModelIndex &index, int role) const
{
    const Director *director = directorAt(index);
    if (!director)
        return {};
    const DirectorStatus status = director->status();
    switch (role) {
    case Qt::DisplayRole:
        return directorName(*director);
    case Qt::DecorationRole:
        return linkIcon(status.link, QGuiApplication::palette());
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "director, state").arg(directorName(*director), directorStateText(status));
    case Qt::ToolTipRole:
        return director->id();
    case StateTextRole:
        return directorStateText(status);
    case LinkStateRole:
        return int(status.link);
    case EnvironmentRole:
        return int(environment(director));
    default:
        return {};
    }
}

} // namespace lvs
