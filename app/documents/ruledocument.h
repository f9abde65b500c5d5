// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/filetext.h"
#include "app/documents/slicedtext.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

class QTextDocument;

namespace lvs {

/// A rule file that is being edited: its text, the file it belongs to, and how that is written. Files are read and
/// written on another thread, and large texts come into the editor in slices, so that nothing stalls.
class RuleDocument : public QObject
{
    Q_OBJECT
public:
    explicit RuleDocument(QObject *parent = nullptr);

    /// The text lives as long as this object.
    QTextDocument *text() const { return m_text; }
    /// The text with lines that end with LF, whatever the file has.
    QString content() const;
    /// Empty as long as it belongs to no file.
    const QString &path() const { return m_path; }
    TextEncoding encoding() const { return m_format.encoding; }
    LineEnd lineEnd() const { return m_format.lineEnd; }
    /// The file's line ends were not all the same; saving makes them so.
    bool isMixed() const { return m_format.isMixed; }
    bool isModified() const;
    /// Text is still coming in: it can't be edited yet.
    bool isLoading() const { return m_loading; }
    /// There is nothing that could be lost or looked at.
    bool isBlank() const;

    /// Replaces the text by the file's. Ends with loaded() or failed(); what is there stays if it fails.
    void open(const QString &path, TextEncoding encoding = TextEncoding::Utf8);
    /// Replaces the text by one that belongs to no file, or to `path` while differing from what that holds.
    void setContent(const FileText &content, const QString &path = {});
    /// Ends with saved() or failed(). The document must belong to a file.
    void save() { saveAs(m_path); }
    void saveAs(const QString &path);
    void setEncoding(TextEncoding encoding);
    /// The person knows that the file was changed: saving will overwrite it.
    void keepMine();

Q_SIGNALS:
    /// The old text is about to give way to another one.
    void loadStarted();
    void loaded();
    void saved();
    void failed(const lvs::FileProblem &problem);
    /// Path, encoding or modified state.
    void stateChanged();
    /// The file is no longer what was read or written; `exists`: or it is gone.
    void changedOnDisk(bool exists);

private:
    void load(FileText content, const QString &path, bool isModified);
    void finishLoading();
    void watch();
    void lookAtFile();

    QTextDocument *m_text;
    QString m_path;
    FileText m_format;   ///< without the text
    QByteArray m_digest; ///< of the file when it was read or written last
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
    SlicedText m_incoming;
    bool m_willBeModified = false;
    bool m_loading = false;
    quint64 m_job = 0; ///< the newest reading; older ones are overtaken
};

} // namespace lvs
