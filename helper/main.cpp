// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/kernelbackend.h"
#include "helper/service/bootmethods.h"
#include "helper/service/restoring.h"
#include "helper/service/service.h"
#include "helper/service/servicerun.h"
#include "helper/service/setupmethods.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

namespace {

/// Made by systemd for the unit; empty outside of it.
QString stateDirectory()
{
    return qEnvironmentVariable("STATE_DIRECTORY");
}

int restore(int argc, char **argv)
{
    QCoreApplication::setLibraryPaths({}); // no plugins
    const QCoreApplication app(argc, argv);
    const QStringList looseEnds = lvs::findLooseEnds(lvs::helperConfinement);
    if (!looseEnds.isEmpty()) {
        std::fprintf(stderr, "--restore runs outside of its unit, or the unit does not confine it: %s\n",
                     qPrintable(looseEnds.join(u' ')));
        return EXIT_FAILURE;
    }
    lvs::KernelBackend backend;
    return lvs::restoreAtBoot(backend, lvs::bootFileIn(stateDirectory()), lvs::setupsFileIn(stateDirectory()));
}

} // namespace

/// Without arguments the service; with --restore what lvs-console-restore.service does at boot.
int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--restore") == 0)
        return restore(argc, argv);
    return lvs::runService(
        argc, argv, lvs::bus::helperService, lvs::helperConfinement, [](const lvs::ServiceTools &tools) {
            const auto nftables = std::make_shared<std::mutex>();
            return std::make_unique<lvs::HelperService>(
                tools.bus, tools.inquiries, tools.authority, tools.journal,
                [nftables] { return std::make_unique<lvs::KernelBackend>(nftables); }, stateDirectory());
        });
}
