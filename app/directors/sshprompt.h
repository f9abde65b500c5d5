// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/loginprompter.h"

#include <variant>

namespace lvs {

/// A host key that nobody should be asked to accept: of a type not known yet of a host known by another one, as an
/// impostor would offer it, or in words that ssh does not use.
struct DubiousHostKey {
    QString fingerprint{}; ///< empty if it could not be read
};

using SshQuestion = std::variant<HostKeyQuestion, DubiousHostKey, SecretQuestion>;

/// What ssh asks through its askpass program, from its own wording (OpenSSH, LC_ALL=C). `hint` is the value of
/// SSH_ASKPASS_PROMPT. Text that came from the far side is made plain: no control characters, at most 2000 characters.
SshQuestion classifyPrompt(QStringView text, QStringView hint);

/// Text from the far side as plain text: control characters except line feeds removed, cut at `longest`.
QString plainText(QStringView text, qsizetype longest = 2000);

} // namespace lvs
