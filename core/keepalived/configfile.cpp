// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/configfile.h"

#include <QStringDecoder>

namespace lvs::keepalived {

ConfigFile ConfigFile::fromBytes(const QString &path, const QByteArray &bytes)
{
    // A byte order mark is a character like others: keepalived does not know it.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    if (!decoder.hasError())
        return {.path = path, .text = text};
    return {.path = path, .text = QString::fromLatin1(bytes), .isLatin1 = true};
}

} // namespace lvs::keepalived
