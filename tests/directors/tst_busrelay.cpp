// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/busmessage.h"
#include "app/directors/busrelay.h"
#include "tests/support/privatebus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QtConcurrentRun>

#include <sys/stat.h>

using namespace lvs;
using namespace Qt::StringLiterals;

/// The relay between the real bridge and the real QtDBus, on a bus of the test's own.
class TestBusRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeaders_data();
    void readsHeaders();
    void carriesAConnection();
    void carriesLargeMessages();
    void hangingFarSideStallsNobody();
    void endOfTheFarSide();
    void badFarSides_data();
    void badFarSides();
    void floods_data();
    void floods();
};

namespace {

/// A relay on a thread of its own, as the console runs it.
struct Relay {
    Relay(const QString &program, const QStringList &arguments)
        : path(directory.filePath(u"bus"_s))
        , relay(new BusRelay(program, arguments, path))
        , ready(relay, &BusRelay::ready)
        , ended(relay, &BusRelay::ended)
    {
        relay->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, relay, &QObject::deleteLater);
        thread.start();
        QMetaObject::invokeMethod(relay, &BusRelay::start);
    }
    ~Relay()
    {
        QDBusConnection::disconnectFromBus(name);
        thread.quit();
        thread.wait();
    }

    QDBusConnection connect()
    {
        auto future = QtConcurrent::run([this] { return QDBusConnection::connectToBus(u"unix:path="_s + path, name); });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("the socket does not answer");
        return future.result();
    }

    QTemporaryDir directory;
    QString path;
    QString name = u"relay"_s;
    QThread thread;
    BusRelay *relay;
    QSignalSpy ready;
    QSignalSpy ended;
};

QStringList bridgeTo(const test::PrivateBus &bus)
{
    return {u"--bus-path"_s, bus.address()};
}

/// Answers calls with their arguments.
class Echo : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.example.Echo")
public Q_SLOTS:
    QByteArray echo(const QByteArray &bytes) { return bytes; }
};

QDBusPendingCall callEcho(const QDBusConnection &connection, const QString &service, const QByteArray &bytes)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, u"/echo"_s, u"org.example.Echo"_s, u"echo"_s);
    call.setArguments({bytes});
    return connection.asyncCall(call);
}

} // namespace

void TestBusRelay::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("size"); // -1: refused
    const QByteArray hello = busmessage::hello();
    QTest::newRow("hello") << hello << hello.size();
    QTest::newRow("cut short") << hello.first(15) << qsizetype(-1);
    QTest::newRow("text") << "HTTP/1.1 400 Bad Request\r\n"_ba << qsizetype(-1);
    QTest::newRow("body above the bus's limit") << QByteArray("l\2\0\1\0\0\0\x10\1\0\0\0\0\0\0\0", 16) << qsizetype(-1);
    QTest::newRow("big endian") << QByteArray("B\2\0\1\0\0\0\7\0\0\0\1\0\0\0\3", 16) << qsizetype(16 + 8 + 7);
}

void TestBusRelay::readsHeaders()
{
    QFETCH(QByteArray, bytes);
    const auto header = busmessage::readHeader(bytes);
    QTEST(header ? header->size : -1, "size");
}

void TestBusRelay::carriesAConnection()
{
    test::PrivateBus bus;
    Relay relay(u"systemd-stdio-bridge"_s, bridgeTo(bus));
    QTRY_COMPARE(relay.ready.size(), 1);
    const QDBusConnection connection = relay.connect();
    QVERIFY2(connection.isConnected(), qPrintable(connection.lastError().message()));
    QVERIFY(connection.baseService().startsWith(u':'));
    QVERIFY(connection.interface()->isServiceRegistered(connection.baseService()));
    QCOMPARE(relay.ended.size(), 0);
}

void TestBusRelay::carriesLargeMessages()
{
    test::PrivateBus bus;
    QDBusConnection direct = QDBusConnection::connectToBus(bus.address(), u"direct"_s);
    Echo echo;
    QVERIFY(direct.registerObject(u"/echo"_s, &echo, QDBusConnection::ExportAllSlots));
    Relay relay(u"systemd-stdio-bridge"_s, bridgeTo(bus));
    QTRY_COMPARE(relay.ready.size(), 1);
    const QDBusConnection connection = relay.connect();
    QByteArray bytes(8 * 1024 * 1024, 'x');
    bytes[5'000'000] = 'y';
    QDBusPendingCallWatcher watcher(callEcho(connection, direct.baseService(), bytes));
    QTRY_VERIFY_WITH_TIMEOUT(watcher.isFinished(), 20'000);
    QVERIFY2(!watcher.isError(), qPrintable(watcher.error().message()));
    QVERIFY(watcher.reply().arguments().value(0).toByteArray() == bytes);
    QDBusConnection::disconnectFromBus(u"direct"_s);
}

void TestBusRelay::hangingFarSideStallsNobody()
{
    test::PrivateBus bus;
    QDBusConnection direct = QDBusConnection::connectToBus(bus.address(), u"direct"_s);
    Relay relay(u"sleep"_s, {u"60"_s}); // a login that never gets through
    qint64 longest = 0;
    for (int call = 0; call < 200; ++call) {
        QElapsedTimer clock;
        clock.start();
        QDBusPendingCallWatcher watcher(direct.interface()->asyncCall(u"GetId"_s));
        QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
        QVERIFY(watcher.isFinished() || finished.wait());
        longest = std::max(longest, clock.nsecsElapsed());
        QVERIFY2(!watcher.isError(), qPrintable(watcher.error().message()));
    }
    qInfo("longest call beside the hanging login: %.1f ms", double(longest) / 1e6);
    QCOMPARE(relay.ready.size(), 0);
    QCOMPARE(relay.ended.size(), 0);
    QDBusConnection::disconnectFromBus(u"direct"_s);
}

void TestBusRelay::endOfTheFarSide()
{
    test::PrivateBus bus;
    Relay relay(u"systemd-stdio-bridge"_s, bridgeTo(bus));
    QTRY_COMPARE(relay.ready.size(), 1);
    const QDBusConnection connection = relay.connect();
    QDBusPendingCallWatcher watcher(callEcho(connection, connection.baseService(), {})); // nobody answers it
    bus.stop();
    QTRY_COMPARE(relay.ended.size(), 1);
    QCOMPARE(relay.ended[0][0].value<Error>().code, ErrorCode::LinkLost);
    QTRY_VERIFY(watcher.isFinished());
    QVERIFY(watcher.isError());
    QTRY_VERIFY(!connection.isConnected());
}

void TestBusRelay::badFarSides_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no bridge") << u"exec no-such-bridge"_s << ErrorCode::NoHelper;
    QTest::newRow("no bus") << u"exec systemd-stdio-bridge --bus-path unix:path=/nonexistent"_s << ErrorCode::NoHelper;
    QTest::newRow("refusal") << u"printf 'REJECTED EXTERNAL\\r\\n'; sleep 60"_s << ErrorCode::HelperFailed;
    QTest::newRow("greeting of a shell") << u"printf 'Welcome\\r\\n'; sleep 60"_s << ErrorCode::HelperFailed;
    QTest::newRow("endless line") << u"head -c 10000 /dev/zero; sleep 60"_s << ErrorCode::HelperFailed;
    QTest::newRow("no message") << u"printf 'OK abc\\r\\nthis is no message of a bus'; sleep 60"_s
                                << ErrorCode::HelperFailed;
    QTest::newRow("ssh's own error") << u"exit 255"_s << ErrorCode::LinkLost;
    QTest::newRow("end after authentication") << u"printf 'OK abc\\r\\n'; exit 1"_s << ErrorCode::LinkLost;
}

void TestBusRelay::badFarSides()
{
    QFETCH(QString, script);
    Relay relay(u"sh"_s, {u"-c"_s, script});
    QTRY_COMPARE(relay.ended.size(), 1);
    QTEST(relay.ended[0][0].value<Error>().code, "code");
    QCOMPARE(relay.ready.size(), 0);
}

void TestBusRelay::floods_data()
{
    QTest::addColumn<bool>("isConnected");
    QTest::newRow("before anybody has connected") << false;
    QTest::newRow("to a program that does not read") << true;
}

/// What waits to be passed on has an end, however much the far side sends.
void TestBusRelay::floods()
{
    QFETCH(const bool, isConnected);
    QTemporaryDir directory;
    const QString gate = directory.filePath(u"gate"_s);
    QCOMPARE(mkfifo(QFile::encodeName(gate).constData(), 0600), 0);
    // Authentication and the answer to Hello, and no end as soon as the gate opens.
    Relay relay(u"sh"_s, {u"-c"_s, uR"(printf 'OK abc\r\nl\2\0\1\0\0\0\0\1\0\0\0\0\0\0\0'
                                        cat "$0" >/dev/null; exec cat /dev/zero)"_s,
                          gate});
    QTRY_COMPARE(relay.ready.size(), 1);
    QLocalSocket program;
    program.setReadBufferSize(1);
    if (isConnected) {
        program.connectToServer(relay.path);
        program.write('\0' + "AUTH EXTERNAL 30\r\nBEGIN\r\n"_ba + busmessage::hello());
        QTRY_VERIFY(program.bytesAvailable() > 0);
    }
    QFile opened(gate);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    opened.close();
    QTRY_COMPARE_WITH_TIMEOUT(relay.ended.size(), 1, 30'000);
    QCOMPARE(relay.ended[0][0].value<Error>().code, ErrorCode::HelperFailed);
}

QTEST_GUILESS_MAIN(TestBusRelay)
#include "tst_busrelay.moc"
