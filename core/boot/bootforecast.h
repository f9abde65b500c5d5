// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootrules.h"
#include "core/boot/bootstate.h"
#include "core/boot/kepttext.h"
#include "core/model/severity.h"

namespace lvs {

/// Something about the next boot that a person may not expect.
struct BootNote {
    enum class Code : quint8 {
        NothingRestored, ///< nothing is set up to bring the table back
        OwnUnitOff,      ///< there is a saved state, but our unit is not enabled; values: unit
        OwnUnitFailed,   ///< at the last boot
        OwnFaulty,       ///< our file has a line that can't be carried out; values: line
        AutoIsOff,       ///< AUTO is not "true": /etc/ipvsadm.rules is not read
        DefaultsFaulty,  ///< /etc/default/ipvsadm has a value that means nothing
        DaemonTwice,     ///< started by DAEMON= and by the rules: the second start fails; values: "master" or "backup"
        UnitOff,         ///< there are distribution files, but ipvsadm.service is not enabled
        UnitFailed,      ///< ipvsadm.service, at the last boot
        NoUnit,          ///< there are distribution files, but no ipvsadm.service reads them; values: path
        RulesFaulty,     ///< a line of the distribution's file that ipvsadm refuses; values: path, line
        StopOverwrites,  ///< stopping the unit writes the table of that moment over the file
        StopLoses,       ///< ... without thresholds, timeouts and sync daemons, of which there are some
        FileMissing,     ///< the unit needs it and fails; values: path
        Hidden,          ///< a file that only root may read; values: path
        BothRestore,     ///< the distribution's unit first, then ours adds what is missing
        SetupsKept,      ///< by our unit, for set-ups; values: how many of them
        SetupsFaulty,    ///< our file of set-ups has a line that is not understood; values: line
    };
    Code code{};
    QStringList values{};
    Severity severity = Severity::Warning;
    friend bool operator==(const BootNote &, const BootNote &) = default;
};

/// A state beside the kernel's present one, to be compared with it.
enum class BootSource : quint8 {
    NextBoot,
    Own,    ///< kept by "Make this survive a reboot"
    Debian, ///< /etc/ipvsadm.rules, with the sync daemons of /etc/default/ipvsadm
    Rhel,   ///< /etc/sysconfig/ipvsadm
};
inline constexpr BootSource everyBootSource[] = {BootSource::NextBoot, BootSource::Own, BootSource::Debian,
                                                 BootSource::Rhel};

/// What the next boot brings, as far as the files and units say.
struct BootForecast {
    std::optional<BootRules> own{}; ///< what each file holds, whether or not it will be read
    std::optional<BootRules> debian{};
    std::optional<BootRules> rhel{};
    std::optional<KeptText> setups{};
    bool ownRestores = false; ///< the table that is kept, or what set-ups need
    std::optional<BootLayout> distributionRestores{};
    RuleState after{};   ///< after the next boot
    bool isKnown = true; ///< false: a file or unit that matters could not be read
    std::vector<BootNote> notes{};

    /// What the file of a source holds; nothing where there is none, or it could not be read. NextBoot has no file.
    const BootRules *rulesOf(BootSource source) const;
    /// Nothing as there, and of NextBoot where that is not known.
    const RuleState *stateOf(BootSource source) const;
};

/// `now` is what the kernel has: stopping the unit of RHEL saves it. Takes time in proportion to the files; safe in any
/// thread.
BootForecast forecastBoot(const BootState &state, const RuleState &now);

} // namespace lvs
