// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

namespace lvs {

class DiagramScene;

/// A diagram to look around in: drag or Shift and arrow keys move it, Ctrl and the wheel or + and - make it larger and
/// smaller, arrow keys go from card to card. Until the person moves something, all of it is shown.
class DiagramView : public QGraphicsView
{
    Q_OBJECT
public:
    /// The scene is not owned.
    explicit DiagramView(DiagramScene *scene, QWidget *parent = nullptr);

    void zoomBy(double factor);
    /// Shows all of it, however small that makes it, and keeps doing so.
    void fit();
    void showCard(const QString &id);

Q_SIGNALS:
    /// Enter or a double click.
    void activated(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void takeLook();
    void refit();
    void goOrPan(Qt::Key direction, bool pans);
    void describeCurrent();

    DiagramScene *m_scene;
    bool m_isFitted = true;  ///< nobody has chosen another part or size
    bool m_isLegible = true; ///< it is not made smaller than one can read
};

} // namespace lvs
