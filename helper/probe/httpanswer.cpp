// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/httpanswer.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace lvs {

namespace {

constexpr QByteArrayView headEnd = "\r\n\r\n";

/// "HTTP/1.1 200 OK" → 200
std::optional<quint16> statusIn(QByteArrayView line)
{
    constexpr qsizetype code = 9; // behind "HTTP/1.x "
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() < code + 3 || !line.startsWith("HTTP/1.") || !isDigit(line[7]) || line[8] != ' ')
        return {};
    const QByteArrayView digits = line.sliced(code, 3);
    const bool endsThere = line.size() == code + 3 || line[code + 3] == ' ';
    if (!std::ranges::all_of(digits, isDigit) || !endsThere || digits[0] < '1' || digits[0] > '5')
        return {};
    return quint16(digits.toUShort());
}

} // namespace

HttpAnswer::State HttpAnswer::add(QByteArrayView bytes)
{
    if (m_state == State::Content) {
        addContent(bytes);
    } else if (m_state == State::Head) {
        const qsizetype room = largestHead - m_head.size();
        m_head += bytes.first(std::min(room, bytes.size()));
        const qsizetype end = m_head.indexOf(headEnd);
        if (end >= 0) {
            const QByteArray begun = m_head.sliced(end + headEnd.size());
            m_head.truncate(end);
            readHead();
            if (m_state == State::Content) {
                addContent(begun);
                addContent(bytes.sliced(std::min(room, bytes.size())));
            }
        } else if (m_head.size() == largestHead) {
            m_state = State::Nonsense;
        }
    }
    return m_state;
}

HttpAnswer::State HttpAnswer::end()
{
    if (m_state == State::Head)
        m_state = State::Nonsense;
    else if (m_state == State::Content)
        m_state = State::Complete;
    return m_state;
}

QByteArray HttpAnswer::firstLineDigest() const
{
    if (m_content == 0)
        return {};
    QByteArrayView line = m_line;
    if (line.endsWith('\r'))
        line.chop(1);
    return QCryptographicHash::hash(line, QCryptographicHash::Sha256);
}

void HttpAnswer::readHead()
{
    const QList<QByteArray> lines = m_head.split('\n');
    const auto status = statusIn(QByteArrayView(lines.first()).trimmed());
    if (!status) {
        m_state = State::Nonsense;
        return;
    }
    m_status = *status;
    m_state = State::Content;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).compare("content-length", Qt::CaseInsensitive) != 0)
            continue;
        bool ok = false;
        const qlonglong length = line.sliced(colon + 1).trimmed().toLongLong(&ok);
        if (ok && length >= 0)
            m_announced = length;
    }
    if (m_announced == 0)
        m_state = State::Complete;
}

void HttpAnswer::addContent(QByteArrayView bytes)
{
    if (m_state != State::Content)
        return;
    const qsizetype wanted = std::min(m_announced.value_or(largestContent), largestContent);
    bytes = bytes.first(std::min(bytes.size(), wanted - m_content));
    m_content += bytes.size();
    if (!m_lineEnded) {
        const qsizetype end = bytes.indexOf('\n');
        m_line += end < 0 ? bytes : bytes.first(end);
        m_lineEnded = end >= 0 || m_line.size() >= largestLine;
        m_line.truncate(largestLine);
    }
    if (m_content == wanted)
        m_state = State::Complete;
}

} // namespace lvs
