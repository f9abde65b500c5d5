// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/slicedtext.h"

#include <QElapsedTimer>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace {

constexpr auto longestSlice = 8ms;
constexpr qsizetype piece = 16 * 1024; ///< characters that are inserted before looking at the clock

} // namespace

SlicedText::SlicedText(QTextDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0ms);
    connect(&m_next, &QTimer::timeout, this, &SlicedText::insertSlice);
}

void SlicedText::insert(const QString &text)
{
    m_text = text;
    m_text.replace(u"\r\n"_s, u"\n"_s); // a slice could part them
    m_done = 0;
    m_isInserting = true;
    m_document->setUndoRedoEnabled(false);
    m_document->clear();
    insertSlice();
}

void SlicedText::insertSlice()
{
    QElapsedTimer clock;
    clock.start();
    QTextCursor cursor(m_document);
    cursor.movePosition(QTextCursor::End);
    while (m_done < m_text.size() && clock.durationElapsed() < longestSlice) {
        cursor.insertText(m_text.sliced(m_done, std::min(piece, m_text.size() - m_done)));
        m_done += piece;
    }
    if (m_done < m_text.size())
        return m_next.start();
    m_next.stop();
    m_text.clear();
    m_isInserting = false;
    m_document->setUndoRedoEnabled(true);
    Q_EMIT inserted();
}

} // namespace lvs
