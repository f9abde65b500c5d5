// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace lvs {

/// An abbreviation that the program uses. This is the one place that says what it means.
struct Term {
    QString name{};
    QString inFull{};
    QString meaning{};     ///< a sentence or two
    bool isCommon = false; ///< in every administrator's language, such as TCP: explained only where that is asked for
};

/// All of them, ordered by name.
std::vector<Term> terms();
/// Those that `text` has as words and that are not common, in the order in which they come.
std::vector<Term> termsIn(const QString &text);

} // namespace lvs
