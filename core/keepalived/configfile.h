// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lvs::keepalived {

/// A file as it was read, before anything is made of it.
struct ConfigFile {
    QString path{}; ///< absolute, or just a name
    QString text{};
    bool isLatin1 = false; ///< not UTF-8: each character is a byte

    /// What is not UTF-8 is taken byte by byte, so that bytes() gives the same again.
    static ConfigFile fromBytes(const QString &path, const QByteArray &bytes);
    QByteArray bytes() const { return isLatin1 ? text.toLatin1() : text.toUtf8(); }
    friend bool operator==(const ConfigFile &, const ConfigFile &) = default;
};

} // namespace lvs::keepalived
