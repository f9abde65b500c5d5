// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QStringList>

namespace lvs {

// The commands of nft that do the same to the console's own table.

QStringList commandsFor(const AddMarkRule &add);
QStringList commandsFor(const RemoveMarkRule &remove);
QStringList commandsFor(const AddSnatRule &add);
QStringList commandsFor(const RemoveSnatRule &remove);

} // namespace lvs
