// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

struct nft_ctx;

namespace lvs {

/// libnftables, in the network namespace of the thread that makes it. What goes in is JSON that was built from types;
/// names are never looked up: neither of hosts and services, nor of marks in /etc/iproute2. FirewallRefused carries the
/// first line of what it said.
///
/// Not for two threads at a time, whatever contexts they have: the library keeps its list of interfaces, what it
/// knows of the kernel's generations, and what belongs to the commands of a JSON text in static variables (src/iface.c,
/// src/mnl.c, src/parser_json.c).
class NftContext
{
public:
    NftContext();
    ~NftContext();
    Q_DISABLE_COPY_MOVE(NftContext)

    /// The names of all tables, without what is in them, as libnftables-json(5).
    Result<QByteArray> listTables();
    /// One table with its chains and rules, without the elements of named sets. Takes about 8 KB of memory for a rule,
    /// before anything can be said of its size: ask readNftChains() first.
    Result<QByteArray> listTable(const QString &family, const QString &name);
    /// Runs commands as one transaction: all of them or none.
    Result<void> run(const QByteArray &json);

private:
    Result<QByteArray> execute(const QByteArray &command);

    nft_ctx *m_context = nullptr;
    QString m_absence{}; ///< why there is no context
};

} // namespace lvs
