// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionentry.h"
#include "core/model/virtualservice.h"

#include <optional>
#include <span>

namespace lvs {

/// For each entry of `sample` the template in it that holds its client, as an index. Nothing for templates, for what
/// no persistent service of `services` takes, and where the template is not in the sample.
std::vector<std::optional<size_t>> holdingTemplates(const ConnectionSample &sample,
                                                    std::span<const VirtualService> services);

} // namespace lvs
