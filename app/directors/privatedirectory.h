// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <memory>

namespace lvs {

/// A new directory that only this user may enter, for the sockets of one login, with a path short enough for a socket
/// and free of characters that ssh would expand: below $XDG_RUNTIME_DIR, or else below /tmp. nullptr if neither can be
/// written. Removed with the object.
std::unique_ptr<QTemporaryDir> makePrivateDirectory();

} // namespace lvs
