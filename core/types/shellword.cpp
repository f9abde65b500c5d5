// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/shellword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

QString shellWord(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"_-.:/@%+,=").contains(c);
    };
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace lvs
