// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/tableownership.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace lvs {

namespace {

using keepalived::ConfigFile;

constexpr int looksPerReading = 6; // a configuration changes seldom

std::shared_ptr<const TableOwnership::Keepalived> understood(std::vector<ConfigFile> files)
{
    auto known = std::make_shared<TableOwnership::Keepalived>();
    known->config = keepalived::readConfiguration(files);
    known->files = std::move(files);
    for (const keepalived::ServiceBlock &block : known->config.services) {
        for (const ServiceKey &key : block.keys)
            known->services.insert(key);
    }
    return known;
}

} // namespace

TableOwnership::TableOwnership(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
    , m_owners{.isKnown = true} // nothing to doubt before the first look
{
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &TableOwnership::look);
    connect(director, &Director::statusChanged, this, [this] {
        if (m_looks == 0)
            look(); // connected just now
    });
}

void TableOwnership::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        return m_timer.stop();
    m_timer.start();
    look();
}

bool TableOwnership::isRunning(TableOwner owner) const
{
    return std::ranges::contains(m_owners.running, owner);
}

void TableOwnership::look()
{
    if (!m_watched || m_looking || !isConnected(m_director->status().link))
        return;
    m_looking = true;
    m_director->readOwners().then(this, [this](const Result<TableOwners> &owners) {
        m_looking = false;
        const TableOwners before = std::exchange(m_owners, owners.value_or(TableOwners{}));
        const bool due = m_looks++ % looksPerReading == 0 || before != m_owners;
        if (before != m_owners || m_looks == 1)
            Q_EMIT changed();
        if (due && !m_chosen && isRunning(TableOwner::Keepalived))
            readKeepalived();
    });
}

void TableOwnership::readKeepalived()
{
    m_chosen = false;
    m_director->readKeepalived().then(this, [this, reading = ++m_reading](Result<std::vector<ConfigFile>> files) {
        if (reading != m_reading)
            return;
        if (files)
            return take(std::move(*files));
        m_keepalivedError = files.error();
        m_keepalived.reset(); // what was read before may be wrong now
        Q_EMIT changed();
    });
}

void TableOwnership::setFiles(std::vector<ConfigFile> files)
{
    m_chosen = true;
    ++m_reading;
    take(std::move(files));
}

void TableOwnership::take(std::vector<ConfigFile> files)
{
    if (m_keepalived && m_keepalived->files == files && !m_keepalivedError)
        return;
    QtFuture::makeReadyValueFuture(std::move(files))
        .then(QThreadPool::globalInstance(), understood)
        .then(this, [this, reading = m_reading](std::shared_ptr<const Keepalived> known) {
            if (reading != m_reading)
                return;
            m_keepalived = std::move(known);
            m_keepalivedError.reset();
            Q_EMIT changed();
        });
}

std::optional<TableOwner> TableOwnership::ownerOf(const ServiceKey &service) const
{
    for (const TableOwner owner : m_owners.running) {
        const bool isOthers = owner == TableOwner::Keepalived && m_keepalived && !m_keepalived->config.isUncertain &&
                              !m_keepalived->services.contains(service);
        if (!isOthers)
            return owner;
    }
    return std::nullopt;
}

TableOwnership::Undoing TableOwnership::undoing(const ChangePlan &plan) const
{
    Undoing undoing;
    for (const Operation &operation : plan.operations) {
        if (std::holds_alternative<ZeroCounters>(operation))
            continue;
        const auto service = serviceOf(operation);
        const bool clears = std::holds_alternative<ClearTable>(operation) && !m_owners.running.empty();
        const auto owner = service  ? ownerOf(*service)
                           : clears ? std::optional(m_owners.running.front())
                                    : std::nullopt;
        if (!owner)
            continue;
        ++undoing.operations;
        if (!undoing.owner)
            undoing.owner = owner;
    }
    return undoing;
}

} // namespace lvs
