// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulefile.h"

#include "core/rules/linewords.h"

#include <QThread>

#include <algorithm>
#include <thread>

namespace lvs {

/// Keeps lines that are read together in one piece of memory, which goes with the last of them: a hundred thousand
/// small ones cost as much time as the reading.
class LineBlock
{
public:
    explicit LineBlock(qsizetype size)
        : m_size(std::size_t(size))
    {
    }
    std::shared_ptr<const RuleLine> keep(RuleLine &&line)
    {
        if (!m_lines || m_lines->size() == m_size) { // none may move
            m_lines = std::make_shared<std::vector<RuleLine>>();
            m_lines->reserve(m_size);
        }
        return {m_lines, &m_lines->emplace_back(std::move(line))};
    }

private:
    std::size_t m_size;
    std::shared_ptr<std::vector<RuleLine>> m_lines;
};

namespace {

/// Most lines of one kind say nothing and need no object of their own.
std::shared_ptr<const RuleLine> shared(RuleLine &&line, LineBlock &block)
{
    static const auto blank = std::make_shared<const RuleLine>();
    static const auto continued = std::make_shared<const RuleLine>(RuleLine{.kind = RuleLine::Kind::Continued});
    static const auto further =
        std::make_shared<const RuleLine>(RuleLine{.kind = RuleLine::Kind::Continued, .isContinued = true});
    if (line.kind == RuleLine::Kind::Continued)
        return line.isContinued ? further : continued;
    if (line.kind == RuleLine::Kind::Blank && line.diagnostics.empty() && !line.isContinued)
        return blank;
    return block.keep(std::move(line));
}

std::shared_ptr<const RuleLine> shared(RuleLine &&line)
{
    LineBlock own(1);
    return shared(std::move(line), own);
}

/// A line that no line end follows. Of two blanks there ipvsadm takes the first for the end of a word, and looking for
/// the next word behind the second it gives up the line.
RuleLine readLastLine(QStringView text, RuleMode mode)
{
    RuleLine line = readRuleLine(text, mode);
    const bool isLost = text.size() > 2 && std::ranges::all_of(text.last(2), isRuleBlank) &&
                        !std::ranges::all_of(text, isRuleBlank); // of carriage returns alone nothing is lost
    if (!isLost || line.kind == RuleLine::Kind::Blank || line.kind == RuleLine::Kind::Comment)
        return line;
    if (mode == RuleMode::Compatible)
        line = {};
    qsizetype end = text.size();
    while (isRuleBlank(text[end - 1]))
        --end;
    const TextSpan blanks{end, text.size() - end};
    line.diagnostics.push_back({.severity = Severity::Warning,
                                .what = RuleNote{.code = RuleNote::Code::LostLine, .span = {0, end}},
                                .fixes = {{blanks, QStringLiteral("\n")}}});
    return line;
}

/// Not worth a thread.
constexpr qsizetype fewLines = 2000;

RuleLine tooManyLines()
{
    Error error{.code = ErrorCode::TooManyLines, .values = {QString::number(RuleFile::mostLines)}};
    return {.kind = RuleLine::Kind::Error, .diagnostics = {{.what = std::move(error)}}};
}

} // namespace

std::vector<qsizetype> lineStarts(QStringView text)
{
    std::vector<qsizetype> starts{0};
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', end + 1))
        starts.push_back(end + 1);
    return starts;
}

RuleFile::RuleFile(RuleMode mode)
    : m_mode(mode)
    , m_lines{shared({})}
{
}

void RuleFile::set(qsizetype first, qsizetype count, QStringView text, LineBlock &block)
{
    const bool isLast = first + count == lineCount();
    RuleLine head = isLast ? readLastLine(text, m_mode) : readRuleLine(text, m_mode);
    head.isContinued = count > 1;
    const auto line = [this](qsizetype number) -> auto & { return m_lines[std::size_t(number)]; };
    line(first) = shared(std::move(head), block);
    for (qsizetype i = 1; i < count; ++i)
        line(first + i) = shared({.kind = RuleLine::Kind::Continued, .isContinued = i + 1 < count});
}

RuleFile readRuleFile(QStringView text, RuleMode mode)
{
    RuleFile file(mode);
    const std::vector<qsizetype> starts = lineStarts(text);
    file.m_lines.assign(starts.size(), nullptr);
    const qsizetype most = std::min(file.lineCount(), RuleFile::mostLines);
    const auto endOf = [&](qsizetype line) {
        return line + 1 < file.lineCount() ? starts[std::size_t(line) + 1] - 1 : text.size();
    };
    const auto textOf = [&](qsizetype first, qsizetype last) {
        const qsizetype start = starts[std::size_t(first)];
        return text.sliced(start, endOf(last) - start);
    };
    const auto isContinued = [&](qsizetype line) {
        return mode == RuleMode::Friendly && line + 1 < most && continuesOnNextLine(textOf(line, line));
    };
    const auto read = [&](qsizetype first, qsizetype end) {
        LineBlock block(end - first);
        for (qsizetype last = first; first < end; first = ++last) {
            while (isContinued(last))
                ++last;
            file.set(first, last + 1 - first, textOf(first, last), block);
        }
    };
    // Lines do not know of each other: a part for each processor, none of which begins inside a command.
    const qsizetype parts = std::clamp<qsizetype>(most / fewLines, 1, QThread::idealThreadCount());
    std::vector<std::jthread> others;
    qsizetype begin = 0;
    for (qsizetype part = 1; part < parts; ++part) {
        qsizetype end = std::max(begin, most * part / parts);
        while (end > begin && end < most && isContinued(end - 1))
            ++end;
        others.emplace_back(read, begin, end);
        begin = end;
    }
    read(begin, most);
    others.clear(); // waits for them
    if (most < file.lineCount()) {
        std::fill(file.m_lines.begin() + most, file.m_lines.end(), shared({}));
        file.m_lines[std::size_t(most)] = shared(tooManyLines());
    }
    return file;
}

RuleFile::Lines RuleFile::replace(qsizetype first, qsizetype removed, qsizetype added, const LineText &textOf)
{
    const qsizetype before = lineCount();
    const auto at = m_lines.begin() + first;
    m_lines.insert(m_lines.erase(at, at + removed), std::size_t(added), nullptr);
    const qsizetype after = lineCount();
    if (std::max(before, after) > mostLines) { // what was too much may have become part of it
        QString text = textOf(0);
        for (qsizetype i = 1; i < after; ++i)
            text += u'\n' + textOf(i);
        *this = readRuleFile(text, m_mode);
        return {0, after};
    }
    qsizetype start = first;
    const bool isLastChanged = first + removed == before || first + added == after;
    if (start > 0 && (isLastChanged || m_lines[std::size_t(start) - 1]->isContinued))
        --start;
    while (start > 0 && start < first && line(start).kind == RuleLine::Kind::Continued)
        --start;
    const auto isStale = [&](qsizetype number) {
        return number < first + added || (number < after && line(number).kind == RuleLine::Kind::Continued);
    };
    LineBlock block(std::max(added, qsizetype(1)));
    qsizetype next = start;
    while (isStale(next)) {
        QString text = textOf(next);
        qsizetype last = next;
        while (m_mode == RuleMode::Friendly && last + 1 < after && continuesOnNextLine(textOf(last)))
            text += u'\n' + textOf(++last);
        set(next, last + 1 - next, text, block);
        next = last + 1;
    }
    return {start, next - start};
}

std::optional<qsizetype> RuleFile::lastLineRead() const
{
    const auto last = std::ranges::find_if(m_lines, [](const auto &line) { return line->endsReading; });
    if (m_mode == RuleMode::Friendly || last == m_lines.end())
        return std::nullopt;
    return last - m_lines.begin();
}

int RuleFile::exitStatus() const
{
    const qsizetype end = lastLineRead().value_or(lineCount() - 1) + 1;
    for (qsizetype i = end - 1; i >= 0; --i) {
        if (line(i).kind != RuleLine::Kind::Blank)
            return line(i).exitStatus;
    }
    return 0;
}

} // namespace lvs
