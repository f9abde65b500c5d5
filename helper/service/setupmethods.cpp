// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/setupmethods.h"

#include "core/apply/applier.h"
#include "core/boot/keptchange.h"
#include "helper/interface/convert.h"
#include "helper/interface/keptwire.h"
#include "helper/service/words.h"

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// What becomes of the file is written whole; nothing is left of an empty one.
Result<void> replace(const StoredFile &file, const Result<QByteArray> &text)
{
    if (!text)
        return std::unexpected(text.error());
    return text->isEmpty() ? file.remove() : file.write(*text);
}

bool isSo(Backend &backend, const KeptSetup &setup)
{
    return Applier(backend).check(planOf(setup)).outcome == ApplyOutcome::AlreadySo;
}

} // namespace

StoredFile setupsFileIn(const QString &stateDirectory)
{
    return {stateDirectory, u"boot.setups"_s, StoredFile::Readers::Owner};
}

SetupMethods::SetupMethods(BackendThread &reader, BackendThread &editor, const QString &stateDirectory, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_editor(editor)
    , m_file(setupsFileIn(stateDirectory))
{
}

void SetupMethods::registerAt(const Register &add)
{
    add("ReadSetups"_L1, [this](const Call &) -> Result<Act> {
        return [this](const CallPtr &call) {
            m_reader.run([file = m_file](Backend &) { return file.read(); }).then(this, [call](const BootFile &file) {
                call->reply({QVariant::fromValue(bus::toWire(file))});
            });
        };
    });
    add("KeepSetup"_L1, [this](const Call &call) -> Result<Act> {
        return bus::fromWire(bus::structureFrom<bus::KeptSetupData>(call.argument(0)))
            .transform([this](const KeptSetup &setup) -> Act {
                return [this, setup](const CallPtr &allowed) { keep(allowed, setup); };
            });
    });
    add("ForgetSetup"_L1, [this](const Call &call) -> Result<Act> {
        const QString id = call.argument(0).toString();
        if (!isSetupId(id))
            return failure(ErrorCode::BadRequest);
        return [this, id](const CallPtr &allowed) { forget(allowed, id); };
    });
}

void SetupMethods::keep(const CallPtr &call, const KeptSetup &setup)
{
    m_editor
        .run([file = m_file, setup](Backend &backend) -> Result<void> {
            if (!isSo(backend, setup))
                return failure(ErrorCode::Stale);
            return replace(file, withSetup(file.read(), setup, file.path())).and_then([&] {
                return checkKept(file.read(), setup, file.path());
            });
        })
        .then(this, [call, summary = summaryOf(planOf(setup))](const Result<void> &kept) {
            if (!kept)
                return call->fail(kept.error());
            call->attempt.plan = summary;
            call->attempt.outcome = u"kept"_s;
            call->reply({});
        });
}

void SetupMethods::forget(const CallPtr &call, const QString &id)
{
    m_editor.run([file = m_file, id](Backend &) { return replace(file, withoutSetup(file.read(), id, file.path())); })
        .then(this, [call](const Result<void> &forgotten) {
            if (!forgotten)
                return call->fail(forgotten.error());
            call->attempt.outcome = u"forgotten"_s;
            call->reply({});
        });
}

} // namespace lvs
