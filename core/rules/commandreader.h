// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/optionscanner.h"
#include "core/rules/optionvalues.h"
#include "core/rules/rulecommand.h"

namespace lvs {

/// Reads one command, in the order in which ipvsadm does: what it stumbles over first decides what becomes of the line.
class CommandReader
{
public:
    /// Writes into `command`, which is as new; of one that is refused a part stands there.
    CommandReader(std::span<const Word> words, RuleMode mode, RuleCommand &command)
        : m_words(words)
        , m_scanner(words)
        , m_isCompatible(mode == RuleMode::Compatible)
        , m_command(command)
    {
    }

    /// Nothing if the command is accepted.
    std::optional<RuleRefusal> read();

private:
    std::optional<RuleRefusal> readVerb();
    std::optional<RuleRefusal> readOptions();
    Result<void> readRole(const Word &word);
    Result<void> readOption(const GivenOption &given);
    Result<void> readService(Protocol protocol, const Word &value);
    Result<void> readMark(const Word &value);
    Result<void> readIpv6(const GivenOption &given);
    Result<void> readPersistence(const GivenOption &given);
    Result<void> readNetmask(const Word &value);
    Result<void> readServer(const Word &value);
    Result<void> readTunnelType(const Word &value);
    Result<void> readGroup(const Word &value);
    /// Only --set has words beside its options: the timeouts.
    Result<void> readOtherWords();

    // What is looked at when the whole line is known (commandchecks.cpp).
    Result<void> check();
    Result<void> checkOptions() const;
    Result<void> checkList() const;
    Result<void> finishService();
    Result<void> finishServer();
    Result<void> checkTunnel() const;
    void finishDaemon();

    /// Takes a value over or makes its error point into the line.
    template<class T> static Result<void> take(Result<T> reading, auto &target, const Word &word)
    {
        if (!reading) {
            Error &error = reading.error();
            error.span = word.part(error.span.start, error.span.length);
            return std::unexpected(error);
        }
        target = std::remove_cvref_t<decltype(target)>(*std::move(reading));
        return {};
    }
    /// A name that the kernel looks up: ipvsadm cuts it to `longest` characters and sends whatever it is.
    template<class Name> Result<void> takeName(Name &target, const Word &word, qsizetype longest);
    static std::unexpected<Error> refuse(ErrorCode code, const QStringList &values, TextSpan span)
    {
        return std::unexpected(Error{.code = code, .values = values, .span = span});
    }
    static Result<void> number(const GivenOption &given, auto &target, quint32 smallest, quint32 largest)
    {
        return take(ruleNumberFromText(given.value->text, smallest, largest), target, *given.value);
    }
    void forwardBy(Forwarding forwarding) { m_command.server.forwarding = forwarding; }
    void note(RuleNote::Code code, TextSpan span, const QStringList &values = {})
    {
        m_command.notes.push_back({.code = code, .values = values, .span = span});
    }

    std::span<const Word> m_words;
    OptionScanner m_scanner;
    bool m_isCompatible;
    RuleCommand &m_command;
    QVarLengthArray<GivenOption, 8> m_seen; ///< each option once
    std::optional<Word> m_flags;            ///< read last: the scheduler decides which fit
    std::optional<Error> m_kernelRefuses;   ///< ipvsadm sends the name, but no kernel has such a thing
    quint8 m_exitStatus = 2;                ///< of ipvsadm, where it stumbles: its own for wrong use
    bool m_serverHasPort = false;
};

} // namespace lvs
