// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/names.h"

#include <algorithm>

namespace lvs {
namespace {

std::unexpected<Error> refuse(ErrorCode code, qsizetype start, qsizetype length, QStringList values = {})
{
    return std::unexpected(Error{.code = code, .values = std::move(values), .span = {start, length}});
}

/// Name of a kernel module's part: [a-z0-9_-].
Result<QString> moduleName(QStringView text, qsizetype longest)
{
    if (text.size() > longest)
        return refuse(ErrorCode::TooLong, longest, text.size() - longest, {QString::number(longest)});
    const auto odd = std::ranges::find_if_not(
        text, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'; });
    if (odd != text.end())
        return refuse(ErrorCode::BadCharacter, odd - text.begin(), 1, {QString(*odd)});
    return text.toString();
}

} // namespace

Result<SchedulerName> SchedulerName::fromText(QStringView text)
{
    if (text.isEmpty())
        return refuse(ErrorCode::Empty, 0, 0);
    return moduleName(text, 15).transform([](QString &&name) { return SchedulerName(std::move(name)); });
}

bool SchedulerName::isFromKernel() const
{
    return std::ranges::contains(kernelSchedulers, QStringView(m_name));
}

bool SchedulerName::isHashing() const
{
    return m_name == u"sh" || m_name == u"mh";
}

Result<PersistenceEngine> PersistenceEngine::fromText(QStringView text)
{
    return moduleName(text, 16).transform([](QString &&name) { return PersistenceEngine(std::move(name)); });
}

Result<InterfaceName> InterfaceName::fromText(QStringView text)
{
    constexpr qsizetype longest = 15; // bytes, IFNAMSIZ - 1
    if (text.isEmpty())
        return refuse(ErrorCode::Empty, 0, 0);
    const auto odd = std::ranges::find_if(
        text, [](QChar c) { return c.isSpace() || !(c.isPrint() || c.isSurrogate()) || c == u'/' || c == u':'; });
    if (odd != text.end())
        return refuse(ErrorCode::BadCharacter, odd - text.begin(), 1, {QString(*odd)});
    if (!text.isValidUtf16())
        return refuse(ErrorCode::BadName, 0, text.size());
    if (text.toUtf8().size() > longest)
        return refuse(ErrorCode::TooLong, 0, text.size(), {QString::number(longest)});
    if (text == u"." || text == u"..")
        return refuse(ErrorCode::BadName, 0, text.size());
    return InterfaceName(text.toString());
}

} // namespace lvs
