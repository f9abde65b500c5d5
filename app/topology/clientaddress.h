// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

namespace lvs {

/// A client that nobody has, of the networks for documentation (RFC 5737, RFC 3849).
ServerKey exampleClient(Family family);

/// Reads "198.51.100.7:40000" or "[2001:db8::7]:40000".
Result<ServerKey> clientFromText(const QString &text, Family family);

} // namespace lvs
