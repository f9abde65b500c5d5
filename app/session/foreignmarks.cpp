// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/foreignmarks.h"

#include <QSet>

namespace lvs {

void ForeignMarks::add(const ChangePlan &edits, const QDateTime &at)
{
    QSet<ObjectKey> edited;
    edited.reserve(qsizetype(edits.operations.size()));
    for (const Operation &operation : edits.operations) {
        if (const auto object = objectOf(operation))
            edited.insert(*object);
    }
    std::erase_if(m_edits, [&](const Edit &earlier) {
        const auto object = objectOf(earlier.operation);
        return object && edited.contains(*object);
    });
    for (const Operation &operation : edits.operations)
        m_edits.push_back({operation, at});
}

bool ForeignMarks::expire(const QDateTime &now)
{
    return std::erase_if(m_edits, [&](const Edit &edit) { return edit.at.addDuration(lifetime) <= now; }) > 0;
}

std::map<ObjectKey, QDateTime> ForeignMarks::byObject() const
{
    std::map<ObjectKey, QDateTime> marks;
    for (const Edit &edit : m_edits) {
        if (const auto object = objectOf(edit.operation))
            marks[*object] = edit.at;
    }
    return marks;
}

} // namespace lvs
