// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/trafficarchive.h"

namespace lvs {

/// The part of curves that memory no longer has, as far as it was asked for: one reading of the archive at a time, with
/// somewhat more on either side, so that not each small move needs another one.
class OlderCurves : public QObject
{
    Q_OBJECT
public:
    /// The archive is not owned.
    explicit OlderCurves(TrafficArchive *archive, QObject *parent = nullptr)
        : QObject(parent)
        , m_archive(archive)
    {
    }

    /// Somebody looks at this; what is not known of it is read, and changed() says when it is there.
    void want(const TrafficArchive::CurvesWanted &wanted);
    bool isReading() const { return m_isReading; }
    /// The part of a curve that is before `until`; empty if it is not known.
    Curve before(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 until) const;

Q_SIGNALS:
    void changed();

private:
    bool isKnown(const TrafficArchive::CurvesWanted &wanted) const;

    TrafficArchive *m_archive;
    TrafficArchive::CurvesWanted m_known;
    std::vector<Curve> m_curves; ///< in the order of m_known.sources
    bool m_isReading = false;
};

/// `older` and, after it, `recent`; a gap between them if there is one.
Curve joined(Curve older, Curve recent);

} // namespace lvs
