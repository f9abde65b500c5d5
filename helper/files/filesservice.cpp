// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/files/filesservice.h"

#include "core/boot/bootrules.h"
#include "helper/interface/convert.h"
#include "helper/service/words.h"

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestBytes = 32; // SHA-256

/// The digest of a file that a call expects; nothing where it expects none.
Result<QByteArray> digestFrom(const Call &call, qsizetype argument)
{
    const QByteArray digest = call.argument(argument).toByteArray();
    if (!digest.isEmpty() && digest.size() != digestBytes)
        return failure(ErrorCode::BadRequest);
    return digest;
}

bool isAsExpected(const BootFile &file, const QByteArray &digest)
{
    return (file.isPresent() || file.state == BootFile::State::Missing) && digestOf(file) == digest;
}

/// Rule files may hold more than rules; what only root may read stays with root.
BootFile shown(const StoredFile &stored, const Caller &caller)
{
    BootFile file = stored.read();
    if (file.isPresent() && caller.uid != 0 && !stored.isForEverybody())
        file = {.state = BootFile::State::Hidden};
    return file;
}

/// The same for what can be said before the caller may write. What is hidden from them is compared later.
Result<void> compare(const StoredFile &stored, const Call &call, qsizetype argument)
{
    const BootFile file = shown(stored, call.caller);
    const bool isStale =
        file.state != BootFile::State::Hidden && !isAsExpected(file, call.argument(argument).toByteArray());
    return isStale ? failure(ErrorCode::Stale) : Result<void>();
}

void answer(const CallPtr &call, const RuleState &state, const Result<void> &written)
{
    call->attempt.plan = summaryOf(state);
    if (!written)
        return call->fail(written.error());
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
    add(
        "WriteDebian"_L1, [this](const Call &call) { return prepareDebian(call); },
        [this](const Call &call) {
            return compare(m_debianRules, call, 1).and_then([&] { return compare(m_debianDefaults, call, 2); });
        });
    add(
        "WriteRhel"_L1, [this](const Call &call) { return prepareRhel(call); },
        [this](const Call &call) { return compare(m_rhelRules, call, 1); });
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
            files.append(QVariant::fromValue(bus::toWire(shown(*file, call->caller))));
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
        answer(acting, state, m_rhelRules.write(rhelBootFile(state)).and_then([&] {
            return checkRestored(state, readBootText(m_rhelRules.read().content).state, m_rhelRules.path());
        }));
    };
}

void FilesService::writeDebian(const CallPtr &call, const RuleState &state, const QByteArrayList &expected) const
{
    const BootFile rules = m_debianRules.read();
    const BootFile defaults = m_debianDefaults.read();
    if (!isAsExpected(rules, expected[0]) || !isAsExpected(defaults, expected[1]))
        return call->fail(Error{.code = ErrorCode::Stale});
    auto files = debianBootFiles(state, defaults.content);
    if (!files) {
        files.error().values = {m_debianDefaults.path()};
        return call->fail(files.error());
    }
    answer(call, state, replaceDebian(rules, *files).and_then([&] {
        const DebianBootFiles written{m_debianRules.read().content, m_debianDefaults.read().content};
        return checkRestored(state, restoredBy(written), m_debianRules.path());
    }));
}

/// Both or neither, as far as a file system can: what may fail is done before either is replaced. The rules first, for
/// until the second file is there, the first is not read.
Result<void> FilesService::replaceDebian(const BootFile &rules, const DebianBootFiles &files) const
{
    if (const auto prepared = m_debianRules.prepare(files.rules); !prepared)
        return prepared;
    if (const auto prepared = m_debianDefaults.prepare(files.defaults); !prepared) {
        m_debianRules.discard();
        return prepared;
    }
    if (const auto replaced = m_debianRules.commit(); !replaced) {
        m_debianDefaults.discard();
        return replaced;
    }
    const auto replaced = m_debianDefaults.commit();
    if (replaced)
        return {};
    const auto back = rules.isPresent() ? m_debianRules.write(rules.content) : m_debianRules.remove();
    Error error = replaced.error();
    if (!back)
        error.values.append(m_debianRules.path());
    return std::unexpected(error);
}

} // namespace lvs
