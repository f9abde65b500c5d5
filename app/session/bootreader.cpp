// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/bootreader.h"

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// What the whole table costs may be paid every few seconds up to this.
constexpr auto cheap = 250ms;
constexpr int idleShare = 4; ///< a dearer reading may take at most a quarter of the time

} // namespace

BootReader::BootReader(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &BootReader::readNow);
}

void BootReader::readNow()
{
    if (!isConnected(m_director->status().link))
        return;
    m_again = m_reading; // what is being read may be from before that for which somebody asks
    if (m_again)
        return;
    m_later.stop();
    m_reading = true;
    m_clock.start();
    readBootPicture(*m_director).then(this, [this](const Result<BootPicture> &picture) {
        m_reading = false;
        m_took = std::chrono::milliseconds(m_clock.elapsed());
        m_picture = picture;
        Q_EMIT pictureRead();
        if (m_again)
            readSoon();
    });
}

void BootReader::readIfCheap()
{
    if (!m_reading && m_took <= cheap)
        readNow();
}

void BootReader::cancel()
{
    m_later.stop();
    m_again = false;
}

void BootReader::readSoon()
{
    if (m_reading)
        m_again = true;
    else if (!m_later.isActive())
        m_later.start(m_took <= cheap ? 0ms : idleShare * m_took);
}

} // namespace lvs
