// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/configtext.h"

#include "core/keepalived/linereader.h"

namespace lvs::keepalived {

namespace {

using namespace Qt::StringLiterals;
using Code = ConfigNote::Code;

constexpr std::size_t mostNotes = 1000; // nobody reads more

/// Puts the parts of the lines together to statements.
class TextReader
{
public:
    explicit TextReader(ConfigText &config)
        : m_config(config)
        , m_lines(config.text)
    {
    }

    void read()
    {
        while (m_lines.next()) {
            checkLine();
            readLine();
        }
        for (const Statement *open : m_open)
            note(Code::MissingClose, {}, open->open);
        for (auto block = m_open.rbegin(); block != m_open.rend(); ++block)
            (*block)->span.length = m_config.text.size() - (*block)->span.start;
    }

private:
    std::vector<Statement> &level() { return m_open.empty() ? m_config.statements : m_open.back()->children; }

    void note(Code code, QStringList values, TextSpan span)
    {
        if (m_config.notes.size() < mostNotes)
            m_config.notes.push_back({.code = code, .values = std::move(values), .span = span});
    }

    void checkLine()
    {
        const QStringView line = m_lines.whole();
        const qsizetype start = m_lines.start();
        if (const qsizetype bytes = line.size() > longestLine / 3 ? line.toUtf8().size() : 0; bytes > longestLine)
            note(Code::LineTooLong, {QString::number(bytes)}, {start, line.size()});
        for (qsizetype at = 0; at < line.size(); ++at) {
            const char16_t c = line[at].unicode();
            if ((c < 0x20 && c != '\t' && c != '\r' && c != '\f' && c != '\v') || c == 0x7f) {
                note(Code::ControlCharacter, {QString::number(c)}, {start + at, 1});
                break; // once a line
            }
        }
    }

    void readLine()
    {
        const LineReader::Line line = m_lines.read();
        if (line.unmatchedQuote)
            note(Code::UnmatchedQuote, {}, *line.unmatchedQuote);
        if (m_tooDeep == 0 && line.kind != Statement::Kind::Keyword) {
            level().push_back(
                {.kind = line.kind, .condition = line.condition, .words = line.words(), .span = line.span});
            return;
        }
        Statement current{.condition = line.condition, .span = {line.span.start, 0}};
        bool isFirst = true;
        for (const LineReader::Token &token : line.tokens) {
            if (token.brace == u'{')
                openBlock(current, token.word.span, isFirst);
            else if (token.brace == u'}')
                closeBlock(current, token.word.span);
            else
                takeWord(current, token.word);
            isFirst = false;
        }
        finish(current);
    }

    static void takeWord(Statement &current, const ConfigWord &word)
    {
        if (current.words.empty() && current.condition.isEmpty())
            current.span.start = word.span.start;
        current.span.length = word.span.start + word.span.length - current.span.start;
        current.words.push_back(word);
    }

    void finish(Statement &current)
    {
        if (!current.words.empty() && m_tooDeep == 0)
            level().push_back(std::move(current));
        current = {};
    }

    void openBlock(Statement &current, TextSpan brace, bool startsLine)
    {
        if (m_tooDeep > 0 || m_open.size() == deepestBlock) {
            if (m_tooDeep++ == 0)
                note(Code::TooDeep, {}, brace);
            current = {};
            return;
        }
        // The { may stand on the line after its keyword.
        const bool belongsToLast = current.words.empty() && startsLine && !level().empty() &&
                                   level().back().kind == Statement::Kind::Keyword && !level().back().hasBlock &&
                                   !level().back().words.empty();
        if (!belongsToLast) {
            if (current.words.empty()) {
                note(Code::UnexpectedOpen, {}, brace);
                current.span.start = brace.start;
            }
            level().push_back(std::move(current));
            current = {};
        }
        Statement &block = level().back();
        block.hasBlock = true;
        block.open = brace;
        m_open.push_back(&block);
    }

    void closeBlock(Statement &current, TextSpan brace)
    {
        finish(current);
        if (m_tooDeep > 0) {
            --m_tooDeep;
        } else if (m_open.empty()) {
            note(Code::UnexpectedClose, {}, brace);
        } else {
            Statement &block = *m_open.back();
            block.close = brace;
            block.span.length = brace.start + brace.length - block.span.start;
            m_open.pop_back();
        }
    }

    ConfigText &m_config;
    LineReader m_lines;
    std::vector<Statement *> m_open; ///< the blocks around; each is the last of its level, so that it stays in place
    int m_tooDeep = 0;               ///< blocks open beyond the deepest
};

} // namespace

bool Statement::isInclude() const
{
    const QStringView word = keyword();
    return kind == Kind::Keyword && word.startsWith("include"_L1) &&
           (word.size() == 7 || (word.size() == 8 && u"rmwba"_s.contains(word[7])));
}

ConfigText readConfigText(const QString &path, const QString &text)
{
    ConfigText config{.path = path, .text = text};
    TextReader(config).read();
    return config;
}

} // namespace lvs::keepalived
