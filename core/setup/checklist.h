// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

namespace lvs {

/// A real server of a wish and what is known of its machine and of the director; nullptr where they could not be asked.
struct CheckedServer {
    const SetupWish &wish;
    const SetupServer &server;
    const HostInfo *host = nullptr;
    const HostInfo *director = nullptr;

    const IpAddress &rip() const { return server.server.key.address; }
};

/// One line about a machine: unknown until something is said of it.
class CheckLine
{
public:
    CheckLine(SetupCheck::Code code, const QString &host, std::optional<ServerKey> server = {})
        : m_check{.code = code, .host = host, .server = std::move(server)}
    {
    }

    CheckLine &about(const InterfaceName &interface);
    CheckLine &about(quint16 port);
    CheckLine &wanted(const QString &value);
    CheckLine &wantedNot(const QString &value) { return wanted(u'!' + value); }
    CheckLine &evidence(const QString &name, const QString &value);
    /// The value of a tunable where the machine has it.
    CheckLine &sysctl(const HostInfo &host, const QString &name);
    /// What is, and whether it is good.
    CheckLine &is(const QString &value, bool good);
    /// Why nothing is known.
    CheckLine &failed(const Error &error);

    operator SetupCheck() const { return m_check; }

private:
    SetupCheck m_check;
};

/// What is seen in the director's packet filter; nullptr where it could not be read.
SetupCheck checkMarks(const SetupWish &wish, const FirewallState *firewall);
SetupCheck checkSourceNat(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                          const FirewallState *firewall);

/// What is seen on a real server's machine; nothing of the director as its own real server.
void checkServer(const CheckedServer &checked, std::vector<SetupCheck> &checks);
/// Whether somebody listens where packets come to.
void checkListeners(const CheckedServer &checked, std::vector<SetupCheck> &checks);
/// Whether packet filters drop what has to come through.
void checkFirewalls(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks);
/// Whether the director reaches real servers.
void checkConnections(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks);
/// Whether real servers of HTTPS show the same certificate.
void checkCertificates(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks);
/// Whether clients get through.
void checkClients(const SetupFacts &facts, std::vector<SetupCheck> &checks);
/// Who answers for the VIP.
void checkCensuses(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks);

} // namespace lvs
