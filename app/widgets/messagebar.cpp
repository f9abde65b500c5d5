// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/messagebar.h"

#include "app/text/errortext.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace lvs {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_details(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_action(new QPushButton(this))
    , m_choices(new QHBoxLayout)
{
    setObjectName(QStringLiteral("messageBar"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText); // with words of the far side in it
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->hide();
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setAutoRaise(true);
    close->setIcon(themeIcon(QStringLiteral("window-close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_more, 0, 2);
    layout->addWidget(m_action, 0, 3);
    layout->addLayout(m_choices, 0, 4);
    layout->addWidget(close, 0, 5);
    layout->addWidget(m_details, 1, 1, 1, 5);
    layout->setColumnStretch(1, 1);

    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void MessageBar::showMessage(Severity severity, const QString &sentence, const QString &details, const QString &action)
{
    while (QLayoutItem *choice = m_choices->takeAt(0)) {
        choice->widget()->hide();
        choice->widget()->deleteLater(); // it may be the one that was pressed
        delete choice;
    }
    m_severity = severity;
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_more->setVisible(!details.isEmpty());
    m_details->setVisible(m_more->isChecked() && !details.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(details);
    recolor();
    show();
}

void MessageBar::ask(Severity severity, const QString &sentence, const QString &details,
                     const std::vector<Choice> &choices)
{
    showMessage(severity, sentence, details);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            hide();
            act();
        });
        m_choices->addWidget(button);
    }
}

void MessageBar::showError(const Error &error, const QString &action)
{
    showMessage(Severity::Failure, errorSummary(error), errorParagraphs(error), action);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const QColor color = stateColor(state(), palette());
    QColor tint = color;
    tint.setAlphaF(0.11F);
    QPainter painter(this);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, 4, height()), color);
}

/// The tint; what is good to know has one too, so that the bar is seen.
State MessageBar::state() const
{
    return m_severity == Severity::Information ? State::Drained : stateOf(m_severity);
}

void MessageBar::recolor()
{
    m_icon->setPixmap(stateIcon(stateOf(m_severity), palette()).pixmap(16));
    update();
}

} // namespace lvs
