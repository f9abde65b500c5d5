// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"

namespace lvs {

class FormField;
class PersistenceFields;
class SchedulingFields;

/// Says below the fields of a service what is odd about it, but not below one that is wrong. What is about the address
/// stands below `address`, if there is one.
void showWarnings(const VirtualService &service, FormField *address, const SchedulingFields &scheduling,
                  const PersistenceFields &persistence);

} // namespace lvs
