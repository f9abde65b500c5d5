// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/carditem.h"

#include "app/theme/icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace lvs {

namespace {

constexpr double padding = 10;
constexpr double iconSize = 16;
constexpr double gap = 6;
constexpr double lineGap = 2;
constexpr double corner = 4;
constexpr double thick = 2.5;
constexpr double leastWidth = 120;
constexpr double mostWidth = 320; ///< longer names are shortened
constexpr double widthGrain = 16; ///< so that not every digit more moves everything
/// Below that nobody could read it.
constexpr double readableFrom = 0.3;

} // namespace

void CardItem::setText(const CardText &text)
{
    if (text == m_text)
        return;
    m_icon = themeIcon(text.icon);
    m_stateIcon = stateIcon(text.state.mark, m_look.palette);
    m_text = text;
    QStringList lines{text.title};
    for (const CardText::Line &line : text.lines)
        lines << (line.role.isEmpty() ? line.text : line.role + u' ' + line.text);
    lines << text.state.sentence;
    lines.removeAll(QString());
    setToolTip(lines.join(u'\n'));
    measure();
    update();
}

void CardItem::setLook(const DiagramLook &look)
{
    m_look = look;
    m_icon = themeIcon(m_text.icon);
    m_stateIcon = stateIcon(m_text.state.mark, look.palette);
    m_failureIcon = stateIcon(State::Unreachable, look.palette);
    measure();
    update();
}

QFont CardItem::titleFont() const
{
    QFont font = m_look.font;
    font.setBold(true);
    return font;
}

double CardItem::roleWidth() const
{
    const QFontMetricsF metrics(m_look.font);
    double width = 0;
    for (const CardText::Line &line : m_text.lines)
        width = std::max(width, metrics.horizontalAdvance(line.role));
    return width == 0 ? 0 : width + gap;
}

void CardItem::measure()
{
    const QFontMetricsF metrics(m_look.font);
    const QFontMetricsF fixed(m_look.fixed);
    double width = iconSize + gap + QFontMetricsF(titleFont()).horizontalAdvance(m_text.title);
    const double roles = roleWidth();
    for (const CardText::Line &line : m_text.lines)
        width = std::max(width, roles + fixed.horizontalAdvance(line.text));
    if (!m_text.state.sentence.isEmpty())
        width = std::max(width, iconSize + gap + metrics.horizontalAdvance(m_text.state.sentence));
    width = std::ceil((width + 2 * padding) / widthGrain) * widthGrain;
    const double line = std::max(metrics.height(), fixed.height()) + lineGap;
    const auto lines = double(m_text.lines.size()) + (m_text.state.sentence.isEmpty() ? 0 : 1);
    m_wanted = {std::clamp(width, leastWidth, mostWidth),
                std::ceil(2 * padding + std::max(metrics.height(), iconSize) + lines * line)};
}

void CardItem::place(const QRectF &rect)
{
    if (rect.size() != m_size) {
        prepareGeometryChange();
        m_size = rect.size();
    }
    setPos(rect.topLeft());
}

void CardItem::setCurrent(bool current)
{
    m_isCurrent = current;
    update();
}

void CardItem::setMark(StepMark mark)
{
    m_mark = mark;
    update();
}

QRectF CardItem::boundingRect() const
{
    return QRectF(QPointF(), m_size)
        .adjusted(-thick - iconSize / 2, -thick - iconSize / 2, thick + iconSize / 2, thick);
}

void CardItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const bool isReadable =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) >= readableFrom;
    const QRectF card(QPointF(), m_size);
    const bool isMarked = m_mark != StepMark::None;
    const QColor edge = m_isCurrent ? m_look.chosen() : isMarked ? colorOf(m_mark, m_look) : m_look.dim();
    const double width = m_isCurrent || isMarked ? thick : 1;
    painter->setRenderHint(QPainter::Antialiasing, isReadable);
    painter->setPen(QPen(edge, width, m_text.isKnown ? Qt::SolidLine : Qt::DashLine));
    painter->setBrush(m_look.palette.color(QPalette::Window));
    if (isReadable)
        painter->drawRoundedRect(card, corner, corner);
    else // its corners are about a pixel
        painter->drawRect(card);
    if (isMarked) {
        QColor glow = colorOf(m_mark, m_look);
        glow.setAlphaF(0.15F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(glow);
        painter->drawRoundedRect(card, corner, corner);
    }
    if (isReadable)
        paintText(painter);
    else if (!m_text.state.sentence.isEmpty())
        painter->fillRect(card.adjusted(0, 0, -card.width() + padding / 2, 0),
                          stateColor(m_text.state.mark, m_look.palette));
    if (m_mark == StepMark::Fails) {
        const QRectF place(card.right() - iconSize / 2, card.top() - iconSize / 2, iconSize, iconSize);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_look.background());
        painter->drawEllipse(place);
        m_failureIcon.paint(painter, place.toRect());
    }
}

void CardItem::paintText(QPainter *painter) const
{
    const QFontMetricsF metrics(m_look.font);
    const QFontMetricsF fixed(m_look.fixed);
    const double inner = m_size.width() - 2 * padding;
    const double first = std::max(metrics.height(), iconSize);
    const double line = std::max(metrics.height(), fixed.height()) + lineGap;
    double y = padding;
    const auto icon = [&](const QIcon &drawn, double height) {
        drawn.paint(painter, QRectF(padding, y + (height - iconSize) / 2, iconSize, iconSize).toRect());
    };
    const auto draw = [&](const QFont &font, const QColor &color, double x, double height, const QString &text) {
        painter->setFont(font);
        painter->setPen(color);
        const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, padding + inner - x + 1);
        painter->drawText(QRectF(x, y, padding + inner - x + 1, height), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    };
    icon(m_icon, first);
    draw(titleFont(), m_look.text(), padding + iconSize + gap, first, m_text.title);
    y += first + lineGap;
    const double roles = roleWidth();
    for (const CardText::Line &part : m_text.lines) {
        draw(m_look.font, m_look.dim(), padding, line, part.role);
        draw(m_look.fixed, m_look.text(), padding + (part.role.isEmpty() ? 0 : roles), line, part.text);
        y += line;
    }
    if (m_text.state.sentence.isEmpty())
        return;
    icon(m_stateIcon, line);
    draw(m_look.font, stateColor(m_text.state.mark, m_look.palette), padding + iconSize + gap, line,
         m_text.state.sentence);
}

} // namespace lvs
