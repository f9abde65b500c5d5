// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// The catalogues hold exactly the strings of the sources, all of them translated.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catalogueIsComplete_data();
    void catalogueIsComplete();
};

namespace {

const QString sources = QStringLiteral(LVS_SOURCE_DIR);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "Context: source text" of each message without a finished translation.
QStringList untranslated(const QByteArray &catalogue)
{
    QStringList found;
    QString context;
    QString source;
    QXmlStreamReader xml(catalogue);
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool unfinished = xml.attributes().hasAttribute("type"_L1);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (unfinished || text.trimmed().isEmpty())
                found << context + u": "_s + source;
        }
    }
    if (xml.hasError())
        found << xml.errorString();
    return found;
}

} // namespace

void TestTranslations::catalogueIsComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::addRow("English, plurals only") << u"en"_s << QStringList{u"-pluralonly"_s};
    QTest::addRow("Simplified Chinese") << u"zh_CN"_s << QStringList();
}

void TestTranslations::catalogueIsComplete()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QString name = u"lvs-console_%1.ts"_s.arg(language);
    const QByteArray kept = contents(sources + u"/translations/"_s + name);
    QVERIFY(!kept.isEmpty());
    const QStringList missing = untranslated(kept);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));

    QTemporaryDir folder;
    const QString renewed = folder.filePath(name);
    QVERIFY(QFile::copy(sources + u"/translations/"_s + name, renewed));
    QFile::setPermissions(renewed, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.start(QStringLiteral(LVS_LUPDATE),
                  QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-I"_s, sources}
                      << options << QStringList{sources + u"/app"_s, u"-ts"_s, renewed});
    QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    const QStringList added = untranslated(contents(renewed));
    QVERIFY2(added.isEmpty(),
             qPrintable(u"Not in the catalogue (run the target translations-update):\n"_s + added.join(u'\n')));
    QVERIFY2(contents(renewed) == kept, "The catalogue is out of date: run the target translations-update");
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
