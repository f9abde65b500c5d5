// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/csv.h"

#include <algorithm>

namespace lvs {

namespace {

QString harmless(const QString &field)
{
    static constexpr QStringView formula = u"=+-@\t\r";
    bool isNumber = false;
    (void)field.toDouble(&isNumber);
    return !field.isEmpty() && formula.contains(field.front()) && !isNumber ? u'\'' + field : field;
}

QString quoted(QString field)
{
    const bool needsQuotes =
        std::ranges::any_of(field, [](QChar c) { return c == u'"' || c == u',' || c == u'\r' || c == u'\n'; });
    return needsQuotes ? u'"' + field.replace(u'"', QStringLiteral("\"\"")) + u'"' : field;
}

} // namespace

QString csvLine(QStringList fields)
{
    std::ranges::transform(fields, fields.begin(), [](const QString &field) { return quoted(harmless(field)); });
    return fields.join(u',') + QStringLiteral("\r\n");
}

} // namespace lvs
