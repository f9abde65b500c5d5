// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/filetext.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace lvs {
namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// What a QTextDocument takes for the end of a line, or for its own.
bool isReserved(QChar c)
{
    return c == QChar::Null || c == QChar::ParagraphSeparator || c == QChar::LineSeparator || c == QChar(0xfdd0) ||
           c == QChar(0xfdd1);
}

qsizetype lineOf(QStringView text, qsizetype place)
{
    return text.first(place).count(u'\n') + 1;
}

std::unexpected<FileProblem> refuse(FileProblem::Code code, const QString &path, qsizetype line)
{
    return std::unexpected(FileProblem{.code = code, .path = path, .line = line});
}

std::unexpected<FileProblem> systemRefuses(FileProblem::Code code, const QString &path, const QString &said)
{
    return std::unexpected(FileProblem{.code = code, .path = path, .detail = said});
}

qsizetype firstLineNotUtf8(QByteArrayView bytes)
{
    qsizetype line = 1;
    for (qsizetype start = 0; start < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end + 1;
        if (!QUtf8StringView(bytes.sliced(start, end - start)).isValidUtf8())
            break;
        start = end;
    }
    return line;
}

/// Makes all line ends LF.
void level(FileText &file)
{
    const qsizetype returns = file.text.count(u'\r');
    if (returns == 0)
        return;
    const qsizetype ends = file.text.count(u'\n');
    const qsizetype pairs = file.text.count(QStringLiteral("\r\n"));
    file.lineEnd = 2 * pairs > ends ? LineEnd::Windows : LineEnd::Unix;
    file.isMixed = pairs != returns || pairs != ends;
    file.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    file.text.replace(u'\r', u' '); // as ipvsadm takes it
}

} // namespace

FileResult<FileText> decodeText(const QByteArray &bytes, const QString &path, TextEncoding encoding)
{
    FileText file;
    if (encoding == TextEncoding::Latin1) {
        file.encoding = encoding;
        file.text = QString::fromLatin1(bytes);
    } else {
        QByteArrayView content(bytes);
        if (content.startsWith(byteOrderMark)) {
            file.encoding = TextEncoding::Utf8WithMark;
            content = content.sliced(byteOrderMark.size());
        }
        if (content.contains('\0')) // before UTF-8: whoever opens a compressed file wants to hear that it is no text
            return refuse(FileProblem::Code::NotText, path, content.first(content.indexOf('\0')).count('\n') + 1);
        if (!QUtf8StringView(content).isValidUtf8())
            return refuse(FileProblem::Code::NotUtf8, path, firstLineNotUtf8(content));
        file.text = QString::fromUtf8(content);
    }
    const auto reserved = std::ranges::find_if(file.text, isReserved);
    if (reserved != file.text.end())
        return refuse(FileProblem::Code::NotText, path, lineOf(file.text, reserved - file.text.begin()));
    level(file);
    if (const qsizetype line = tooLongLine(file.text))
        return std::unexpected(FileProblem{
            .code = FileProblem::Code::LineTooLong, .path = path, .line = line, .column = longestTextLine + 1});
    return file;
}

QString plainText(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : text) {
        if (c == u'\r' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
        else if (isReserved(c))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

qsizetype tooLongLine(QStringView text)
{
    qsizetype line = 1;
    for (qsizetype start = 0; start < text.size(); ++line) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - start > longestTextLine)
            return line;
        start = end + 1;
    }
    return 0;
}

FileResult<QByteArray> encodeText(const FileText &file, const QString &path)
{
    QString text = file.text;
    if (file.lineEnd == LineEnd::Windows)
        text.replace(u'\n', QStringLiteral("\r\n"));
    switch (file.encoding) {
    case TextEncoding::Utf8:
        return text.toUtf8();
    case TextEncoding::Utf8WithMark:
        return byteOrderMark.toByteArray() + text.toUtf8();
    case TextEncoding::Latin1:
        break;
    }
    const auto foreign = std::ranges::find_if(text, [](QChar c) { return c.unicode() > 0xff; });
    if (foreign != text.end())
        return std::unexpected(FileProblem{.code = FileProblem::Code::CharacterNotInEncoding,
                                           .path = path,
                                           .detail = QString(*foreign),
                                           .line = lineOf(text, foreign - text.begin())});
    return text.toLatin1();
}

FileResult<QByteArray> readFileBytes(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) // a device or a pipe might never end
        return systemRefuses(FileProblem::Code::NotRead, path, {});
    if (!file.open(QIODevice::ReadOnly))
        return systemRefuses(FileProblem::Code::NotRead, path, file.errorString());
    const QByteArray bytes = file.read(largestTextFile + 1);
    if (bytes.size() > largestTextFile)
        return systemRefuses(FileProblem::Code::TooLarge, path, {});
    if (file.error() != QFile::NoError)
        return systemRefuses(FileProblem::Code::NotRead, path, file.errorString());
    return bytes;
}

FileResult<void> writeTextFile(const QString &path, const QByteArray &bytes, const std::function<bool()> &mayReplace)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return systemRefuses(FileProblem::Code::NotWritten, path, file.errorString());
    if (mayReplace && !mayReplace())
        return systemRefuses(FileProblem::Code::ChangedMeanwhile, path, {});
    if (!file.commit())
        return systemRefuses(FileProblem::Code::NotWritten, path, file.errorString());
    return {};
}

} // namespace lvs
