// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "app/text/errortext.h"

#include <QMetaEnum>
#include <QTest>

using namespace lvs;

/// Every error a person can meet has words of its own, in both languages.
class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeSaysWhatItMeansAndWhatToDo_data();
    void everyCodeSaysWhatItMeansAndWhatToDo();
    void everyCodeHasItsOwnWords();
    void valuesStandInTheSentence();
};

namespace {

const QMetaEnum &codes()
{
    static const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    return codes;
}

} // namespace

void TestErrorText::everyCodeSaysWhatItMeansAndWhatToDo_data()
{
    QTest::addColumn<int>("code");
    for (int row = 0; row < codes().keyCount(); ++row)
        QTest::addRow("%s", codes().key(row)) << codes().value(row);
}

void TestErrorText::everyCodeSaysWhatItMeansAndWhatToDo()
{
    QFETCH(int, code);
    const Error bare{.code = ErrorCode(code)};
    const Error full{.code = ErrorCode(code), .values = {QStringLiteral("one"), QStringLiteral("two")}};
    for (const Error &error : {bare, full}) {
        QObject english;
        setLanguage(QStringLiteral("en"), &english);
        const ErrorText inEnglish = errorText(error);
        for (const QString &part : {inEnglish.what, inEnglish.meaning, inEnglish.remedy}) {
            QVERIFY(!part.isEmpty());
            QVERIFY2(!part.contains(u"%1") && !part.contains(u"%2"), qPrintable(part));
        }
        QObject chinese;
        setLanguage(QStringLiteral("zh_CN"), &chinese);
        const ErrorText inChinese = errorText(error);
        QVERIFY(inChinese.what != inEnglish.what);
        QVERIFY(inChinese.meaning != inEnglish.meaning);
        QVERIFY(inChinese.remedy != inEnglish.remedy);
        QVERIFY2(!inChinese.what.contains(u"%1"), qPrintable(inChinese.what));
    }
}

void TestErrorText::everyCodeHasItsOwnWords()
{
    QHash<QString, QByteArray> seen;
    for (int row = 0; row < codes().keyCount(); ++row) {
        const QString what = errorSentence({.code = ErrorCode(codes().value(row))});
        QVERIFY2(!seen.contains(what), codes().key(row) + QByteArray(" says the same as ") + seen.value(what));
        seen.insert(what, codes().key(row));
    }
}

void TestErrorText::valuesStandInTheSentence()
{
    const Error error{.code = ErrorCode::OutOfRange, .values = {QStringLiteral("0"), QStringLiteral("65535")}};
    QVERIFY(errorSentence(error).contains(u"65535"));
    const Error refused{.code = ErrorCode::KernelRefused, .values = {}, .kernelErrno = EINVAL};
    QVERIFY(errorSentence(refused).contains(QString::fromLocal8Bit(std::strerror(EINVAL))));
}

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
