// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

/// Which roots packaging/buildroot/prune leaves in a cache.
class TestPrune : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTwoNewest();
    void keepsWhatIsMounted();
};

namespace {

/// A cache whose roots were asked for one after the other.
struct Cache {
    explicit Cache(const QStringList &names)
    {
        timespec times[2]{{.tv_sec = 1'700'000'000, .tv_nsec = 0}, {.tv_sec = 1'700'000'000, .tv_nsec = 0}};
        for (const QString &name : names) {
            if (!roots().mkpath(name + u"/usr/bin"_s))
                qFatal("no place for a cache");
            times[1].tv_sec += 60;
            utimensat(AT_FDCWD, QFile::encodeName(path(name)).constData(), times, 0);
        }
    }

    QDir roots() const { return QDir(directory.filePath(u"roots"_s)); }
    QString path(const QString &name) const { return roots().filePath(name); }
    QStringList left() const { return roots().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name); }
    bool prune(const QString &name) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LVS_CACHE"_s, directory.path());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(LVS_SOURCE_DIR "/packaging/buildroot/prune"), {name});
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir directory;
};

} // namespace

void TestPrune::keepsTheTwoNewest()
{
    const Cache cache({u"build-000000000004"_s, u"guest-000000000001"_s, u"build-000000000003"_s, u"build.unfinished"_s,
                       u"build-000000000002"_s, u"build-mine"_s, u"build-000000000001"_s});
    QVERIFY(cache.prune(u"build"_s));
    QCOMPARE(cache.left(), QStringList({u"build-000000000001"_s, u"build-000000000002"_s, u"build-mine"_s,
                                        u"build.unfinished"_s, u"guest-000000000001"_s}));
    QVERIFY(cache.prune(u"build"_s)); // nothing to do
    QCOMPARE(cache.left().size(), 5);
}

void TestPrune::keepsWhatIsMounted()
{
    const Cache cache(
        {u"build-000000000004"_s, u"build-000000000003"_s, u"build-000000000002"_s, u"build-000000000001"_s});
    QProcess user; // in a namespace, so that the test needs no rights
    user.start(u"unshare"_s,
               {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                u"mount --bind \"$0\" \"$0\" && echo mounted && cat"_s, cache.path(u"build-000000000004"_s)});
    QVERIFY(user.waitForReadyRead());
    QCOMPARE(user.readLine(), "mounted\n");
    QVERIFY(cache.prune(u"build"_s));
    QCOMPARE(cache.left(), QStringList({u"build-000000000001"_s, u"build-000000000002"_s, u"build-000000000004"_s}));
    user.closeWriteChannel();
    QVERIFY(user.waitForFinished());
    QVERIFY(cache.prune(u"build"_s));
    QCOMPARE(cache.left(), QStringList({u"build-000000000001"_s, u"build-000000000002"_s}));
}

QTEST_GUILESS_MAIN(TestPrune)
#include "tst_prune.moc"
