// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/foreignmarks.h"

namespace lvs {

void ForeignMarks::add(const ChangePlan &edits, const QDateTime &at)
{
    for (const Operation &operation : edits.operations)
        m_edits.push_back({operation, at});
}

bool ForeignMarks::expire(const QDateTime &now)
{
    return std::erase_if(m_edits, [&](const Edit &edit) { return edit.at.addDuration(lifetime) <= now; }) > 0;
}

std::map<ForeignMarks::Object, QDateTime> ForeignMarks::byObject() const
{
    std::map<Object, QDateTime> marks;
    for (const Edit &edit : m_edits) {
        if (const auto service = serviceOf(edit.operation))
            marks[{*service, serverOf(edit.operation)}] = edit.at;
    }
    return marks;
}

} // namespace lvs
