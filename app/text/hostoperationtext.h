// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

// What an operation on the machine does, in one sentence.

QString operationText(const SetSysctl &set);
QString operationText(const AddAddress &add);
QString operationText(const RemoveAddress &remove);
QString operationText(const AddRoute &add);
QString operationText(const EditRoute &edit);
QString operationText(const RemoveRoute &remove);
QString operationText(const AddTunnel &add);
QString operationText(const RemoveTunnel &remove);

} // namespace lvs
