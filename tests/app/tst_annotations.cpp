// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/annotations.h"
#include "tests/support/objects.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void areKept();
    void eachDirectorHasItsOwn();
    void emptyOnesAreForgotten();
    void goToAnotherConsole();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void aBrokenFileIsLeftAlone();
    void saysWhyItCantBeWritten();

private:
    static QString folder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/names"_s; }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

void TestAnnotations::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_annotations"_s);
}

void TestAnnotations::init()
{
    QVERIFY(!QDir(folder()).exists() || QDir(folder()).removeRecursively());
}

void TestAnnotations::areKept()
{
    const ServiceKey mark = ServiceKey::forMark(4'294'967'295, Family::IPv6);
    const ServiceKey dns = ServiceKey::forAddress(Protocol::Udp, ip(u"2001:db8::1"), 53);
    ServiceKey odd = web;
    odd.protocol = 47;
    const std::vector<ServiceKey> services{web, mark, dns, odd};
    {
        Annotations written(u"ssh:root@director:22"_s);
        QSignalSpy changed(&written, &Annotations::changed);
        for (const ServiceKey &key : services)
            QVERIFY(written.set(key, {key.toString(), u"“note”\nof 两 lines"_s}));
        QVERIFY(written.set(ip(u"192.168.10.11"), {u"rack 1"_s, {}}));
        QCOMPARE(changed.size(), 5);
    }
    const Annotations read(u"ssh:root@director:22"_s);
    for (const ServiceKey &key : services)
        QCOMPARE(read.of(key), (Annotation{key.toString(), u"“note”\nof 两 lines"_s}));
    QCOMPARE(read.of(ip(u"192.168.10.11")).name, u"rack 1"_s);
    QVERIFY(read.of(database).isEmpty());
    QCOMPARE(read.names().size(), 5);
}

void TestAnnotations::eachDirectorHasItsOwn()
{
    Annotations one(u"ssh:root@one:22"_s);
    QVERIFY(one.set(web, {u"shop"_s, {}}));
    QVERIFY(Annotations(u"ssh:root@two:22"_s).isEmpty());
}

void TestAnnotations::emptyOnesAreForgotten()
{
    Annotations annotations(u"sandbox"_s);
    QVERIFY(annotations.set(web, {u"shop"_s, {}}));
    QVERIFY(annotations.set(web, {}));
    QVERIFY(annotations.isEmpty());
    QVERIFY(Annotations(u"sandbox"_s).isEmpty());
}

void TestAnnotations::goToAnotherConsole()
{
    const QTemporaryDir elsewhere;
    const QString path = elsewhere.filePath(u"names.json"_s);
    Annotations mine(u"sandbox"_s);
    QVERIFY(mine.set(web, {u"shop"_s, {}}));
    QVERIFY(mine.set(ip(u"192.168.10.11"), {u"rack 1"_s, {}}));
    QVERIFY(mine.exportTo(path));

    Annotations theirs(u"local"_s);
    QVERIFY(theirs.set(web, {u"old"_s, u"old"_s}));
    QVERIFY(theirs.set(database, {u"stays"_s, {}}));
    const auto imported = theirs.importFrom(path);
    QVERIFY(imported);
    QCOMPARE(*imported, 2);
    QCOMPARE(theirs.of(web), (Annotation{u"shop"_s, {}}));
    QCOMPARE(theirs.of(database).name, u"stays"_s);
    QCOMPARE(Annotations(u"local"_s).of(ip(u"192.168.10.11")).name, u"rack 1"_s);
}

void TestAnnotations::foreignFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray start = R"({"format":"lvs-console names and notes","version":1,"servers":[],"services":)";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("-A -t 172.18.100.6:80");
    QTest::newRow("another format") << QByteArray(R"({"format":"x","version":1,"services":[],"servers":[]})");
    QTest::newRow("a later version") << QByteArray(start).replace(":1,", ":2,") + "[]}";
    QTest::newRow("no list") << start + "{}}";
    QTest::newRow("bad address") << start + R"([{"protocol":"tcp","address":"172.18.100","port":80,"name":"a"}]})";
    QTest::newRow("bad port") << start + R"([{"protocol":"tcp","address":"172.18.100.6","port":65536,"name":"a"}]})";
    QTest::newRow("bad protocol") << start + R"([{"protocol":"http","address":"172.18.100.6","port":80,"name":"a"}]})";
    QTest::newRow("mark 0") << start + R"([{"mark":0,"family":4,"name":"a"}]})";
    QTest::newRow("bad family") << start + R"([{"mark":1,"family":5,"name":"a"}]})";
}

void TestAnnotations::foreignFilesAreRefused()
{
    QFETCH(const QByteArray, text);
    const QTemporaryDir elsewhere;
    write(elsewhere.filePath(u"names.json"_s), text);
    Annotations annotations(u"sandbox"_s);
    QVERIFY(annotations.set(web, {u"shop"_s, {}}));
    const auto imported = annotations.importFrom(elsewhere.filePath(u"names.json"_s));
    QVERIFY(!imported);
    QCOMPARE(int(imported.error().code), int(ErrorCode::FileNotUnderstood));
    QCOMPARE(annotations.of(web).name, u"shop"_s);
}

void TestAnnotations::aBrokenFileIsLeftAlone()
{
    QVERIFY(QDir().mkpath(folder()));
    const QString path = folder() + u"/sandbox.json"_s;
    write(path, "{ half a fi");
    Annotations annotations(u"sandbox"_s);
    QVERIFY(annotations.isEmpty());
    const auto set = annotations.set(web, {u"shop"_s, {}});
    QVERIFY(!set);
    QCOMPARE(int(set.error().code), int(ErrorCode::FileNotUnderstood));
    QVERIFY(annotations.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{ half a fi");
}

void TestAnnotations::saysWhyItCantBeWritten()
{
    const Annotations annotations(u"sandbox"_s);
    const auto written = annotations.exportTo(u"/proc/no/such/folder/names.json"_s);
    QVERIFY(!written);
    QCOMPARE(int(written.error().code), int(ErrorCode::FileNotWritten));
    QVERIFY(!written.error().values.value(1).isEmpty());
    Annotations reading(u"local"_s);
    const auto read = reading.importFrom(u"/proc/no/such/file"_s);
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), int(ErrorCode::FileNotRead));
}

QTEST_GUILESS_MAIN(TestAnnotations)
#include "tst_annotations.moc"
