// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QTest>

namespace lvs::test {

/// Compares the reading of a text with what is expected: a value as text, or a positioned error.
template<class T> void compareReading(const Result<T> &reading, const QString &expectedText, ErrorCode expectedCode,
                                      TextSpan span, auto &&toText)
{
    if (!expectedText.isNull()) {
        QVERIFY2(reading, "refused");
        QCOMPARE(toText(*reading), expectedText);
        return;
    }
    QVERIFY2(!reading, "accepted");
    QCOMPARE(int(reading.error().code), int(expectedCode));
    QCOMPARE(reading.error().span.start, span.start);
    QCOMPARE(reading.error().span.length, span.length);
}

/// Random text made of the characters that matter to the parsers, with some that never belong.
inline QString randomText(auto &random, qsizetype longest)
{
    static const QString alphabet = QStringLiteral("0123456789abcdfxz.:[]/-+ \t\n%") + QChar(0x0661) + QChar(0xd83d) +
                                    QChar(0xde00) + QChar(0x0000) + QChar(0x00e9);
    QString text(random.bounded(longest + 1), Qt::Uninitialized);
    for (QChar &c : text)
        c = alphabet[random.bounded(alphabet.size())];
    return text;
}

} // namespace lvs::test
