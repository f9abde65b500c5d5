// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filterrule.h"

namespace lvs {

/// The conditions of both, with the rest as in `base`; nothing where they exclude each other. Where both together are
/// more than mostValues of a kind, those go and the rule is conditional.
std::optional<FilterRule> narrowed(const FilterRule &base, const FilterRule &more);

} // namespace lvs
