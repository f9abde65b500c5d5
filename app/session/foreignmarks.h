// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/objectkey.h"

#include <QDateTime>

#include <chrono>
#include <map>

namespace lvs {

/// Remembers for a while which objects other programs changed last, and when: a program that edits the same ones each
/// second does not make it longer.
class ForeignMarks
{
public:
    /// How long an edit stays marked unless somebody acknowledges it.
    static constexpr std::chrono::minutes lifetime{5};

    struct Edit {
        Operation operation;
        QDateTime at{};
    };

    void add(const ChangePlan &edits, const QDateTime &at);
    /// Drops what is older than `lifetime`; true if anything was dropped.
    bool expire(const QDateTime &now);
    void clear() { m_edits.clear(); }
    bool isEmpty() const { return m_edits.empty(); }

    /// The last one of each object, and all that are about none. Newest last.
    const std::vector<Edit> &edits() const { return m_edits; }
    /// Time of the last edit of each object.
    std::map<ObjectKey, QDateTime> byObject() const;

private:
    std::vector<Edit> m_edits;
};

} // namespace lvs
