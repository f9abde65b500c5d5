// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/freshnetwork.h"

#include <QtLogging>

#include <cerrno>
#include <cstring>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lvs::test {

void enterFreshNetwork()
{
    if (unshare(CLONE_NEWNET) != 0)
        qFatal("needs a network namespace of its own, and that was refused: %s; run as root", std::strerror(errno));
    // Until an interface is up there are no routes, and the kernel takes every server's address for a broadcast.
    const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP;
    if (ioctl(descriptor, SIOCSIFFLAGS, &request) != 0)
        qFatal("lo can't be brought up: %s", std::strerror(errno));
    close(descriptor);
}

} // namespace lvs::test
