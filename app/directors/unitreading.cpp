// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/unitreading.h"

#include "app/directors/helperclient.h"

#include <QDBusArgument>
#include <QDBusObjectPath>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

using Installation = BootUnit::Installation;
using LastRun = BootUnit::LastRun;

constexpr auto systemd = "org.freedesktop.systemd1"_L1;
constexpr qsizetype mostCommands = 16;

QDBusMessage managerCall(const QString &method, QLatin1StringView unit)
{
    return QDBusMessage::createMethodCall(systemd, u"/org/freedesktop/systemd1"_s, systemd + ".Manager"_L1, method)
           << QString(unit);
}

QDBusMessage propertiesCall(const QString &path, QLatin1StringView interface)
{
    return QDBusMessage::createMethodCall(systemd, path, u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s)
           << QString(systemd + interface);
}

/// What GetUnitFileState says, as far as it tells whether the next boot starts the unit. "generated": from an init
/// script, for the run levels that it names.
Installation installationFrom(const Result<QDBusMessage> &reply)
{
    if (!reply) {
        const QString name = reply.error().values.value(0);
        const bool isAbsent =
            name == "org.freedesktop.DBus.Error.FileNotFound"_L1 || name == "org.freedesktop.systemd1.NoSuchUnit"_L1;
        return isAbsent ? Installation::Missing : Installation::Unknown;
    }
    const QString state = reply->arguments()[0].toString();
    if (state == "enabled"_L1 || state == "generated"_L1)
        return Installation::Enabled;
    if (state == "masked"_L1 || state == "masked-runtime"_L1)
        return Installation::Masked;
    return Installation::Disabled;
}

QVariantMap propertiesFrom(const Result<QDBusMessage> &reply)
{
    return reply ? qdbus_cast<QVariantMap>(reply->arguments()[0]) : QVariantMap();
}

/// The words of the commands in a property of type a(sasbttttuii).
QStringList commandsIn(const QVariant &property)
{
    QStringList words;
    const auto argument = property.value<QDBusArgument>();
    if (argument.currentSignature() != "a(sasbttttuii)"_L1)
        return words;
    argument.beginArray();
    for (qsizetype i = 0; i < mostCommands && !argument.atEnd(); ++i) {
        QString program;
        QStringList arguments;
        bool ignoresFailure = false;
        std::array<qulonglong, 4> times{};
        uint pid = 0;
        int code = 0;
        int status = 0;
        argument.beginStructure();
        argument >> program >> arguments >> ignoresFailure;
        for (qulonglong &time : times)
            argument >> time;
        argument >> pid >> code >> status;
        argument.endStructure();
        words += program;
        words += arguments;
    }
    argument.endArray();
    return words;
}

std::optional<BootLayout> layoutFrom(const QVariantMap &service)
{
    const QStringList words = commandsIn(service.value(u"ExecStartPre"_s)) + commandsIn(service.value(u"ExecStart"_s));
    for (const QString &word : words) {
        if (word.contains(bootpath::rhelRules))
            return BootLayout::Rhel;
        if (word.startsWith("/usr/libexec/ipvsadm/"_L1) || word == "/etc/init.d/ipvsadm"_L1)
            return BootLayout::Debian;
    }
    return {};
}

LastRun lastRunFrom(const QVariantMap &unit, const QVariantMap &service)
{
    if (unit.value(u"ConditionTimestamp"_s).toULongLong() == 0)
        return LastRun::Never;
    if (!unit.value(u"ConditionResult"_s).toBool())
        return LastRun::Skipped;
    return service.value(u"Result"_s) == u"success"_s ? LastRun::Succeeded : LastRun::Failed;
}

} // namespace

QFuture<UnitReport> readUnit(const QDBusConnection &connection, QLatin1StringView unit)
{
    struct Reading {
        UnitReport report;
        QVariantMap unit;
    };
    auto reading = std::make_shared<Reading>();
    return helper::send(connection, managerCall(u"GetUnitFileState"_s, unit), "s"_L1)
        .then([=](const Result<QDBusMessage> &state) {
            reading->report.unit.installation = installationFrom(state);
            return helper::send(connection, managerCall(u"LoadUnit"_s, unit), "o"_L1);
        })
        .unwrap()
        .then([=](const Result<QDBusMessage> &loaded) {
            const QString path = loaded ? loaded->arguments()[0].value<QDBusObjectPath>().path() : u"/"_s;
            return helper::send(connection, propertiesCall(path, ".Unit"_L1), "a{sv}"_L1)
                .then([=](const Result<QDBusMessage> &properties) {
                    reading->unit = propertiesFrom(properties);
                    return helper::send(connection, propertiesCall(path, ".Service"_L1), "a{sv}"_L1);
                })
                .unwrap();
        })
        .unwrap()
        .then([=](const Result<QDBusMessage> &properties) {
            const QVariantMap service = propertiesFrom(properties);
            BootUnit &told = reading->report.unit;
            told.isActive = reading->unit.value(u"ActiveState"_s) == u"active"_s;
            told.lastRun = lastRunFrom(reading->unit, service);
            if (told.installation != Installation::Missing)
                reading->report.layout = layoutFrom(service);
            return reading->report;
        });
}

} // namespace lvs
