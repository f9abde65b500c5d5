// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/servicerun.h"

#include "helper/service/idleexit.h"
#include "helper/service/polkitauthority.h"

#include <QCoreApplication>
#include <QDBusError>
#include <QSocketNotifier>

#include <systemd/sd-daemon.h>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>

using namespace std::chrono_literals;

namespace lvs {
namespace {

constexpr auto idleLimit = 60s;

int complain(const bus::Service &service, const char *what, const QString &detail)
{
    std::fprintf(stderr, "%s: %s: %s\n", service.name.data(), what, qPrintable(detail));
    return EXIT_FAILURE;
}

/// A descriptor that becomes readable when systemd wants the service to end, or -1. To be called before any thread is
/// started, or that thread takes the signal.
int terminationDescriptor()
{
    sigset_t termination;
    sigemptyset(&termination);
    sigaddset(&termination, SIGTERM);
    return pthread_sigmask(SIG_BLOCK, &termination, nullptr) == 0 ? signalfd(-1, &termination, SFD_CLOEXEC) : -1;
}

} // namespace

int runService(int argc, char **argv, const bus::Service &what, const Confinement &confinement,
               const std::function<std::unique_ptr<BusService>(const ServiceTools &)> &make)
{
    const int termination = terminationDescriptor();
    if (termination < 0)
        return complain(what, "can't wait for signals", qt_error_string());
    QCoreApplication::setLibraryPaths({}); // no plugins
    QCoreApplication app(argc, argv);

    const QStringList looseEnds = findLooseEnds(confinement);
    if (!looseEnds.isEmpty())
        return complain(what, "runs outside of its unit, or the unit does not confine it", looseEnds.join(u' '));

    auto bus = QDBusConnection::systemBus();
    // Large calls fill what libdbus keeps of a connection until they are authorised: answers to our own questions have
    // to come by another one.
    auto inquiries = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("inquiries"));
    PolkitAuthority authority(inquiries);
    SystemdJournal journal;
    const auto service = make({bus, inquiries, authority, journal});
    if (!service->registerObject() || !bus.registerService(what.name))
        return complain(what, "can't take its name on the system bus", bus.lastError().message());

    IdleExit idleExit(*service, idleLimit, [&] {
        sd_notify(0, "STOPPING=1");
        bus.unregisterService(what.name);
    });
    QObject::connect(&idleExit, &IdleExit::stopped, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    QSocketNotifier terminated(termination, QSocketNotifier::Read);
    QObject::connect(&terminated, &QSocketNotifier::activated, &idleExit, [&] {
        terminated.setEnabled(false); // once is enough, and the signal is never read
        idleExit.terminate();
    });
    sd_notify(0, "READY=1");
    return QCoreApplication::exec();
}

} // namespace lvs
