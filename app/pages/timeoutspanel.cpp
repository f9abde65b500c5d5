// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/timeoutspanel.h"

#include "app/text/errortext.h"
#include "app/text/format.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lvs {

TimeoutsPanel::TimeoutsPanel(QWidget *parent)
    : QGroupBox(tr("Timeouts"), parent)
    , m_problem(new QLabel(this))
    , m_change(new QPushButton(tr("Change &timeouts…"), this))
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    const std::array labels{tr("TCP"), tr("TCP after FIN"), tr("UDP")};
    const std::array explanations{tr("Without a packet for this long an open TCP connection is forgotten"),
                                  tr("So long a TCP connection stays after the client has closed it"),
                                  tr("So long packets of a client go to the same real server")};
    for (size_t i = 0; i < m_values.size(); ++i) {
        m_values[i] = new QLabel(this);
        m_values[i]->setToolTip(explanations[i]);
        form->addRow(labels[i], m_values[i]);
    }
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_change->setObjectName(QStringLiteral("changeTimeouts"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_change, 0, Qt::AlignLeading);
    connect(m_change, &QPushButton::clicked, this, &TimeoutsPanel::changeRequested);
}

void TimeoutsPanel::showTimeouts(const Result<Timeouts> &timeouts, const ChangePlan &draft, bool editable)
{
    m_problem->setVisible(!timeouts);
    m_problem->setText(timeouts ? QString() : errorSummary(timeouts.error()));
    m_change->setEnabled(timeouts && editable);
    const SetTimeouts *drafted = nullptr;
    for (const Operation &operation : draft.operations) {
        if (const auto *set = std::get_if<SetTimeouts>(&operation))
            drafted = set;
    }
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (!timeouts) {
            m_values[i]->setText(QStringLiteral("–"));
            continue;
        }
        const quint32 present = (*timeouts).*timeoutFields[i];
        const quint32 after = drafted ? drafted->after.*timeoutFields[i] : 0;
        m_values[i]->setText(after != 0 && after != present
                                 ? tr("%1 s → %2 s (drafted)").arg(format::count(present), format::count(after))
                                 : tr("%1 s").arg(format::count(present)));
    }
}

} // namespace lvs
