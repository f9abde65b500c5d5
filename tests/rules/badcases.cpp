// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/badcases.h"

#include <QDir>

namespace lvs::test {
namespace {

QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            bytes += text[i];
            continue;
        }
        switch (text[++i]) {
        case 'n':
            bytes += '\n';
            break;
        case 'r':
            bytes += '\r';
            break;
        case 't':
            bytes += '\t';
            break;
        case 'x':
            bytes += QByteArray::fromHex(text.sliced(i + 1, 2));
            i += 2;
            break;
        default:
            bytes += text[i];
            break;
        }
    }
    return bytes;
}

} // namespace

QList<BadCase> badCases()
{
    QList<BadCase> cases;
    for (const QFileInfo &info :
         QDir(QStringLiteral(LVS_BAD_RULES)).entryInfoList({QStringLiteral("*.cases")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(info.filePath()));
        while (!file.atEnd()) {
            QByteArray line = file.readLine();
            line.chop(1);
            if (line.isEmpty() || line.startsWith("# "))
                continue;
            const qsizetype place = line.indexOf(' ');
            const qsizetype text = line.indexOf(' ', place + 1);
            const QByteArrayList numbers = line.sliced(place + 1, text - place - 1).split(':');
            cases.append({.name = info.completeBaseName() + u' ' + QString::fromUtf8(line.sliced(text + 1)),
                          .bytes = unescaped(line.sliced(text + 1)),
                          .code = QString::fromUtf8(line.first(place)),
                          .line = numbers.value(0).toInt(),
                          .column = numbers.value(1).toInt()});
        }
    }
    return cases;
}

} // namespace lvs::test
