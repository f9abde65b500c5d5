// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/interfacesysctl.h"

#include "core/model/sysctls.h"

namespace lvs {

QString interfaceSysctl(const InterfaceName &interface, QStringView name)
{
    const QString ofAll = QStringLiteral("ipv4/conf/all/") + name.toString();
    const Sysctl *sysctl = interface.toString().isEmpty() ? nullptr : sysctlNamed(ofAll);
    return sysctl ? sysctl->nameFor(interface.toString()) : ofAll;
}

} // namespace lvs
