// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/drainbar.h"

#include "app/text/domaintext.h"
#include "app/text/draintext.h"
#include "app/text/errortext.h"

#include <QApplication>

namespace lvs {

DrainBar::DrainBar(DrainWatch *drains, QWidget *parent)
    : MessageBar(parent)
    , m_drains(drains)
{
    setObjectName(QStringLiteral("drainBar"));
    connect(drains, &DrainWatch::changed, this, &DrainBar::refresh);
    connect(drains, &DrainWatch::removalsDue, this, [this] {
        m_dismissed = 0;
        QApplication::alert(window());
    });
    connect(this, &MessageBar::dismissed, this, [this] { m_dismissed = m_drains->drains().size(); });
}

void DrainBar::refresh()
{
    Holdings holdings;
    int draining = 0;
    int removals = 0;
    for (const DrainWatch::Drain &drain : m_drains->drains()) {
        if (drain.progress == DrainWatch::Progress::Drafted)
            continue;
        ++draining;
        removals += drain.progress == DrainWatch::Progress::RemovalDrafted ? 1 : 0;
        holdings.add(drain.state);
    }
    if (draining == 0)
        m_dismissed = 0;
    if (draining == 0 || m_dismissed == m_drains->drains().size())
        return hide();
    const QString left = holdings.isEmpty() ? tr("Nothing is left on them.") : holdingsText(holdings);
    if (removals > 0)
        showMessage(Severity::Warning,
                    tr("The removal of %Ln drained server(s) is drafted. Apply it when you like.", nullptr, removals),
                    left, tr("Show"));
    else
        showMessage(Severity::Information, tr("%Ln server(s) draining: %1", nullptr, draining).arg(left), {},
                    tr("Show"));
}

} // namespace lvs
