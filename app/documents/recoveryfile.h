// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/filetext.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <memory>

class QLockFile;

namespace lvs {

class RuleDocument;

/// Unsaved text that an earlier console left behind.
struct RecoveredText {
    FileText content{};
    QString path{};          ///< of the file it belongs to; may be empty
    QByteArray fileDigest{}; ///< see RuleDocument::fileDigest()
    QDateTime leftAt{};      ///< UTC
    QString storedIn{};      ///< file of the state directory
};

/// Keeps a document's unsaved text in a file of the state directory, so that it survives a crash. The file goes when
/// the text has been saved or was given up. A text that somebody emptied is not kept in place of what was there.
class RecoveryFile : public QObject
{
    Q_OBJECT
public:
    /// `owner` tells the documents of different directors apart.
    RecoveryFile(const QString &owner, RuleDocument *document, QObject *parent = nullptr);
    /// Unsaved text that was not given up stays for the next console.
    ~RecoveryFile() override;

    /// What consoles that no longer run left for this owner, the newest first; as far as it can be read. Safe in any
    /// thread.
    static std::vector<RecoveredText> leftOvers(const QString &owner);
    /// Removes what was left over: somebody has it now, or wants it no longer.
    static void discard(const RecoveredText &text);
    /// The document has the text now. What it is stored in stays until it is stored anew, or may be lost.
    void takeOver(const RecoveredText &text);
    /// The text may be lost.
    void forget();

Q_SIGNALS:
    /// The text would not survive a crash. Storing is tried again with the next edit.
    void notStored(const lvs::FileProblem &problem);

private:
    void store();
    void dropTakenOver();

    RuleDocument *m_document;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< held as long as this console runs
    QString m_takenOver;               ///< file of an earlier console; may be empty
    std::unique_ptr<QLockFile> m_takenOverLock;
    QTimer m_timer{this};
    bool m_isStoring = false;
    bool m_isForgotten = false;
};

} // namespace lvs
