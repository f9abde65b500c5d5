// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/numbers.h"

#include <algorithm>

namespace lvs {

Result<quint32> numberFromText(QStringView text, quint32 smallest, quint32 largest)
{
    const auto refuse = [&](ErrorCode code, qsizetype start, qsizetype length) {
        return std::unexpected(Error{
            .code = code, .values = {QString::number(smallest), QString::number(largest)}, .span = {start, length}});
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
    quint64 value = 0;
    for (const QChar digit : text.first(std::min(text.size(), mostDigits)))
        value = 10 * value + (digit.unicode() - u'0');
    if (text.size() > mostDigits || value < smallest || value > largest)
        return refuse(ErrorCode::OutOfRange, 0, text.size());
    return quint32(value);
}

} // namespace lvs
