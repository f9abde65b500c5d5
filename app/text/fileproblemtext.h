// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/filetext.h"
#include "app/text/errortext.h"

namespace lvs {

/// Why a file can't be edited, in words for a person.
ErrorText fileProblemText(const FileProblem &problem);

} // namespace lvs
