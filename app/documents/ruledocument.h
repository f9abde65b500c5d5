// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/filetext.h"
#include "app/documents/filewatch.h"
#include "app/documents/slicedtext.h"

#include <QByteArray>
#include <QObject>

#include <deque>
#include <optional>

class QTextDocument;

namespace lvs {

/// A state of a document's text and of how it is written: while it is the same, nothing was typed and nothing loaded.
struct TextEdition {
    quint64 generation = 0; ///< of what was loaded
    int revision = 0;
    TextEncoding encoding{};
    friend bool operator==(const TextEdition &, const TextEdition &) = default;
};

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
    /// The text differs from what the file has, or the file is gone.
    bool isModified() const;
    TextEdition edition() const;
    /// Of the file's bytes when they were last read, written or accepted by the person; empty: of no file.
    const QByteArray &fileDigest() const { return m_digest; }
    /// Text is still coming in: it can't be edited yet.
    bool isLoading() const { return m_loading; }
    /// There is nothing that could be lost or looked at.
    bool isBlank() const;

    /// Replaces the text by the file's. Ends with loaded() or failed(); what is there stays if it fails. If there is
    /// text by then that was not there before, it ends with editedMeanwhile() instead.
    void open(const QString &path, TextEncoding encoding = TextEncoding::Utf8);
    /// Replaces the text by one that belongs to no file, or to `path` while differing from what that holds. Saving
    /// overwrites that file unasked only if its bytes have `fileDigest`.
    void setContent(const FileText &content, const QString &path = {}, const QByteArray &fileDigest = {});
    /// Writes the text of now. Ends with saved(), failed() or, if another program has changed the document's file,
    /// changedOnDisk(); with nothing if the document has another text by then, unless it fails. One save follows the
    /// other. The document must belong to a file.
    void save() { saveAs(m_path); }
    /// Overwrites whatever another file holds.
    void saveAs(const QString &path);
    bool isSaving() const { return !m_savings.empty(); }
    void setEncoding(TextEncoding encoding);
    /// The person knows of the last changedOnDisk(): saving will overwrite that.
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
    /// A file was to be opened, but in the time that reading took somebody typed: the text was not replaced.
    void editedMeanwhile(const QString &path, lvs::TextEncoding encoding);

private:
    /// A text on its way to a file.
    struct Saving {
        QString path{};
        FileText content{};
        std::optional<QByteArray> replaced{}; ///< digest of what may be overwritten; nothing: everything
        TextEdition edition{};
    };
    struct Written {
        QByteArray digest{};    ///< of the file now
        bool isForeign = false; ///< it is another program's, and was not overwritten
    };

    static FileResult<Written> write(const Saving &saving);
    void startSaving();
    void finishSaving(const FileResult<Written> &written);
    void takeSaved(const Saving &saving, const FileResult<Written> &written);
    void load(FileText content, const QString &path, const QByteArray &fileDigest, bool isModified);
    void finishLoading();
    void lookAtFile();

    QTextDocument *m_text;
    QString m_path;
    FileText m_format;                ///< without the text
    QByteArray m_digest;              ///< see fileDigest()
    std::optional<QByteArray> m_told; ///< digest of the change that was last told of
    std::deque<Saving> m_savings;     ///< the first is being written
    quint64 m_generation = 0;         ///< counts what was loaded
    FileWatch m_watch;
    SlicedText m_incoming;
    bool m_willBeModified = false;
    bool m_loading = false;
    quint64 m_job = 0; ///< the newest reading; older ones are overtaken
};

} // namespace lvs
