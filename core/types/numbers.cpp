// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/numbers.h"

#include <algorithm>

namespace lvs {

Result<quint32> numberFromText(QStringView text, quint32 smallest, quint32 largest)
{
    const QStringList range{QString::number(smallest), QString::number(largest)};
    const auto refuse = [&](ErrorCode code, qsizetype start, qsizetype length) {
        return std::unexpected(Error{.code = code, .values = range, .span = {start, length}});
    };
    if (text.isEmpty())
        return refuse(ErrorCode::Empty, 0, 0);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto odd = std::ranges::find_if_not(text, isDigit);
    if (odd != text.end())
        return refuse(ErrorCode::BadNumber, odd - text.begin(), 1);
    if (text.size() > 1 && text.front() == u'0')
        return refuse(ErrorCode::BadNumber, 0, text.size());
    constexpr qsizetype mostDigits = 10; // of a quint32
    const quint64 value = text.size() > mostDigits ? ~0ULL : text.toULongLong();
    if (value < smallest || value > largest)
        return refuse(ErrorCode::OutOfRange, 0, text.size());
    return quint32(value);
}

} // namespace lvs
