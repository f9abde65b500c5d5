// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/httpwords.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr qsizetype longest = 255;

bool isAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isOfHost(QChar c)
{
    return isAlphanumeric(c) || QStringView(u"._-:[]").contains(c);
}

bool isOfPath(QChar c)
{
    return c > u' ' && c < QChar(0x7f) && !QStringView(u"\"<>#\\^`{|}").contains(c);
}

Result<void> check(QStringView text, bool (*isAllowed)(QChar))
{
    if (text.isEmpty())
        return failure(ErrorCode::Empty);
    if (text.size() > longest)
        return failure(ErrorCode::TooLong, {QString::number(longest)});
    const auto bad = std::ranges::find_if_not(text, isAllowed);
    if (bad == text.end())
        return {};
    return std::unexpected(
        Error{.code = ErrorCode::BadCharacter, .values = {QString(*bad)}, .span = {bad - text.begin(), 1}});
}

} // namespace

Result<HttpHost> HttpHost::fromText(QStringView text)
{
    return check(text, isOfHost).transform([&] { return HttpHost(text.toString()); });
}

Result<HttpPath> HttpPath::fromText(QStringView text)
{
    if (!text.isEmpty() && text.front() != u'/')
        return std::unexpected(
            Error{.code = ErrorCode::BadCharacter, .values = {QString(text.front())}, .span = {0, 1}});
    return check(text, isOfPath).transform([&] { return HttpPath(text.toString()); });
}

} // namespace lvs
