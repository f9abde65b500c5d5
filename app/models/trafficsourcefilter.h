// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/trafficsourcesmodel.h"

#include <QSortFilterProxyModel>

namespace lvs {

/// The sources in whose name, or that of their service or one of their servers, a text stands.
class TrafficSourceFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TrafficSourceFilter(TrafficSourcesModel *sources, QObject *parent = nullptr)
        : QSortFilterProxyModel(parent)
        , m_sources(sources)
    {
        setSourceModel(sources);
    }

    /// All where it is empty.
    void setText(const QString &text)
    {
        m_text = text.toLower();
        m_sources->setFinding(!m_text.isEmpty());
        invalidateRowsFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return m_text.isEmpty() || m_sources->isFound(m_sources->index(row, 0, parent), m_text);
    }

private:
    TrafficSourcesModel *m_sources;
    QString m_text;
};

} // namespace lvs
