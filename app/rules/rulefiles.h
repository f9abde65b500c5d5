// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/recoveryfile.h"
#include "app/documents/ruledocument.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;

namespace lvs {

class MessageBar;

/// Everything about the file behind a document: opening, saving, recent files, what happens to it meanwhile, and text
/// that an earlier console left behind.
class RuleFiles : public QObject
{
    Q_OBJECT
public:
    /// `owner` is the director's id; `window` is where dialogs open. Neither document nor bar are owned.
    RuleFiles(const QString &owner, RuleDocument *document, MessageBar *bar, QWidget *window);

    QAction *const open;
    QAction *const save;
    QAction *const saveAs;
    QMenu *recentMenu() const { return m_recent; }
    /// Opens a file, after asking about unsaved text.
    void openFile(const QString &path, TextEncoding encoding = TextEncoding::Utf8);
    /// Calls when there is no unsaved text to lose, or the person gives it up.
    void whenSafe(const std::function<void()> &act);
    /// Looks for text that was left behind, and offers it.
    void offerLeftOver();
    /// "a.rules*", or "Untitled".
    QString title() const;
    /// The text may be lost.
    void giveUp() { m_recovery.forget(); }

Q_SIGNALS:
    /// The person wants to see how the text differs from its file.
    void compareRequested(const QString &path);

private:
    void askForFile();
    void askWhereToSave();
    void remember(const QString &path);
    void fillRecent();
    void tellProblem(const FileProblem &problem);
    void tellChange(bool exists);
    void tellLoaded();
    void tellNotStored(const FileProblem &problem);
    void offer(const RecoveredText &text);

    QString m_owner;
    RuleDocument *m_document;
    MessageBar *m_bar;
    QWidget *m_window;
    QMenu *m_recent;
    std::function<void()> m_afterSave; ///< what a person wants once the text is safe
    RecoveryFile m_recovery;
    bool m_isOfDocument = false; ///< what the bar says is about the document's file
    bool m_isNotStoredTold = false;
};

} // namespace lvs
