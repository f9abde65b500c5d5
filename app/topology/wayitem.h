// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/diagramcontent.h"
#include "app/topology/diagramlayout.h"
#include "app/topology/diagramlook.h"

#include <QGraphicsItem>

namespace lvs {

/// A way between two cards: lines as thick as much flows there, and a label upon them.
class WayItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };
    WayItem();

    void setText(const WayText &text);
    void setLook(const DiagramLook &look);
    /// The room that its label needs, with some for larger figures.
    QSizeF wantedLabel() const;
    void place(const DiagramWay &way);
    void setMarks(StepMark requests, StepMark replies);
    /// How far dashes have moved, in dashes; nothing: there are none.
    void setPhase(std::optional<double> phase);
    bool isFlowing() const { return m_text.requestBytes > 0 || m_text.replyBytes > 0; }

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override; ///< the label, where its tooltip is shown; clicks are for cards
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// As much of it as is `exposed`.
    void paintLine(QPainter *painter, const QRectF &exposed, const std::vector<QPointF> &points, const QColor &color,
                   double bytes, StepMark mark) const;
    void paintLabel(QPainter *painter) const;
    QFont smallFont() const;

    WayText m_text;
    DiagramLook m_look;
    double m_usualWidth = 0; ///< of usual figures
    DiagramWay m_way;
    QRectF m_bounds;
    StepMark m_requestMark = StepMark::None;
    StepMark m_replyMark = StepMark::None;
    std::optional<double> m_phase;
};

/// As wide as `bytes` per second are many: a step for each power of ten.
double lineWidth(double bytes);

} // namespace lvs
