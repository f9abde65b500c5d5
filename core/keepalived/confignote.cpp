// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/confignote.h"

namespace lvs::keepalived {

Severity ConfigNote::severity() const
{
    if (code >= Code::Condition && code <= Code::TooManyObjects)
        return Severity::Information;
    return code >= Code::DefaultProtocol ? Severity::Warning : Severity::Failure;
}

TextPlace placeOf(QStringView text, qsizetype offset)
{
    const QStringView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype newline = before.lastIndexOf(u'\n');
    return {.line = before.count(u'\n') + 1, .column = before.size() - newline};
}

} // namespace lvs::keepalived
