// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/rulemeaning.h"

#include "app/editor/rulechecker.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace lvs {

RuleMeaning::RuleMeaning(const RuleChecker *checker, QWidget *parent)
    : QWidget(parent)
    , m_checker(checker)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("ruleMeaning"));
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    connect(checker, &RuleChecker::checked, this, &RuleMeaning::refresh);
    refresh();
}

/// What the last check found stays until the next one, so that nothing jumps while somebody types.
void RuleMeaning::refresh()
{
    const auto result = m_checker->result();
    const bool isTable = result && result->start == RuleStart::EmptyTable;
    const int services = result ? int(result->servicesRemoved) : 0;
    const int servers = result ? int(result->serversRemoved) : 0;
    const bool warns = isTable && (services > 0 || servers > 0);
    m_icon->setVisible(warns);
    m_icon->setPixmap(stateIcon(State::Overloaded, palette()).pixmap(16));
    QPalette colors = palette();
    if (warns)
        colors.setColor(QPalette::WindowText, stateColor(State::Overloaded, palette()));
    m_text->setPalette(colors);
    if (!result || !result->hasCommands)
        m_text->clear();
    else if (warns && services > 0)
        m_text->setText(tr("Whole table, removes %Ln service(s) that it does not name", nullptr, services));
    else if (warns)
        m_text->setText(tr("Whole table, removes %Ln real server(s) that it does not name", nullptr, servers));
    else
        m_text->setText(isTable ? tr("Taken as the whole table") : tr("Taken as commands for the present table"));
}

void RuleMeaning::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace lvs
