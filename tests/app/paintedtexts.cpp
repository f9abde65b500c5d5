// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/paintedtexts.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

/// Keeps texts and lets everything else go.
class TextEngine : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawTextItem(const QPointF &place, const QTextItem &item) override
    {
        const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(place);
        const QRectF rect = painter()->transform().mapRect(ink);
        // What one font lacks comes in another, as a part of its own.
        constexpr double hair = 0.5;
        if (!m_texts.empty() && place.y() == m_end.y() && std::abs(place.x() - m_end.x()) < hair) {
            m_texts.back().text += item.text();
            m_texts.back().rect |= rect;
        } else {
            m_texts.push_back({item.text(), rect});
        }
        m_end = {place.x() + item.width(), place.y()};
    }
    Type type() const override { return User; }
    std::vector<PaintedText> take() { return std::move(m_texts); }

private:
    std::vector<PaintedText> m_texts;
    QPointF m_end; ///< of the last of them, on its base line
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QSize &size)
        : m_size(size)
    {
    }
    QPaintEngine *paintEngine() const override { return &m_engine; }
    std::vector<PaintedText> take() { return m_engine.take(); }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

} // namespace

std::vector<PaintedText> paintedTexts(QGraphicsScene &scene)
{
    const QRectF area = scene.sceneRect();
    TextDevice device(area.size().toSize());
    QPainter painter(&device);
    scene.render(&painter, QRectF(QPointF(), area.size()), area);
    painter.end();
    std::vector<PaintedText> texts = device.take();
    for (PaintedText &text : texts)
        text.rect.translate(area.topLeft());
    return texts;
}

QStringList overlaps(std::vector<PaintedText> texts)
{
    std::ranges::sort(texts, {}, [](const PaintedText &text) { return text.rect.left(); });
    QStringList found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size() && texts[j].rect.left() < texts[i].rect.right(); ++j) {
            if (texts[i].rect.intersects(texts[j].rect))
                found << u"\"%1\" and \"%2\""_s.arg(texts[i].text, texts[j].text);
        }
    }
    return found;
}

} // namespace lvs::test
