// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/probeservice.h"
#include "helper/service/servicerun.h"

#include <csignal>

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a server may hang up while OpenSSL writes to it
    return lvs::runService(
        argc, argv, lvs::bus::probeService, lvs::probeConfinement, [](const lvs::ServiceTools &tools) {
            return std::make_unique<lvs::ProbeService>(tools.bus, tools.inquiries, tools.authority, tools.journal);
        });
}
