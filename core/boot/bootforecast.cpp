// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootforecast.h"

#include "core/boot/debiandefaults.h"
#include "core/boot/restoration.h"
#include "core/boot/setuprestoration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Code = BootNote::Code;

bool starts(const RuleState &state, SyncRole role)
{
    return std::ranges::contains(state.daemons, role, &SyncDaemon::role);
}

/// What a state has that `ipvsadm-save` has no word for.
bool hasMoreThanIpvsadmSaves(const RuleState &state)
{
    const bool thresholds = std::ranges::any_of(state.table.entries(), [](const auto &entry) {
        return std::ranges::any_of(entry.second.servers,
                                   [](const RealServer &s) { return s.upperThreshold != 0 || s.lowerThreshold != 0; });
    });
    return thresholds || !state.daemons.empty();
}

/// Goes through files and units in the order of a boot: the distribution's unit, then ours.
class Forecaster
{
public:
    Forecaster(const BootState &state, const RuleState &now)
        : m_state(state)
        , m_now(now)
    {
    }

    BootForecast forecast()
    {
        m_found.after.timeouts = defaultTimeouts;
        m_found.own = read(m_state.own);
        if (m_state.setups.isPresent())
            m_found.setups = readKeptText(m_state.setups.content);
        m_found.debian = read(m_state.debianRules);
        addDaemonsOfDefaults();
        m_found.rhel = read(m_state.rhelRules);
        bootDistribution();
        bootOwn();
        if (m_found.ownRestores && m_found.distributionRestores)
            note(Code::BothRestore, {}, Severity::Information);
        const bool isSilent = !m_found.ownRestores && !m_found.distributionRestores;
        if (isSilent && m_found.isKnown)
            note(Code::NothingRestored);
        return std::move(m_found);
    }

private:
    static std::optional<BootRules> read(const BootFile &file)
    {
        return file.isPresent() ? std::optional(readBootText(file.content)) : std::nullopt;
    }

    void addDaemonsOfDefaults()
    {
        m_defaults = readDebianDefaults(m_state.debianDefaults.content);
        if (!m_defaults || !m_found.debian)
            return;
        RuleState &state = m_found.debian->state;
        for (const SyncDaemon &daemon : syncDaemonsOf(*m_defaults))
            (starts(state, daemon.role) ? m_startedTwice : state.daemons).push_back(daemon);
    }

    void note(Code code, const QStringList &values = {}, Severity severity = Severity::Warning)
    {
        m_found.notes.push_back({code, values, severity});
    }

    void bootDistribution()
    {
        const BootUnit &unit = m_state.distributionUnit;
        if (unit.installation == BootUnit::Installation::Unknown)
            m_found.isKnown = false;
        if (unit.installation == BootUnit::Installation::Missing) {
            for (const auto &[file, path] : {std::pair(&m_state.debianRules, bootpath::debianRules),
                                             std::pair(&m_state.rhelRules, bootpath::rhelRules)}) {
                if (file->isPresent())
                    note(Code::NoUnit, {path}, Severity::Information);
            }
            return;
        }
        if (unit.lastRun == BootUnit::LastRun::Failed)
            note(Code::UnitFailed, {bootpath::distributionUnit});
        if (m_state.distributionLayout == BootLayout::Debian)
            bootDebian();
        else if (m_state.distributionLayout == BootLayout::Rhel)
            bootRhel();
    }

    void bootDebian()
    {
        if (!isReadable(m_state.debianDefaults, bootpath::debianDefaults) ||
            !isReadable(m_state.debianRules, bootpath::debianRules))
            return;
        if (!m_defaults)
            note(Code::DefaultsFaulty, {bootpath::debianDefaults});
        const DebianDefaults values = m_defaults.value_or(DebianDefaults());
        const bool isEnabled = m_state.distributionUnit.isEnabled();
        if (!values.restores && m_found.debian && !m_found.debian->state.table.isEmpty())
            note(Code::AutoIsOff, {bootpath::debianDefaults}, Severity::Information);
        if (!isEnabled && (values.restores || values.daemon != DebianDaemon::None))
            note(Code::UnitOff, {bootpath::distributionUnit});
        if (values.restores && m_found.debian)
            noteFault(*m_found.debian, bootpath::debianRules);
        for (const SyncDaemon &daemon : m_startedTwice) {
            if (values.restores)
                note(Code::DaemonTwice, {daemon.role == SyncRole::Master ? u"master"_s : u"backup"_s});
        }
        if (!isEnabled)
            return;
        if (values.restores)
            m_found.distributionRestores = BootLayout::Debian;
        bring(values.restores && m_found.debian ? m_found.debian->state : RuleState{.daemons = syncDaemonsOf(values)});
    }

    void bootRhel()
    {
        const BootUnit &unit = m_state.distributionUnit;
        if (!isReadable(m_state.rhelRules, bootpath::rhelRules))
            return;
        if (!unit.isEnabled()) {
            if (m_found.rhel)
                note(Code::UnitOff, {bootpath::distributionUnit});
            return;
        }
        // A unit that is active is stopped on the way down, and saves what the kernel has then.
        if (unit.isActive) {
            note(Code::StopOverwrites, {bootpath::rhelRules}, Severity::Information);
            if (hasMoreThanIpvsadmSaves(m_now))
                note(Code::StopLoses, {bootpath::rhelRules});
        } else if (!m_found.rhel) {
            note(Code::FileMissing, {bootpath::rhelRules});
            return;
        } else {
            noteFault(*m_found.rhel, bootpath::rhelRules);
        }
        m_found.distributionRestores = BootLayout::Rhel;
        bring(unit.isActive ? asSavedByIpvsadm(m_now) : m_found.rhel->state);
    }

    void bring(RuleState restored)
    {
        restored.timeouts = withSet(defaultTimeouts, restored.timeouts);
        m_found.after = std::move(restored);
    }

    void bootOwn()
    {
        const BootUnit &unit = m_state.ownUnit;
        if (m_state.own.state == BootFile::State::Unknown || m_state.setups.state == BootFile::State::Unknown)
            m_found.isKnown = false;
        if (unit.lastRun == BootUnit::LastRun::Failed)
            note(Code::OwnUnitFailed, {bootpath::ownUnit});
        if (!m_found.own && !m_found.setups)
            return;
        if (m_found.own && m_found.own->faultyLine)
            note(Code::OwnFaulty, {QString::number(*m_found.own->faultyLine)});
        if (m_found.setups && !m_found.setups->faultyLines.empty())
            note(Code::SetupsFaulty, {QString::number(m_found.setups->faultyLines.front())});
        if (!unit.isEnabled()) {
            note(Code::OwnUnitOff, {bootpath::ownUnit});
            return;
        }
        m_found.ownRestores = true;
        if (m_found.own)
            add(m_found.own->state);
        if (m_found.setups) {
            add(keptRules(*m_found.setups));
            note(Code::SetupsKept, {QString::number(m_found.setups->setups.size())}, Severity::Information);
        }
    }

    void add(const RuleState &restored)
    {
        const Additions added = additions(m_found.after, restored);
        m_found.after.table = applied(std::move(m_found.after.table), added.table);
        for (const Operation &operation : added.settings.operations) {
            if (const auto *daemon = std::get_if<StartSyncDaemon>(&operation))
                m_found.after.daemons.push_back(daemon->after);
            else if (const auto *timeouts = std::get_if<SetTimeouts>(&operation))
                m_found.after.timeouts = withSet(m_found.after.timeouts, timeouts->after);
        }
    }

    /// Missing counts as readable: there is nothing to read.
    bool isReadable(const BootFile &file, QLatin1StringView path)
    {
        if (file.isPresent() || file.state == BootFile::State::Missing)
            return true;
        m_found.isKnown = false;
        if (file.state != BootFile::State::Unknown)
            note(Code::Hidden, {path}, Severity::Information);
        return false;
    }

    void noteFault(const BootRules &rules, QLatin1StringView path)
    {
        if (rules.faultyLine)
            note(Code::RulesFaulty, {path, QString::number(*rules.faultyLine)});
    }

    const BootState &m_state;
    const RuleState &m_now;
    BootForecast m_found;
    Result<DebianDefaults> m_defaults = failure(ErrorCode::FileNotRead);
    std::vector<SyncDaemon> m_startedTwice; ///< by DAEMON and by a rule
};

} // namespace

const BootRules *BootForecast::rulesOf(BootSource source) const
{
    const auto in = [](const std::optional<BootRules> &rules) { return rules ? &*rules : nullptr; };
    switch (source) {
    case BootSource::NextBoot:
        break;
    case BootSource::Own:
        return in(own);
    case BootSource::Debian:
        return in(debian);
    case BootSource::Rhel:
        return in(rhel);
    }
    return nullptr;
}

const RuleState *BootForecast::stateOf(BootSource source) const
{
    if (source == BootSource::NextBoot)
        return isKnown ? &after : nullptr;
    const BootRules *rules = rulesOf(source);
    return rules ? &rules->state : nullptr;
}

BootForecast forecastBoot(const BootState &state, const RuleState &now)
{
    return Forecaster(state, now).forecast();
}

} // namespace lvs
