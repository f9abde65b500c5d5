// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// One word of a command line, and where it stands in the text. Whoever makes it keeps the text.
struct Word {
    QStringView text{};
    TextSpan span{}; ///< longer than the text where quotes were removed

    /// Where a part of the word stands; the whole word, if quotes were removed from it.
    TextSpan part(qsizetype start, qsizetype length) const
    {
        return text.size() == span.length ? TextSpan{span.start + start, length} : span;
    }
};

} // namespace lvs
