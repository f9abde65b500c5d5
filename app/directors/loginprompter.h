// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"

#include <QFuture>
#include <QStringList>

#include <optional>

namespace lvs {

/// Which director asks: shown with every question, so that no answer goes to the wrong machine.
struct Asker {
    QString hostName{}; ///< as the person wrote it; empty for this computer
    Environment environment = Environment::Unmarked;
    friend bool operator==(const Asker &, const Asker &) = default;
};

/// A host whose key this user has never confirmed.
struct HostKeyQuestion {
    QString host{};        ///< as ssh names it, with its address: may be a jump host
    QString keyType{};     ///< "ED25519"
    QString fingerprint{}; ///< "SHA256:…"
    friend bool operator==(const HostKeyQuestion &, const HostKeyQuestion &) = default;
};

struct SecretQuestion {
    enum class Kind : quint8 {
        Password,
        KeyPassphrase,
        Other,  ///< anything else the far side asks (one-time code); `text` is its wording
        Notice, ///< nothing to answer: something is to be done elsewhere (touch a security key)
    };
    Kind kind = Kind::Password;
    QString subject{};  ///< user@host for a password, file of the key for a passphrase
    QString text{};     ///< what ssh printed, as plain text of one or more lines
    bool again = false; ///< the answer before this one was wrong
    friend bool operator==(const SecretQuestion &, const SecretQuestion &) = default;
};

/// polkit wants to know who is there.
struct AuthenticationQuestion {
    QString actionId{};
    QString message{};   ///< polkit's sentence about what is to be done
    QStringList users{}; ///< who may authenticate; at least one
    QString prompt{};    ///< the wording of PAM, "Password: "
    friend bool operator==(const AuthenticationQuestion &, const AuthenticationQuestion &) = default;
};

struct AuthenticationAnswer {
    qsizetype user = 0; ///< index in AuthenticationQuestion::users
    QString secret{};
};

/// Asks the person. Everything is called on the GUI thread; the answer may take minutes. Cancelling a future withdraws
/// its question; nothing (or false) means that the person closed it. Questions are shown one at a time.
class LoginPrompter
{
public:
    virtual ~LoginPrompter() = default;

    virtual QFuture<bool> confirmHostKey(const Asker &asker, const HostKeyQuestion &question) = 0;
    virtual QFuture<std::optional<QString>> askSecret(const Asker &asker, const SecretQuestion &question) = 0;
    virtual QFuture<std::optional<AuthenticationAnswer>> authenticate(const Asker &asker,
                                                                      const AuthenticationQuestion &question) = 0;
};

} // namespace lvs
