// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/trafficfile.h"

#include "core/traffic/crc32.h"
#include "core/traffic/sourcecode.h"

#include <QFile>
#include <QtEndian>

namespace lvs {

namespace {

constexpr QByteArrayView magic("LVSCTRAF");
constexpr quint32 version = 1;
constexpr qsizetype headSize = 16;

constexpr QByteArrayView mark("\xb1\x0c\x4d\x1a");
constexpr qsizetype recordHead = 4 + 2 + 4;
/// Of a body: that of the largest source and of a block in which everything differs.
constexpr qsizetype longestBody = 1 + longestSourceCode + 8 + qsizetype(MinutesTier::columns) * (3 + 64);

template<class Number> void add(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

template<class Number> Number numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

std::span<const quint8> octets(QByteArrayView bytes)
{
    return {reinterpret_cast<const quint8 *>(bytes.data()), std::size_t(bytes.size())};
}

QByteArray headOfFile()
{
    QByteArray head = magic.toByteArray();
    add(head, version);
    add(head, quint32(trafficMetricCount));
    return head;
}

/// Written by a program that knows other metrics or another format. One whose head is damaged is not.
bool isOfAnotherVersion(QByteArrayView head)
{
    return head.size() >= headSize && head.startsWith(magic) && head.first(headSize) != headOfFile();
}

QByteArray bodyOf(const SealedMinutes &block)
{
    const QByteArray code = toCode(block.source);
    const auto data = block.block.data();
    QByteArray body;
    body.reserve(longestBody);
    add(body, quint8(code.size()));
    body += code;
    add(body, block.firstMinute);
    body.append(reinterpret_cast<const char *>(data.data()), qsizetype(data.size()));
    return body;
}

/// What can be read of a body without unpacking it.
struct Body {
    std::span<const quint8> source;
    qint64 firstMinute = 0;
    std::span<const quint8> data;
};

std::optional<Body> bodyIn(QByteArrayView bytes)
{
    const qsizetype code = bytes.isEmpty() ? 0 : quint8(bytes.front());
    if (bytes.size() < 1 + code + 8)
        return std::nullopt;
    return Body{octets(bytes.sliced(1, code)), numberAt<qint64>(bytes, 1 + code), octets(bytes.sliced(1 + code + 8))};
}

std::optional<SealedMinutes> blockIn(const Body &body)
{
    const auto source = sourceFromCode(body.source);
    if (!source || body.firstMinute < 0)
        return std::nullopt;
    auto block = PackedBlock::fromData(MinutesTier::indexOf(body.firstMinute, phaseOf(*source)), body.data,
                                       MinutesTier::lengths);
    if (!block)
        return std::nullopt;
    return SealedMinutes{*source, body.firstMinute, std::move(*block)};
}

/// A file in pieces, so that a large one needs no more memory than a small one.
class Pieces
{
public:
    explicit Pieces(QFile &file)
        : m_file(file)
    {
    }

    QByteArrayView rest() const { return QByteArrayView(m_bytes).sliced(m_at); }
    void skip(qsizetype size) { m_at += size; }
    /// Whether there are so many bytes, after reading on if need be.
    bool reach(qsizetype size)
    {
        constexpr qsizetype piece = 256 * 1024;
        while (rest().size() < size) {
            const QByteArray more = m_file.read(piece);
            if (more.isEmpty())
                return false;
            m_bytes.remove(0, m_at);
            m_at = 0;
            m_bytes += more;
        }
        return true;
    }

private:
    QFile &m_file;
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// The body of the record that begins here; nothing if none does.
std::optional<QByteArrayView> nextBody(Pieces &pieces)
{
    if (!pieces.reach(recordHead) || !pieces.rest().startsWith(mark))
        return std::nullopt;
    const auto length = numberAt<quint16>(pieces.rest(), 4);
    if (length > longestBody || !pieces.reach(recordHead + length))
        return std::nullopt;
    const QByteArrayView body = pieces.rest().sliced(recordHead, length);
    const auto sum = numberAt<quint32>(pieces.rest(), 6);
    return crc32(std::as_bytes(octets(body))) == sum ? std::optional(body) : std::nullopt;
}

/// To where the next record may begin, which is not here.
void skipDamage(Pieces &pieces)
{
    pieces.skip(1);
    while (pieces.reach(mark.size())) {
        const qsizetype found = pieces.rest().indexOf(mark);
        if (found >= 0)
            return pieces.skip(found);
        pieces.skip(pieces.rest().size() - mark.size() + 1); // a mark may reach into what comes
    }
    pieces.skip(pieces.rest().size());
}

} // namespace

Result<void> TrafficFile::append(std::span<const SealedMinutes> blocks) const
{
    QFile file(m_path);
    const auto failed = [&] { return failure(ErrorCode::FileNotWritten, {m_path, file.errorString()}); };
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    if (isOfAnotherVersion(file.read(headSize)))
        return failure(ErrorCode::FileNotUnderstood, {m_path});
    QByteArray bytes = file.size() == 0 ? headOfFile() : QByteArray();
    for (const SealedMinutes &block : blocks) {
        const QByteArray body = bodyOf(block);
        bytes += mark;
        add(bytes, quint16(body.size()));
        add(bytes, crc32(std::as_bytes(octets(body))));
        bytes += body;
    }
    // At the end, also of one that was cut off.
    if (!file.seek(file.size()) || file.write(bytes) != bytes.size())
        return failed();
    return {};
}

Result<qsizetype> TrafficFile::read(const Wanted &wanted, const Take &take) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotRead, {m_path, file.errorString()});
    Pieces pieces(file);
    pieces.reach(headSize);
    if (isOfAnotherVersion(pieces.rest()))
        return failure(ErrorCode::FileNotUnderstood, {m_path});
    qsizetype damages = 0;
    bool inDamage = false;
    if (pieces.rest().startsWith(magic) && pieces.rest().size() >= headSize)
        pieces.skip(headSize);
    while (pieces.reach(1)) {
        const std::optional<QByteArrayView> bytes = nextBody(pieces);
        if (!bytes) {
            damages += std::exchange(inDamage, true) ? 0 : 1;
            skipDamage(pieces);
            continue;
        }
        inDamage = false;
        const std::optional<Body> body = bodyIn(*bytes);
        if (body && wanted(body->source, body->firstMinute)) {
            if (auto block = blockIn(*body))
                take(std::move(*block));
        }
        pieces.skip(recordHead + bytes->size());
    }
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileNotRead, {m_path, file.errorString()});
    return damages;
}

} // namespace lvs
