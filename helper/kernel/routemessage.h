// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/kernelerror.h"
#include "helper/kernel/attributes.h"

namespace lvs {

// What all messages of rtnetlink have in common (rtnetlink(7)).

constexpr quint16 dumpFlags = NLM_F_REQUEST | NLM_F_DUMP;

/// The header of a message, and its attributes.
template<class Header> [[nodiscard]] bool splitMessage(Bytes payload, Header &header, Bytes &attributes)
{
    if (payload.size() < sizeof header)
        return false;
    std::memcpy(&header, payload.data(), sizeof header);
    attributes = payload.subspan(std::min<size_t>(NLMSG_ALIGN(sizeof header), payload.size()));
    return true;
}

/// The end of an exchange, with what the kernel refused as an error.
inline Result<void> ended(const Result<int> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    return *outcome == 0 ? Result<void>() : std::unexpected(errorFromErrno(*outcome));
}

} // namespace lvs
