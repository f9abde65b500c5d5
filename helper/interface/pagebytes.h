// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>
#include <limits>
#include <utility>

namespace lvs::bus {

/// Makes a page, or a part of one. (To append each number to a byte array takes longer than all else of a page.)
class PageWriter
{
public:
    /// `usual`: bytes there is room for at first.
    explicit PageWriter(qsizetype usual)
        : m_bytes(usual, Qt::Uninitialized)
        , m_at(m_bytes.data())
        , m_end(m_at + m_bytes.size())
    {
    }
    Q_DISABLE_COPY_MOVE(PageWriter)

    qsizetype size() const { return m_at - m_bytes.constData(); }
    /// What was written. Nothing more can be.
    QByteArray take()
    {
        m_bytes.truncate(size());
        m_at = m_end = nullptr;
        return std::move(m_bytes);
    }

    void byte(quint8 value)
    {
        makeRoom(1);
        *m_at++ = char(value);
    }
    void number(quint64 value)
    {
        constexpr qsizetype longest = 10;
        makeRoom(longest);
        char *at = m_at;
        for (; value >= 0x80; value >>= 7)
            *at++ = char(value | 0x80);
        *at++ = char(value);
        m_at = at;
    }
    void bytes(QByteArrayView bytes)
    {
        makeRoom(bytes.size());
        m_at = std::ranges::copy(bytes, m_at).out;
    }
    void name(QByteArrayView name)
    {
        number(quint64(name.size()));
        bytes(name);
    }

private:
    void makeRoom(qsizetype bytes)
    {
        if (m_end - m_at >= bytes)
            return;
        const qsizetype written = size();
        m_bytes.resize(std::max(2 * m_bytes.size(), written + bytes));
        m_at = m_bytes.data() + written;
        m_end = m_bytes.data() + m_bytes.size();
    }

    QByteArray m_bytes;
    char *m_at; ///< behind what was written
    char *m_end;
};

/// Takes a page apart. After the first violation every further read gives nothing and `ok()` is false.
class PageReader
{
public:
    explicit PageReader(QByteArrayView page)
        : m_at(page.begin())
        , m_end(page.end())
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_end; }
    qsizetype left() const { return m_end - m_at; }
    void fail()
    {
        m_ok = false;
        m_at = m_end;
    }

    quint8 byte()
    {
        const QByteArrayView one = bytes(1);
        return one.isEmpty() ? 0 : quint8(one.front());
    }
    QByteArrayView bytes(qsizetype count)
    {
        if (count > left()) {
            fail();
            return {};
        }
        return {std::exchange(m_at, m_at + count), count};
    }
    /// Refuses numbers above `largest` and forms longer than needed.
    quint64 number(quint64 largest = std::numeric_limits<quint64>::max())
    {
        if (m_at != m_end && quint8(*m_at) < 0x80 && quint8(*m_at) <= largest) // as most are
            return quint8(*m_at++);
        quint64 value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto next = quint8(*m_at++);
            const quint64 bits = next & 0x7f;
            if (shift == 63 && bits > 1)
                break;
            value |= bits << shift;
            if (next < 0x80) {
                if ((next == 0 && shift > 0) || value > largest)
                    break;
                return value;
            }
        }
        fail();
        return 0;
    }
    /// A number of the width of T, not above `largest`.
    template<class T> T number(T largest = std::numeric_limits<T>::max()) { return T(number(quint64(largest))); }
    QByteArrayView name(quint64 longest) { return bytes(qsizetype(number(longest))); }

private:
    const char *m_at; ///< what is still to be read
    const char *m_end;
    bool m_ok = true;
};

} // namespace lvs::bus
