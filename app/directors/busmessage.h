// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lvs::busmessage {

// As much of the D-Bus wire format (D-Bus Specification, "Message Protocol") as taking a connection through its
// beginning needs.

/// The Hello call that opens every connection to a bus, with serial 1.
QByteArray hello();

struct Header {
    enum class Type : quint8 { Call = 1, Return = 2, Error = 3, Signal = 4 };
    Type type = Type::Call;
    quint32 serial = 0;
    qsizetype size = 0; ///< of the whole message, in bytes
};

/// Longest message a bus passes.
inline constexpr quint32 largestSize = 128 * 1024 * 1024;
/// Bytes that readHeader() needs.
inline constexpr qsizetype headerSize = 16;

/// Reads the fixed part of the message at the beginning of `bytes`; nothing if it is none.
std::optional<Header> readHeader(QByteArrayView bytes);

} // namespace lvs::busmessage
