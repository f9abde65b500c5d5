// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sourcecode.h"
#include "core/traffic/trafficcode.h"
#include "core/traffic/trafficfiles.h"
#include "tests/support/objects.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 noon = 20'000 * day + day / 2;

/// The block of the machine that `at` is in.
SealedMinutes block(qint64 at)
{
    std::vector<quint16> codes(MinutesTier::columns * MinutesTier::minutesPerBlock);
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = trafficcode::encode(double(i * 7919 % 1000));
    const TrafficSource machine = TrafficSource::machine();
    const PackedBlock packed(MinutesTier::indexOf(at / MinutesTier::minute, phaseOf(machine)), codes,
                             MinutesTier::lengths);
    return {machine, MinutesTier::firstMinute(packed, phaseOf(machine)), packed};
}

} // namespace

class TestTrafficFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void onlyOneWrites()
    {
        TrafficFiles first(root(), u"ssh:root@director:22"_s);
        QVERIFY(first.lock());
        {
            TrafficFiles second(root(), u"ssh:root@director:22"_s);
            QCOMPARE(second.lock().error().code, ErrorCode::Busy);
            QVERIFY(TrafficFiles(root(), u"local"_s).lock()); // another director's
            QVERIFY(first.append(std::vector{block(noon)}, noon));
            QCOMPARE(count(second, noon - day, noon), 1); // reading is for all
        }
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        for (const QString &folder : {root(), root() + u"/ssh%3Aroot%40director%3A22"_s})
            QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
    }

    void theLockEndsWithItsOwner()
    {
        {
            TrafficFiles first(root(), u"local"_s);
            QVERIFY(first.lock());
        }
        QVERIFY(TrafficFiles(root(), u"local"_s).lock());
    }

    void readsASpanOfDays()
    {
        TrafficFiles files(root(), u"local"_s);
        QVERIFY(files.lock());
        for (int i = 0; i < 5; ++i)
            QVERIFY(files.append(std::vector{block(noon + i * day)}, noon + i * day));
        QCOMPARE(count(files, noon + day - 3'600'000, noon + 3 * day), 3);
        QCOMPARE(count(files, noon + 6 * day, noon + 9 * day), 0);
    }

    void oldDaysGo()
    {
        TrafficFiles files(root(), u"local"_s);
        QVERIFY(files.lock());
        for (int i = 0; i < 40; ++i)
            QVERIFY(files.append(std::vector{block(noon + i * day)}, noon + i * day));
        QCOMPARE(count(files, noon, noon + 40 * day), TrafficFiles::keptDays + 1); // the present one, too
    }

    void manyBytesGo()
    {
        constexpr qint64 most = 40'000;
        TrafficFiles other(root(), u"ssh:other"_s, most);
        QVERIFY(other.lock());
        QVERIFY(other.append(std::vector{block(noon)}, noon));
        TrafficFiles files(root(), u"local"_s, most);
        QVERIFY(files.lock());
        for (int i = 1; i < 60; ++i) {
            const qint64 now = noon + i * day / 4;
            QCOMPARE(files.append(std::vector{block(now), block(now + 3'600'000)}, now), Result<bool>(true));
            QVERIFY(files.bytes() <= most);
        }
        QCOMPARE(count(other, noon - day, noon + day), 0); // of all directors the oldest go first
        QVERIFY(count(files, noon, noon + 20 * day) > 8);
        // One day alone is bounded as well.
        const qint64 today = noon + 100 * day;
        bool hasRoom = true;
        for (int i = 0; i < 100 && hasRoom; ++i) {
            const auto written = files.append(std::vector{block(today + i * 60'000)}, today);
            QVERIFY(written);
            hasRoom = *written;
        }
        QVERIFY(!hasRoom);
        QVERIFY(files.bytes() <= most);
        QVERIFY(count(files, today - day, today + day) > 8);
    }

    void damagesAreCounted()
    {
        TrafficFiles files(root(), u"local"_s);
        QVERIFY(files.lock());
        QVERIFY(files.append(std::vector{block(noon), block(noon + 3'600'000)}, noon));
        QDir folder(root() + u"/local"_s);
        const QString name = folder.entryList({u"*.minutes"_s}).value(0);
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(100);
        file.write("damage");
        file.close();
        const auto found = files.read(noon - day, noon + day, any, [](const SealedMinutes &) {});
        QCOMPARE(found.damages, 1);
        QVERIFY(!found.error);
    }

    void remembersPinnedServers()
    {
        TrafficFiles files(root(), u"local"_s);
        QVERIFY(files.readPinned().empty());
        QVERIFY(files.lock());
        const std::set pinned{TrafficSource::of(web, server(11).key), TrafficSource::of(database, server(13).key)};
        QVERIFY(files.writePinned(pinned));
        QVERIFY(TrafficFiles(root(), u"local"_s).readPinned() == pinned);
    }

    void whereNothingCanBeWritten()
    {
        TrafficFiles files(u"/proc/nowhere"_s, u"local"_s);
        QCOMPARE(files.lock().error().code, ErrorCode::FileNotWritten);
    }

private:
    static bool any(std::span<const quint8>, qint64) { return true; }
    static int count(const TrafficFiles &files, qint64 from, qint64 to)
    {
        int count = 0;
        files.read(from, to, any, [&count](const SealedMinutes &) { ++count; });
        return count;
    }
    QString root() const { return m_root->filePath(u"traffic"_s); }

    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_APPLESS_MAIN(TestTrafficFiles)
#include "tst_trafficfiles.moc"
