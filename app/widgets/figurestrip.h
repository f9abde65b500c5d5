// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/trend.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace lvs {

class Sparkline;

/// A few figures side by side, each with its name above and its last minutes beside it.
class FigureStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FigureStrip(QWidget *parent = nullptr);

    /// Gives its place.
    std::size_t add(const QString &name);
    /// `explanation` says what the figure is, and how it went.
    void set(std::size_t place, const QString &value, Trend trend, const QString &explanation);

private:
    struct Figure {
        QString name{};
        QWidget *cell = nullptr;
        QLabel *value = nullptr;
        Sparkline *line = nullptr;
    };
    std::vector<Figure> m_figures;
    QHBoxLayout *m_row;
};

} // namespace lvs
