// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/confinement.h"

#include <QFile>
#include <QMap>

#include <linux/capability.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

/// "CapEff" → "0000000000001000"; the parts of a value have one blank between.
QMap<QByteArray, QByteArray> fieldsOf(const QByteArray &procStatus)
{
    QMap<QByteArray, QByteArray> fields;
    const auto lines = procStatus.split('\n');
    for (const QByteArray &line : lines) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            fields.insert(line.first(colon), line.sliced(colon + 1).simplified());
    }
    return fields;
}

} // namespace

static_assert(helperConfinement.capabilities == quint64(1) << CAP_NET_ADMIN);
static_assert(probeConfinement.capabilities == quint64(1) << CAP_NET_RAW);

QStringList findLooseEnds(const QByteArray &procStatus, const Confinement &confinement)
{
    const auto fields = fieldsOf(procStatus);
    QStringList found;

    const auto ids = fields.value("Uid").split(' ');
    if (ids.size() != 4 || (ids.first() == "0") != confinement.isRoot || std::ranges::count(ids, ids.first()) != 4)
        found.append(u"user"_s);
    for (const char *set : {"CapEff", "CapPrm", "CapBnd"}) {
        bool ok = false;
        if (fields.value(set).toULongLong(&ok, 16) != confinement.capabilities || !ok)
            found.append(QLatin1StringView(set));
    }
    if (fields.value("NoNewPrivs") != "1")
        found.append(u"NoNewPrivs"_s);
    if (fields.value("Seccomp") != "2")
        found.append(u"Seccomp"_s);
    return found;
}

QStringList findLooseEnds(const Confinement &confinement)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return {status.fileName()};
    QStringList found = findLooseEnds(status.readAll(), confinement);
    QFile tunable(u"/proc/sys/kernel/core_pattern"_s);
    if (tunable.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        found.append(tunable.fileName());
    return found;
}

} // namespace lvs
