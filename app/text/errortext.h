// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// An error in words for a person, in the language of the application.
struct ErrorText {
    QString what;    ///< one sentence: what happened
    QString meaning; ///< what it means for the person
    QString remedy;  ///< what to do about it
};

ErrorText errorText(const Error &error);

/// Events, alone: for a line under a field or in a list.
QString errorSentence(const Error &error);
/// Events and what to do, in one line.
QString errorSummary(const Error &error);
/// All three parts as paragraphs.
QString errorParagraphs(const Error &error);

} // namespace lvs
