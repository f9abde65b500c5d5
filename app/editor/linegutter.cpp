// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/linegutter.h"

#include "app/editor/ruleeditor.h"
#include "app/theme/icons.h"

#include <QCoreApplication>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace lvs {

namespace {

constexpr int margin = 4;

} // namespace

LineGutter::LineGutter(RuleEditor *editor)
    : QWidget(editor)
    , m_editor(editor)
{
    setFont(editor->font());
}

int LineGutter::neededWidth() const
{
    const auto digits = std::max<qsizetype>(QString::number(m_editor->blockCount()).size(), 3);
    return fontMetrics().horizontalAdvance(u'9') * int(digits) + fontMetrics().height() + 3 * margin;
}

void LineGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    const int current = m_editor->textCursor().blockNumber();
    const int size = fontMetrics().height() - 2;
    for (const RuleEditor::VisibleLine &line : m_editor->visibleLines()) {
        const bool isCurrent = line.number == current;
        QFont font = this->font();
        font.setBold(isCurrent);
        painter.setFont(font);
        painter.setPen(palette().color(isCurrent ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(QRect(0, line.top, width() - margin, line.height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line.number + 1));
        if (const auto severity = m_editor->severityOf(line.number)) {
            const QIcon icon = stateIcon(stateOf(*severity), palette());
            icon.paint(&painter, QRect(margin, line.top + (line.height - size) / 2, size, size));
        }
    }
}

void LineGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor->viewport(), event);
}

} // namespace lvs
