// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/ssherror.h"

#include "app/directors/sshprompt.h"

#include <QRegularExpression>

#include <array>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

struct Pattern {
    QString expression; ///< of one line, from its beginning
    ErrorCode code;
};

/// The first that matches any line wins: the specific before what ssh prints after it.
const std::array patterns{
    Pattern{uR"(@\s+WARNING: (REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY DETECTED)!)"_s,
            ErrorCode::HostKeyChanged},
    Pattern{uR"(Host key for .* has changed and you have requested strict checking\.)"_s, ErrorCode::HostKeyChanged},
    Pattern{uR"(No .* host key is known for .* and you have requested strict checking\.)"_s, ErrorCode::HostKeyUnknown},
    Pattern{uR"(Host key verification failed\.)"_s, ErrorCode::HostKeyRefused},
    Pattern{uR"(ssh: Could not resolve hostname )"_s, ErrorCode::HostNotFound},
    Pattern{uR"(ssh: connect to host .*: Connection refused)"_s, ErrorCode::ConnectionRefused},
    Pattern{uR"(ssh: connect to host .*: (Connection|Operation) timed out)"_s, ErrorCode::TimedOut},
    Pattern{uR"(Connection timed out during banner exchange)"_s, ErrorCode::TimedOut},
    Pattern{uR"(Connection to .* timed out)"_s, ErrorCode::TimedOut},
    Pattern{uR"(ssh: connect to host )"_s, ErrorCode::HostUnreachable},
    Pattern{uR"(\S+: Permission denied \()"_s, ErrorCode::LoginFailed},
    Pattern{uR"((Received disconnect from .*|Disconnected from .*): Too many authentication failures)"_s,
            ErrorCode::LoginFailed},
    Pattern{uR"(This account is currently not available\.)"_s, ErrorCode::LoginFailed},
};

} // namespace

Error classifySshOutput(QStringView standardError)
{
    static const QRegularExpression fingerprint(
        uR"(^The fingerprint for the (\S+) key sent by the remote host is\n(\S+?)\.?$)"_s,
        QRegularExpression::MultilineOption);

    const QString text = plainText(standardError.last(std::min<qsizetype>(standardError.size(), 8000)), 8000);
    for (const Pattern &pattern : patterns) {
        const QRegularExpression line(u"^"_s + pattern.expression + u".*$"_s, QRegularExpression::MultilineOption);
        const auto match = line.match(text);
        if (!match.hasMatch())
            continue;
        if (pattern.code != ErrorCode::HostKeyChanged)
            return {.code = pattern.code, .values = {match.captured(0).trimmed()}};
        const auto key = fingerprint.match(text);
        return {.code = pattern.code, .values = {key.captured(2), key.captured(1)}};
    }
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return {.code = ErrorCode::LinkLost,
            .values = lines.isEmpty() ? QStringList{} : QStringList{lines.last().trimmed()}};
}

} // namespace lvs
