// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/requestbatch.h"

#include <linux/genetlink.h>

namespace lvs {

namespace {

constexpr quint8 ipvsVersion = 1; // IPVS_GENL_VERSION

template<class Header, class Change> void changeHeader(std::byte *at, Change &&change)
{
    Header header;
    std::memcpy(&header, at, sizeof header);
    change(header);
    std::memcpy(at, &header, sizeof header);
}

} // namespace

void RequestBatch::beginCommand(quint8 command)
{
    m_isDump = false;
    begin(command, NLM_F_REQUEST);
}

void RequestBatch::beginDump(quint8 command)
{
    m_isDump = true;
    begin(command, NLM_F_REQUEST | NLM_F_DUMP);
}

void RequestBatch::begin(quint8 command, quint16 flags)
{
    m_offsets.push_back(m_bytes.size());
    const nlmsghdr message{.nlmsg_len = 0, .nlmsg_type = 0, .nlmsg_flags = flags, .nlmsg_seq = 0, .nlmsg_pid = 0};
    append(&message, sizeof message);
    const genlmsghdr generic{.cmd = command, .version = ipvsVersion, .reserved = 0};
    append(&generic, sizeof generic);
}

void RequestBatch::put(quint16 type, const void *payload, size_t size)
{
    const nlattr header{.nla_len = quint16(sizeof header + size), .nla_type = type};
    append(&header, sizeof header);
    append(payload, size);
    m_bytes.resize(NLA_ALIGN(m_bytes.size()));
}

void RequestBatch::putString(quint16 type, std::string_view text)
{
    const nlattr header{.nla_len = quint16(sizeof header + text.size() + 1), .nla_type = type};
    append(&header, sizeof header);
    append(text.data(), text.size());
    m_bytes.resize(NLA_ALIGN(m_bytes.size() + 1));
}

size_t RequestBatch::beginNested(quint16 type)
{
    const size_t nested = m_bytes.size();
    const nlattr header{.nla_len = 0, .nla_type = quint16(type | NLA_F_NESTED)};
    append(&header, sizeof header);
    return nested;
}

void RequestBatch::endNested(size_t nested)
{
    changeHeader<nlattr>(m_bytes.data() + nested,
                         [&](nlattr &header) { header.nla_len = quint16(m_bytes.size() - nested); });
}

void RequestBatch::clear()
{
    m_bytes.clear();
    m_offsets.clear();
}

void RequestBatch::address(quint16 family, quint32 firstSequence)
{
    size_t end = m_bytes.size();
    for (size_t i = m_offsets.size(); i-- > 0;) {
        changeHeader<nlmsghdr>(m_bytes.data() + m_offsets[i], [&](nlmsghdr &header) {
            header.nlmsg_len = quint32(end - m_offsets[i]);
            header.nlmsg_type = family;
            header.nlmsg_seq = firstSequence + quint32(i);
            if (!m_isDump && i + 1 == m_offsets.size())
                header.nlmsg_flags |= NLM_F_ACK;
        });
        end = m_offsets[i];
    }
}

void RequestBatch::append(const void *data, size_t size)
{
    const auto *bytes = static_cast<const std::byte *>(data);
    m_bytes.insert(m_bytes.end(), bytes, bytes + size);
}

} // namespace lvs
