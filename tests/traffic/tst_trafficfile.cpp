// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/crc32.h"
#include "core/traffic/sourcecode.h"
#include "core/traffic/trafficcode.h"
#include "core/traffic/trafficfile.h"
#include "tests/support/objects.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

const QList<TrafficSource> sources{
    TrafficSource::machine(),
    TrafficSource::of(web),
    TrafficSource::of(web, server(11).key),
    TrafficSource::of(ServiceKey::forMark(7, Family::IPv6)),
    TrafficSource::of(ServiceKey::forAddress(Protocol::Udp, *IpAddress::fromText(u"2001:db8::6"), 53)),
    TrafficSource::of(ServiceKey::forAddress(Protocol::Sctp, *IpAddress::fromText(u"2001:db8::6"), 99),
                      {*IpAddress::fromText(u"192.168.10.11"), 99}),
};

/// Of a source, with figures of its own.
SealedMinutes block(const TrafficSource &source, qint64 number, double figure)
{
    std::vector<quint16> codes(MinutesTier::columns * MinutesTier::minutesPerBlock);
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = trafficcode::encode(figure + double(i % 50));
    const PackedBlock packed(number, codes, MinutesTier::lengths);
    return {source, MinutesTier::firstMinute(packed, phaseOf(source)), packed};
}

/// Where a block is, and what it holds.
QByteArray print(const SealedMinutes &block)
{
    const auto data = block.block.data();
    return toCode(block.source) + QByteArray::number(block.firstMinute) + ' ' +
           QByteArray(reinterpret_cast<const char *>(data.data()), qsizetype(data.size()));
}

} // namespace

class TestTrafficFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(!QFile::exists(path()) || QFile::remove(path())); }

    void theChecksumIsTheUsualOne()
    {
        const QByteArray text("123456789");
        QCOMPARE(crc32(std::as_bytes(std::span(text))), 0xcbf4'3926U);
    }

    void sourcesComeBack()
    {
        for (const TrafficSource &source : sources) {
            const QByteArray code = toCode(source);
            QVERIFY(code.size() <= longestSourceCode);
            QVERIFY(sourceFromCode(octets(code)) == source);
            QVERIFY(!sourceFromCode(octets(code + 'x')));
            QVERIFY(!sourceFromCode(octets(code.chopped(1))));
        }
        QVERIFY(!sourceFromCode({}));
        QVERIFY(!sourceFromCode(octets(QByteArray(1, 9))));
        // The same in every run, or blocks of another one would not fit.
        QCOMPARE(phaseOf(TrafficSource::machine()), 0x8d);
    }

    void blocksComeBack()
    {
        std::vector<SealedMinutes> written;
        for (qint64 i = 0; i < 60; ++i)
            written.push_back(block(sources[i % sources.size()], 900'000 + i, double(i) * 1000));
        QVERIFY(file().append(std::span(written).first(20)));
        QVERIFY(file().append(std::span(written).subspan(20)));
        QCOMPARE(read(), prints(written));
        QCOMPARE(m_damages, 0);
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const PackedBlock &first = m_read.front().block;
        std::array<quint16, MinutesTier::minutesPerBlock> column{};
        first.unpack(1, MinutesTier::lengths, column);
        QCOMPARE(trafficcode::decode(column[3]), 35.0);
    }

    void givesOnlyWhatIsWanted()
    {
        QVERIFY(file().append(std::vector{block(sources[0], 1, 5), block(sources[1], 1, 6), block(sources[1], 9, 7)}));
        const QByteArray wanted = toCode(sources[1]);
        QList<QByteArray> found;
        const auto isWanted = [&](std::span<const quint8> code, qint64 minute) {
            return minute > 200 && std::ranges::equal(code, octets(wanted));
        };
        QVERIFY(file().read(isWanted, [&](const SealedMinutes &one) { found.append(print(one)); }));
        QCOMPARE(found, QList<QByteArray>{print(block(sources[1], 9, 7))});
    }

    /// As a console leaves it that was killed while it wrote, and what the next one adds.
    void aCutTailLosesNothingElse()
    {
        const auto first = std::vector{block(sources[0], 1, 5), block(sources[1], 1, 6)};
        QVERIFY(file().append(first));
        QVERIFY(QFile::resize(path(), QFileInfo(path()).size() - 30));
        QCOMPARE(read(), prints(std::vector{first[0]}));
        QCOMPARE(m_damages, 1);
        const auto second = std::vector{block(sources[2], 2, 7), block(sources[3], 2, 8)};
        QVERIFY(file().append(second));
        QCOMPARE(read(), prints(std::vector{first[0], second[0], second[1]}));
        QCOMPARE(m_damages, 1);
    }

    void evenTheHeadMayBeCut()
    {
        write("LVSC");
        const auto blocks = std::vector{block(sources[0], 1, 5)};
        QVERIFY(file().append(blocks));
        QCOMPARE(read(), prints(blocks));
    }

    void anotherVersionIsLeftAlone()
    {
        QVERIFY(file().append(std::vector{block(sources[0], 1, 5)}));
        QByteArray bytes = contents();
        bytes[8] = 2;
        write(bytes);
        QCOMPARE(file().append(std::vector{block(sources[0], 1, 5)}).error().code, ErrorCode::FileNotUnderstood);
        QCOMPARE(contents(), bytes);
        QCOMPARE(file().read(any, [](const SealedMinutes &) {}).error().code, ErrorCode::FileNotUnderstood);
    }

    void whatIsNoFileIsAnError()
    {
        QCOMPARE(file().read(any, [](const SealedMinutes &) {}).error().code, ErrorCode::FileNotRead);
        const TrafficFile nowhere(u"/nowhere/at/all"_s);
        QCOMPARE(nowhere.append(std::vector{block(sources[0], 1, 5)}).error().code, ErrorCode::FileNotWritten);
    }

    /// Whatever happens to some bytes, records that were not touched are read, and nothing is that was not written.
    void randomDamage()
    {
        std::mt19937 random(1); // NOLINT: the same in each run
        std::vector<SealedMinutes> written;
        std::vector<qsizetype> ends;
        for (qint64 i = 0; i < 25; ++i) {
            written.push_back(block(sources[i % sources.size()], 900'000 + i, double(random() % 100'000)));
            QVERIFY(file().append(std::span(written).last(1)));
            ends.push_back(QFileInfo(path()).size());
        }
        const QByteArray whole = contents();
        const auto all = prints(written);
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes = whole;
            // From the back, so that places before stay what they are.
            auto at = qsizetype(random() % whole.size());
            qsizetype until = at + 1;
            switch (random() % 4) {
            case 0:
                bytes[at] = char(bytes[at] ^ (1 << random() % 8));
                break;
            case 1:
                until = std::min(whole.size(), at + qsizetype(random() % 3000));
                for (qsizetype i = at; i < until; ++i)
                    bytes[i] = char(random());
                break;
            case 2:
                until = whole.size();
                bytes.truncate(at);
                break;
            default:
                until = std::min(whole.size(), at + qsizetype(random() % 3000));
                bytes.remove(at, until - at);
                break;
            }
            write(bytes);
            const QList<QByteArray> found = read();
            qsizetype start = 16;
            for (std::size_t i = 0; i < ends.size(); ++i) {
                if (until <= start || at >= ends[i])
                    QVERIFY2(found.contains(all[qsizetype(i)]), qPrintable(u"round %1"_s.arg(round)));
                start = ends[i];
            }
            for (const QByteArray &one : found)
                QVERIFY(all.contains(one));
        }
    }

private:
    static std::span<const quint8> octets(const QByteArray &bytes)
    {
        return {reinterpret_cast<const quint8 *>(bytes.data()), std::size_t(bytes.size())};
    }
    static bool any(std::span<const quint8>, qint64) { return true; }
    static QList<QByteArray> prints(const std::vector<SealedMinutes> &blocks)
    {
        QList<QByteArray> prints;
        for (const SealedMinutes &one : blocks)
            prints.append(print(one));
        return prints;
    }
    QString path() const { return m_directory.filePath(u"day"_s); }
    TrafficFile file() const { return TrafficFile(path()); }
    QList<QByteArray> read()
    {
        m_read.clear();
        const auto read = file().read(any, [this](SealedMinutes one) { m_read.push_back(std::move(one)); });
        m_damages = read.value_or(-1);
        return prints(m_read);
    }
    QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_directory;
    std::vector<SealedMinutes> m_read;
    qsizetype m_damages = 0;
};

QTEST_APPLESS_MAIN(TestTrafficFile)
#include "tst_trafficfile.moc"
