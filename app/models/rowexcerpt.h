// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicecolumns.h"

#include <QStringList>

namespace lvs {

/// Rows taken out of the services table, so that another thread can write them down while the table goes on changing.
struct RowExcerpt {
    struct Row {
        static constexpr int service = -1;
        std::size_t of = 0;   ///< index into `services`
        int server = service; ///< index of one of its servers, or `service`
    };
    std::vector<ServiceRow> services{}; ///< with all their servers
    std::vector<Row> rows{};            ///< in the order shown
    std::vector<ServiceColumn> columns{};
    bool hasTraffic = true;
};

/// The same table as text in columns, as tab-separated values and as HTML, for the clipboard to offer.
struct CopiedTable {
    QString plain{};
    QString tabs{};
    QString html{};
};

CopiedTable tableOf(const RowExcerpt &excerpt);
/// RFC 4180 with a line of titles; numbers as they are, without separators or units.
QString csvOf(const RowExcerpt &excerpt);
/// The ipvsadm commands that make the rows: of a service with all its servers, of a server alone where its service is
/// not among the rows.
QStringList commandsOf(const RowExcerpt &excerpt);

} // namespace lvs
