// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/textfiles.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Files of this computer, and of another one by way of a shell.
class TextFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_directory->path()).mkdir(u"d.conf"_s));
        write(u"a.conf"_s, "one\n- /etc/x\n");
        write(u"b.conf"_s, "no line end");
        write(u"c.conf"_s, "");
        write(u"other"_s, "x");
    }

    void readsThem_data()
    {
        QTest::addColumn<bool>("byShell");
        QTest::newRow("here") << false;
        QTest::newRow("by a shell") << true;
    }

    void readsThem()
    {
        QFETCH(bool, byShell);
        const QStringList patterns{path(u"*.conf"_s), path(u"none"_s), path(u"no*"_s)};
        const auto found = byShell ? throughShell(patterns) : Result<TextFiles>(readTextFiles(patterns));
        QVERIFY(found);
        QCOMPARE(found->files, (QMap<QString, QByteArray>{{path(u"a.conf"_s), "one\n- /etc/x\n"},
                                                          {path(u"b.conf"_s), "no line end"},
                                                          {path(u"c.conf"_s), ""}}));
        QCOMPARE(found->unreadable, QStringList());
    }

    void leavesOutWhatAShellCouldTakeForItsOwn()
    {
        const QString command = textFilesCommand({u"/etc/a.conf"_s, u"/etc/$(reboot)"_s, u"/etc/a'b"_s, u"/etc/a b"_s,
                                                  u"relative"_s, u"/etc/a;b"_s, u"/etc/a\nb"_s, u"/etc/!b"_s});
        QVERIFY(command.contains(u"in /etc/a.conf; do"_s));
    }

    void refusesWhatItDidNotAskFor_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("no size") << "x\n"_ba;
        QTest::newRow("too long") << "9 /a\nxx\n"_ba;
        QTest::newRow("too short") << "1 /a\nxx\n"_ba;
        QTest::newRow("negative") << "-5 /a\nxx\n"_ba;
        QTest::newRow("no end") << "5 /a"_ba;
    }

    void refusesWhatItDidNotAskFor()
    {
        QFETCH(QByteArray, output);
        QCOMPARE(textFilesFrom(output).error().code, ErrorCode::FileNotUnderstood);
    }

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static Result<TextFiles> throughShell(const QStringList &patterns)
    {
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, textFilesCommand(patterns)});
        if (!shell.waitForFinished())
            return failure(ErrorCode::TimedOut);
        return textFilesFrom(shell.readAllStandardOutput());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TextFilesTest)
#include "tst_textfiles.moc"
