// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/attributes.h"

#include <string_view>
#include <vector>

namespace lvs {

/// Generic netlink requests under construction, to be sent in one go. Each is begun, filled with attributes, and ends
/// where the next one begins.
class RequestBatch
{
public:
    /// A command that changes something or reads one object; the kernel acknowledges it.
    void beginCommand(quint8 command);
    /// A reading of many objects.
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
    Bytes bytes() const { return m_bytes; }

    /// Gives the requests their family and consecutive sequence numbers; done just before sending.
    void address(quint16 family, quint32 firstSequence);

private:
    void begin(quint8 command, quint16 flags);
    void append(const void *data, size_t size);

    std::vector<std::byte> m_bytes;
    std::vector<size_t> m_offsets; ///< of each request's header
};

} // namespace lvs
