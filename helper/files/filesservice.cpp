// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/files/filesservice.h"

#include "core/boot/bootfiles.h"
#include "helper/interface/convert.h"

#include <QCryptographicHash>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestBytes = 32; // SHA-256

/// The digest of a file that a call expects; nothing where it expects none.
Result<QByteArray> digestFrom(const Call &call, qsizetype argument)
{
    const QByteArray digest = call.argument(argument).toByteArray();
    if (!digest.isEmpty() && digest.size() != digestBytes)
        return failure(ErrorCode::PlanContradicts);
    return digest;
}

bool isAsExpected(const BootFile &file, const QByteArray &digest)
{
    if (!file.isPresent())
        return file.state == BootFile::State::Missing && digest.isEmpty();
    return QCryptographicHash::hash(file.content, QCryptographicHash::Sha256) == digest;
}

/// Rule files may hold more than rules; what only root may read stays with root.
bus::BootFileData shown(const StoredFile &stored, const Caller &caller)
{
    BootFile file = stored.read();
    if (file.isPresent() && caller.uid != 0 && !stored.isForEverybody())
        file = {.state = BootFile::State::Hidden};
    return bus::toWire(file);
}

void answer(const CallPtr &call, const RuleState &state, const Result<void> &written)
{
    if (!written)
        return call->fail(written.error());
    call->attempt.plan = u"%1 services, %2 servers"_s.arg(state.table.entries().size()).arg(state.table.serverCount());
    call->attempt.outcome = u"written"_s;
    call->reply({});
}

} // namespace

FilesService::FilesService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority,
                           Journal &journal, const QString &root, QObject *parent)
    : BusService(bus::filesService, bus, inquiries, authority, journal, parent)
    , m_debianRules(root + u"/etc"_s, u"ipvsadm.rules"_s, StoredFile::Readers::Everybody)
    , m_debianDefaults(root + u"/etc/default"_s, u"ipvsadm"_s, StoredFile::Readers::Everybody)
    , m_rhelRules(root + u"/etc/sysconfig"_s, u"ipvsadm"_s, StoredFile::Readers::Everybody)
{
    add("ReadFiles"_L1, [this](const Call &) { return readFiles(); });
    add("WriteDebian"_L1, [this](const Call &call) { return prepareDebian(call); });
    add("WriteRhel"_L1, [this](const Call &call) { return prepareRhel(call); });
}

FilesService::~FilesService()
{
    retire();
}

// Called a few times a day: files are read and written where the calls come in.

Result<Act> FilesService::readFiles() const
{
    return [this](const CallPtr &call) {
        QVariantList files;
        for (const StoredFile *file : {&m_debianRules, &m_debianDefaults, &m_rhelRules})
            files.append(QVariant::fromValue(shown(*file, call->caller)));
        call->reply(files);
    };
}

Result<Act> FilesService::prepareDebian(const Call &call) const
{
    auto state = bus::fromWire(bus::structureFrom<bus::RuleStateData>(call.argument(0)));
    if (!state)
        return std::unexpected(state.error());
    const auto rules = digestFrom(call, 1);
    const auto defaults = digestFrom(call, 2);
    if (!rules || !defaults)
        return std::unexpected(rules ? defaults.error() : rules.error());
    return [this, state = std::move(*state), expected = QByteArrayList{*rules, *defaults}](const CallPtr &acting) {
        writeDebian(acting, state, expected);
    };
}

Result<Act> FilesService::prepareRhel(const Call &call) const
{
    auto state = bus::fromWire(bus::structureFrom<bus::RuleStateData>(call.argument(0)));
    if (!state)
        return std::unexpected(state.error());
    const auto rules = digestFrom(call, 1);
    if (!rules)
        return std::unexpected(rules.error());
    return [this, state = std::move(*state), expected = *rules](const CallPtr &acting) {
        if (!isAsExpected(m_rhelRules.read(), expected))
            return acting->fail(Error{.code = ErrorCode::Stale});
        answer(acting, state, m_rhelRules.write(rhelBootFile(state)));
    };
}

/// The rules first: until the second file is there, the first is not read.
void FilesService::writeDebian(const CallPtr &call, const RuleState &state, const QByteArrayList &expected) const
{
    const BootFile defaults = m_debianDefaults.read();
    if (!isAsExpected(m_debianRules.read(), expected[0]) || !isAsExpected(defaults, expected[1]))
        return call->fail(Error{.code = ErrorCode::Stale});
    auto files = debianBootFiles(state, defaults.content);
    if (!files) {
        files.error().values = {m_debianDefaults.path()};
        return call->fail(files.error());
    }
    answer(call, state,
           m_debianRules.write(files->rules).and_then([&] { return m_debianDefaults.write(files->defaults); }));
}

} // namespace lvs
