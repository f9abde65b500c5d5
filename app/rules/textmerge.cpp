// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/textmerge.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace lvs {

void mergeIntoText(QTextDocument *text, const RuleFile &file, const ChangePlan &plan)
{
    const auto textOf = [text](qsizetype line) { return text->findBlockByNumber(int(line)).text(); };
    QTextCursor cursor(text);
    cursor.beginEditBlock();
    for (const auto &[line, fix] : textChange(file, textOf, plan)) {
        const int start = text->findBlockByNumber(int(line)).position() + int(fix.span.start);
        cursor.setPosition(start);
        cursor.setPosition(start + int(fix.span.length), QTextCursor::KeepAnchor);
        cursor.insertText(fix.replacement);
    }
    cursor.endEditBlock();
}

} // namespace lvs
