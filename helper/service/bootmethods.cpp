// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/bootmethods.h"

#include "core/boot/bootrules.h"
#include "core/boot/restoration.h"
#include "helper/interface/convert.h"
#include "helper/service/setupmethods.h"
#include "helper/service/words.h"

namespace lvs {

using namespace Qt::StringLiterals;

StoredFile bootFileIn(const QString &stateDirectory)
{
    return {stateDirectory, u"boot.rules"_s, StoredFile::Readers::Owner};
}

BootMethods::BootMethods(BackendThread &reader, BackendThread &editor, const QString &stateDirectory, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_editor(editor)
    , m_file(bootFileIn(stateDirectory))
    , m_setups(setupsFileIn(stateDirectory))
{
}

void BootMethods::registerAt(const Register &add)
{
    add("ReadBoot"_L1, [this](const Call &) -> Result<Act> {
        return [this](const CallPtr &call) {
            m_reader.run([file = m_file](Backend &) { return file.read(); }).then(this, [call](const BootFile &file) {
                call->reply({QVariant::fromValue(bus::toWire(file))});
            });
        };
    });
    add("SaveBoot"_L1, [this](const Call &) -> Result<Act> { return [this](const CallPtr &call) { save(call); }; });
    add("ForgetBoot"_L1, [this](const Call &) -> Result<Act> { return [this](const CallPtr &call) { forget(call); }; });
}

void BootMethods::save(const CallPtr &call)
{
    m_editor
        .run([file = m_file](Backend &backend) -> Result<QString> {
            const auto state = readRuleState(backend);
            if (!state)
                return std::unexpected(state.error());
            return file.write(bootText(*state))
                .and_then([&] { return checkRestored(*state, readBootText(file.read().content).state, file.path()); })
                .transform([&] { return summaryOf(*state); });
        })
        .then(this, [call](const Result<QString> &saved) {
            if (!saved)
                return call->fail(saved.error());
            call->attempt.plan = *saved;
            call->attempt.outcome = u"saved"_s;
            call->reply({});
        });
}

void BootMethods::forget(const CallPtr &call)
{
    m_editor
        .run([file = m_file, setups = m_setups](Backend &) {
            return file.remove().and_then([&] { return setups.remove(); });
        })
        .then(this, [call](const Result<void> &removed) {
            if (!removed)
                return call->fail(removed.error());
            call->attempt.outcome = u"forgotten"_s;
            call->reply({});
        });
}

} // namespace lvs
