// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshcommand.h"

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// ssh takes the first value it sees, so these win over the user's and the system's files.
QStringList options(std::initializer_list<QLatin1StringView> settings)
{
    QStringList arguments;
    for (QLatin1StringView setting : settings)
        arguments << u"-o"_s << setting;
    return arguments;
}

} // namespace

SshCommand::SshCommand(SshTarget target, QString controlPath, QString configFile)
    : m_target(std::move(target))
    , m_controlPath(std::move(controlPath))
    , m_configFile(std::move(configFile))
{
}

QStringList SshCommand::login() const
{
    QStringList arguments{u"-T"_s, u"-M"_s, u"-S"_s, m_controlPath};
    if (!m_configFile.isEmpty())
        arguments << u"-F"_s << m_configFile;
    arguments += options({
        "ControlPersist=no"_L1,
        "StrictHostKeyChecking=ask"_L1,
        "NoHostAuthenticationForLocalhost=no"_L1,
        "VerifyHostKeyDNS=no"_L1,
        "UpdateHostKeys=no"_L1,
        "ForwardAgent=no"_L1,
        "ForwardX11=no"_L1,
        "ClearAllForwardings=yes"_L1,
        "Tunnel=no"_L1,
        "GSSAPIDelegateCredentials=no"_L1,
        "PermitLocalCommand=no"_L1,
        "RemoteCommand=none"_L1,
        "SessionType=default"_L1,
        "StdinNull=no"_L1,
        "ForkAfterAuthentication=no"_L1,
        "EscapeChar=none"_L1,
        "BatchMode=no"_L1,
        "NumberOfPasswordPrompts=3"_L1,
        "ConnectTimeout=10"_L1,
        "ServerAliveInterval=5"_L1,
        "ServerAliveCountMax=3"_L1,
        "LogLevel=INFO"_L1,
    });
    if (!m_target.user().isEmpty())
        arguments << u"-l"_s << m_target.user();
    if (m_target.port() != 0)
        arguments << u"-p"_s << QString::number(m_target.port());
    arguments << u"--"_s << m_target.host() << u"cat"_s;
    return arguments;
}

QStringList SshCommand::overControlPath() const
{
    // Without a master ssh would log in by itself; a proxy that fails at once keeps it from that.
    return QStringList{u"-S"_s, m_controlPath, u"-F"_s, u"none"_s} +
           options({"ControlMaster=no"_L1, "ProxyCommand=false"_L1, "BatchMode=yes"_L1, "ForwardAgent=no"_L1,
                    "ForwardX11=no"_L1, "ClearAllForwardings=yes"_L1, "EscapeChar=none"_L1, "LogLevel=ERROR"_L1});
}

QStringList SshCommand::channel(const QStringList &remote, Terminal terminal) const
{
    return QStringList{terminal == Terminal::Allocate ? u"-tt"_s : u"-T"_s} + overControlPath()
           << u"--"_s << m_target.host() << remote;
}

QStringList SshCommand::connection(const ServerKey &endpoint) const
{
    return QStringList{u"-T"_s, u"-W"_s, endpoint.toString()} + overControlPath() << u"--"_s << m_target.host();
}

} // namespace lvs
