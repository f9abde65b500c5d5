// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/picturecomparison.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t channels = 3;
using Sums = std::array<int, channels>;

/// Sums of the channels over any rectangle of a picture.
class Sum
{
public:
    explicit Sum(const QImage &picture)
        : m_width(std::size_t(picture.width()) + 1)
        , m_sums(m_width * (std::size_t(picture.height()) + 1))
    {
        const QImage colours = picture.convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < colours.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(colours.constScanLine(y));
            Sums row{};
            for (int x = 0; x < colours.width(); ++x) {
                const Sums colour{qRed(line[x]), qGreen(line[x]), qBlue(line[x])};
                for (std::size_t i = 0; i < channels; ++i) {
                    row[i] += colour[i];
                    m_sums[place(x + 1, y + 1)][i] = m_sums[place(x + 1, y)][i] + row[i];
                }
            }
        }
    }

    Sums of(const QRect &rect) const
    {
        const Sums &first = m_sums[place(rect.x(), rect.y())];
        const Sums &right = m_sums[place(rect.x() + rect.width(), rect.y())];
        const Sums &below = m_sums[place(rect.x(), rect.y() + rect.height())];
        const Sums &last = m_sums[place(rect.x() + rect.width(), rect.y() + rect.height())];
        Sums sums{};
        for (std::size_t i = 0; i < channels; ++i)
            sums[i] = last[i] - right[i] - below[i] + first[i];
        return sums;
    }

private:
    std::size_t place(int x, int y) const { return std::size_t(y) * m_width + std::size_t(x); }

    std::size_t m_width;
    std::vector<Sums> m_sums; ///< of what lies above and to the left
};

int largest(const Sums &one, const Sums &other)
{
    int difference = 0;
    for (std::size_t i = 0; i < channels; ++i)
        difference = std::max(difference, std::abs(one[i] - other[i]));
    return difference;
}

/// Between a square and what is most like it nearby.
int leastDifference(const Sum &expected, const Sum &actual, const QRect &cell, const QRect &area, int shift)
{
    const Sums wanted = expected.of(cell);
    int least = largest(wanted, actual.of(cell));
    for (int y = -shift; y <= shift; ++y) {
        for (int x = -shift; x <= shift; ++x) {
            if (const QRect moved = cell.translated(x, y); area.contains(moved))
                least = std::min(least, largest(wanted, actual.of(moved)));
        }
    }
    return least;
}

} // namespace

PictureDifference compare(const QImage &expected, const QImage &actual, const PictureTolerance &tolerance)
{
    const QSize larger = expected.size().expandedTo(actual.size());
    const QSize common = expected.size().boundedTo(actual.size());
    if (common.isEmpty() || larger.width() - common.width() > tolerance.shift ||
        larger.height() - common.height() > tolerance.shift)
        return {u"%1×%2 pixels instead of %3×%4"_s.arg(actual.width())
                    .arg(actual.height())
                    .arg(expected.width())
                    .arg(expected.height()),
                actual};

    PictureDifference difference{.shown = actual.convertToFormat(QImage::Format_RGB32)};
    QPainter painter(&difference.shown);
    painter.fillRect(difference.shown.rect(), QColor(255, 255, 255, 170));
    painter.setPen(QColor(200, 0, 120));
    const QRect area(QPoint(), common);
    const Sum wanted(expected);
    const Sum present(actual);
    int cells = 0;
    int differing = 0;
    int most = 0;
    for (int y = 0; y < area.height(); y += tolerance.cell) {
        for (int x = 0; x < area.width(); x += tolerance.cell) {
            const QRect cell = QRect(x, y, tolerance.cell, tolerance.cell) & area;
            const int level =
                leastDifference(wanted, present, cell, area, tolerance.shift) / (cell.width() * cell.height());
            ++cells;
            most = std::max(most, level);
            if (level <= tolerance.level)
                continue;
            ++differing;
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
        }
    }
    if (differing > 0)
        difference.said = u"%1 of %2 squares differ, by up to %3 of 255"_s.arg(differing).arg(cells).arg(most);
    return difference;
}

} // namespace lvs::test
