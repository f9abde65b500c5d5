// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/oldercurves.h"

#include <algorithm>

namespace lvs {

namespace {

/// What is known may be so much coarser than what is wanted: between two zooms it is stretched.
constexpr double coarser = 3;

double grainOf(const TrafficArchive::CurvesWanted &wanted)
{
    const double span = double(wanted.to - wanted.from) / double(std::max<qsizetype>(wanted.points, 1));
    return std::max(span, double(MinutesTier::minute));
}

} // namespace

bool OlderCurves::isKnown(const TrafficArchive::CurvesWanted &wanted) const
{
    const auto has = [this](const TrafficSource &source) { return std::ranges::contains(m_known.sources, source); };
    return wanted.metric == m_known.metric && std::ranges::all_of(wanted.sources, has) && m_known.from <= wanted.from &&
           m_known.to >= wanted.to && grainOf(m_known) <= coarser * grainOf(wanted);
}

void OlderCurves::want(const TrafficArchive::CurvesWanted &wanted)
{
    if (m_isReading || wanted.to <= wanted.from || isKnown(wanted))
        return;
    m_isReading = true;
    const qint64 around = (wanted.to - wanted.from) / 2;
    TrafficArchive::CurvesWanted more = wanted;
    more.from -= around;
    more.to += around;
    more.points *= 2;
    m_archive->curves(more).then(this, [this, more](QFuture<std::vector<Curve>> reading) {
        m_isReading = false;
        m_known = more;
        m_curves = reading.takeResult();
        Q_EMIT changed();
    });
}

Curve OlderCurves::before(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 until) const
{
    const auto place = std::ranges::find(m_known.sources, source);
    if (metric != m_known.metric || place == m_known.sources.end())
        return {};
    const Curve &known = m_curves[std::size_t(place - m_known.sources.begin())];
    const qint64 grain = known.grain.count();
    const auto first = std::ranges::lower_bound(known.points, from - grain, {}, &CurvePoint::at);
    const auto last = std::ranges::lower_bound(known.points, until, {}, &CurvePoint::at);
    Curve part{.grain = known.grain};
    if (first < last)
        part.points.assign(first, last);
    return part;
}

Curve joined(Curve older, Curve recent)
{
    if (older.points.empty())
        return recent;
    const qint64 grain = std::max(older.grain, recent.grain).count();
    if (!recent.points.empty() && recent.points.front().at - older.points.back().at > 2 * grain &&
        !older.points.back().isGap())
        older.points.push_back(CurvePoint::gapAt(older.points.back().at + grain));
    older.grain = std::max(older.grain, recent.grain);
    older.points.insert(older.points.end(), recent.points.begin(), recent.points.end());
    return older;
}

} // namespace lvs
