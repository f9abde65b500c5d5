// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <functional>

namespace lvs {

enum class TextEncoding : quint8 { Utf8, Utf8WithMark, Latin1 };
enum class LineEnd : quint8 { Unix, Windows };

/// A text as an editor has it, and what it takes to write it as it was read.
struct FileText {
    QString text{}; ///< lines end with LF
    TextEncoding encoding = TextEncoding::Utf8;
    LineEnd lineEnd = LineEnd::Unix;
    bool isMixed = false; ///< read with both line ends, or with lone carriage returns: it would not be written the same
    friend bool operator==(const FileText &, const FileText &) = default;
};

/// Why a file can't be edited. The words stand in app/text/fileproblemtext.
struct FileProblem {
    enum class Code : quint8 {
        NotRead,
        TooLarge,
        NotUtf8,                ///< but Latin-1 can be
        NotText,                ///< it has characters that no text has
        LineTooLong,            ///< the editor would stand still over it
        NotWritten,             ///< the old file is still there
        ChangedMeanwhile,       ///< what is there now is another program's, and was left as it is
        CharacterNotInEncoding, ///< Latin-1 can't hold the text
    };
    Code code{};
    QString path{};
    QString detail{};     ///< what the system said, or the character
    qsizetype line = 0;   ///< from 1, where there is one
    qsizetype column = 0; ///< from 1, where there is one
    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};
template<class T> using FileResult = std::expected<T, FileProblem>;

/// Largest file that is opened, in bytes: five times the rules of 100,000 servers.
inline constexpr qint64 largestTextFile = 64 * 1024 * 1024;

/// Longest line that is opened, in characters: a rule has fewer than a thousand, and the editor lays a line out whole.
inline constexpr qsizetype longestTextLine = 64 * 1024;

/// Reads UTF-8, with or without byte order mark; any other bytes only as Latin-1, if that is asked for. `path` is for
/// the problem, NotUtf8, NotText or LineTooLong.
FileResult<FileText> decodeText(const QByteArray &bytes, const QString &path,
                                TextEncoding encoding = TextEncoding::Utf8);
/// CharacterNotInEncoding for what Latin-1 does not have. `path` is for the problem.
FileResult<QByteArray> encodeText(const FileText &text, const QString &path);
/// A text from elsewhere as the editor can have it: every kind of line end becomes LF, and what no text has is replaced
/// by U+FFFD.
QString plainText(QString text);
/// The first line that is too long for the editor, from 1; 0: none is.
qsizetype tooLongLine(QStringView text);

/// Reads and writes whole files; safe in any thread. Problems: NotRead, TooLarge, NotWritten.
FileResult<QByteArray> readFileBytes(const QString &path);
/// The old file stays until the new one is complete, and its permissions hold for the new one. `mayReplace` is asked
/// when that is so: if it says no, everything stays as it is, with the problem ChangedMeanwhile.
FileResult<void> writeTextFile(const QString &path, const QByteArray &bytes,
                               const std::function<bool()> &mayReplace = {});

} // namespace lvs
