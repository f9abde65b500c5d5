// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/wayitem.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace lvs {

namespace {

constexpr double thinnest = 1.2;
constexpr double thickest = 7;
constexpr double perPowerOfTen = 1.1;
constexpr double arrowLength = 9;
constexpr double reach = thickest + arrowLength; ///< how far a line is painted from its points
constexpr double labelPadding = 4;
constexpr double readableFrom = 0.3;
const QString usualFigures = QStringLiteral("→ 8,888/s · 888.8 MB/s");
constexpr double dash = 4; ///< and as long a gap, in widths of the line

/// The parts of a line that are in `rect`, each by itself: what is only horizontal or vertical is painted many times
/// faster than a line with corners. At a corner each goes on by half its width.
QList<QLineF> visibleParts(const QPolygonF &line, double width, const QRectF &rect)
{
    QList<QLineF> parts;
    for (qsizetype i = 1; i < line.size(); ++i) {
        QLineF part(line.at(i - 1), line.at(i));
        const QRectF around = QRectF(part.p1(), part.p2()).normalized().adjusted(-reach, -reach, reach, reach);
        const double length = part.length();
        if (length == 0 || !around.intersects(rect))
            continue;
        const QPointF more = (part.p2() - part.p1()) * (width / 2 / length);
        if (i > 1)
            part.setP1(part.p1() - more);
        if (i + 1 < line.size())
            part.setP2(part.p2() + more);
        parts << part;
    }
    return parts;
}

QPolygonF arrowAt(const QPointF &from, const QPointF &tip, double width)
{
    const double length = std::hypot(tip.x() - from.x(), tip.y() - from.y());
    if (length == 0)
        return {};
    const QPointF along = (tip - from) / length;
    const QPointF across(-along.y(), along.x());
    const double half = arrowLength / 2 + width / 4;
    return {{tip, tip - along * arrowLength + across * half, tip - along * arrowLength - across * half}};
}

} // namespace

double lineWidth(double bytes)
{
    constexpr double nothing = 100; // per second
    return std::min(thickest, thinnest + perPowerOfTen * std::log10(1 + bytes / nothing));
}

WayItem::WayItem()
{
    setZValue(-1);
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption); // of hundreds of ways through a trunk few are in sight
}

void WayItem::setText(const WayText &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text.lines().join(u'\n'));
    update();
}

void WayItem::setLook(const DiagramLook &look)
{
    m_look = look;
    m_usualWidth = QFontMetricsF(smallFont()).horizontalAdvance(usualFigures);
    update();
}

QFont WayItem::smallFont() const
{
    QFont font = m_look.font;
    font.setPixelSize(int(std::round(font.pixelSize() * 0.9)));
    font.setFeature("tnum", 1);
    return font;
}

QSizeF WayItem::wantedLabel() const
{
    const QStringList lines = m_text.lines();
    if (lines.isEmpty())
        return {};
    const QFontMetricsF metrics(smallFont());
    double width = m_text.requests.isEmpty() ? 0 : m_usualWidth;
    for (const QString &line : lines) {
        const bool isFigures = line.startsWith(u'→') || line.startsWith(u'←');
        if (!isFigures || line.size() > usualFigures.size()) // figures come anew all the time
            width = std::max(width, metrics.horizontalAdvance(line));
    }
    return {std::ceil(width + 2 * labelPadding), std::ceil(double(lines.size()) * metrics.height() + labelPadding)};
}

void WayItem::place(const DiagramWay &way)
{
    prepareGeometryChange();
    m_way = way;
    m_bounds = way.label;
    for (const auto &points : {way.requests, way.replies}) {
        for (const QPointF &point : points)
            m_bounds |= QRectF(point, QSizeF(1, 1));
    }
    m_bounds.adjust(-reach, -reach, reach, reach);
}

QPainterPath WayItem::shape() const
{
    QPainterPath label;
    label.addRect(m_way.label);
    return label;
}

void WayItem::setMarks(StepMark requests, StepMark replies)
{
    if (requests == m_requestMark && replies == m_replyMark)
        return;
    m_requestMark = requests;
    m_replyMark = replies;
    setZValue(requests == StepMark::None && replies == StepMark::None ? -1 : -0.5);
    update();
}

void WayItem::setPhase(std::optional<double> phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    update();
}

void WayItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const bool isReadable =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) >= readableFrom;
    // As small as that, lines are about a pixel thick and run along the pixels: there is nothing to be smoothed.
    painter->setRenderHint(QPainter::Antialiasing, isReadable);
    const QRectF &exposed = option->exposedRect;
    paintLine(painter, exposed, m_way.requests, m_look.requests(), m_text.requestBytes, m_requestMark);
    paintLine(painter, exposed, m_way.replies, m_look.replies(), m_text.replyBytes, m_replyMark);
    if (isReadable && m_way.label.intersects(exposed))
        paintLabel(painter);
}

void WayItem::paintLine(QPainter *painter, const QRectF &exposed, const std::vector<QPointF> &points,
                        const QColor &color, double bytes, StepMark mark) const
{
    if (points.size() < 2)
        return;
    const QColor drawn = mark == StepMark::None ? color : colorOf(mark, m_look);
    const double width = std::max(lineWidth(bytes), mark == StepMark::None ? thinnest : 3);
    QPolygonF line;
    for (const QPointF &point : points)
        line << point;
    const QPointF tip = line.last();
    const QPolygonF arrow = arrowAt(line.at(line.size() - 2), tip, width);
    if (arrow.isEmpty())
        return;
    line.last() = (arrow[1] + arrow[2]) / 2; // a thick line would be wider than its arrow's tip
    const QList<QLineF> parts = visibleParts(line, width, exposed);
    if (parts.isEmpty())
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(drawn, width, Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(parts);
    if (m_phase && bytes > 0) {
        QColor light = m_look.background();
        light.setAlphaF(0.7F);
        QPen dashes(light, std::max(1.0, width / 2), Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
        dashes.setDashPattern({dash, dash});
        dashes.setDashOffset(-*m_phase * 2 * dash);
        painter->setPen(dashes);
        painter->drawPolyline(line);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(drawn);
    painter->drawPolygon(arrow);
}

void WayItem::paintLabel(QPainter *painter) const
{
    const QFont plain = smallFont();
    QFont bold = plain;
    bold.setBold(true);
    struct Line {
        QString text;
        QColor color;
        const QFont *font;
    };
    std::vector<Line> lines{{m_text.network, m_look.dim(), &plain},
                            {m_text.forwarding, m_look.text(), &bold},
                            {m_text.requestLine(), m_look.requests(), &plain},
                            {m_text.replyLine(), m_look.replies(), &plain},
                            {m_text.note, m_look.dim(), &plain}};
    std::erase_if(lines, [](const Line &line) { return line.text.isEmpty(); });

    // Lines run up to the text itself, of which there may be less than there is room for.
    const double height = QFontMetricsF(plain).height();
    double width = 0;
    for (const Line &line : lines)
        width = std::max(width, QFontMetricsF(*line.font).horizontalAdvance(line.text));
    QRectF row(0, 0, width + 2 * labelPadding, double(lines.size()) * height + labelPadding);
    row.moveCenter(m_way.label.center());
    painter->fillRect(row, m_look.background());
    row.adjust(labelPadding, labelPadding / 2, 0, 0);
    row.setHeight(height);
    for (const Line &line : lines) {
        painter->setFont(*line.font);
        painter->setPen(line.color);
        painter->drawText(row, Qt::AlignVCenter | Qt::TextSingleLine, line.text);
        row.translate(0, height);
    }
}

} // namespace lvs
