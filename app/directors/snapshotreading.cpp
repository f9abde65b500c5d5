// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/snapshotreading.h"

#include "app/directors/helperclient.h"
#include "helper/interface/convert.h"
#include "helper/interface/pages.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t keysPerPiece = 250;
constexpr size_t piecesUnderWay = 3;
/// Rows after which a director is not believed any more; memory ends somewhere.
constexpr qsizetype mostRows = 2'000'000;

struct ServerPage {
    size_t covered = 0;
    std::vector<ServerList> lists{};
};

Result<bus::ServicePage> servicePageFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    return bus::decodeServices(reply->arguments()[1].toByteArray());
}

Result<MachineTotals> totalsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    const QVariantList values = reply->arguments();
    return bus::totalsFromWire(bus::structureFrom<bus::FiguresData>(values[0]),
                               bus::structureFrom<bus::FiguresData>(values[1]), values[2].toULongLong());
}

/// Accepts only lists of services that were asked for, in their order.
Result<ServerPage> serverPageFrom(const Result<QDBusMessage> &reply, std::span<const ServiceKey> asked)
{
    if (!reply)
        return std::unexpected(reply.error());
    ServerPage page{.covered = reply->arguments()[1].toUInt()};
    auto lists = bus::decodeServers(reply->arguments()[2].toByteArray());
    if (!lists)
        return std::unexpected(lists.error());
    page.lists = std::move(*lists);
    if (page.covered == 0 || page.covered > asked.size())
        return failure(ErrorCode::HelperFailed, {u"covered"_s});
    const auto covered = asked.first(page.covered);
    auto at = covered.begin();
    for (const ServerList &list : page.lists) {
        at = std::ranges::find(at, covered.end(), list.service);
        if (at++ == covered.end())
            return failure(ErrorCode::HelperFailed, {u"order"_s});
    }
    return page;
}

} // namespace

QFuture<Result<Snapshot>> SnapshotReading::start(const QDBusConnection &connection, const Interest &interest)
{
    auto *reading = new SnapshotReading(connection, interest);
    auto future = reading->m_promise.future();
    reading->readServices();
    reading->readTotals();
    return future;
}

SnapshotReading::SnapshotReading(QDBusConnection connection, Interest interest)
    : QObject(QCoreApplication::instance()) // so that a call without an answer goes with the program
    , m_connection(std::move(connection))
    , m_interest(std::move(interest))
{
    m_promise.start();
    m_clock.start();
}

void SnapshotReading::readServices()
{
    QList<bus::KeyData> after;
    if (!m_snapshot.services.empty())
        after.append(bus::toWire(m_snapshot.services.back().config.key));
    helper::call(m_connection, "ReadServices"_L1, {QVariant::fromValue(after)})
        .then(QThreadPool::globalInstance(), servicePageFrom)
        .then(this, [this](Result<bus::ServicePage> page) {
            if (!page)
                return fail(page.error());
            auto &services = m_snapshot.services;
            m_rows += qsizetype(page->services.size());
            const bool inOrder = services.empty() || page->services.empty() ||
                                 services.back().config.key < page->services.front().config.key;
            if (!inOrder || m_rows > mostRows || (page->more && page->services.empty()))
                return fail({.code = ErrorCode::HelperFailed, .values = {u"page"_s}});
            std::ranges::move(page->services, std::back_inserter(services));
            if (page->more)
                readServices();
            else
                readServers();
        });
}

void SnapshotReading::readTotals()
{
    m_totalsOpen = true;
    helper::call(m_connection, "ReadTotals"_L1, {}).then(this, [this](const Result<QDBusMessage> &reply) {
        m_totalsOpen = false;
        if (const auto totals = totalsFrom(reply)) {
            m_snapshot.totals = totals->traffic;
            m_snapshot.uptime = totals->uptime;
        }
        finish();
    });
}

void SnapshotReading::readServers()
{
    if (m_interest.allServers) {
        for (const ServiceState &service : m_snapshot.services)
            m_keys.push_back(service.config.key);
    } else {
        m_keys = m_interest.serversOf;
        std::ranges::sort(m_keys);
        const auto [first, last] = std::ranges::unique(m_keys);
        m_keys.erase(first, last);
    }
    for (size_t at = 0; at < m_keys.size(); at += keysPerPiece)
        m_pieces.push_back({.keys = std::span(m_keys).subspan(at, std::min(keysPerPiece, m_keys.size() - at))});
    if (m_pieces.empty())
        return serversRead();
    while (m_nextPiece < std::min(piecesUnderWay, m_pieces.size()))
        readPiece(m_nextPiece++, 0);
}

void SnapshotReading::readPiece(size_t index, size_t offset)
{
    if (offset == 0)
        ++m_openPieces;
    const auto asked = m_pieces[index].keys.subspan(offset);
    // The keys are copied: after a failure this object is gone while the page is still being decoded.
    std::vector<ServiceKey> keys(asked.begin(), asked.end());
    const QVariant argument = QVariant::fromValue(bus::listToWire(keys));
    helper::call(m_connection, "ReadServers"_L1, {argument})
        .then(QThreadPool::globalInstance(),
              [keys = std::move(keys)](const Result<QDBusMessage> &reply) { return serverPageFrom(reply, keys); })
        .then(this, [this, index, offset](Result<ServerPage> page) {
            if (!page)
                return fail(page.error());
            for (ServerList &list : page->lists) {
                m_rows += qsizetype(list.servers.size());
                m_pieces[index].lists.push_back(std::move(list));
            }
            if (m_rows > mostRows)
                return fail({.code = ErrorCode::HelperFailed, .values = {u"rows"_s}});
            if (offset + page->covered < m_pieces[index].keys.size())
                return readPiece(index, offset + page->covered);
            --m_openPieces;
            if (m_nextPiece < m_pieces.size())
                readPiece(m_nextPiece++, 0);
            else if (m_openPieces == 0)
                serversRead();
        });
}

void SnapshotReading::fail(const Error &error)
{
    if (std::exchange(m_done, true))
        return;
    m_promise.addResult(std::unexpected(error));
    m_promise.finish();
    deleteLater();
}

void SnapshotReading::serversRead()
{
    m_serversRead = true;
    finish();
}

void SnapshotReading::finish()
{
    if (m_totalsOpen || !m_serversRead || std::exchange(m_done, true))
        return;
    for (Piece &piece : m_pieces)
        std::ranges::move(piece.lists, std::back_inserter(m_snapshot.servers));
    m_snapshot.readAt = QDateTime::currentDateTimeUtc();
    m_snapshot.took = std::chrono::milliseconds(m_clock.elapsed());
    m_promise.addResult(std::move(m_snapshot));
    m_promise.finish();
    deleteLater();
}

} // namespace lvs
