// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/ownertraces.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr auto firstProcess = "/proc/1/comm"_L1;
constexpr auto kubeInterface = "/sys/class/net/kube-ipvs0/operstate"_L1; // of kube-proxy in its IPVS mode only
constexpr qint64 longestLine = 64;

struct OwnerProcess {
    QByteArrayView name;
    TableOwner owner;
};
/// Names as in /proc/PID/comm, which has 15 bytes of them.
constexpr std::array ownerProcesses{
    OwnerProcess{"keepalived", TableOwner::Keepalived},
    OwnerProcess{"ldirectord", TableOwner::Ldirectord},
    OwnerProcess{"pacemakerd", TableOwner::Pacemaker},
    OwnerProcess{"heartbeat", TableOwner::Heartbeat},
};

void readInto(HostFiles &files, const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        files.insert(path, file.read(longestLine));
}

} // namespace

QStringList ownerFilePatterns()
{
    return {firstProcess, kubeInterface, u"/proc/[0-9]*/comm"_s};
}

HostFiles readOwnerFiles()
{
    HostFiles files;
    readInto(files, firstProcess);
    readInto(files, kubeInterface);
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs))
        readInto(files, u"/proc/%1/comm"_s.arg(process));
    return files;
}

TableOwners ownersFrom(const HostFiles &files)
{
    TableOwners owners{.isKnown = files.contains(firstProcess)};
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (file.key() == kubeInterface) {
            owners.running.push_back(TableOwner::KubeProxy);
            continue;
        }
        const QByteArray name = file->trimmed();
        const auto process = std::ranges::find(ownerProcesses, QByteArrayView(name), &OwnerProcess::name);
        if (process != ownerProcesses.end())
            owners.running.push_back(process->owner);
    }
    std::ranges::sort(owners.running);
    const auto [first, last] = std::ranges::unique(owners.running);
    owners.running.erase(first, last);
    return owners;
}

} // namespace lvs
