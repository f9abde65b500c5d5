// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/routerequest.h"

#include <QtEndian>

namespace lvs {

RouteRequest::RouteRequest(quint16 type, quint16 flags)
{
    const nlmsghdr header{.nlmsg_len = 0, .nlmsg_type = type, .nlmsg_flags = flags, .nlmsg_seq = 0, .nlmsg_pid = 0};
    append(&header, sizeof header);
}

void RouteRequest::put(quint16 type, Bytes payload)
{
    const nlattr header{.nla_len = quint16(sizeof(nlattr) + payload.size()), .nla_type = type};
    append(&header, sizeof header);
    append(payload.data(), payload.size());
}

void RouteRequest::putAddress(quint16 type, const IpAddress &address)
{
    put(type, std::as_bytes(std::span(address.bytes()).first(address.isIPv4() ? 4 : 16)));
}

void RouteRequest::putString(quint16 type, std::string_view text)
{
    std::vector<std::byte> bytes(text.size() + 1);
    std::memcpy(bytes.data(), text.data(), text.size());
    put(type, bytes);
}

size_t RouteRequest::beginNested(quint16 type)
{
    const size_t nested = m_bytes.size();
    put(type, {});
    return nested;
}

void RouteRequest::endNested(size_t nested)
{
    const auto length = quint16(m_bytes.size() - nested);
    std::memcpy(m_bytes.data() + nested + offsetof(nlattr, nla_len), &length, sizeof length);
}

Bytes RouteRequest::finish(quint32 sequence)
{
    const auto length = quint32(m_bytes.size());
    std::memcpy(m_bytes.data() + offsetof(nlmsghdr, nlmsg_len), &length, sizeof length);
    std::memcpy(m_bytes.data() + offsetof(nlmsghdr, nlmsg_seq), &sequence, sizeof sequence);
    return m_bytes;
}

void RouteRequest::append(const void *data, size_t size)
{
    const auto *bytes = static_cast<const std::byte *>(data);
    m_bytes.insert(m_bytes.end(), bytes, bytes + size);
    m_bytes.resize(NLMSG_ALIGN(m_bytes.size())); // attributes are aligned in the same way
}

bool readAddress(Bytes payload, IpAddress &address)
{
    if (quint32 number = 0; payload.size() == sizeof number) {
        std::memcpy(&number, payload.data(), sizeof number);
        address = IpAddress::fromIPv4(qFromBigEndian(number));
        return true;
    }
    std::array<quint8, 16> bytes{};
    if (!readExactly(payload, bytes))
        return false;
    address = IpAddress::fromIPv6(bytes);
    return true;
}

} // namespace lvs
