// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/bounds.h"
#include "helper/probe/callrate.h"
#include "helper/probe/probes.h"
#include "helper/service/busservice.h"

namespace lvs {

/// The object that looks at the machines of this machine's own table, and at no others; asks its own networks, too, who
/// has an address of theirs. Table and addresses are read for each call, before anybody is asked and again before the
/// first packet.
class ProbeService : public BusService
{
    Q_OBJECT
public:
    /// See BusService; `tableFile` is what shows the table.
    ProbeService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority, Journal &journal,
                 const QString &tableFile = QStringLiteral("/proc/self/net/ip_vs"), const Probes::Limits &limits = {},
                 QObject *parent = nullptr);
    ~ProbeService() override;

private:
    /// Adds a method whose argument is a list of Data; `act` gets the targets made from it.
    template<class Data, class ActOn> void addProbe(QLatin1StringView name, ActOn act);
    Result<Act> prepareCensus(const Call &call);
    Result<void> checkCensus(const Call &call) const;
    Result<void> admit(const Call &call);

    QString m_tableFile;
    CallRate m_rate{std::size_t(bus::bounds::probesPerMinute)};
    Probes m_probes;
};

} // namespace lvs
