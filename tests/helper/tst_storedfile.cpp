// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/storedfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace lvs;
using namespace Qt::StringLiterals;
using Readers = StoredFile::Readers;

class TestStoredFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_directory.reset(); }
    void isWrittenReadAndRemoved();
    void modeIsKept_data();
    void modeIsKept();
    void oldContentStaysWhole();
    void leftoverIsNoObstacle();
    void linksAndOthersAreLeftAlone_data();
    void linksAndOthersAreLeftAlone();
    void largeContentIsRefused();
    void directoryThatIsMissing();

private:
    QString path(const QString &name = u"file"_s) const { return m_directory->filePath(name); }
    StoredFile file(Readers readers = Readers::Owner) const { return {m_directory->path(), u"file"_s, readers}; }

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool make(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

mode_t modeOf(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

void TestStoredFile::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestStoredFile::isWrittenReadAndRemoved()
{
    QCOMPARE(file().read().state, BootFile::State::Missing);
    QVERIFY(file().remove());
    QVERIFY(file().write("one\n"));
    QCOMPARE(contentOf(path()), "one\n");
    QVERIFY(file().write("two\n"));
    const BootFile read = file().read();
    QCOMPARE(read.state, BootFile::State::Present);
    QCOMPARE(read.content, "two\n");
    QVERIFY(qAbs(read.changedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(file().remove());
    QVERIFY(QDir(m_directory->path()).isEmpty());
}

void TestStoredFile::modeIsKept_data()
{
    QTest::addColumn<Readers>("readers");
    QTest::addColumn<int>("present"); // 0: no file yet
    QTest::addColumn<int>("mode");
    QTest::newRow("new, for its owner") << Readers::Owner << 0 << 0600;
    QTest::newRow("new, for everybody") << Readers::Everybody << 0 << 0644;
    QTest::newRow("private one stays private") << Readers::Everybody << 0600 << 0600;
    QTest::newRow("public one stays public") << Readers::Owner << 0644 << 0644;
}

void TestStoredFile::modeIsKept()
{
    QFETCH(const Readers, readers);
    QFETCH(const int, present);
    QFETCH(const int, mode);
    if (present != 0) {
        QVERIFY(make(path(), "old"));
        QCOMPARE(::chmod(QFile::encodeName(path()).constData(), mode_t(present)), 0);
    }
    const mode_t mask = ::umask(0);
    QVERIFY(file(readers).write("new"));
    ::umask(mask);
    QCOMPARE(modeOf(path()), mode_t(mode));
    QCOMPARE(file(readers).isForEverybody(), (mode & 04) != 0);
}

void TestStoredFile::oldContentStaysWhole()
{
    QVERIFY(file().write("old"));
    QCOMPARE(::link(QFile::encodeName(path()).constData(), QFile::encodeName(path(u"seen"_s)).constData()), 0);
    QVERIFY(file().write("new"));
    QCOMPARE(contentOf(path(u"seen"_s)), "old"); // who has the old one open reads it to its end
    QCOMPARE(contentOf(path()), "new");
}

void TestStoredFile::leftoverIsNoObstacle()
{
    QVERIFY(make(path(u"file.lvs-console-new"_s), "half"));
    QVERIFY(file().write("whole"));
    QCOMPARE(contentOf(path()), "whole");
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"file"_s});
}

void TestStoredFile::linksAndOthersAreLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "dangling link", "directory", "pipe"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestStoredFile::linksAndOthersAreLeftAlone()
{
    QFETCH(const QString, kind);
    QVERIFY(make(path(u"target"_s), "target"));
    if (kind == "link"_L1)
        QVERIFY(QFile::link(path(u"target"_s), path()));
    else if (kind == "dangling link"_L1)
        QVERIFY(QFile::link(path(u"nowhere"_s), path()));
    else if (kind == "directory"_L1)
        QVERIFY(QDir().mkdir(path()));
    else
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    QCOMPARE(file().read().state, BootFile::State::Unusable);
    const auto written = file().write("new");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileNotWritten);
    QCOMPARE(written.error().values.value(0), path());
    QCOMPARE(contentOf(path(u"target"_s)), "target");
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
}

void TestStoredFile::largeContentIsRefused()
{
    QVERIFY(!file().write(QByteArray(largestBootFile + 1, 'x')));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(make(path(), QByteArray(largestBootFile + 1, 'x')));
    QCOMPARE(file().read().state, BootFile::State::Unusable);
}

void TestStoredFile::directoryThatIsMissing()
{
    const StoredFile nowhere(path(u"nowhere"_s), u"file"_s, Readers::Owner);
    QCOMPARE(nowhere.read().state, BootFile::State::Missing);
    QCOMPARE(nowhere.write("x").error().code, ErrorCode::FileNotWritten);
    QVERIFY(nowhere.remove());
    QVERIFY(!nowhere.isForEverybody());
}

QTEST_GUILESS_MAIN(TestStoredFile)
#include "tst_storedfile.moc"
