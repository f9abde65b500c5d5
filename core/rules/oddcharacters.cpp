// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/oddcharacters.h"

#include "core/rules/linewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

struct Format {
    QStringView start;
    QStringView name;
};

/// How files of other kinds begin once their bytes have been read as UTF-8 (file formats' own specifications).
constexpr std::array formats{
    Format{u"\u001f\ufffd\u0008", u"gzip"},
    Format{u"BZh", u"bzip2"},
    Format{u"\ufffd7zXZ", u"xz"},
    Format{u"(\ufffd/\ufffd", u"Zstandard"},
    Format{u"PK\u0003\u0004", u"ZIP"},
    Format{u"\u007fELF", u"ELF"},
    Format{u"%PDF-", u"PDF"},
    Format{u"\ufffdPNG", u"PNG"},
    Format{u"\ufffd\ufffd", u"UTF-16"},
};

bool isUsual(QChar c)
{
    return quint16(c.unicode() - u' ') < u'\u007f' - u' ' || c == u'\t';
}

/// A carriage return is part of a line end, or of what only an old Macintosh takes for one.
bool isInLineEnd(QStringView text, qsizetype place)
{
    return text[place] == u'\n' || (text[place] == u'\r' && (place + 1 == text.size() || text[place + 1] == u'\n'));
}

bool isForeignBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

RuleDiagnostic refused(ErrorCode code, const QStringList &values, TextSpan span, std::vector<RuleFix> fixes = {})
{
    return {.what = Error{.code = code, .values = values, .span = span}, .fixes = std::move(fixes)};
}

} // namespace

std::optional<RuleDiagnostic> oddCharacter(QStringView text)
{
    // Without a way out of the loop, so that several characters are looked at at a time: nearly all lines are usual.
    bool isAllUsual = true;
    for (const QChar c : text)
        isAllUsual &= isUsual(c);
    if (isAllUsual)
        return {};
    bool isComment = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        isComment = isComment || (c == u'#' && (i == 0 || isRuleBlank(text[i - 1])));
        if (isUsual(c) || isInLineEnd(text, i))
            continue;
        const TextSpan span{i, 1};
        const auto format = std::ranges::find_if(formats, [&](const Format &f) { return text.startsWith(f.start); });
        if (format != formats.end())
            return refused(ErrorCode::NotAText, {format->name.toString()}, {0, format->start.size()});
        if (c == QChar::ReplacementCharacter)
            return refused(ErrorCode::NotUtf8, {}, span, {{span, {}}});
        const QString number = u"U+%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        if (c == u'\r')
            return refused(ErrorCode::ControlCharacter, {number}, span, {{span, u"\n"_s}});
        if (c.category() == QChar::Other_Control)
            return refused(ErrorCode::ControlCharacter, {number}, span, {{span, {}}});
        const bool isMark = i == 0 && c == QChar::ByteOrderMark; // has a diagnostic of its own
        if (!isComment && !isMark && isForeignBlank(c))
            return refused(ErrorCode::ControlCharacter, {number}, span, {{span, u" "_s}});
    }
    return {};
}

} // namespace lvs
