// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <limits>

namespace lvs::bus {

/// Appends to a page.
class PageWriter
{
public:
    explicit PageWriter(QByteArray &page)
        : m_page(page)
    {
    }

    void byte(quint8 value) { m_page.append(char(value)); }
    void number(quint64 value)
    {
        char bytes[10];
        qsizetype length = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = char(value | 0x80);
        bytes[length++] = char(value);
        m_page.append(bytes, length);
    }
    void bytes(QByteArrayView bytes) { m_page.append(bytes); }
    void name(QByteArrayView name)
    {
        number(quint64(name.size()));
        bytes(name);
    }

private:
    QByteArray &m_page;
};

/// Takes a page apart. After the first violation every further read gives nothing and `ok()` is false.
class PageReader
{
public:
    explicit PageReader(QByteArrayView page)
        : m_rest(page)
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return !m_ok || m_rest.isEmpty(); }
    qsizetype left() const { return m_rest.size(); }
    void fail()
    {
        m_ok = false;
        m_rest = {};
    }

    quint8 byte()
    {
        const QByteArrayView one = bytes(1);
        return one.isEmpty() ? 0 : quint8(one.front());
    }
    QByteArrayView bytes(qsizetype count)
    {
        if (count > m_rest.size()) {
            fail();
            return {};
        }
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }
    /// Refuses numbers above `largest` and forms longer than needed.
    quint64 number(quint64 largest = std::numeric_limits<quint64>::max())
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && !m_rest.isEmpty(); shift += 7) {
            const quint8 next = quint8(m_rest.front());
            m_rest = m_rest.sliced(1);
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
    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace lvs::bus
