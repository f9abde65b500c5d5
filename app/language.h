// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QObject;

namespace lvs {

/// Installs the translations of the console and of Qt for a language ("en", "zh_CN"; empty: the system's), and makes
/// its number and date formats the default. `owner` keeps the translators.
void setLanguage(const QString &language, QObject *owner);

} // namespace lvs
