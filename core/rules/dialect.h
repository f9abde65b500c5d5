// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/word.h"

#include <optional>
#include <span>

namespace lvs {

/// The word of a refused line that shows that it was made for another program of the same name: DPVS's ipvsadm or that
/// of Alibaba's LVS, which have commands and options for FullNAT, SNAT, local addresses and more.
std::optional<Word> wordOfOtherDialect(std::span<const Word> words, const Error &refusal);

} // namespace lvs
