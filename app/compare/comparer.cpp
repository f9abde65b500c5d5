// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparer.h"

#include "app/documents/filetext.h"
#include "app/editor/rulechecker.h"
#include "app/session/directorsession.h"
#include "app/session/presentstate.h"
#include "core/director/tablewatcher.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// What rules mean by themselves, on a director without any.
CompareState meaning(const RuleFile &file)
{
    RulePlan plan = planRules(file, {}, RuleStart::EmptyTable);
    CompareState result;
    for (qsizetype line = 0; line < file.lineCount(); ++line)
        result.faultyLines += file.line(line).hasError() ? 1 : 0;
    result.faultyLines += std::ranges::count_if(
        plan.remarks, [](const RuleRemark &remark) { return remark.diagnostic.severity == Severity::Failure; });
    result.state = std::make_shared<const RuleState>(std::move(plan.wanted));
    return result;
}

CompareResult fileMeaning(const QString &path, RuleMode mode)
{
    const FileResult<FileText> file = readFileBytes(path).and_then([&](const QByteArray &bytes) {
        FileResult<FileText> text = decodeText(bytes, path);
        // What is no UTF-8 can only be in comments, or is an error; nothing is written back.
        const bool isOther = !text && text.error().code == FileProblem::Code::NotUtf8;
        return isOther ? decodeText(bytes, path, TextEncoding::Latin1) : text;
    });
    if (!file)
        return std::unexpected(file.error());
    return meaning(readRuleFile(file->text, mode));
}

CompareResult bootMeaning(const BootState &state, const RuleState &now, BootSource source)
{
    const auto forecast = std::make_shared<const BootForecast>(forecastBoot(state, now));
    const RuleState *restored = forecast->stateOf(source);
    if (!restored)
        return std::unexpected(BootAbsence{source, state, forecast});
    CompareState result{.state = std::shared_ptr<const RuleState>(forecast, restored)};
    if (const BootRules *rules = forecast->rulesOf(source))
        result.refusedLine = rules->faultyLine;
    return result;
}

CompareResult stateOf(const PresentState &present)
{
    if (present.error())
        return std::unexpected(*present.error());
    return CompareState{.state = present.state(), .scope = present.scope()};
}

} // namespace

Comparer::Comparer(PresentState *present, RuleChecker *checker, QObject *parent)
    : QObject(parent)
    , m_present(present)
    , m_checker(checker)
{
    m_sides[std::size_t(Side::Right)].source.kind = CompareSource::Kind::Kernel;
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &Comparer::refresh);
    const auto again = [this] {
        outdate();
        if (m_isActive)
            m_soon.start();
    };
    const auto againFromTheDirector = [this, again] {
        for (SideOf &side : m_sides)
            side.boot.reset();
        again();
    };
    connect(checker, &RuleChecker::outdated, this, &Comparer::outdate);
    connect(present, &PresentState::changed, this, againFromTheDirector);
    connect(present, &PresentState::failed, this, againFromTheDirector);
    connect(checker, &RuleChecker::checked, this, again);
}

Comparer::~Comparer() = default;

void Comparer::setSource(Side side, const CompareSource &source)
{
    SideOf &place = m_sides[std::size_t(side)];
    place = {.source = source};
    if (DirectorSession *session = source.kind == CompareSource::Kind::Director ? source.session.get() : nullptr)
        place.other = follow(session);
    if (source.kind == CompareSource::Kind::File)
        place.file = follow(source.path);
    watchOthers();
    ++m_sources;
    m_comparison.reset();
    outdate();
    Q_EMIT compared();
    m_soon.start();
}

std::unique_ptr<PresentState> Comparer::follow(DirectorSession *session)
{
    auto followed = std::make_unique<PresentState>(session);
    PresentState *other = followed.get();
    const auto again = [this] {
        outdate();
        m_soon.start();
    };
    connect(other, &PresentState::changed, this, again);
    connect(other, &PresentState::failed, this, again);
    Director *director = session->director();
    connect(director, &Director::statusChanged, other, [this, other, director] {
        if (!other->state() && isConnected(director->status().link))
            other->read();
        Q_EMIT accessChanged();
    });
    other->read();
    return followed;
}

std::unique_ptr<FileWatch> Comparer::follow(const QString &path)
{
    auto followed = std::make_unique<FileWatch>();
    connect(followed.get(), &FileWatch::changed, this, [this] {
        outdate();
        if (m_isActive)
            m_soon.start();
    });
    followed->setPath(path);
    return followed;
}

/// So that what others change there is noticed.
void Comparer::watchOthers()
{
    for (const SideOf &side : m_sides) {
        if (!side.other || !side.source.session) // or that director was forgotten
            continue;
        TableWatcher *watcher = side.source.session->watcher();
        if (m_isActive)
            watcher->watch(side.other.get(), {.allServers = true});
        else
            watcher->unwatch(side.other.get());
    }
}

void Comparer::setActive(bool isActive)
{
    m_isActive = isActive;
    watchOthers();
    if (!isActive)
        return;
    for (SideOf &side : m_sides)
        side.boot.reset(); // may have been written meanwhile
    m_soon.start();
}

QFuture<CompareResult> Comparer::read(SideOf &side)
{
    switch (side.source.kind) {
    case CompareSource::Kind::Text:
        if (const auto checked = m_checker->result())
            return QtConcurrent::run([checked]() -> CompareResult { return meaning(checked->file); });
        break;
    case CompareSource::Kind::File:
        return QtConcurrent::run(fileMeaning, side.source.path, m_checker->mode());
    case CompareSource::Kind::Kernel:
        return QtFuture::makeReadyValueFuture(stateOf(*m_present));
    case CompareSource::Kind::Director:
        if (side.other)
            return QtFuture::makeReadyValueFuture(stateOf(*side.other));
        return QtFuture::makeReadyValueFuture(CompareResult(std::unexpected(Error{.code = ErrorCode::LinkLost})));
    case CompareSource::Kind::Boot:
        return side.boot ? QtFuture::makeReadyValueFuture(*side.boot) : readBoot(side.source.boot);
    }
    return QtFuture::makeReadyValueFuture(CompareResult());
}

QFuture<CompareResult> Comparer::readBoot(BootSource source)
{
    const auto now = m_present->actual(); // what is drafted will not be there unless it is applied
    if (!now)
        return QtFuture::makeReadyValueFuture(stateOf(*m_present));
    return m_present->session()->director()->readBoot().then(
        QThreadPool::globalInstance(), [now, source](const Result<BootState> &state) {
            return state ? bootMeaning(*state, *now, source) : CompareResult(std::unexpected(state.error()));
        });
}

void Comparer::outdate()
{
    if (std::exchange(m_isCurrent, false))
        Q_EMIT outdated();
}

void Comparer::refresh()
{
    m_soon.stop();
    m_isMade = false;
    if (std::exchange(m_isBusy, true)) {
        m_again = true;
        return;
    }
    m_isCurrent = true; // once it is there, unless a side changes meanwhile
    read(m_sides[0]).then(this, [this, sources = m_sources](const CompareResult &left) {
        if (sources != m_sources)
            return finish();
        read(m_sides[1]).then(this, [this, sources, left](const CompareResult &right) {
            if (sources != m_sources)
                return finish();
            for (const Side side : {Side::Left, Side::Right}) {
                const CompareResult &state = side == Side::Left ? left : right;
                SideOf &place = m_sides[std::size_t(side)];
                place.problem = state ? std::nullopt : std::optional(state.error());
                place.state = state.value_or(CompareState());
                if (place.source.kind == CompareSource::Kind::Boot && m_present->state() && m_isCurrent && !m_again)
                    place.boot = state;
            }
            compare(m_sides[0].state, m_sides[1].state);
        });
    });
}

void Comparer::compare(CompareState left, CompareState right)
{
    if (!left.state || !right.state) {
        m_comparison.reset();
        Q_EMIT compared();
        return finish();
    }
    const bool isSettings = left.scope == CompareScope::Everything && right.scope == CompareScope::Everything;
    const CompareScope scope = isSettings ? CompareScope::Everything : CompareScope::TableOnly;
    const auto work = [left, right, scope] {
        return std::make_shared<const Comparison>(lvs::compare(*left.state, *right.state, scope));
    };
    QtConcurrent::run(work).then(this, [this, sources = m_sources](std::shared_ptr<const Comparison> comparison) {
        if (sources == m_sources) {
            m_comparison = std::move(comparison);
            m_isMade = !m_again;
            Q_EMIT compared();
        }
        finish();
    });
}

void Comparer::finish()
{
    m_isBusy = false;
    if (std::exchange(m_again, false))
        refresh();
}

} // namespace lvs
