// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/textmerge.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace lvs {

void mergeIntoText(QTextDocument *text, const std::vector<LineFix> &fixes)
{
    QTextCursor cursor(text);
    cursor.beginEditBlock();
    for (const auto &[line, fix] : fixes) {
        const int start = text->findBlockByNumber(int(line)).position() + int(fix.span.start);
        cursor.setPosition(start);
        cursor.setPosition(start + int(fix.span.length), QTextCursor::KeepAnchor);
        cursor.insertText(fix.replacement);
    }
    cursor.endEditBlock();
}

} // namespace lvs
