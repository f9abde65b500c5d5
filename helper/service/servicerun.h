// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/busservice.h"
#include "helper/service/confinement.h"

#include <memory>

namespace lvs {

/// What a service is made from.
struct ServiceTools {
    const QDBusConnection &bus;
    const QDBusConnection &inquiries;
    Authority &authority;
    Journal &journal;
};

/// The life of a service's process: refuses to run where its unit does not confine it, takes the name, serves, and ends
/// when nobody needs it or systemd says so. Returns what main() returns.
int runService(int argc, char **argv, const bus::Service &what, const Confinement &confinement,
               const std::function<std::unique_ptr<BusService>(const ServiceTools &)> &make);

} // namespace lvs
