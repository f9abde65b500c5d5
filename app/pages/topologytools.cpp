// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/topologytools.h"

#include "app/theme/appearance.h"
#include "app/theme/icons.h"
#include "app/widgets/exportmenu.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolBar>

#include <algorithm>

namespace lvs {

namespace {

const QString animateKey = QStringLiteral("topology/animate");

} // namespace

TopologyTools::TopologyTools(QToolBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_service(new QComboBox(bar))
{
    auto *label = new QLabel(tr("Diagram of"), bar);
    label->setBuddy(m_service);
    label->setContentsMargins(6, 0, 3, 0);
    bar->addWidget(label);
    m_service->setObjectName(QStringLiteral("topologyService"));
    m_service->setToolTip(tr("All services of the director, or one with its real servers and the way of a packet"));
    m_service->setMinimumContentsLength(24);
    m_service->addItem(tr("Whole director"));
    bar->addWidget(m_service);
    connect(m_service, &QComboBox::activated, this, [this](int index) {
        const std::size_t place = std::size_t(index);
        m_chosen = index <= 0 ? std::nullopt : std::optional(m_offered[place - 1].key);
        Q_EMIT serviceChosen();
    });
    bar->addSeparator();
    fit = add("topologyFit", "zoom-fit-best", tr("Fit"), tr("Show all of it"), Qt::CTRL | Qt::Key_0);
    zoomOut = add("topologyZoomOut", "zoom-out", tr("Smaller"),
                  tr("Show more of it, smaller (also Ctrl and the wheel)"), QKeySequence::ZoomOut);
    zoomIn = add("topologyZoomIn", "zoom-in", tr("Larger"), tr("Show less of it, larger (also Ctrl and the wheel)"),
                 QKeySequence::ZoomIn);
    bar->addSeparator();
    unfold = add("topologyUnfold", "expand-all", tr("Unfold"),
                 tr("A card for each real server, also where there are more than a few"));
    unfold->setCheckable(true);
    animate = add("topologyAnimate", "media-playback-start", tr("Movement"),
                  tr("Dashes move along the lines on which something flows"));
    animate->setCheckable(true);
    animate->setChecked(animationsWanted() && QSettings().value(animateKey, true).toBool());
    connect(animate, &QAction::toggled, this, [](bool moves) { QSettings().setValue(animateKey, moves); });
    exports =
        addExportMenu(bar, QStringLiteral("topologyExport"), tr("Export"), tr("Save the whole diagram as a picture"));
    terms = add("topologyTerms", "help-contents", tr("Terms"), tr("What VIP, DIP, NAT and other abbreviations mean"));
}

QAction *TopologyTools::add(const char *name, const char *icon, const QString &text, const QString &explanation,
                            const QKeySequence &key)
{
    QAction *action = m_bar->addAction(themeIcon(QLatin1StringView(icon)), text);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(key.isEmpty()
                           ? explanation
                           : QStringLiteral("%1 (%2)").arg(explanation, key.toString(QKeySequence::NativeText)));
    m_bar->parentWidget()->addAction(action);                     // its keys hold in all of the page
    m_bar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus); // it is in no menu
    return action;
}

void TopologyTools::offer(const std::vector<Service> &services)
{
    if (services == m_offered)
        return;
    m_offered = services;
    const QSignalBlocker quiet(m_service);
    while (m_service->count() > 1 + int(services.size()))
        m_service->removeItem(m_service->count() - 1);
    for (int i = 0; const Service &service : services) {
        if (++i < m_service->count())
            m_service->setItemText(i, service.name);
        else
            m_service->addItem(service.name);
    }
    showChosen();
}

void TopologyTools::choose(const std::optional<ServiceKey> &service)
{
    m_chosen = service;
    showChosen();
}

void TopologyTools::showChosen()
{
    const auto found = m_chosen ? std::ranges::find(m_offered, *m_chosen, &Service::key) : m_offered.end();
    m_service->setCurrentIndex(found == m_offered.end() ? 0 : int(found - m_offered.begin()) + 1);
}

} // namespace lvs
