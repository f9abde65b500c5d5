// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulefile.h"

#include <QString>
#include <QStringDecoder>

namespace lvs::test {

/// The text of a rule file, of which nothing is lost or changed as long as it is UTF-8: line ends and a byte order mark
/// stay. What is no UTF-8 becomes U+FFFD, which readRuleFile() refuses; the program asks a person what it is.
inline QString ruleTextFromBytes(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError() && !text.contains(QChar::ReplacementCharacter))
        text += QChar::ReplacementCharacter; // the bytes end in the middle of a character
    return text;
}

/// Whether a line of the file has an error.
inline bool hasErrors(const RuleFile &file)
{
    for (qsizetype line = 0; line < file.lineCount(); ++line) {
        if (file.line(line).hasError())
            return true;
    }
    return false;
}

} // namespace lvs::test
