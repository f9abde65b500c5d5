// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/textfiles.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <glob.h>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

bool isHarmless(const QString &pattern)
{
    return pattern.startsWith(u'/') && std::ranges::all_of(pattern, [](QChar c) {
               return (c.unicode() < 0x80 && c.isLetterOrNumber()) || QStringView(u"/._-*?[]@%+=:,").contains(c);
           });
}

/// `left` are the bytes that may still be read.
void readInto(TextFiles &found, const QString &path, qint64 &left)
{
    QFile file(path);
    const QFileInfo info(path);
    if (info.isDir() || !info.exists())
        return;
    // A fifo would keep the reader waiting.
    if (!info.isFile() || info.size() > std::min(left, largestConfigFile) || !file.open(QIODevice::ReadOnly)) {
        found.unreadable.append(path);
        return;
    }
    const QByteArray bytes = file.read(largestConfigFile);
    left -= bytes.size();
    found.files.insert(path, bytes);
}

} // namespace

TextFiles readTextFile(const QString &path)
{
    TextFiles found;
    qint64 left = largestConfigFiles;
    readInto(found, path, left);
    return found;
}

TextFiles readTextFiles(const QStringList &patterns)
{
    TextFiles found;
    qint64 left = largestConfigFiles;
    for (const QString &pattern : patterns) {
        glob_t paths{};
        const int status = glob(QFile::encodeName(pattern).constData(), GLOB_BRACE, nullptr, &paths);
        for (std::size_t index = 0; status == 0 && index < paths.gl_pathc; ++index)
            readInto(found, QFile::decodeName(paths.gl_pathv[index]), left);
        globfree(&paths);
    }
    return found;
}

QString textFilesCommand(const QStringList &patterns)
{
    QStringList harmless = patterns;
    harmless.removeIf([](const QString &pattern) { return !isHarmless(pattern); });
    // Each file with its size before it, so that no content can be taken for the next name.
    return u"sh -c 'for f in %1; do if [ -f \"$f\" ] && [ -r \"$f\" ]; then echo $(wc -c < \"$f\") \"$f\"; cat \"$f\"; "
           "echo; elif [ -f \"$f\" ]; then echo - \"$f\"; fi; done'"_s.arg(harmless.join(u' '));
}

Result<TextFiles> textFilesFrom(const QByteArray &output)
{
    TextFiles found;
    qsizetype at = 0;
    while (at < output.size()) {
        const qsizetype lineEnd = output.indexOf('\n', at);
        const qsizetype blank = output.indexOf(' ', at);
        if (lineEnd < 0 || blank < 0 || blank > lineEnd)
            return failure(ErrorCode::FileNotUnderstood, {QString()});
        const QByteArrayView size = QByteArrayView(output).sliced(at, blank - at);
        const QString path = QFile::decodeName(output.sliced(blank + 1, lineEnd - blank - 1));
        at = lineEnd + 1;
        if (size == "-") {
            found.unreadable.append(path);
            continue;
        }
        bool isNumber = false;
        const qsizetype length = size.toLongLong(&isNumber);
        if (!isNumber || length < 0 || length >= output.size() - at || output[at + length] != '\n')
            return failure(ErrorCode::FileNotUnderstood, {path});
        found.files.insert(path, output.sliced(at, length));
        at += length + 1;
    }
    return found;
}

} // namespace lvs
