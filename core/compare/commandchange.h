// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleline.h"

namespace lvs {

// Commands of ipvsadm as the writer of rule files spells them; empty where ipvsadm has no word for something.

QString serviceCommand(const VirtualService &service);
QString serverCommand(const ServiceKey &service, const RealServer &server);
QString timeoutsCommand(const Timeouts &timeouts);
QString daemonCommand(const SyncDaemon &daemon);

/// A command that stands in a text.
struct CommandText {
    const RuleLine &line;
    QString text{}; ///< of the line, and of those that backslashes join to it
    RuleMode mode{};
};

/// From the first word of a command to its last; what stands around it is blanks and a comment.
TextSpan commandSpan(QStringView text, RuleMode mode);

/// The fixes, in ascending order, that make a command mean `after` instead of `before` (in the writer's spelling):
/// single options where that is enough, else the whole command.
std::vector<RuleFix> commandChange(const CommandText &command, const QString &before, const QString &after);

} // namespace lvs
