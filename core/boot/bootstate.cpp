// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootstate.h"

#include <QCryptographicHash>

namespace lvs {

QByteArray digestOf(const BootFile &file)
{
    return file.isPresent() ? QCryptographicHash::hash(file.content, QCryptographicHash::Sha256) : QByteArray();
}

} // namespace lvs
