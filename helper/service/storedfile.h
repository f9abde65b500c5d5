// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/error.h"

#include <sys/types.h>

namespace lvs {

/// A file at a place that is fixed in the program, opened relative to its directory and never through a link. Written
/// whole: a reader sees the old or the new content, also after a crash.
class StoredFile
{
public:
    enum class Readers : quint8 { Owner, Everybody };

    /// `readers` is for a file that is made; one that is replaced keeps its mode.
    StoredFile(QString directory, QString name, Readers readers);

    QString path() const;
    BootFile read() const;
    /// Whether the file's mode lets everybody read it.
    bool isForEverybody() const;
    /// FileNotWritten; then the old content is still there. So it is for what is no regular file.
    Result<void> write(QByteArrayView content) const;
    // The two halves of write(), for several files that belong together.
    /// Writes the new content beside the old one. FileNotWritten, and then nothing of it is left.
    Result<void> prepare(QByteArrayView content) const;
    /// Puts what was prepared in the place of the old content. FileNotWritten, and then the old content is still there.
    Result<void> commit() const;
    /// Removes what was prepared.
    void discard() const;
    /// Succeeds also when there is no such file.
    Result<void> remove() const;

private:
    std::unexpected<Error> failed(int error) const;

    QString m_directory;
    QString m_name;
    mode_t m_mode;
};

} // namespace lvs
