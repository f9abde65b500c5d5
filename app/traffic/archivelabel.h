// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace lvs {

class TrafficRecorder;

/// Says what is kept of a director's traffic on this computer, and for how long, or why nothing is.
class ArchiveLabel : public QLabel
{
    Q_OBJECT
public:
    /// The recorder is not owned.
    explicit ArchiveLabel(const TrafficRecorder *recorder, QWidget *parent = nullptr);

private:
    void refresh();
    QString sentence() const;
    QString damages() const;

    const TrafficRecorder *m_recorder;
};

} // namespace lvs
