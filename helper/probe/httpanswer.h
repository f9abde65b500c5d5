// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lvs {

/// Reads the answer to a GET of HTTP/1.0 as it comes (RFC 9112): status, length of the content, and its first line.
/// Keeps none of it.
class HttpAnswer
{
public:
    enum class State : quint8 {
        Head,
        Content,
        Complete,
        Nonsense, ///< no HTTP, or a head without an end
    };
    static constexpr qsizetype largestHead = 16 * 1024;
    static constexpr qsizetype largestContent = 256 * 1024; ///< more of it is not read
    static constexpr qsizetype largestLine = 4096;          ///< a longer first line counts as one that ends there

    State add(QByteArrayView bytes);
    /// The other end has closed the connection.
    State end();

    State state() const { return m_state; }
    quint16 status() const { return m_status; } ///< 0 before Content
    qsizetype contentSize() const { return m_content; }
    /// SHA-256 of the first line without its end; empty without content.
    QByteArray firstLineDigest() const;

private:
    void readHead();
    void addContent(QByteArrayView bytes);

    State m_state = State::Head;
    QByteArray m_head;
    QByteArray m_line; ///< the first of the content
    bool m_lineEnded = false;
    quint16 m_status = 0;
    qsizetype m_content = 0;
    std::optional<qsizetype> m_announced; ///< Content-Length
};

} // namespace lvs
