// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/plotmarks.h"

#include "app/text/traffictext.h"
#include "app/traffic/plotstyle.h"

#include <qcustomplot.h>

namespace lvs {

namespace {

constexpr double between = 6; ///< pixels

/// Words for marks that stand close together.
class Label
{
public:
    Label(const TrafficMark &mark, double pixel)
        : m_kinds{eventKindText(mark.kind)}
        , m_first(pixel)
        , m_last(pixel)
        , m_kind(mark.kind)
    {
    }

    void join(const Label &later)
    {
        m_kinds += later.m_kinds;
        m_kinds.removeDuplicates();
        m_count += later.m_count;
        m_last = later.m_last;
    }
    QString text() const
    {
        constexpr qsizetype mostKinds = 2;
        return m_kinds.size() > mostKinds ? eventsText(m_count) : m_kinds.join(QStringLiteral(", "));
    }
    double middle() const { return (m_first + m_last) / 2; }
    TrafficEvent::Kind kind() const { return m_kind; }

private:
    QStringList m_kinds;
    double m_first;
    double m_last;
    int m_count = 1;
    TrafficEvent::Kind m_kind;
};

} // namespace

void PlotMarks::draw(const std::vector<TrafficMark> &marks, const TimeWindow &window, const QPalette &palette)
{
    for (QCPAbstractItem *item : std::exchange(m_items, {}))
        m_plot->removeItem(item);
    const QFontMetrics metrics(m_plot->font());
    const auto half = [&](const Label &label) { return metrics.horizontalAdvance(label.text()) / 2.0; };
    const auto covers = [&](const Label &one, const Label &next) {
        return one.middle() + half(one) + between > next.middle() - half(next);
    };
    std::vector<Label> labels;
    for (const TrafficMark &mark : marks) {
        if (mark.at < window.from() || mark.at > window.to())
            continue;
        addLine(mark, palette);
        labels.emplace_back(mark, m_plot->xAxis->coordToPixel(axisKey(mark.at)));
        while (labels.size() > 1 && covers(labels[labels.size() - 2], labels.back())) {
            labels[labels.size() - 2].join(labels.back());
            labels.pop_back();
        }
    }
    for (const Label &label : labels) {
        // Within the picture, also at its edges.
        const double room = half(label) + between;
        const double pixel = std::max(room, std::min(label.middle(), m_plot->width() - room));
        addText(label.text(), pixel, stateColor(stateOf(label.kind()), palette));
    }
}

void PlotMarks::addLine(const TrafficMark &mark, const QPalette &palette)
{
    auto *line = new QCPItemLine(m_plot);
    line->setPen(QPen(stateColor(stateOf(mark.kind), palette), 1, Qt::DotLine));
    for (QCPItemPosition *position : {line->start, line->end}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->start->setCoords(axisKey(mark.at), 0);
    line->end->setCoords(axisKey(mark.at), 1);
    m_items.push_back(line);
}

void PlotMarks::addText(const QString &text, double pixel, const QColor &color)
{
    auto *item = new QCPItemText(m_plot);
    item->setText(text);
    item->setFont(m_plot->font());
    item->setColor(color);
    item->setPositionAlignment(Qt::AlignBottom | Qt::AlignHCenter);
    item->setClipToAxisRect(false);
    item->position->setTypeX(QCPItemPosition::ptAbsolute);
    item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    item->position->setCoords(pixel, 0);
    m_items.push_back(item);
}

} // namespace lvs
