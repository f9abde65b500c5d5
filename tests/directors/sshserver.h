// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace lvs::test {

/// An OpenSSH server on loopback with keys, port and files of its own, for the user who runs the test.
class SshServer
{
public:
    /// Throws std::runtime_error saying what is missing.
    SshServer();
    ~SshServer();

    quint16 port() const { return m_port; }
    /// For SshTarget: "USER@127.0.0.1:PORT".
    QString target() const;
    /// For ssh -F: known_hosts of the test, and the test's key, whose passphrase is this one.
    QString configFile() const;
    static QString passphrase();

    void start();
    /// Cuts every connection, as a machine does that goes down.
    void stop();
    /// As after a reinstallation, or with somebody in between.
    void changeHostKey();
    /// Trusts the present host key without a question.
    void trustHostKey();
    /// The key of the test without its passphrase.
    void removePassphrase();
    /// Only passwords are accepted; none is right.
    void refuseKeys();
    QString fingerprint() const;

private:
    QString path(const char *name) const;
    void write(const char *name, const QByteArray &content) const;
    void writeConfiguration() const;

    QTemporaryDir m_directory;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_keysRefused = false;
};

} // namespace lvs::test
