// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

#include <QByteArray>

#include <span>

/// Bulk reads as binary pages, because a hundred thousand typed rows take the bus seconds.
///
/// A page begins with a byte of version and a byte of kind. Numbers are unsigned, seven bits a byte, lowest first, the
/// high bit saying that more follow, and in their shortest form; names are a number of bytes and the bytes; addresses
/// are 4 or 16 bytes after a byte that says which. Rows follow each other to the end of the page:
///
///     services (kind 1): flags (1: more services follow in the next page), then service rows in the order of keys
///     servers (kind 2): for each service its key, the number of its servers, and their rows in the kernel's order
///
/// Readers refuse what is not exactly that (HelperFailed, "page"), and never read or reserve beyond the page.
namespace lvs::bus {

struct ServicePage {
    std::vector<ServiceState> services{}; ///< ordered by key
    bool more = false;
};

/// The services behind `after` that fit in a page. `services` must be ordered by key.
QByteArray encodeServices(std::span<const ServiceState> services, const ServiceKey *after = nullptr);
Result<ServicePage> decodeServices(QByteArrayView page);

/// A list as it stands in a page.
QByteArray encodeServers(const ServerList &list);

/// Collects server lists until the page is full.
class ServerPageWriter
{
public:
    ServerPageWriter();
    void add(const ServerList &list) { add(encodeServers(list)); }
    /// Adds lists that were encoded.
    void add(QByteArrayView lists) { m_page.append(lists); }
    bool isFull() const;
    const QByteArray &page() const { return m_page; }

private:
    QByteArray m_page;
};

Result<std::vector<ServerList>> decodeServers(QByteArrayView page);

} // namespace lvs::bus
