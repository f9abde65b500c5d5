// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/memoryboot.h"

#include "core/boot/bootfiles.h"
#include "core/boot/bootrules.h"
#include "core/boot/keptchange.h"

namespace lvs {
namespace {

BootFile written(const QByteArray &content)
{
    return {.state = BootFile::State::Present, .content = content, .changedAt = QDateTime::currentDateTimeUtc()};
}

} // namespace

MemoryBoot::MemoryBoot()
{
    const BootUnit enabled{.installation = BootUnit::Installation::Enabled};
    const BootFile missing{.state = BootFile::State::Missing};
    m_state = {.own = missing,
               .setups = missing,
               .ownUnit = enabled,
               .debianRules = written("# ipvsadm.rules\n"),
               .debianDefaults = written("# ipvsadm\n\nAUTO=\"false\"\nDAEMON=\"none\"\nIFACE=\"eth0\"\n"),
               .rhelRules = missing,
               .distributionUnit = enabled,
               .distributionLayout = BootLayout::Debian};
}

Result<void> MemoryBoot::save(const RuleState &state)
{
    m_state.own = written(bootText(state));
    return checkRestored(state, readBootText(m_state.own.content).state, bootpath::own);
}

void MemoryBoot::forget()
{
    m_state.own = m_state.setups = {.state = BootFile::State::Missing};
}

Result<void> MemoryBoot::keep(const KeptSetup &setup)
{
    return withSetup(m_state.setups, setup, bootpath::setups).and_then([&](const QByteArray &text) {
        m_state.setups = written(text);
        return checkKept(m_state.setups, setup, bootpath::setups);
    });
}

Result<void> MemoryBoot::forgetSetup(const QString &id)
{
    return withoutSetup(m_state.setups, id, bootpath::setups).transform([&](const QByteArray &text) {
        m_state.setups = text.isEmpty() ? BootFile{.state = BootFile::State::Missing} : written(text);
    });
}

Result<void> MemoryBoot::write(BootLayout layout, const RuleState &state, const BootState &seen)
{
    if (layout == BootLayout::Rhel) {
        if (seen.rhelRules.content != m_state.rhelRules.content)
            return failure(ErrorCode::Stale);
        m_state.rhelRules = written(rhelBootFile(state));
        return checkRestored(state, readBootText(m_state.rhelRules.content).state, bootpath::rhelRules);
    }
    if (seen.debianRules.content != m_state.debianRules.content ||
        seen.debianDefaults.content != m_state.debianDefaults.content)
        return failure(ErrorCode::Stale);
    return debianBootFiles(state, m_state.debianDefaults.content).and_then([&](const DebianBootFiles &files) {
        m_state.debianRules = written(files.rules);
        m_state.debianDefaults = written(files.defaults);
        return checkRestored(state, restoredBy(files), bootpath::debianRules);
    });
}

} // namespace lvs
