// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/call.h"

#include <QLatin1StringView>

#include <functional>

namespace lvs {

/// What a method does once its caller may: it answers the call, now or later.
using Act = std::function<void(const CallPtr &)>;
/// The first step of a method: reads and validates the arguments. An error is answered before anybody is asked.
using Prepare = std::function<Result<Act>(const Call &)>;
/// What a method can refuse by the state of the machine once its caller may look, and before a person is asked for
/// more.
using Check = std::function<Result<void>(const Call &)>;
/// How methods get into the service.
using Register = std::function<void(QLatin1StringView name, Prepare prepare)>;

} // namespace lvs
