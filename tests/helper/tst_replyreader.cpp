// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/replyreader.h"
#include "tests/helper/kernelmessages.h"

#include <QRandomGenerator>
#include <QTest>

#include <linux/genetlink.h>

#include <cerrno>
#include <limits>

using namespace lvs;
using namespace lvs::test;

namespace {

constexpr quint16 family = 30;
constexpr quint32 portId = 4711;
constexpr quint32 first = 100;

QByteArray message(quint16 type, quint32 sequence, const QByteArray &payload, quint32 receiver = portId)
{
    const nlmsghdr header{.nlmsg_len = quint32(sizeof header + size_t(payload.size())),
                          .nlmsg_type = type,
                          .nlmsg_flags = 0,
                          .nlmsg_seq = sequence,
                          .nlmsg_pid = receiver};
    return bytesOf(header) + payload + QByteArray(NLMSG_ALIGN(header.nlmsg_len) - header.nlmsg_len, '\0');
}

/// With the header of the request behind the number, as the kernel does.
QByteArray end(quint32 sequence, int error)
{
    return message(NLMSG_ERROR, sequence, bytesOf(error) + bytesOf(nlmsghdr{}));
}

QByteArray done(quint32 sequence, int error = 0)
{
    return message(NLMSG_DONE, sequence, bytesOf(error));
}

QByteArray object(quint32 sequence, quint8 command, const QByteArray &attributes = "abcd")
{
    return message(family, sequence, bytesOf(genlmsghdr{.cmd = command, .version = 1, .reserved = 0}) + attributes);
}

/// A reader of a batch's answers and what it handed out.
struct Reading {
    explicit Reading(qsizetype requests, bool inOrder = false)
        : reader({.family = family, .portId = portId, .firstSequence = first, .requests = requests, .inOrder = inOrder})
    {
    }

    bool read(const QByteArray &datagram)
    {
        const auto *data = reinterpret_cast<const std::byte *>(datagram.data());
        const std::vector<std::byte> exactly(data, data + datagram.size());
        return reader.read(exactly, [this](qsizetype request, quint8 command, Bytes attributes) {
            objects.append(QString::fromLatin1("%1 %2 %3").arg(request).arg(command).arg(attributes.size()));
            return acceptObjects;
        });
    }
    QList<int> errors() const
    {
        QList<int> errors;
        for (const Outcome &outcome : reader.outcomes())
            errors.append(outcome.error);
        return errors;
    }

    ReplyReader reader;
    QStringList objects;
    bool acceptObjects = true;
};

} // namespace

class ReplyReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorsKeepTheirNumberAndPlace()
    {
        Reading reading(3);
        QVERIFY(reading.read(end(first, 0)));
        QVERIFY(reading.read(end(first + 2, -ESRCH)));
        QVERIFY(!reading.reader.isComplete());
        QVERIFY(reading.read(end(first + 1, -ENOENT)));
        QVERIFY(reading.reader.isComplete());
        QCOMPARE(reading.errors(), (QList<int>{0, ENOENT, ESRCH}));
    }

    void lastAcknowledgementSpeaksForAll()
    {
        Reading reading(4, true);
        QVERIFY(reading.read(end(first + 1, -EEXIST)));
        QVERIFY(!reading.reader.isComplete());
        QVERIFY(!reading.read(object(first, 5))); // it ended before the second
        QVERIFY(reading.read(end(first + 3, 0)));
        QVERIFY(reading.reader.isComplete());
        QCOMPARE(reading.errors(), (QList<int>{0, EEXIST, 0, 0}));
    }

    void objectThenAcknowledgement()
    {
        Reading reading(1);
        QVERIFY(reading.read(object(first, 5, "abcdefgh")));
        QVERIFY(!reading.reader.isComplete());
        QVERIFY(reading.read(end(first, 0)));
        QVERIFY(reading.reader.isComplete());
        QCOMPARE(reading.objects, QStringList{QStringLiteral("0 5 8")});
    }

    void dumpsCountTheirDatagrams()
    {
        Reading reading(3);
        QVERIFY(reading.read(object(first, 5) + object(first, 5)));
        QVERIFY(reading.read(object(first, 5) + done(first)));
        QVERIFY(reading.read(object(first + 1, 5) + object(first + 1, 5) + done(first + 1)));
        QVERIFY(reading.read(done(first + 2)));
        QVERIFY(reading.reader.isComplete());
        QCOMPARE(reading.objects.size(), 5);
        QCOMPARE(reading.reader.outcomes()[0].datagrams, 2u);
        QCOMPARE(reading.reader.outcomes()[1].datagrams, 1u);
        QCOMPARE(reading.reader.outcomes()[2].datagrams, 0u);
    }

    void dumpEndsWithAnError()
    {
        Reading reading(1);
        QVERIFY(reading.read(done(first, -EMSGSIZE)));
        QCOMPARE(reading.errors(), QList<int>{EMSGSIZE});
    }

    void whatIsNeverAnsweredWasInterrupted()
    {
        Reading reading(3);
        QVERIFY(reading.read(end(first + 1, -ENOENT)));
        reading.reader.endUnanswered();
        QVERIFY(reading.reader.isComplete());
        QCOMPARE(reading.errors(), (QList<int>{EINTR, ENOENT, EINTR}));
        QVERIFY(!reading.read(end(first, 0)));

        Reading inOrder(3, true);
        QVERIFY(inOrder.read(end(first, -ENOENT)));
        inOrder.reader.endUnanswered();
        QVERIFY(inOrder.reader.isComplete());
        QCOMPARE(inOrder.errors(), (QList<int>{ENOENT, 0, EINTR}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::newRow("earlier request") << end(first - 1, 0);
        QTest::newRow("later request") << end(first + 2, 0);
        QTest::newRow("ended twice") << end(first, 0) + end(first, 0);
        QTest::newRow("object after the end") << end(first, 0) + object(first, 5);
        QTest::newRow("other socket") << message(NLMSG_DONE, first, bytesOf(0), portId + 1);
        QTest::newRow("other family") << message(family + 1, first, QByteArray(8, '\0'));
        QTest::newRow("nothing in particular") << message(NLMSG_NOOP, first, {});
        QTest::newRow("overrun") << message(NLMSG_OVERRUN, first, {});
        QTest::newRow("positive error") << end(first, EPERM);
        QTest::newRow("error beyond numbers") << end(first, std::numeric_limits<int>::min());
        QTest::newRow("error without number") << message(NLMSG_ERROR, first, QByteArray(3, '\0'));
        QTest::newRow("end without number") << message(NLMSG_DONE, first, {});
        QTest::newRow("object without command") << message(family, first, QByteArray(3, '\0'));
        QTest::newRow("part of a header") << QByteArray(15, '\0');
        QTest::newRow("length below the header") << bytesOf(
            nlmsghdr{.nlmsg_len = 15, .nlmsg_type = family, .nlmsg_flags = 0, .nlmsg_seq = first, .nlmsg_pid = portId});
        QTest::newRow("length beyond the datagram") << object(first, 5).chopped(1);
        QTest::newRow("rest behind a message") << end(first, 0) + QByteArray(1, '\0');
    }
    void refuses()
    {
        QFETCH(QByteArray, datagram);
        QVERIFY(!Reading(2).read(datagram));
    }

    void refusesWhatTheTakerRefuses()
    {
        Reading reading(1);
        reading.acceptObjects = false;
        QVERIFY(!reading.read(object(first, 5) + object(first, 5)));
        QCOMPARE(reading.objects.size(), 1);
    }

    void garbage()
    {
        QRandomGenerator random(4711);
        const QByteArray good = object(first, 5) + object(first + 1, 5) + done(first) + end(first + 1, -ENOENT);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray datagram = good;
            for (int change = random.bounded(1, 4); change > 0; --change)
                datagram[random.bounded(datagram.size())] = char(random.bounded(256));
            datagram.truncate(random.bounded(2) == 0 ? datagram.size() : random.bounded(datagram.size()));
            refused += Reading(2).read(datagram) ? 0 : 1;
        }
        QVERIFY(refused > 10'000);
    }
};

QTEST_APPLESS_MAIN(ReplyReaderTest)
#include "tst_replyreader.moc"
