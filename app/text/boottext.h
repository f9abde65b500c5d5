// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootpicture.h"
#include "app/text/markedtext.h"

namespace lvs {

/// What a reboot would do to the director.
MarkedText bootSummary(const BootPicture &picture);

/// "After the next boot", "Kept by LVS Console", "/etc/ipvsadm.rules", …
QString bootSourceName(BootSource source);
/// How a source stands: when it was written, whether it will be read, or why it is not known.
QString bootSourceText(const BootState &state, const BootForecast &forecast, BootSource source);

QString bootNoteText(const BootNote &note);

/// What writing a layout's files does, and what to know about them.
QString layoutExplanation(BootLayout layout);
/// What is still to be done by hand so that the files are read; empty if nothing is. The command, if there is one, is
/// in the second.
std::pair<QString, QString> layoutRemainder(const BootState &state, BootLayout layout);

} // namespace lvs
