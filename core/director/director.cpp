// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/director.h"

#include "core/director/pendingresult.h"

namespace lvs {

QFuture<Result<FirewallState>> Director::readFirewall()
{
    return failedFuture<FirewallState>({.code = ErrorCode::NotSupported});
}

QFuture<Result<TableOwners>> Director::readOwners()
{
    return QtFuture::makeReadyValueFuture(Result<TableOwners>(TableOwners{.isKnown = true}));
}

QFuture<Result<std::vector<keepalived::ConfigFile>>> Director::readKeepalived()
{
    return failedFuture<std::vector<keepalived::ConfigFile>>({.code = ErrorCode::NotSupported});
}

QFuture<Result<KeptState>> Director::readKept()
{
    return failedFuture<KeptState>({.code = ErrorCode::NotSupported});
}

QFuture<Result<void>> Director::keepSetup(const KeptSetup &)
{
    return failedFuture<void>({.code = ErrorCode::NotSupported});
}

QFuture<Result<void>> Director::forgetSetup(const QString &)
{
    return failedFuture<void>({.code = ErrorCode::NotSupported});
}

QFuture<Result<void>> Director::findProbe()
{
    return failedFuture<void>({.code = ErrorCode::NoProbe});
}

QFuture<Result<ProbeReport>> Director::probe(const ProbeRequest &, Asking)
{
    return failedFuture<ProbeReport>({.code = ErrorCode::NoProbe});
}

QFuture<Result<ArpCensus>> Director::takeCensus(const IpAddress &, const InterfaceName &, Asking)
{
    return failedFuture<ArpCensus>({.code = ErrorCode::NoProbe});
}

QFuture<Result<quint32>> Director::tryConnections(const ServerKey &, quint32)
{
    return failedFuture<quint32>({.code = ErrorCode::NotSupported});
}

} // namespace lvs
