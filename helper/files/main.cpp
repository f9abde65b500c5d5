// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/files/filesservice.h"
#include "helper/service/servicerun.h"

int main(int argc, char **argv)
{
    return lvs::runService(
        argc, argv, lvs::bus::filesService, lvs::filesConfinement, [](const lvs::ServiceTools &tools) {
            return std::make_unique<lvs::FilesService>(tools.bus, tools.inquiries, tools.authority, tools.journal);
        });
}
