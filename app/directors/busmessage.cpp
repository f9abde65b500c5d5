// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/busmessage.h"

#include <QtEndian>

namespace lvs::busmessage {

namespace {

constexpr char protocolVersion = 1;

void align(QByteArray &bytes, qsizetype to)
{
    while (bytes.size() % to != 0)
        bytes += '\0';
}

void appendNumber(QByteArray &bytes, quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// One header field: struct of a byte and a variant of a string or an object path.
void appendField(QByteArray &bytes, char field, char type, QByteArrayView value)
{
    align(bytes, 8);
    bytes += field;
    bytes += '\1'; // length of the signature
    bytes += type;
    bytes += '\0';
    appendNumber(bytes, quint32(value.size()));
    bytes += value;
    bytes += '\0';
}

} // namespace

QByteArray hello()
{
    QByteArray fields;
    appendField(fields, 1, 'o', "/org/freedesktop/DBus");
    appendField(fields, 2, 's', "org.freedesktop.DBus");
    appendField(fields, 3, 's', "Hello");
    appendField(fields, 6, 's', "org.freedesktop.DBus");

    QByteArray message("l\1\0", 3); // little endian, method call, no flags
    message += protocolVersion;
    appendNumber(message, 0); // length of the body
    appendNumber(message, 1); // serial
    appendNumber(message, quint32(fields.size()));
    message += fields; // begins at 16, so its alignment holds
    align(message, 8);
    return message;
}

std::optional<Header> readHeader(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || bytes[3] != protocolVersion || (bytes[0] != 'l' && bytes[0] != 'B'))
        return std::nullopt;
    const auto number = [&](qsizetype at) {
        return bytes[0] == 'l' ? qFromLittleEndian<quint32>(bytes.data() + at)
                               : qFromBigEndian<quint32>(bytes.data() + at);
    };
    const quint32 body = number(4);
    const quint32 fields = number(12);
    if (body > largestSize || fields > largestSize)
        return std::nullopt;
    const qsizetype padded = (qsizetype(fields) + 7) / 8 * 8;
    return Header{.type = Header::Type(bytes[1]), .serial = number(8), .size = headerSize + padded + body};
}

} // namespace lvs::busmessage
