// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace lvs {

/// What is said over a TCP connection once there is one, by a socket that never blocks.
class Conversation
{
public:
    enum class State : quint8 {
        WaitsToRead,
        WaitsToWrite,
        Complete,
        Nonsense, ///< what came is not of the protocol
        Broken,   ///< the connection; errno says why
    };
    virtual ~Conversation() = default;

    /// Goes on as far as the socket lets it.
    virtual State goOn(int socket) = 0;
    /// Whether enough has come for an answer, whatever becomes of the rest.
    virtual bool hasAnswer() const = 0;
};

} // namespace lvs
