// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/draintext.h"

#include "app/text/format.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Drain)
public:
    static QString holdings(const Holdings &holdings)
    {
        return tr("%1 active, %2 inactive connections, %3 templates")
            .arg(format::count(holdings.active), format::count(holdings.inactive), format::count(holdings.templates));
    }
    static QString progress(DrainWatch::Progress progress)
    {
        switch (progress) {
        case DrainWatch::Progress::Drafted:
            return tr("drafted, not yet applied");
        case DrainWatch::Progress::Draining:
            return tr("draining");
        case DrainWatch::Progress::Empty:
            return tr("empty");
        case DrainWatch::Progress::RemovalDrafted:
            return tr("removal drafted");
        }
        return {};
    }
    static QString removalEffect(std::optional<int> value)
    {
        if (!value)
            return tr("What happens to connections when their server is removed is up to "
                      "net.ipv4.vs.expire_nodest_conn, which could not be read.");
        if (*value == 0)
            return tr("When their server is removed, connections are not ended: their packets are dropped without an "
                      "answer until the connection times out or the server comes back "
                      "(net.ipv4.vs.expire_nodest_conn = 0).");
        return tr("When their server is removed, the kernel ends its connections; clients that connect again get "
                  "another server (net.ipv4.vs.expire_nodest_conn = %1).")
            .arg(*value);
    }
    static QString templateEffect(std::optional<int> value)
    {
        if (!value)
            return tr("Whether persistent clients are released while their server is drained is up to "
                      "net.ipv4.vs.expire_quiescent_template, which could not be read.");
        if (*value == 0)
            return tr("Templates go on pinning persistent clients to the drained server: their new connections still "
                      "come here, and prolong the template (net.ipv4.vs.expire_quiescent_template = 0).");
        return tr("Templates release persistent clients when they connect again "
                  "(net.ipv4.vs.expire_quiescent_template = %1).")
            .arg(*value);
    }
};

} // namespace

void Holdings::add(const ServerState &server)
{
    active += server.activeConnections;
    inactive += server.inactiveConnections;
    templates += server.persistentConnections;
}

QString holdingsText(const Holdings &holdings)
{
    return Words::holdings(holdings);
}

QString progressText(DrainWatch::Progress progress)
{
    return Words::progress(progress);
}

QString removalEffectText(std::optional<int> expireNodestConn)
{
    return Words::removalEffect(expireNodestConn);
}

QString templateEffectText(std::optional<int> expireQuiescentTemplate)
{
    return Words::templateEffect(expireQuiescentTemplate);
}

} // namespace lvs
