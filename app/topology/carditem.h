// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/diagramcontent.h"
#include "app/topology/diagramlook.h"

#include <QGraphicsItem>
#include <QIcon>

namespace lvs {

/// A card of a diagram: icon and title, addresses, and how it stands.
class CardItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };
    CardItem() = default;

    void setText(const CardText &text);
    const CardText &text() const { return m_text; }
    void setLook(const DiagramLook &look);
    /// The room that it needs.
    QSizeF wantedSize() const { return m_wanted; }
    void place(const QRectF &rect);
    QRectF rect() const { return {pos(), m_size}; }
    void setCurrent(bool current);
    void setMark(StepMark mark);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void measure();
    QFont titleFont() const;
    double roleWidth() const;
    void paintText(QPainter *painter) const;

    CardText m_text;
    DiagramLook m_look;
    QIcon m_icon;
    QIcon m_stateIcon;
    QIcon m_failureIcon;
    QSizeF m_wanted;
    QSizeF m_size;
    StepMark m_mark = StepMark::None;
    bool m_isCurrent = false;
};

} // namespace lvs
