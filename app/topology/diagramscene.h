// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/diagramcontent.h"
#include "app/topology/diagramlayout.h"
#include "app/topology/diagramlook.h"
#include "app/topology/diagramstep.h"

#include <QGraphicsScene>
#include <QHash>
#include <QTimer>

namespace lvs {

class CardItem;
class WayItem;

/// Draws a topology. Items stay what they are as long as their ids are there, and move only where cards come, go or
/// need more room.
class DiagramScene : public QGraphicsScene
{
    Q_OBJECT
public:
    explicit DiagramScene(QObject *parent = nullptr);

    void setContent(const DiagramContent &content);
    const DiagramContent &content() const { return m_content; }
    void setLook(const DiagramLook &look);
    const DiagramLook &look() const { return m_look; }

    /// The card that is chosen, by its id; empty if none is.
    const QString &current() const { return m_current; }
    void setCurrent(const QString &id);
    void setStep(const DiagramStep &step);
    /// Lets dashes move along the lines, unless there are too many of them.
    void setAnimated(bool animated);

    /// nullptr if there is none.
    const CardItem *card(const QString &id) const { return m_cards.value(id); }
    QString idAt(const QPointF &position) const;
    /// The nearest card in the direction of an arrow key from the current one; empty if there is none.
    QString neighbour(Qt::Key direction) const;

Q_SIGNALS:
    void currentChanged(const QString &id);
    /// Cards came, went or moved.
    void arranged();

private:
    void takeItems();
    void arrange();
    DiagramSizes measure() const;
    void refreshSteps();
    void refreshPhase();

    DiagramContent m_content;
    DiagramLook m_look;
    QHash<QString, CardItem *> m_cards;
    std::vector<CardItem *> m_ordered; ///< the same in the order of the topology's nodes
    std::vector<WayItem *> m_ways;     ///< in the order of the topology's edges
    DiagramSizes m_sizes;              ///< for which the items were placed
    QString m_current;
    DiagramStep m_step;
    QTimer m_pace;
    int m_tick = 0;
};

} // namespace lvs
