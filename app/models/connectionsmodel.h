// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionentry.h"
#include "core/model/connectionkey.h"

#include <QAbstractTableModel>

namespace lvs {

/// Entries of the connection table as rows, each with the template that holds it, or what it holds. A row stays the
/// same row from one reading to the next, so that selection and scroll stay.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Client, Service, Server, State, Expires, Persistence, ColumnCount };
    static constexpr int RawValueRole = Qt::UserRole; ///< sorts as the values do
    static constexpr int IsTemplateRole = Qt::UserRole + 1;

    explicit ConnectionsModel(QObject *parent = nullptr);

    /// The services are those of the same director, to know which templates are theirs.
    void show(const ConnectionSample &sample, const std::vector<VirtualService> &services);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ConnectionEntry entry;
        std::optional<ConnectionKey> holder; ///< of a connection: its template
        qsizetype held = 0;                  ///< of a template: connections in the sample
        friend bool operator==(const Row &, const Row &) = default;
    };

    static std::vector<Row> rowsOf(const ConnectionSample &sample, const std::vector<VirtualService> &services);
    QString text(const Row &row, Column column) const;
    QString explanation(const Row &row, Column column) const;
    QVariant rawValue(const Row &row, Column column) const;

    std::vector<Row> m_rows;
};

} // namespace lvs
