// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/contextbar.h"

#include "app/models/directorlistmodel.h"
#include "app/text/domaintext.h"
#include "app/text/environmenttext.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace lvs {

ContextBar::ContextBar(Director *director, QWidget *parent)
    : QWidget(parent)
    , m_director(director)
    , m_icon(new QLabel(this))
    , m_name(new QLabel(this))
    , m_environmentLabel(new QLabel(this))
    , m_state(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_owners(new QLabel(this))
    , m_configuration(new QPushButton(tr("Configuration…"), this))
    , m_accessIcon(new QLabel(this))
    , m_access(new QLabel(this))
    , m_edit(new QPushButton(this))
{
    using namespace std::chrono_literals;
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_name->setFont(bold);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setText(directorName(*director));
    m_name->setObjectName(QStringLiteral("directorName"));
    m_state->setObjectName(QStringLiteral("directorState"));
    m_state->setTextFormat(Qt::PlainText);
    m_pace->setObjectName(QStringLiteral("readingPace"));
    m_pace->setTextFormat(Qt::PlainText);
    m_pace->setForegroundRole(QPalette::PlaceholderText);
    m_pace->hide();
    m_owners->setObjectName(QStringLiteral("directorOwners"));
    m_owners->setTextFormat(Qt::PlainText);
    m_owners->hide();
    m_configuration->setObjectName(QStringLiteral("ownersConfiguration"));
    m_configuration->setToolTip(tr("Compare the table with keepalived's configuration"));
    m_configuration->hide();
    m_access->setObjectName(QStringLiteral("directorAccess"));
    m_edit->setObjectName(QStringLiteral("unlockEditing"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_environmentLabel);
    layout->addSpacing(6);
    layout->addWidget(m_state);
    layout->addWidget(m_pace);
    layout->addSpacing(6);
    layout->addWidget(m_owners);
    layout->addWidget(m_configuration);
    layout->addStretch(1);
    layout->addWidget(m_accessIcon);
    layout->addWidget(m_access);
    layout->addWidget(m_edit);

    connect(m_configuration, &QPushButton::clicked, this, &ContextBar::configurationRequested);
    connect(m_edit, &QPushButton::clicked, this, &ContextBar::toggleEditing);
    connect(director, &Director::statusChanged, this, &ContextBar::refresh);
    m_age.setInterval(1s);
    connect(&m_age, &QTimer::timeout, this, &ContextBar::refresh);
    m_age.start();
    refresh();
    layout->addStrut(m_edit->sizeHint().height()); // the same with and without the button
}

void ContextBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void ContextBar::paintEvent(QPaintEvent *)
{
    if (const QColor stripe = environmentColor(m_environment, palette()); stripe.isValid())
        QPainter(this).fillRect(QRect(0, 0, width(), 4), stripe);
}

void ContextBar::setEnvironment(Environment environment)
{
    m_environment = environment;
    refresh();
}

void ContextBar::setOwners(const QString &text, const QString &explanation, bool isConfigured)
{
    m_owners->setText(text);
    m_owners->setToolTip(explanation);
    m_owners->setVisible(!text.isEmpty());
    m_configuration->setVisible(isConfigured);
    refresh();
}

void ContextBar::setPace(const QString &text, const QString &explanation)
{
    m_pace->setText(text);
    m_pace->setToolTip(explanation);
    m_pace->setAccessibleDescription(explanation);
    m_pace->setVisible(!text.isEmpty());
}

void ContextBar::toggleEditing()
{
    if (m_director->status().access == Access::Editable)
        m_director->lock();
    else
        m_director->unlock();
}

void ContextBar::refresh()
{
    const DirectorStatus status = m_director->status();
    m_environmentLabel->setText(environmentText(m_environment));
    m_environmentLabel->setVisible(m_environment != Environment::Unmarked);
    if (const QColor stripe = environmentColor(m_environment, palette()); stripe.isValid()) {
        QPalette environmentColors = palette();
        environmentColors.setColor(QPalette::WindowText, stripe);
        m_environmentLabel->setPalette(environmentColors);
    }
    update();
    m_icon->setPixmap(linkIcon(status.link, palette()).pixmap(16));
    m_state->setText(directorStateText(status));
    QPalette stateColors = palette();
    stateColors.setColor(QPalette::WindowText, stateColor(stateOf(status.link), palette()));
    m_state->setPalette(stateColors);
    QPalette ownerColors = palette();
    ownerColors.setColor(QPalette::WindowText, stateColor(State::Foreign, palette()));
    m_owners->setPalette(ownerColors);

    const bool editable = status.access == Access::Editable;
    m_accessIcon->setPixmap(
        themeIcon(editable ? QStringLiteral("object-unlocked") : QStringLiteral("object-locked")).pixmap(16));
    m_access->setText(editable ? tr("editing") : tr("read-only"));
    m_access->setToolTip(!editable && status.error ? errorParagraphs(*status.error) : QString());
    m_edit->setVisible(status.access != Access::ReadOnly && (editable || isConnected(status.link)));
    m_edit->setText(editable ? tr("Lock editing") : tr("Unlock editing"));
    m_edit->setToolTip(editable ? tr("Make this director read-only in this window")
                                : tr("Allow drafting changes. Nothing happens on the director before you apply them."));
}

} // namespace lvs
