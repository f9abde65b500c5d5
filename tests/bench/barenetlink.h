// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lvs::bench {

/// The limit of what a program can reach: libnl, one socket, nothing but the messages. Loads largeTable() in sends of
/// 64 messages, of which only the last is acknowledged. False if the kernel refuses one.
bool bareLoad();
/// Dumps all services and the servers of each, and takes the 64-bit counters out of every answer. The number of rows.
long bareRead();

} // namespace lvs::bench
