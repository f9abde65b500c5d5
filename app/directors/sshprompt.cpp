// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshprompt.h"

#include <QRegularExpression>

namespace lvs {

using namespace Qt::StringLiterals;

SshQuestion classifyPrompt(QStringView text, QStringView hint)
{
    static const QRegularExpression unknownHost(uR"(^The authenticity of host '([^'\n]+)' can't be established\.\n)"_s
                                                uR"((?:.*\n)?(\S+) key fingerprint is:? (\S+?)\.?\n)"_s);
    static const QRegularExpression anyFingerprint(uR"(\S+ key fingerprint is:? (\S+?)\.?\n)"_s);
    static const QRegularExpression passphrase(uR"(^Enter passphrase for(?: key)? '?(.+?)'?: $)"_s);
    static const QRegularExpression password(uR"(^(?:([^\s']+)'s password|\(([^\s)]+)\) Password): ?$)"_s);

    const QString all = text.toString();
    if (const auto match = unknownHost.match(all); match.hasMatch() && all.contains(u"(yes/no"_s)) {
        return HostKeyQuestion{.host = plainText(match.captured(1)),
                               .keyType = plainText(match.captured(2)),
                               .fingerprint = plainText(match.captured(3))};
    }

    if (all.startsWith("The authenticity of host"_L1))
        return DubiousHostKey{.fingerprint = plainText(anyFingerprint.match(all).captured(1))};

    SecretQuestion question{.kind = SecretQuestion::Kind::Other, .text = plainText(text).trimmed()};
    if (hint == "none"_L1) {
        question.kind = SecretQuestion::Kind::Notice;
    } else if (const auto key = passphrase.match(all); key.hasMatch()) {
        question.kind = SecretQuestion::Kind::KeyPassphrase;
        question.subject = plainText(key.captured(1));
    } else if (const auto login = password.match(all); login.hasMatch()) {
        question.kind = SecretQuestion::Kind::Password;
        question.subject = plainText(login.captured(1) + login.captured(2));
    }
    return question;
}

QString plainText(QStringView text, qsizetype longest)
{
    QString plain;
    for (QChar c : text.first(std::min(longest, text.size()))) {
        const bool invisible = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (c == u'\n' || !invisible)
            plain += c;
    }
    return plain;
}

} // namespace lvs
