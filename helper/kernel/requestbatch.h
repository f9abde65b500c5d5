// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/attributes.h"

#include <string_view>
#include <vector>

namespace lvs {

/// Generic netlink requests under construction, to be sent in one go: either commands or dumps. Each is begun, filled
/// with attributes, and ends where the next one begins.
class RequestBatch
{
public:
    /// A command that changes something or reads one object. The kernel carries commands out in their order and
    /// answers each that fails; only the last is asked to acknowledge success, which speaks for all before it. (An
    /// acknowledgement each costs a quarter of the time of a large apply.)
    void beginCommand(quint8 command);
    /// A reading of many objects; has an end of its own.
    void beginDump(quint8 command);

    void put(quint16 type, const void *payload, size_t size);
    void putU8(quint16 type, quint8 value) { put(type, &value, sizeof value); }
    void putU16(quint16 type, quint16 value) { put(type, &value, sizeof value); }
    void putU32(quint16 type, quint32 value) { put(type, &value, sizeof value); }
    /// With a terminating NUL.
    void putString(quint16 type, std::string_view text);
    /// Attributes put between the two belong to the nested one.
    [[nodiscard]] size_t beginNested(quint16 type);
    void endNested(size_t nested);

    void clear();
    qsizetype size() const { return qsizetype(m_offsets.size()); }
    bool isDump() const { return m_isDump; }
    Bytes bytes() const { return m_bytes; }

    /// Gives the requests their family and consecutive sequence numbers, and asks the last for what it takes to know
    /// the end; done just before sending.
    void address(quint16 family, quint32 firstSequence);

private:
    void begin(quint8 command, quint16 flags);
    void append(const void *data, size_t size);

    std::vector<std::byte> m_bytes;
    std::vector<size_t> m_offsets; ///< of each request's header
    bool m_isDump = false;
};

} // namespace lvs
