// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/marktext.h"

#include "core/types/numbers.h"
#include "core/types/protocolword.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

enum class Option : quint8 {
    Table,
    Append,
    Insert,
    Delete,
    Destination,
    Protocol,
    Match,
    Ports,
    Jump,
    Mark,
    Comment,
    Wait,
};

struct Name {
    QStringView name{};
    Option option{};
};
constexpr std::array names{
    Name{u"-t", Option::Table},
    Name{u"--table", Option::Table},
    Name{u"-A", Option::Append},
    Name{u"--append", Option::Append},
    Name{u"-I", Option::Insert},
    Name{u"--insert", Option::Insert},
    Name{u"-D", Option::Delete},
    Name{u"--delete", Option::Delete},
    Name{u"-d", Option::Destination},
    Name{u"--dst", Option::Destination},
    Name{u"--destination", Option::Destination},
    Name{u"-p", Option::Protocol},
    Name{u"--proto", Option::Protocol},
    Name{u"--protocol", Option::Protocol},
    Name{u"-m", Option::Match},
    Name{u"--match", Option::Match},
    Name{u"--dport", Option::Ports},
    Name{u"--dports", Option::Ports},
    Name{u"--destination-port", Option::Ports},
    Name{u"--destination-ports", Option::Ports},
    Name{u"-j", Option::Jump},
    Name{u"--jump", Option::Jump},
    Name{u"--set-mark", Option::Mark},
    Name{u"--set-xmark", Option::Mark},
    Name{u"--comment", Option::Comment},
    Name{u"-w", Option::Wait},
    Name{u"--wait", Option::Wait},
};

std::unexpected<Error> refuse(ErrorCode code, const Word &word, QStringList values)
{
    return std::unexpected(Error{.code = code, .values = std::move(values), .span = word.span});
}

/// Moves the place of an error from the word into the text.
template<class T> Result<T> placed(Result<T> result, const Word &word)
{
    if (!result)
        result.error().span = word.part(result.error().span.start, result.error().span.length);
    return result;
}

/// A name or its number.
Result<quint8> protocolOf(const Word &word)
{
    const auto number = numberFromText(word.text, 0, 255);
    const auto named = protocolFromWord(word.text.toString().toLower());
    const quint8 protocol = number ? quint8(*number) : named ? quint8(*named) : quint8(0);
    return protocolWord(protocol).isEmpty() ? refuse(ErrorCode::UnsupportedProtocol, word, {})
                                            : Result<quint8>(protocol);
}

/// Decimal or hexadecimal, as iptables takes it.
Result<quint32> bitsOf(QStringView text)
{
    if (!text.startsWith(u"0x"_s, Qt::CaseInsensitive))
        return numberFromText(text, 0, limits::largestMark);
    bool isNumber = false;
    const quint32 value = text.sliced(2).toUInt(&isNumber, 16);
    if (isNumber)
        return value;
    return std::unexpected(Error{.code = ErrorCode::BadNumber, .span = {0, text.size()}});
}

Result<quint32> markOf(const Word &word)
{
    const qsizetype slash = word.text.indexOf(u'/');
    const auto mark = placed(bitsOf(slash < 0 ? word.text : word.text.first(slash)), word);
    const auto mask = slash < 0 ? Result<quint32>(~0u) : placed(bitsOf(word.text.sliced(slash + 1)), word);
    if (!mark || !mask)
        return mark ? mask : mark;
    return *mask == ~0u ? mark : refuse(ErrorCode::BadMask, word, {});
}

QStringView programOf(const Word &word)
{
    const QStringView name = word.text.sliced(word.text.lastIndexOf(u'/') + 1);
    for (const QStringView program : {u"iptables", u"ip6tables"}) {
        if (name == program || (name.startsWith(program) && (name.endsWith(u"-nft") || name.endsWith(u"-legacy"))))
            return program;
    }
    return {};
}

class MarkReader
{
public:
    /// The words before `first` say which program it is.
    MarkReader(std::span<const Word> words, std::size_t first)
        : m_words(words)
        , m_next(first)
    {
    }

    Result<MarkCommand> read(QStringView table, std::optional<Family> family)
    {
        m_command.rule.protocol = 0;
        while (m_next < m_words.size()) {
            if (const auto taken = take(m_words[m_next++]); !taken)
                return std::unexpected(taken.error());
        }
        if ((m_table.isNull() ? table : m_table) != u"mangle"_s)
            return missing(u"-t mangle"_s);
        if (m_destination == nullptr)
            return missing(u"-d"_s);
        if (family && m_command.rule.destination.family() != *family)
            return refuse(ErrorCode::FamilyMismatch, *m_destination, {});
        if (const Result<void> valid = validate(m_command.rule); !valid) {
            const bool isPort = valid.error().code == ErrorCode::MissingPort;
            return isPort ? missing(u"--dports"_s) : refuse(valid.error().code, *m_destination, {});
        }
        return m_command;
    }

private:
    Result<void> take(const Word &word)
    {
        const auto name = std::ranges::find(names, word.text, &Name::name);
        if (name == names.end())
            return word.text.startsWith(u'-')
                       ? refuse(ErrorCode::OptionNotAllowed, word, {word.text.toString(), u"-j MARK"_s})
                       : refuse(ErrorCode::UnexpectedWord, word, {word.text.toString()});
        if (name->option == Option::Wait) {
            if (m_next < m_words.size() && numberFromText(m_words[m_next].text, 0, ~0u))
                ++m_next;
            return {};
        }
        if (m_next == m_words.size())
            return refuse(ErrorCode::ValueMissing, word, {word.text.toString()});
        return takeValue(name->option, m_words[m_next++]);
    }

    Result<void> takeValue(Option option, const Word &value)
    {
        switch (option) {
        case Option::Table:
            m_table = value.text;
            return {};
        case Option::Append:
        case Option::Insert:
        case Option::Delete:
            return takeChain(option, value);
        case Option::Destination:
            m_destination = &value;
            return placed(IpNetwork::fromText(value.text), value).transform([this](const IpNetwork &network) {
                m_command.rule.destination = network;
            });
        case Option::Protocol:
            return protocolOf(value).transform([this](quint8 protocol) { m_command.rule.protocol = protocol; });
        case Option::Match:
            return takeMatch(value);
        case Option::Ports:
            return placed(PortSet::fromText(value.text), value).transform([this](const PortSet &ports) {
                m_command.rule.ports = ports;
            });
        case Option::Mark:
            return markOf(value).transform([this](quint32 mark) { m_command.rule.mark = mark; });
        case Option::Jump: // was looked at before
        case Option::Comment:
        case Option::Wait:
            break;
        }
        return {};
    }

    Result<void> takeChain(Option option, const Word &chain)
    {
        if (chain.text != u"PREROUTING"_s)
            return refuse(ErrorCode::UnknownKeyword, chain, {chain.text.toString()});
        m_command.isRemoval = option == Option::Delete;
        if (option == Option::Insert && m_next < m_words.size() && numberFromText(m_words[m_next].text, 1, ~0u))
            ++m_next; // the place does not matter: own rules for different marks never take the same packets
        return {};
    }

    static Result<void> takeMatch(const Word &match)
    {
        if (protocolFromWord(match.text) || match.text == u"multiport"_s || match.text == u"comment"_s)
            return {};
        return refuse(ErrorCode::OptionNotAllowed, match, {u"-m "_s + match.text.toString(), u"-j MARK"_s});
    }

    Result<MarkCommand> missing(const QString &option) const
    {
        return refuse(ErrorCode::OptionMissing, m_words.front(), {option, u"-j MARK"_s});
    }

    std::span<const Word> m_words;
    std::size_t m_next;
    QStringView m_table;
    const Word *m_destination = nullptr;
    MarkCommand m_command;
};

} // namespace

std::optional<Result<MarkCommand>> readMarkCommand(std::span<const Word> words)
{
    if (words.empty())
        return {};
    const QStringView program = programOf(words.front());
    const bool isSaved = words.size() > 1 && words[0].text == u"-A"_s && words[1].text == u"PREROUTING"_s;
    if (program.isNull() && !isSaved)
        return {};
    const auto jump =
        std::ranges::find_if(words, [](const Word &word) { return word.text == u"-j"_s || word.text == u"--jump"_s; });
    if (words.end() - jump < 2 || (jump + 1)->text != u"MARK"_s)
        return {};
    if (isSaved) // below "*mangle"
        return MarkReader(words, 0).read(u"mangle"_s, {});
    const Family family = program == u"iptables"_s ? Family::IPv4 : Family::IPv6;
    return MarkReader(words, 1).read(u"filter"_s, family);
}

} // namespace lvs
