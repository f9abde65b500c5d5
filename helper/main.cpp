// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/names.h"
#include "helper/kernel/kernelbackend.h"
#include "helper/service/confinement.h"
#include "helper/service/idleexit.h"
#include "helper/service/journal.h"
#include "helper/service/polkitauthority.h"
#include "helper/service/service.h"

#include <QCoreApplication>
#include <QDBusError>
#include <QSocketNotifier>

#include <systemd/sd-daemon.h>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>

using namespace std::chrono_literals;

namespace {

constexpr auto idleLimit = 60s;

int complain(const char *what, const QString &detail)
{
    std::fprintf(stderr, "lvs-console-helper: %s: %s\n", what, qPrintable(detail));
    return EXIT_FAILURE;
}

/// A descriptor that becomes readable when systemd wants the helper to end, or -1. To be called before any thread is
/// started, or that thread takes the signal.
int terminationDescriptor()
{
    sigset_t termination;
    sigemptyset(&termination);
    sigaddset(&termination, SIGTERM);
    return pthread_sigmask(SIG_BLOCK, &termination, nullptr) == 0 ? signalfd(-1, &termination, SFD_CLOEXEC) : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const int termination = terminationDescriptor();
    if (termination < 0)
        return complain("can't wait for signals", qt_error_string());
    QCoreApplication::setLibraryPaths({}); // no plugins
    QCoreApplication app(argc, argv);

    const QStringList looseEnds = lvs::findLooseEnds();
    if (!looseEnds.isEmpty())
        return complain("runs outside of its unit, or the unit does not confine it", looseEnds.join(u' '));

    auto bus = QDBusConnection::systemBus();
    // Large calls fill what libdbus keeps of a connection until they are authorised: answers to our own questions have
    // to come by another one.
    auto inquiries = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("inquiries"));
    lvs::PolkitAuthority authority(inquiries);
    lvs::SystemdJournal journal;
    lvs::HelperService service(bus, inquiries, authority, journal,
                               [] { return std::make_unique<lvs::KernelBackend>(); });
    if (!service.registerObject() || !bus.registerService(lvs::bus::serviceName))
        return complain("can't take its name on the system bus", bus.lastError().message());

    lvs::IdleExit idleExit(service, idleLimit, [&bus] {
        sd_notify(0, "STOPPING=1");
        bus.unregisterService(lvs::bus::serviceName);
    });
    QObject::connect(&idleExit, &lvs::IdleExit::stopped, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    QSocketNotifier terminated(termination, QSocketNotifier::Read);
    QObject::connect(&terminated, &QSocketNotifier::activated, &idleExit, [&] {
        terminated.setEnabled(false); // once is enough, and the signal is never read
        idleExit.terminate();
    });
    sd_notify(0, "READY=1");
    return QCoreApplication::exec();
}
