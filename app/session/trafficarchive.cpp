// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/trafficarchive.h"

#include "core/traffic/sourcecode.h"

#include <QDateTime>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace lvs {

using namespace std::chrono_literals;

namespace {

constexpr auto writeEvery = 60s;
constexpr std::size_t mostWaiting = 1000;                                    ///< blocks
constexpr qint64 day = 86'400'000;                                           ///< ms
constexpr qint64 block = MinutesTier::minutesPerBlock * MinutesTier::minute; ///< ms
/// Of what comes back into memory, which has to find its place there beside the present.
constexpr std::size_t mostRecalled = TrafficHistory::usualLimit / 2;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// By their time; what was written later stands for what was written before.
using Blocks = std::map<qint64, SealedMinutes>;

struct Opening {
    Result<void> locked{};
    TrafficFiles::Found found{};
    TrafficArchive::Recalled recalled{};
};

Opening openFiles(TrafficFiles &files)
{
    Opening opening{.locked = files.lock()};
    std::map<TrafficSource, Blocks> blocks;
    std::size_t bytes = 0;
    const auto any = [](std::span<const quint8>, qint64) { return true; };
    opening.found = files.read(now() - day - block, now(), any, [&](SealedMinutes sealed) {
        bytes += sealed.block.bytes() + sizeof(Blocks::value_type);
        if (bytes > mostRecalled)
            return;
        const qint64 first = sealed.firstMinute;
        blocks[sealed.source].insert_or_assign(first, std::move(sealed));
    });
    for (auto &[source, ofSource] : blocks) {
        auto &list = opening.recalled.blocks[source];
        for (auto &[first, sealed] : ofSource)
            list.push_back(std::move(sealed));
    }
    opening.recalled.pinned = files.readPinned();
    return opening;
}

struct CurvesFound {
    std::vector<Curve> curves{};
    TrafficFiles::Found found{};
};

/// A day at a time, so that many of them need no more memory than one.
CurvesFound readCurves(const TrafficFiles &files, const TrafficArchive::CurvesWanted &wanted)
{
    CurvesFound result{.curves = std::vector<Curve>(wanted.sources.size())};
    std::map<QByteArray, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < wanted.sources.size(); ++i)
        places.emplace(toCode(wanted.sources[i]), i);
    const auto isWanted = [&](std::span<const quint8> code, qint64) {
        return places.contains(QByteArrayView(code.data(), qsizetype(code.size())));
    };
    const qint64 first = std::max(wanted.from - block, now() - (TrafficFiles::keptDays + 1) * day);
    for (qint64 start = first; start <= wanted.to; start = (start / day + 1) * day) {
        const qint64 end = std::min(wanted.to, (start / day + 1) * day - 1);
        std::vector<Blocks> blocks(wanted.sources.size());
        const TrafficFiles::Found found = files.read(start, end, isWanted, [&](SealedMinutes sealed) {
            const qint64 minute = sealed.firstMinute;
            blocks[places.find(toCode(sealed.source))->second].insert_or_assign(minute, std::move(sealed));
        });
        result.found.damages += found.damages;
        result.found.error = found.error ? found.error : result.found.error;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            for (const auto &[minute, sealed] : blocks[i])
                MinutesTier::append(sealed.block, minute, wanted.metric, wanted.from, wanted.to,
                                    result.curves[i].points);
        }
    }
    for (Curve &curve : result.curves) {
        curve.grain = std::chrono::milliseconds(MinutesTier::minute);
        curve = thinned(std::move(curve), wanted.from, wanted.to, wanted.points);
    }
    return result;
}

} // namespace

TrafficArchive::TrafficArchive(const QString &root, const QString &directorId, QObject *parent)
    : QObject(parent)
    , m_files(std::make_shared<TrafficFiles>(root, directorId))
{
    m_disk.setMaxThreadCount(1);
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeEvery);
    connect(&m_writeSoon, &QTimer::timeout, this, &TrafficArchive::write);
}

TrafficArchive::~TrafficArchive()
{
    write();
    m_disk.waitForDone();
}

QString TrafficArchive::usualRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/traffic");
}

QFuture<TrafficArchive::Recalled> TrafficArchive::open()
{
    return QtConcurrent::run(&m_disk, [files = m_files] { return openFiles(*files); })
        .then(this, [this](QFuture<Opening> opening) {
            Opening opened = opening.takeResult();
            m_hasLock = opened.locked.has_value();
            if (m_hasLock)
                setState(State::Keeping);
            else if (opened.locked.error().code == ErrorCode::Busy)
                setState(State::Elsewhere);
            else
                setState(State::Failed, opened.locked.error());
            note(opened.found);
            return std::move(opened.recalled);
        });
}

void TrafficArchive::keep(std::vector<SealedMinutes> blocks)
{
    if (blocks.empty() || (m_state != State::Opening && !isWritable()))
        return;
    std::ranges::move(blocks, std::back_inserter(m_waiting));
    if (m_waiting.size() > mostWaiting && m_state != State::Opening)
        write();
    else if (!m_writeSoon.isActive())
        m_writeSoon.start();
}

void TrafficArchive::write()
{
    if (m_state == State::Opening && !m_waiting.empty()) {
        m_writeSoon.start();
        return;
    }
    std::vector<SealedMinutes> blocks = std::exchange(m_waiting, {});
    if (blocks.empty() || !isWritable())
        return;
    QtConcurrent::run(&m_disk, [files = m_files, blocks = std::move(blocks)] {
        return files->append(blocks, now());
    }).then(this, [this](const Result<bool> &written) {
        if (!written)
            setState(State::Failed, written.error());
        else
            setState(*written ? State::Keeping : State::Full);
    });
}

void TrafficArchive::keepPinned(const std::set<TrafficSource> &servers)
{
    if (!isWritable())
        return;
    QtConcurrent::run(&m_disk, [files = m_files, servers] {
        return files->writePinned(servers);
    }).then(this, [this](const Result<void> &written) {
        if (!written)
            setState(State::Failed, written.error());
    });
}

QFuture<std::vector<Curve>> TrafficArchive::curves(const CurvesWanted &wanted)
{
    return QtConcurrent::run(&m_disk, [files = m_files, wanted] { return readCurves(*files, wanted); })
        .then(this, [this](QFuture<CurvesFound> reading) {
            CurvesFound found = reading.takeResult();
            note(found.found);
            return std::move(found.curves);
        });
}

void TrafficArchive::setState(State state, const std::optional<Error> &error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

void TrafficArchive::note(const TrafficFiles::Found &found)
{
    if (found.error && m_state == State::Keeping)
        setState(State::Failed, found.error);
    if (found.damages <= m_damages)
        return;
    m_damages = found.damages;
    Q_EMIT changed();
}

} // namespace lvs
