// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/traffictools.h"

#include "app/theme/icons.h"
#include "app/widgets/exportmenu.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolBar>

namespace lvs {

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::milliseconds, 8> spans{1min, 5min, 10min, 1h, 6h, 24h, 7 * 24h, 30 * 24h};

const QString tableKey = QStringLiteral("traffic/table");
const QString quantityKey = QStringLiteral("traffic/quantity");
const QString exactKey = QStringLiteral("traffic/exact");

} // namespace

TrafficTools::TrafficTools(QToolBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_quantity(new QComboBox(bar))
    , m_way(new QComboBox(bar))
    , m_span(new QComboBox(bar))
{
    // Their labels are their names: beside them Qt gives a combo box none on this platform.
    const auto add = [bar](const QString &label, QComboBox *box) {
        auto *text = new QLabel(label, bar);
        text->setBuddy(box);
        text->setContentsMargins(6, 0, 3, 0);
        bar->addWidget(text);
        bar->addWidget(box);
    };
    add(tr("Show"), m_quantity);
    add(tr("Rates"), m_way);
    add(tr("Time"), m_span);
    addQuantities();
    addSpans();
    bar->addSeparator();
    pause =
        toggle("trafficPause", "media-playback-pause", tr("Pause"),
               tr("Hold the picture; recording goes on (Space in the graph). Unchecked, it goes on with the present "
                  "(End)"));
    stacked = toggle("trafficStacked", "office-chart-area-stacked", tr("Stacked"),
                     tr("Lay the curves upon each other: the upper edge is their sum"));
    logarithmic = toggle("trafficLogarithmic", "office-chart-line", tr("Logarithmic"),
                         tr("Show small and large figures beside each other; zero lies on the lower edge"));
    connect(stacked, &QAction::toggled, logarithmic, &QAction::setDisabled); // sums can't be read off a logarithm
    table = toggle("trafficTable", "view-list-details", tr("Table"), tr("Show the same figures as a table"));
    table->setChecked(QSettings().value(tableKey, true).toBool());
    connect(table, &QAction::toggled, this, [](bool shown) { QSettings().setValue(tableKey, shown); });
    exports = addExportMenu(bar, QStringLiteral("trafficExport"), tr("Export"),
                            tr("Save what the graph shows, as a picture or as figures"));
}

QAction *TrafficTools::toggle(const char *name, const char *icon, const QString &text, const QString &explanation)
{
    QAction *action = m_bar->addAction(themeIcon(QLatin1StringView(icon)), text);
    action->setObjectName(QLatin1StringView(name));
    action->setToolTip(explanation);
    action->setCheckable(true);
    m_bar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus); // it is in no menu
    return action;
}

void TrafficTools::addQuantities()
{
    m_quantity->setObjectName(QStringLiteral("trafficQuantity"));
    for (const TrafficQuantity quantity : trafficQuantities) {
        m_quantity->addItem(quantityText(quantity));
        m_quantity->setItemData(m_quantity->count() - 1, quantityExplanation(quantity), Qt::ToolTipRole);
    }
    m_way->setObjectName(QStringLiteral("trafficWay"));
    m_way->addItems({estimatorText(), exactText()});
    m_way->setItemData(0, estimatorExplanation(), Qt::ToolTipRole);
    m_way->setItemData(1, exactExplanation(), Qt::ToolTipRole);
    const int kept = QSettings().value(quantityKey, 0).toInt();
    m_quantity->setCurrentIndex(kept >= 0 && kept < m_quantity->count() ? kept : 0);
    m_way->setCurrentIndex(QSettings().value(exactKey, false).toBool() ? 1 : 0);
    const auto explain = [this] {
        m_way->setEnabled(!isLevel(metric()));
        m_quantity->setToolTip(quantityExplanation(TrafficQuantity(m_quantity->currentIndex())));
        m_way->setToolTip(m_way->currentIndex() == 1 ? exactExplanation() : estimatorExplanation());
    };
    explain();
    for (QComboBox *box : {m_quantity, m_way}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, explain] {
            explain();
            QSettings().setValue(quantityKey, m_quantity->currentIndex());
            QSettings().setValue(exactKey, m_way->currentIndex() == 1);
            Q_EMIT metricChanged();
        });
    }
}

void TrafficTools::addSpans()
{
    m_span->setObjectName(QStringLiteral("trafficSpan"));
    m_span->setToolTip(tr("How much time the graph shows; also by the wheel, and by + and - in the graph"));
    for (const auto span : spans)
        m_span->addItem(format::duration(span), QVariant::fromValue(qint64(span.count())));
    m_span->setCurrentIndex(1);
    m_span->setMinimumContentsLength(7); // for most of other zooms, too
    connect(m_span, &QComboBox::activated, this,
            [this](int index) { Q_EMIT spanChosen(m_span->itemData(index).toLongLong()); });
}

TrafficMetric TrafficTools::metric() const
{
    return metricOf(TrafficQuantity(m_quantity->currentIndex()), m_way->currentIndex() == 1);
}

void TrafficTools::setMetric(TrafficQuantity quantity, bool exact)
{
    m_quantity->setCurrentIndex(int(quantity));
    m_way->setCurrentIndex(exact ? 1 : 0);
}

void TrafficTools::showSpan(qint64 span)
{
    const QSignalBlocker blocker(m_span);
    const int index = m_span->findData(QVariant::fromValue(span));
    m_span->setCurrentIndex(index);
    if (index < 0)
        m_span->setPlaceholderText(format::duration(std::chrono::milliseconds(span)));
}

} // namespace lvs
