// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramview.h"

#include "app/topology/carditem.h"
#include "app/topology/diagramscene.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace lvs {

namespace {

constexpr double smallest = 0.05;
constexpr double largest = 4;
constexpr double legible = 0.6;
constexpr double step = 1.25;
constexpr int panStep = 60;

} // namespace

DiagramView::DiagramView(DiagramScene *scene, QWidget *parent)
    : QGraphicsView(scene, parent)
    , m_scene(scene)
{
    setObjectName(QStringLiteral("topologyDiagram"));
    setAccessibleName(tr("Diagram of the topology"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(SmartViewportUpdate);
    viewport()->setCursor(Qt::ArrowCursor);
    takeLook();
    connect(scene, &DiagramScene::arranged, this, [this] {
        if (m_isFitted)
            refit();
    });
    connect(scene, &DiagramScene::currentChanged, this, &DiagramView::describeCurrent);
    describeCurrent();
}

void DiagramView::takeLook()
{
    m_scene->setLook({palette(), DiagramLook::inPixels(font()),
                      DiagramLook::inPixels(QFontDatabase::systemFont(QFontDatabase::FixedFont))});
}

void DiagramView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takeLook();
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isFitted)
        refit();
}

void DiagramView::refit()
{
    const QRectF area = m_scene->sceneRect();
    const QSizeF room = viewport()->size();
    if (area.isEmpty() || room.isEmpty())
        return;
    const double least = m_isLegible ? legible : smallest;
    const double scale = std::clamp(std::min(room.width() / area.width(), room.height() / area.height()), least, 1.0);
    setTransform(QTransform::fromScale(scale, scale));
    // What does not fit is cut off at the right.
    const double half = room.width() / scale / 2;
    centerOn(std::min(area.center().x(), area.left() + half), area.center().y());
}

void DiagramView::fit()
{
    m_isFitted = true;
    m_isLegible = false;
    refit();
}

void DiagramView::zoomBy(double factor)
{
    const double present = transform().m11();
    const double wanted = std::clamp(present * factor, smallest, largest);
    m_isFitted = false;
    scale(wanted / present, wanted / present);
}

void DiagramView::showCard(const QString &id)
{
    if (const CardItem *card = m_scene->card(id))
        ensureVisible(card->rect());
}

void DiagramView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        m_isFitted = false;
        return QGraphicsView::wheelEvent(event);
    }
    constexpr double notch = 120;
    zoomBy(std::pow(step, double(event->angleDelta().y()) / notch));
    event->accept();
}

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return goOrPan(Qt::Key(event->key()), event->modifiers() & Qt::ShiftModifier);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_scene->current().isEmpty())
            Q_EMIT activated(m_scene->current());
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void DiagramView::goOrPan(Qt::Key direction, bool pans)
{
    const QString next = pans ? QString() : m_scene->neighbour(direction);
    if (!next.isEmpty()) {
        m_scene->setCurrent(next);
        return showCard(next);
    }
    const bool isHorizontal = direction == Qt::Key_Left || direction == Qt::Key_Right;
    QScrollBar *bar = isHorizontal ? horizontalScrollBar() : verticalScrollBar();
    m_isFitted = false;
    bar->setValue(bar->value() + (direction == Qt::Key_Left || direction == Qt::Key_Up ? -panStep : panStep));
}

void DiagramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton) {
        if (const QString id = m_scene->idAt(mapToScene(event->position().toPoint())); !id.isEmpty())
            m_scene->setCurrent(id);
        m_isFitted = m_isFitted && sceneRect().width() * transform().m11() <= viewport()->width();
    }
    QGraphicsView::mousePressEvent(event);
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString id = m_scene->idAt(mapToScene(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        Q_EMIT activated(id);
    else
        QGraphicsView::mouseDoubleClickEvent(event);
}

void DiagramView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QGraphicsView::drawForeground(painter, rect);
    if (!hasFocus())
        return;
    painter->save();
    painter->resetTransform();
    painter->setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    painter->restore();
}

/// A scene's items are no accessible objects; the table beside it has them all, and this says which one is chosen.
void DiagramView::describeCurrent()
{
    const CardItem *card = m_scene->card(m_scene->current());
    setAccessibleDescription(card ? card->toolTip()
                                  : tr("Arrow keys go from card to card. The tab “Table” shows the same as a table."));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace lvs
