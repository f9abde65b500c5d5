// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace lvs {

/// How a distribution's ipvsadm.service restores a table.
enum class BootLayout : quint8 {
    Debian, ///< /etc/ipvsadm.rules, if /etc/default/ipvsadm says so
    Rhel,   ///< /etc/sysconfig/ipvsadm, which stopping the unit overwrites
};

/// A file that a table is restored from, or that says whether it is.
struct BootFile {
    /// Crosses the bus by number (helper/interface/org.lvsconsole.Helper1.xml): append only.
    enum class State : quint8 {
        Unknown, ///< nobody could be asked
        Missing,
        Present,
        Hidden,   ///< only root may read it
        Unusable, ///< no regular file, or too large
    };
    State state = State::Unknown;
    QByteArray content{};  ///< while Present
    QDateTime changedAt{}; ///< UTC
    bool isPresent() const { return state == State::Present; }
    friend bool operator==(const BootFile &, const BootFile &) = default;
};

/// SHA-256 of the content; empty where there is none.
QByteArray digestOf(const BootFile &file);

/// Largest content of a file that is read or written, in bytes: two and a half times the rules of 100,000 servers.
inline constexpr qsizetype largestBootFile = 24 * 1024 * 1024;

/// A unit that restores a table at boot, as systemd tells.
struct BootUnit {
    enum class Installation : quint8 { Unknown, Missing, Disabled, Enabled, Masked };
    enum class LastRun : quint8 {
        Never,   ///< since the machine was started
        Skipped, ///< there was nothing to restore
        Succeeded,
        Failed,
    };
    Installation installation = Installation::Unknown;
    LastRun lastRun = LastRun::Never;
    bool isActive = false; ///< it will be stopped when the machine shuts down
    bool isEnabled() const { return installation == Installation::Enabled; }
    friend bool operator==(const BootUnit &, const BootUnit &) = default;
};

/// What set-ups keep on a machine for its next boot, and whether it comes back.
struct KeptState {
    BootFile file{}; ///< as keptText() gives it
    BootUnit unit{};
    friend bool operator==(const KeptState &, const KeptState &) = default;
};

/// Everything that decides which table a machine has after its next boot.
struct BootState {
    BootFile own{};    ///< what "Make this survive a reboot" wrote, as bootText() gives it
    BootFile setups{}; ///< what set-ups keep, as keptText() gives it; restored by the same unit
    BootUnit ownUnit{};
    BootFile debianRules{};
    BootFile debianDefaults{};
    BootFile rhelRules{};
    BootUnit distributionUnit{}; ///< ipvsadm.service
    std::optional<BootLayout>
        distributionLayout{}; ///< what that unit does; nothing if it is missing or does something else
    friend bool operator==(const BootState &, const BootState &) = default;
};

/// Their names, for people.
namespace bootpath {
inline constexpr QLatin1StringView own{"/var/lib/lvs-console-helper/boot.rules"};
inline constexpr QLatin1StringView setups{"/var/lib/lvs-console-helper/boot.setups"};
inline constexpr QLatin1StringView debianRules{"/etc/ipvsadm.rules"};
inline constexpr QLatin1StringView debianDefaults{"/etc/default/ipvsadm"};
inline constexpr QLatin1StringView rhelRules{"/etc/sysconfig/ipvsadm"};
inline constexpr QLatin1StringView ownUnit{"lvs-console-restore.service"};
inline constexpr QLatin1StringView distributionUnit{"ipvsadm.service"};
} // namespace bootpath

} // namespace lvs
