// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/takeover.h"

#include <QString>

#include <memory>

namespace lvs {

/// What of a comparison a person wants to see.
struct CompareFilter {
    bool onlyDifferences = true;
    QString words{}; ///< all of them occur in an object, or in its service
    friend bool operator==(const CompareFilter &, const CompareFilter &) = default;
};

/// A row of the tree: a service, below it its differing fields and its servers, below a server its differing fields;
/// the timeouts and each sync daemon.
struct CompareRow {
    const CompareRow *parent = nullptr; ///< of the rows at the top: the root, which is not shown
    std::variant<std::monostate, const ComparedService *, const Compared<RealServer> *, const Compared<Timeouts> *,
                 const Compared<SyncDaemon> *>
        object{};
    std::optional<Field> field{}; ///< a row of one field of `object`
    Standing standing = Standing::Equal;
    std::vector<CompareRow> children{};

    ComparedPart part() const;
};

/// The rows of a comparison, with the comparison that they point into.
struct CompareRows {
    std::shared_ptr<const Comparison> comparison{};
    CompareRow root{};
};

/// Takes time in proportion to the comparison; safe in any thread.
std::shared_ptr<const CompareRows> makeCompareRows(std::shared_ptr<const Comparison> comparison,
                                                   const CompareFilter &filter);

} // namespace lvs
