// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/recoveryfile.h"
#include "app/documents/ruledocument.h"
#include "tests/support/busypool.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>
#include <QThreadPool>
#include <QTimer>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Rule files come back as they were, whoever else writes them and whatever happens to the console.
class TestRuleDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void keepsEveryByte_data();
    void keepsEveryByte();
    void keepsWhatWasNotEdited_data() { keepsEveryByte_data(); }
    void keepsWhatWasNotEdited();
    void refuses_data();
    void refuses();
    void latin1OnRequest();
    void latin1HoldsNoMore();
    void mixedLineEndsAreTold();
    void largeFileIsRefused();
    void noticesChange();
    void noticesReplacement();
    void noticesRemoval();
    void ownSaveIsNoChange();
    void failedSaveKeepsTheText();
    void newerOpenWins();
    void typedTextIsNotReplaced();
    void lateSaveLeavesTheNextTextAlone();
    void savesFollowEachOther();
    void whatChangesWhileSavingStaysModified();
    void foreignChangeIsNotOverwritten();
    void restoredTextKnowsItsFile();
    void removedFileComesBack();
    void othersFileIsOverwrittenOnRequest();

    void unsavedTextIsLeftOver();
    void savedTextIsNot();
    void givenUpTextIsNot();
    void runningConsoleKeepsItsOwn();
    void ownersAreToldApart();
    void fileOfALeftOverIsKnown();
    void takenOverTextStaysUntilItIsStored();
    void emptiedTextKeepsWhatWasThere();
    void failedStoringIsTold();

private:
    QString write(const QByteArray &bytes, const QString &name = u"a.rules"_s);
    QByteArray bytes(const QString &name = u"a.rules"_s) const;
    static bool open(RuleDocument &document, const QString &path, TextEncoding encoding = TextEncoding::Utf8);
    static bool save(RuleDocument &document);
    static void append(RuleDocument &document, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRuleDocument::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_ruledocument"_s);
}

void TestRuleDocument::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s).removeRecursively();
}

QString TestRuleDocument::write(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's file can't be written");
    return file.fileName();
}

QByteArray TestRuleDocument::bytes(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestRuleDocument::open(RuleDocument &document, const QString &path, TextEncoding encoding)
{
    QSignalSpy loaded(&document, &RuleDocument::loaded);
    document.open(path, encoding);
    return QTest::qWaitFor([&] { return loaded.count() > 0; });
}

bool TestRuleDocument::save(RuleDocument &document)
{
    QSignalSpy saved(&document, &RuleDocument::saved);
    document.save();
    return QTest::qWaitFor([&] { return saved.count() > 0; });
}

void TestRuleDocument::append(RuleDocument &document, const QString &text)
{
    QTextCursor cursor(document.text());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
}

void TestRuleDocument::keepsEveryByte_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("empty") << QByteArray() << TextEncoding::Utf8;
    QTest::newRow("Unix") << QByteArray("-A -f 1\n-A -f 2\n") << TextEncoding::Utf8;
    QTest::newRow("no last line end") << QByteArray("-A -f 1\n-A -f 2") << TextEncoding::Utf8;
    QTest::newRow("Windows") << QByteArray("-A -f 1\r\n-A -f 2\r\n") << TextEncoding::Utf8;
    QTest::newRow("Windows, no last line end") << QByteArray("-A -f 1\r\n-A -f 2") << TextEncoding::Utf8;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf-A -f 1\n") << TextEncoding::Utf8;
    QTest::newRow("Chinese") << QByteArray("# \xe8\xa7\x84\xe5\x88\x99\n") << TextEncoding::Utf8;
    QTest::newRow("no-break space") << QByteArray("# a\xc2\xa0"
                                                  "b\n")
                                    << TextEncoding::Utf8;
    QTest::newRow("Latin-1") << QByteArray("# caf\xe9 \x85\n") << TextEncoding::Latin1;
    QTest::newRow("longest line") << QByteArray(longestTextLine, '#') + '\n' << TextEncoding::Utf8;
    QTest::newRow("trailing blanks") << QByteArray("-A -f 1  \t\n\n\n") << TextEncoding::Utf8;
}

void TestRuleDocument::keepsEveryByte()
{
    QFETCH(const QByteArray, content);
    QFETCH(const TextEncoding, encoding);
    RuleDocument document;
    QVERIFY(open(document, write(content), encoding));
    QVERIFY(!document.isModified());
    document.text()->setModified(true);
    QVERIFY(save(document));
    QCOMPARE(bytes(), content);
    QVERIFY(!document.isModified());
}

void TestRuleDocument::keepsWhatWasNotEdited()
{
    QFETCH(QByteArray, content);
    QFETCH(const TextEncoding, encoding);
    RuleDocument document;
    QVERIFY(open(document, write(content), encoding));
    append(document, u"#\n"_s);
    QVERIFY(document.isModified());
    QVERIFY(save(document));
    QCOMPARE(bytes(), content + (content.contains('\r') ? "#\r\n" : "#\n"));
}

void TestRuleDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FileProblem::Code>("code");
    QTest::addColumn<qsizetype>("line");
    QTest::newRow("not UTF-8") << QByteArray("# a\n# caf\xe9\n") << FileProblem::Code::NotUtf8 << qsizetype(2);
    QTest::newRow("truncated character") << QByteArray("# \xe8\xa7") << FileProblem::Code::NotUtf8 << qsizetype(1);
    QTest::newRow("compressed") << QByteArray("\x1f\x8b\x08\0\0\0", 6) << FileProblem::Code::NotText << qsizetype(1);
    QTest::newRow("NUL") << QByteArray("-A\n\n-a \0 -r\n", 12) << FileProblem::Code::NotText << qsizetype(3);
    QTest::newRow("long line") << "#\n" + QByteArray(longestTextLine + 1, 'x') << FileProblem::Code::LineTooLong
                               << qsizetype(2);
    QTest::newRow("long line, Windows") << QByteArray(longestTextLine + 1, 'x') + "\r\n"
                                        << FileProblem::Code::LineTooLong << qsizetype(1);
    QTest::newRow("line separator") << QByteArray("a\n\xe2\x80\xa8") << FileProblem::Code::NotText << qsizetype(2);
}

void TestRuleDocument::refuses()
{
    QFETCH(const QByteArray, content);
    QFETCH(const FileProblem::Code, code);
    QFETCH(const qsizetype, line);
    RuleDocument document;
    append(document, u"-A -f 1"_s);
    QSignalSpy failed(&document, &RuleDocument::failed);
    document.open(write(content));
    QTRY_COMPARE(failed.count(), 1);
    const auto problem = failed[0][0].value<FileProblem>();
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.line, line);
    QCOMPARE(problem.column, code == FileProblem::Code::LineTooLong ? longestTextLine + 1 : 0);
    QCOMPARE(document.content(), u"-A -f 1"_s); // what was there stays
    QVERIFY(document.path().isEmpty());
}

void TestRuleDocument::latin1OnRequest()
{
    RuleDocument document;
    QVERIFY(open(document, write("# caf\xe9\n"), TextEncoding::Latin1));
    QCOMPARE(document.content(), u"# café\n"_s);
    QCOMPARE(document.encoding(), TextEncoding::Latin1);
}

void TestRuleDocument::latin1HoldsNoMore()
{
    RuleDocument document;
    QVERIFY(open(document, write("#\xe9\n"), TextEncoding::Latin1));
    append(document, u"规则"_s);
    QSignalSpy failed(&document, &RuleDocument::failed);
    document.save();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<FileProblem>().code, FileProblem::Code::CharacterNotInEncoding);
    QCOMPARE(bytes(), QByteArray("#\xe9\n"));
    document.setEncoding(TextEncoding::Utf8);
    QVERIFY(save(document));
    QCOMPARE(bytes(), u"#é\n规则"_s.toUtf8());
}

void TestRuleDocument::mixedLineEndsAreTold()
{
    RuleDocument document;
    QVERIFY(open(document, write("a\r\nb\nc\r\nd\r\n")));
    QVERIFY(document.isMixed());
    document.text()->setModified(true);
    QVERIFY(save(document));
    QCOMPARE(bytes(), QByteArray("a\r\nb\r\nc\r\nd\r\n"));
    QVERIFY(!document.isMixed());
    QVERIFY(open(document, write("a\rb\n"))); // a blank to ipvsadm
    QVERIFY(document.isMixed());
    QCOMPARE(document.content(), u"a b\n"_s);
}

void TestRuleDocument::largeFileIsRefused()
{
    const QString path = write({});
    QVERIFY(QFile::resize(path, largestTextFile + 1));
    RuleDocument document;
    QSignalSpy failed(&document, &RuleDocument::failed);
    document.open(path);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<FileProblem>().code, FileProblem::Code::TooLarge);
    document.open(u"/dev/null"_s);
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed[1][0].value<FileProblem>().code, FileProblem::Code::NotRead);
}

void TestRuleDocument::noticesChange()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    write("-A -f 2\n");
    QVERIFY(changed.wait());
    QCOMPARE(changed.takeFirst()[0].toBool(), true);
    QCOMPARE(document.content(), u"-A -f 1\n"_s);
    document.keepMine();
    QVERIFY(document.isModified());
    QVERIFY(save(document));
    QCOMPARE(bytes(), QByteArray("-A -f 1\n"));
    write("-A -f 3\n");
    QVERIFY(changed.wait());
    QVERIFY(open(document, document.path()));
    QCOMPARE(document.content(), u"-A -f 3\n"_s);
}

/// As most programs write: a new file takes the old one's name.
void TestRuleDocument::noticesReplacement()
{
    RuleDocument document;
    const QString path = write("-A -f 1\n");
    QVERIFY(open(document, path));
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    for (const QByteArray &content : {QByteArray("-A -f 2\n"), QByteArray("-A -f 3\n")}) {
        QVERIFY(writeTextFile(path, content));
        QVERIFY(changed.wait());
        QCOMPARE(changed.takeFirst()[0].toBool(), true);
    }
}

void TestRuleDocument::noticesRemoval()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    QVERIFY(QFile::remove(document.path()));
    QVERIFY(changed.wait());
    QCOMPARE(changed[0][0].toBool(), false);
}

void TestRuleDocument::ownSaveIsNoChange()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    append(document, u"-A -f 2\n"_s);
    QVERIFY(save(document));
    write("-A -f 1\n-A -f 2\n"); // touched, but the same
    write("other", u"b.rules"_s);
    QVERIFY(!changed.wait(1000));
}

void TestRuleDocument::failedSaveKeepsTheText()
{
    RuleDocument document;
    append(document, u"-A -f 1"_s);
    QSignalSpy failed(&document, &RuleDocument::failed);
    document.saveAs(m_folder->filePath(u"missing/a.rules"_s));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<FileProblem>().code, FileProblem::Code::NotWritten);
    QVERIFY(document.isModified());
    QVERIFY(document.path().isEmpty());
}

void TestRuleDocument::newerOpenWins()
{
    const QString first = write(QByteArray("-A -f 1\n").repeated(20'000));
    const QString second = write("-A -f 2\n", u"b.rules"_s);
    RuleDocument document;
    document.open(first);
    QVERIFY(open(document, second));
    QTRY_VERIFY(!document.isLoading());
    QCOMPARE(document.content(), u"-A -f 2\n"_s);
    QCOMPARE(document.path(), second);
}

/// It was typed while the file was being read.
void TestRuleDocument::typedTextIsNotReplaced()
{
    RuleDocument document;
    QSignalSpy held(&document, &RuleDocument::editedMeanwhile);
    const QString path = write("-A -f 1\n");
    {
        const test::BusyPool busy;
        document.open(path);
        append(document, u"-A -f 2"_s);
    }
    QTRY_COMPARE(held.count(), 1);
    QCOMPARE(held[0][0].toString(), path);
    QCOMPARE(document.content(), u"-A -f 2"_s);
    QVERIFY(document.path().isEmpty());
}

void TestRuleDocument::lateSaveLeavesTheNextTextAlone()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    append(document, u"-A -f 2\n"_s);
    QSignalSpy saved(&document, &RuleDocument::saved);
    {
        const test::BusyPool busy;
        document.save();
        document.setContent({.text = u"-A -f 3\n"_s});
    }
    QTRY_VERIFY(!document.isSaving());
    QCOMPARE(bytes(), QByteArray("-A -f 1\n-A -f 2\n"));
    QCOMPARE(saved.count(), 0);
    QVERIFY(document.isModified());
    QVERIFY(document.path().isEmpty());
    QCOMPARE(document.content(), u"-A -f 3\n"_s);
}

void TestRuleDocument::savesFollowEachOther()
{
    RuleDocument document;
    QVERIFY(open(document, write({})));
    QSignalSpy saved(&document, &RuleDocument::saved);
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    {
        const test::BusyPool busy;
        for (int mark = 1; mark <= 3; ++mark) {
            append(document, u"-A -f %1\n"_s.arg(mark));
            document.save();
        }
    }
    QTRY_VERIFY(!document.isSaving());
    QCOMPARE(bytes(), QByteArray("-A -f 1\n-A -f 2\n-A -f 3\n"));
    QCOMPARE(saved.count(), 2); // the second had not begun when the third came
    QCOMPARE(changed.count(), 0);
    QVERIFY(!document.isModified());
}

void TestRuleDocument::whatChangesWhileSavingStaysModified()
{
    RuleDocument document;
    QVERIFY(open(document, write("#\n")));
    document.text()->setModified(true);
    document.save();
    append(document, u"-A -f 1"_s);
    QTRY_VERIFY(!document.isSaving());
    QVERIFY(document.isModified());
    QCOMPARE(bytes(), QByteArray("#\n"));
    document.save();
    document.setEncoding(TextEncoding::Utf8WithMark);
    QTRY_VERIFY(!document.isSaving());
    QVERIFY(document.isModified());
    QCOMPARE(bytes(), QByteArray("#\n-A -f 1"));
}

void TestRuleDocument::foreignChangeIsNotOverwritten()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    append(document, u"# mine\n"_s);
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    for (const QByteArray &foreign : {QByteArray("-A -f 2\n"), QByteArray("-A -f 3\n")}) {
        write(foreign); // nobody has noticed yet
        document.save();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.takeFirst()[0].toBool(), true);
        QCOMPARE(bytes(), foreign);
        QVERIFY(document.isModified());
        QTRY_VERIFY(!document.isSaving());
        document.keepMine(); // that one may go, no later one
    }
    QVERIFY(save(document));
    QCOMPARE(bytes(), QByteArray("-A -f 1\n# mine\n"));
}

void TestRuleDocument::restoredTextKnowsItsFile()
{
    RuleDocument document;
    const QString path = write("-A -f 1\n");
    QVERIFY(open(document, path));
    const QByteArray digest = document.fileDigest();
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    document.setContent({.text = u"# mine\n"_s}, path, digest);
    QVERIFY(save(document));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(bytes(), QByteArray("# mine\n"));
    document.setContent({.text = u"# older\n"_s}, path, digest);
    document.save();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(bytes(), QByteArray("# mine\n"));
}

void TestRuleDocument::removedFileComesBack()
{
    RuleDocument document;
    const QString path = write("-A -f 1\n");
    QVERIFY(open(document, path));
    QSignalSpy changed(&document, &RuleDocument::changedOnDisk);
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(document.isModified());
    QVERIFY(save(document));
    QCOMPARE(bytes(), QByteArray("-A -f 1\n"));
    QVERIFY(!document.isModified());
}

void TestRuleDocument::othersFileIsOverwrittenOnRequest()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    const QString other = write("-A -f 2\n", u"b.rules"_s);
    QSignalSpy saved(&document, &RuleDocument::saved);
    document.saveAs(other); // the file dialog has asked
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(bytes(u"b.rules"_s), QByteArray("-A -f 1\n"));
    QCOMPARE(document.path(), other);
}

namespace {

QDir recoveryFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s);
}

/// A document with unsaved text that is in the recovery file.
struct Unsaved {
    explicit Unsaved(const QString &owner)
        : file(std::make_unique<RecoveryFile>(owner, &document))
    {
        document.setContent({.text = u"-A -f 1\n"_s, .lineEnd = LineEnd::Windows}, u"/etc/a.rules"_s);
    }
    bool isStored() const
    {
        return QTest::qWaitFor([] { return !recoveryFolder().entryList({u"*.json"_s}).isEmpty(); }, 10'000);
    }
    RuleDocument document;
    std::unique_ptr<RecoveryFile> file;
};

} // namespace

void TestRuleDocument::unsavedTextIsLeftOver()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    unsaved.file.reset(); // the console is gone
    const auto found = RecoveryFile::leftOvers(u"sandbox"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].content.text, u"-A -f 1\n"_s);
    QCOMPARE(found[0].content.lineEnd, LineEnd::Windows);
    QCOMPARE(found[0].path, u"/etc/a.rules"_s);
    QVERIFY(found[0].leftAt.isValid());
    RecoveryFile::discard(found[0]);
    QVERIFY(RecoveryFile::leftOvers(u"sandbox"_s).empty());
}

void TestRuleDocument::savedTextIsNot()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    QSignalSpy saved(&unsaved.document, &RuleDocument::saved);
    unsaved.document.saveAs(m_folder->filePath(u"a.rules"_s));
    QTRY_COMPARE(saved.count(), 1);
    unsaved.file.reset();
    QVERIFY(RecoveryFile::leftOvers(u"sandbox"_s).empty());
}

void TestRuleDocument::givenUpTextIsNot()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    unsaved.file->forget();
    unsaved.file.reset();
    QVERIFY(RecoveryFile::leftOvers(u"sandbox"_s).empty());
}

void TestRuleDocument::runningConsoleKeepsItsOwn()
{
    const Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    QVERIFY(RecoveryFile::leftOvers(u"sandbox"_s).empty());
}

void TestRuleDocument::ownersAreToldApart()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    unsaved.file.reset();
    QVERIFY(RecoveryFile::leftOvers(u"local"_s).empty());
    QCOMPARE(RecoveryFile::leftOvers(u"sandbox"_s).size(), 1u);
}

void TestRuleDocument::fileOfALeftOverIsKnown()
{
    RuleDocument document;
    QVERIFY(open(document, write("-A -f 1\n")));
    auto file = std::make_unique<RecoveryFile>(u"sandbox"_s, &document);
    append(document, u"# mine\n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!recoveryFolder().entryList({u"*.json"_s}).isEmpty(), 10'000);
    file.reset();
    const auto found = RecoveryFile::leftOvers(u"sandbox"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].path, document.path());
    QCOMPARE(found[0].fileDigest, document.fileDigest());
}

void TestRuleDocument::takenOverTextStaysUntilItIsStored()
{
    Unsaved crashed(u"sandbox"_s);
    QVERIFY(crashed.isStored());
    crashed.file.reset();
    RecoveredText text = RecoveryFile::leftOvers(u"sandbox"_s).at(0);

    RuleDocument document;
    auto file = std::make_unique<RecoveryFile>(u"sandbox"_s, &document);
    document.setContent(text.content, text.path, text.fileDigest);
    file->takeOver(text);
    QVERIFY(RecoveryFile::leftOvers(u"sandbox"_s).empty()); // nobody else gets it
    file.reset();                                           // before it was stored anew
    QCOMPARE(RecoveryFile::leftOvers(u"sandbox"_s).size(), 1u);

    file = std::make_unique<RecoveryFile>(u"sandbox"_s, &document);
    file->takeOver(text);
    append(document, u"-A -f 2\n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(text.storedIn), 10'000);
    file.reset();
    const auto found = RecoveryFile::leftOvers(u"sandbox"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].content.text, u"-A -f 1\n-A -f 2\n"_s);
}

void TestRuleDocument::emptiedTextKeepsWhatWasThere()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(unsaved.isStored());
    QTextCursor cursor(unsaved.document.text());
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    const auto *timer = unsaved.file->findChild<QTimer *>();
    QVERIFY(timer->isActive());
    QTRY_VERIFY_WITH_TIMEOUT(!timer->isActive(), 10'000);
    QThreadPool::globalInstance()->waitForDone();
    unsaved.file.reset();
    const auto found = RecoveryFile::leftOvers(u"sandbox"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].content.text, u"-A -f 1\n"_s);
}

void TestRuleDocument::failedStoringIsTold()
{
    Unsaved unsaved(u"sandbox"_s);
    QVERIFY(recoveryFolder().removeRecursively());
    QSignalSpy told(unsaved.file.get(), &RecoveryFile::notStored);
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 10'000);
    QCOMPARE(told[0][0].value<FileProblem>().code, FileProblem::Code::NotWritten);
}

QTEST_MAIN(TestRuleDocument)
#include "tst_ruledocument.moc"
