// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/shelltext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

struct ShellWord {
    QString text{};
    TextSpan span{};         ///< longer than the text where quotes were removed
    bool isExpanded = false; ///< the shell would put something else in its place
};

/// Splits a text into the words of its commands, as far as that can be done without being a shell.
class ShellLexer
{
public:
    explicit ShellLexer(QStringView text)
        : m_text(text)
    {
    }

    std::vector<std::vector<ShellWord>> commands();

private:
    bool atEnd(qsizetype ahead = 0) const { return m_pos + ahead >= m_text.size(); }
    QChar at(qsizetype ahead = 0) const { return atEnd(ahead) ? QChar(u'\n') : m_text[m_pos + ahead]; }
    /// Length of a backslash with the line end it hides, 0 if there is none here.
    qsizetype continuation() const;
    void skipContinuation();
    void skipPrompt();
    /// Passes over what matches at the beginning of the rest of the line.
    void skipMatch(const QRegularExpression &expression);
    void skipLine();
    void readQuoted(ShellWord &word);
    void readWord();
    /// Drops "> FILE", "2>&1" and the like: where output goes changes no rule.
    void skipRedirection();
    void endCommand();

    QStringView m_text;
    qsizetype m_pos = 0;
    std::vector<ShellWord> m_words;
    std::vector<std::vector<ShellWord>> m_commands;
};

bool isBlank(QChar c)
{
    return c != u'\n' && c.isSpace();
}

bool isSeparator(QChar c)
{
    return c == u';' || c == u'&' || c == u'|';
}

std::vector<std::vector<ShellWord>> ShellLexer::commands()
{
    skipPrompt();
    while (!atEnd()) {
        const QChar c = at();
        if (c == u'\n') {
            endCommand();
            ++m_pos;
            skipPrompt();
        } else if (isBlank(c)) {
            ++m_pos;
        } else if (continuation() > 0) {
            skipContinuation();
        } else if (isSeparator(c)) {
            endCommand();
            ++m_pos;
        } else if (c == u'#') {
            skipLine();
        } else if (c == u'>' || c == u'<') {
            skipRedirection();
        } else {
            readWord();
        }
    }
    endCommand();
    return std::move(m_commands);
}

qsizetype ShellLexer::continuation() const
{
    if (at() != u'\\')
        return 0;
    if (at(1) == u'\n')
        return 2;
    return at(1) == u'\r' && at(2) == u'\n' ? 3 : 0;
}

void ShellLexer::skipContinuation()
{
    m_pos = std::min(m_pos + continuation(), m_text.size());
    static const QRegularExpression secondPrompt(uR"(^[ \t]*> )"_s); // PS2
    skipMatch(secondPrompt);
}

/// History number and time, then what ends in one of # $ % and a blank: "[root@lvs ~]# ", "root@lvs:~# ", "$ ". A lone
/// # is a comment unless a command follows.
void ShellLexer::skipPrompt()
{
    static const QRegularExpression history(uR"(^(?:[ \t]*\d+\*?[ \t]+)?)"
                                            uR"((?:\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\]?[ \t]+)?)"
                                            uR"((?:: \d+:\d+;)?)"_s); // the last one is zsh's
    static const QRegularExpression prompt(
        uR"(^[ \t]*(?:\([\w.-]+\)[ \t]*)?(?:\[[^\]]*\]|[\w.+-]+@[^\s#$%]+(?:[ \t][^\s#$%]+)?|\w+-[\d.]+)[#$%][ \t]*)"_s);
    static const QRegularExpression lonePrompt(
        uR"(^[ \t]*(?:[$%][ \t]+|#[ \t]*(?=(?:sudo[ \t].*)?(?:[^\s]*/)?(?:ipvsadm|ip6?tables)[ \t]+-)))"_s);
    for (const auto *expression : {&history, &prompt, &lonePrompt})
        skipMatch(*expression);
}

void ShellLexer::skipMatch(const QRegularExpression &expression)
{
    const QStringView rest = m_text.sliced(m_pos);
    const qsizetype end = rest.indexOf(u'\n');
    if (const auto match = expression.matchView(end < 0 ? rest : rest.first(end)); match.hasMatch())
        m_pos += match.capturedLength();
}

void ShellLexer::skipLine()
{
    while (!atEnd() && at() != u'\n')
        ++m_pos;
}

void ShellLexer::readQuoted(ShellWord &word)
{
    const QChar quote = at();
    for (++m_pos; !atEnd() && at() != quote && at() != u'\n'; ++m_pos) {
        const bool isDouble = quote == u'"';
        word.isExpanded = word.isExpanded || (isDouble && (at() == u'$' || at() == u'`' || at() == u'\\'));
        word.text += at();
    }
    if (at() == quote)
        ++m_pos;
    else
        word.isExpanded = true; // the quote does not end on its line
}

void ShellLexer::readWord()
{
    static const QString expanding = u"$`*?{}()~!"_s;
    ShellWord word;
    const qsizetype start = m_pos;
    while (!atEnd() && !at().isSpace() && !isSeparator(at()) && at() != u'<' && at() != u'>') {
        if (continuation() > 0) {
            skipContinuation();
        } else if (at() == u'\'' || at() == u'"') {
            readQuoted(word);
        } else {
            if (at() == u'\\' && !atEnd(1))
                ++m_pos; // what follows stands for itself
            else
                word.isExpanded = word.isExpanded || expanding.contains(at());
            word.text += at();
            ++m_pos;
        }
    }
    const bool isRedirected = at() == u'<' || at() == u'>';
    if (isRedirected && std::ranges::all_of(word.text, [](QChar c) { return c.isDigit(); }))
        return; // the number of a file, as in 2>&1
    word.span = {start, m_pos - start};
    m_words.push_back(word);
}

void ShellLexer::skipRedirection()
{
    while (at() == u'<' || at() == u'>' || at() == u'&')
        ++m_pos;
    while (isBlank(at()))
        ++m_pos;
    const std::size_t words = m_words.size();
    if (!at().isSpace() && !isSeparator(at()) && at() != u'<' && at() != u'>')
        readWord();
    m_words.resize(std::min(words, m_words.size()));
}

void ShellLexer::endCommand()
{
    if (!m_words.empty())
        m_commands.push_back(std::exchange(m_words, {}));
}

QStringView programName(const QString &word)
{
    return QStringView(word).sliced(word.lastIndexOf(u'/') + 1);
}

/// Number of words before the program itself: keywords of the shell, and sudo with its options.
std::size_t wordsBeforeProgram(const std::vector<ShellWord> &words)
{
    static const QStringList keywords{u"do"_s, u"then"_s, u"else"_s, u"time"_s, u"exec"_s, u"command"_s, u"{"_s};
    static const QStringList sudoWithValue{u"-u"_s, u"-g"_s, u"-h"_s, u"-p"_s};
    std::size_t first = 0;
    const auto text = [&]() -> const QString & { return words[first].text; };
    while (first < words.size() && keywords.contains(text()))
        ++first;
    if (first < words.size() && (programName(text()) == u"sudo" || programName(text()) == u"doas")) {
        for (++first; first < words.size() && text().startsWith(u'-'); ++first) {
            if (sudoWithValue.contains(text()))
                ++first;
        }
    }
    return std::min(first, words.size());
}

/// `ipvsadm -S` prints its lines without the name of the program.
bool isBareRule(const QString &word)
{
    const RuleSpec *spec = nullptr;
    if (word.startsWith(u"--"_s))
        spec = findRuleSpec(QStringView(word).sliced(2).split(u'=').front());
    else if (word.startsWith(u'-') && word.size() > 1)
        spec = findRuleSpec(word[1]);
    return spec && std::holds_alternative<RuleVerb>(spec->meaning);
}

using Command = std::variant<RuleCommand, MarkCommand>;

std::unexpected<Error> refuse(ErrorCode code, const ShellWord &word)
{
    return std::unexpected(Error{.code = code, .values = {word.text}, .span = word.span});
}

/// The words from `first` on, as long as no shell is needed to know them.
Result<std::vector<Word>> plainWords(const std::vector<ShellWord> &words, std::size_t first)
{
    std::vector<Word> plain;
    for (std::size_t i = first; i < words.size(); ++i) {
        if (words[i].isExpanded)
            return refuse(ErrorCode::ShellSyntax, words[i]);
        plain.push_back({words[i].text, words[i].span});
    }
    return plain;
}

Result<Command> readCommand(const std::vector<ShellWord> &words)
{
    const std::size_t program = wordsBeforeProgram(words);
    const ShellWord &name = words[std::min(program, words.size() - 1)];
    if (programName(name.text) == u"ipvsadm-restore")
        return refuse(ErrorCode::RulesElsewhere, name);
    if (const auto plain = plainWords(words, program)) {
        if (const auto mark = readMarkCommand(*plain))
            return *mark;
    }
    const bool isNamed = programName(name.text) == u"ipvsadm";
    if (program == words.size() || (!isNamed && !(program == 0 && isBareRule(name.text))))
        return refuse(ErrorCode::NotIpvsadm, name);
    const auto rule = plainWords(words, program + (isNamed ? 1 : 0));
    if (!rule)
        return std::unexpected(rule.error());
    if (rule->empty()) { // lists the table
        RuleCommand list;
        list.verb = RuleVerb::List;
        list.span = name.span;
        return list;
    }
    return readRuleCommand(*rule);
}

} // namespace

std::vector<PastedCommand> readPastedCommands(QStringView text)
{
    std::vector<PastedCommand> commands;
    for (const auto &words : ShellLexer(text).commands()) {
        const TextSpan first = words.front().span;
        const TextSpan last = words.back().span;
        commands.push_back(
            {.span = {first.start, last.start + last.length - first.start}, .command = readCommand(words)});
    }
    return commands;
}

bool looksLikeRules(QStringView text)
{
    return std::ranges::any_of(readPastedCommands(text),
                               [](const PastedCommand &pasted) { return pasted.command.has_value(); });
}

} // namespace lvs
