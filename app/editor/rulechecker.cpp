// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/rulechecker.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace lvs {

using namespace std::chrono_literals;

namespace {

constexpr auto pauseOfTyping = 200ms;
/// More lines than this in one edit are read on another thread.
constexpr int mostLinesAtOnce = 500;

struct Work {
    std::optional<RuleFile> lines{}; ///< none: to be read from the text
    QString text{};
    RuleMode mode{};
    std::optional<RuleStart> start{};
    std::shared_ptr<const RuleState> present{};
    std::shared_ptr<const RuleState> actual{};
    std::shared_ptr<const CheckedRules>
        previous{}; ///< large; given back here, so that it is not freed in the GUI thread
};

void count(CheckedRules &result, Severity severity)
{
    switch (severity) {
    case Severity::Failure:
        ++result.errors;
        break;
    case Severity::Warning:
        ++result.warnings;
        break;
    case Severity::Information:
        ++result.hints;
        break;
    }
}

/// Calls with everything that there is to say, in the order of the lines.
void forEachProblem(const CheckedRules &result, auto visit)
{
    auto remark = result.plan.remarks.begin();
    for (qsizetype line = 0; line < result.file.lineCount(); ++line) {
        for (const RuleDiagnostic &diagnostic : result.file.line(line).diagnostics)
            visit(line, diagnostic);
        for (; remark != result.plan.remarks.end() && remark->line == line; ++remark)
            visit(line, remark->diagnostic);
    }
}

std::shared_ptr<const CheckedRules> carryOut(Work work)
{
    auto result = std::make_shared<CheckedRules>();
    result->file = work.lines ? std::move(*work.lines) : readRuleFile(work.text, work.mode);
    result->isPresentKnown = work.present != nullptr;
    result->start = work.start.value_or(startOf(result->file));
    if (work.present)
        result->plan = planRules(result->file, *work.present, result->start, &work.actual->table);
    for (const Operation &operation : result->plan.plan.operations) {
        result->servicesRemoved += std::holds_alternative<RemoveService>(operation);
        result->serversRemoved += std::holds_alternative<RemoveServer>(operation);
    }
    for (qsizetype line = 0; line < result->file.lineCount() && !result->hasCommands; ++line)
        result->hasCommands = result->file.line(line).command.has_value();
    forEachProblem(*result, [&](qsizetype, const RuleDiagnostic &diagnostic) { count(*result, diagnostic.severity); });
    for (const Severity wanted : {Severity::Failure, Severity::Warning, Severity::Information}) {
        forEachProblem(*result, [&](qsizetype line, const RuleDiagnostic &diagnostic) {
            if (diagnostic.severity == wanted && qsizetype(result->problems.size()) < CheckedRules::mostProblems)
                result->problems.push_back({line, diagnostic});
        });
    }
    return result;
}

} // namespace

RuleChecker::RuleChecker(QTextDocument *text, QObject *parent)
    : QObject(parent)
    , m_text(text)
{
    m_pauseOfTyping.setSingleShot(true);
    m_pauseOfTyping.setInterval(pauseOfTyping);
    connect(&m_pauseOfTyping, &QTimer::timeout, this, &RuleChecker::check);
    connect(text, &QTextDocument::contentsChange, this, &RuleChecker::takeEdit);
}

void RuleChecker::setMode(RuleMode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    m_areLinesKnown = false;
    outdate();
    check();
}

void RuleChecker::setStart(std::optional<RuleStart> start)
{
    if (std::exchange(m_start, start) == start)
        return;
    outdate();
    check();
}

void RuleChecker::setPresent(std::shared_ptr<const RuleState> present, std::shared_ptr<const RuleState> actual)
{
    m_present = std::move(present);
    m_actual = std::move(actual);
    outdate();
    check();
}

void RuleChecker::pause()
{
    m_isPaused = true;
    m_areLinesKnown = false;
    outdate();
}

void RuleChecker::resume()
{
    m_isPaused = false;
    check();
}

void RuleChecker::outdate()
{
    m_pauseOfTyping.start();
    if (std::exchange(m_isCurrent, false))
        Q_EMIT outdated();
}

void RuleChecker::takeEdit(int position, int, int added)
{
    if (m_isPaused)
        return;
    outdate();
    if (!m_areLinesKnown)
        return;
    const int first = m_text->findBlock(position).blockNumber();
    const QTextBlock last = m_text->findBlock(position + added);
    const int addedLines = (last.isValid() ? last.blockNumber() : m_text->blockCount() - 1) - first + 1;
    const qsizetype removedLines = addedLines - (m_text->blockCount() - m_lines.lineCount());
    if (addedLines > mostLinesAtOnce || m_text->blockCount() > RuleFile::mostLines) {
        m_areLinesKnown = false;
        return;
    }
    m_lines.replace(first, removedLines, addedLines,
                    [this](qsizetype line) { return m_text->findBlockByNumber(int(line)).text(); });
    Q_EMIT linesChanged();
}

void RuleChecker::check()
{
    m_pauseOfTyping.stop();
    if (m_isPaused)
        return;
    if (m_isChecking)
        return m_pauseOfTyping.start();
    m_isChecking = true;
    Work work{
        .mode = m_mode, .start = m_start, .present = m_present, .actual = m_actual, .previous = std::move(m_result)};
    m_result = work.previous; // shown until the new one is there
    if (m_areLinesKnown) {
        work.lines = m_lines;
    } else {
        for (QTextBlock block = m_text->begin(); block.isValid(); block = block.next()) {
            if (block.blockNumber() > 0)
                work.text += u'\n';
            work.text += block.text();
        }
    }
    m_isCurrent = true; // once it is there; an edit meanwhile says otherwise
    QtConcurrent::run(carryOut, std::move(work)).then(this, [this](std::shared_ptr<const CheckedRules> result) {
        m_isChecking = false;
        if (m_isPaused)
            return;
        std::shared_ptr<const CheckedRules> old = std::exchange(m_result, std::move(result));
        QThreadPool::globalInstance()->start([old = std::move(old)] {}); // not freed here, where it would take time
        if (!m_areLinesKnown && m_isCurrent) {
            m_lines = m_result->file;
            m_areLinesKnown = true;
        }
        if (m_isCurrent)
            Q_EMIT checked();
    });
}

std::vector<RuleDiagnostic> RuleChecker::diagnosticsOf(qsizetype line) const
{
    std::vector<RuleDiagnostic> found;
    if (m_areLinesKnown && line < m_lines.lineCount())
        found = m_lines.line(line).diagnostics;
    if (isCurrent()) {
        const auto remarks = std::ranges::equal_range(m_result->plan.remarks, line, {}, &RuleRemark::line);
        for (const RuleRemark &remark : remarks)
            found.push_back(remark.diagnostic);
    }
    return found;
}

} // namespace lvs
