// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/errors.h"

#include "helper/interface/convert.h"
#include "helper/interface/names.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace lvs::bus {

namespace {

/// Errors that the bus, QtDBus or systemd answer in the helper's place.
std::optional<ErrorCode> codeOfBusError(const QString &name)
{
    static const QHash<QString, ErrorCode> codes{
        {u"org.freedesktop.DBus.Error.ServiceUnknown"_s, ErrorCode::NoHelper},
        {u"org.freedesktop.DBus.Error.NameHasNoOwner"_s, ErrorCode::NoHelper},
        {u"org.freedesktop.systemd1.NoSuchUnit"_s, ErrorCode::NoHelper},
        {u"org.freedesktop.systemd1.UnitMasked"_s, ErrorCode::NoHelper},
        {u"org.freedesktop.DBus.Error.NoReply"_s, ErrorCode::TimedOut},
        {u"org.freedesktop.DBus.Error.Timeout"_s, ErrorCode::TimedOut},
        {u"org.freedesktop.DBus.Error.TimedOut"_s, ErrorCode::TimedOut},
        {u"org.freedesktop.DBus.Error.Disconnected"_s, ErrorCode::LinkLost},
        {u"org.freedesktop.DBus.Error.NoServer"_s, ErrorCode::LinkLost},
        {u"org.freedesktop.DBus.Error.AccessDenied"_s, ErrorCode::NotAuthorized},
        {u"org.freedesktop.DBus.Error.LimitsExceeded"_s, ErrorCode::TooManyRequests},
        {u"org.freedesktop.DBus.Error.UnknownMethod"_s, ErrorCode::NotSupported},
        {u"org.freedesktop.DBus.Error.UnknownInterface"_s, ErrorCode::NotSupported},
        {u"org.freedesktop.DBus.Error.UnknownObject"_s, ErrorCode::NotSupported},
    };
    if (const auto found = codes.constFind(name); found != codes.constEnd())
        return *found;
    if (name.startsWith("org.freedesktop.DBus.Error.Spawn."_L1))
        return ErrorCode::NoHelper;
    return {};
}

} // namespace

QString nameOf(ErrorCode code)
{
    return QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(quint64(code)));
}

std::optional<ErrorCode> codeNamed(const QString &name)
{
    const auto value = QMetaEnum::fromType<ErrorCode>().keyToValue(name.toLatin1().constData());
    if (value < 0)
        return {};
    return ErrorCode(value);
}

QDBusMessage errorReply(const QDBusMessage &call, const Error &error)
{
    const ErrorData data = toWire(error);
    QStringList words{data.code};
    words += data.values;
    QDBusMessage reply = call.createErrorReply(errorPrefix + data.code, words.join(u' '));
    return reply << data.values << data.kernelErrno;
}

Error errorFrom(const QDBusMessage &reply)
{
    const QString name = reply.errorName();
    if (!name.startsWith(errorPrefix))
        return Error{.code = codeOfBusError(name).value_or(ErrorCode::HelperFailed), .values = {name}};
    ErrorData data{.code = name.sliced(errorPrefix.size())};
    if (reply.signature() == "sasi"_L1) {
        data.values = reply.arguments().at(1).toStringList();
        data.kernelErrno = reply.arguments().at(2).toInt();
    }
    return fromWire(data);
}

} // namespace lvs::bus
