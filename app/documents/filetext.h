// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

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
        NotWritten,             ///< the old file is still there
        CharacterNotInEncoding, ///< Latin-1 can't hold the text
    };
    Code code{};
    QString path{};
    QString detail{};   ///< what the system said, or the character
    qsizetype line = 0; ///< from 1, where there is one
    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};
template<class T> using FileResult = std::expected<T, FileProblem>;

/// Largest file that is opened, in bytes: five times the rules of 100,000 servers.
inline constexpr qint64 largestTextFile = 64 * 1024 * 1024;

/// Reads UTF-8, with or without byte order mark; any other bytes only as Latin-1, if that is asked for. `path` is for
/// the problem, NotUtf8 or NotText.
FileResult<FileText> decodeText(const QByteArray &bytes, const QString &path,
                                TextEncoding encoding = TextEncoding::Utf8);
/// CharacterNotInEncoding for what Latin-1 does not have.
FileResult<QByteArray> encodeText(const FileText &text);

/// Reads and writes whole files; safe in any thread. Problems: NotRead, TooLarge, NotWritten.
FileResult<QByteArray> readFileBytes(const QString &path);
/// The old file stays until the new one is complete, and its permissions hold for the new one.
FileResult<void> writeTextFile(const QString &path, const QByteArray &bytes);

} // namespace lvs
