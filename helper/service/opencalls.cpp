// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/opencalls.h"

#include "helper/interface/bounds.h"

namespace lvs {

namespace {

template<class Key> void countDown(std::map<Key, qsizetype> &counts, const Key &key)
{
    const auto count = counts.find(key);
    if (count != counts.end() && --count->second == 0)
        counts.erase(count);
}

} // namespace

bool OpenCalls::enter(const QString &busName)
{
    const qsizetype ofConnection = ++m_ofConnection[busName];
    return ++m_total <= bus::bounds::callsInTotal && ofConnection <= bus::bounds::callsPerCaller;
}

bool OpenCalls::identify(const Caller &caller)
{
    return ++m_ofUser[caller.uid] <= bus::bounds::callsPerUser || caller.uid == 0;
}

void OpenCalls::leave(const QString &busName, uid_t user)
{
    --m_total;
    countDown(m_ofConnection, busName);
    countDown(m_ofUser, user);
}

} // namespace lvs
