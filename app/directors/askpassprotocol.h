// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDataStream>
#include <QString>

namespace lvs::askpass {

// Between lvs-console-askpass, which ssh starts, and the console, over a local socket that only this user may open.

inline constexpr char socketVariable[] = "LVS_CONSOLE_ASKPASS_SOCKET";
inline constexpr char tokenVariable[] = "LVS_CONSOLE_ASKPASS_TOKEN";
inline constexpr auto streamVersion = QDataStream::Qt_6_0;

struct Request {
    QByteArray token{}; ///< what the console gave the login it started
    QString prompt{};
    QString hint{}; ///< SSH_ASKPASS_PROMPT
};

struct Reply {
    bool accepted = false;
    QString answer{};
};

inline QDataStream &operator<<(QDataStream &stream, const Request &request)
{
    return stream << request.token << request.prompt << request.hint;
}
inline QDataStream &operator>>(QDataStream &stream, Request &request)
{
    return stream >> request.token >> request.prompt >> request.hint;
}
inline QDataStream &operator<<(QDataStream &stream, const Reply &reply)
{
    return stream << reply.accepted << reply.answer;
}
inline QDataStream &operator>>(QDataStream &stream, Reply &reply)
{
    return stream >> reply.accepted >> reply.answer;
}

} // namespace lvs::askpass
