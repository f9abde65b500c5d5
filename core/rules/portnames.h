// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace lvs {

/// The number that IANA has assigned to a service's name, for names that every machine knows alike: a proposal for a
/// person, who may have meant another one.
std::optional<quint16> portOfName(QStringView name);

} // namespace lvs
