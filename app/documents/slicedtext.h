// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QTextDocument;

namespace lvs {

/// Puts a text into a document in slices, between which the event loop turns: 100,000 lines take most of a second.
class SlicedText : public QObject
{
    Q_OBJECT
public:
    /// `document` is not owned.
    explicit SlicedText(QTextDocument *document, QObject *parent = nullptr);

    /// Replaces what is there, which can't be undone; a text that is still coming in gives way. Ends with inserted(),
    /// of a short text before this returns.
    void insert(const QString &text);
    bool isInserting() const { return m_isInserting; }

Q_SIGNALS:
    void inserted();

private:
    void insertSlice();

    QTextDocument *m_document;
    QString m_text;
    qsizetype m_done = 0; ///< characters of m_text
    bool m_isInserting = false;
    QTimer m_next;
};

} // namespace lvs
