// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/formdialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/commandstext.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
const QString acceptName = QStringLiteral("accept");

} // namespace

FormDialog::FormDialog(const QString &title, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_scroll(new QScrollArea(this))
    , m_form(new Form(this))
    , m_more(new Form(this))
    , m_moreButton(new QToolButton(this))
    , m_commands(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    QPushButton *accept = m_buttons->addButton(action, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    accept->setObjectName(acceptName);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_more->hide();
    m_moreButton->setText(tr("M&ore"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setToolTip(tr("Show the fields that are needed rarely"));
    m_moreButton->hide();
    connect(m_moreButton, &QToolButton::toggled, this, [this](bool shown) {
        m_moreButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_more->setVisible(shown);
    });

    m_commands->setObjectName(QStringLiteral("dialogCommands"));
    m_commands->setAccessibleName(tr("The same as a command"));
    m_commands->setReadOnly(true);
    m_commands->setPlaceholderText(tr("The command, as soon as everything is entered."));
    m_commands->setTabChangesFocus(true);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setFixedHeight(3 * m_commands->fontMetrics().lineSpacing() + 12);

    auto *fields = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(margin, margin, margin, 0);
    column->setSpacing(spacing);
    column->addWidget(m_form);
    column->addWidget(m_moreButton);
    column->addWidget(m_more);
    column->addStretch(1);
    fields->installEventFilter(this); // its requests for another layout end at the scroll area
    m_scroll->setWidget(fields);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *result = new QVBoxLayout;
    result->setContentsMargins(margin, 0, margin, 12);
    result->setSpacing(spacing);
    result->addWidget(m_commands);
    result->addWidget(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(spacing);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(result);
    setMinimumWidth(600);
}

void FormDialog::showMore()
{
    m_moreButton->setChecked(true);
}

int FormDialog::heightFor(int width) const
{
    constexpr int windowFrame = 60;
    const QSize rest = layout()->itemAt(1)->sizeHint();
    const int height = m_scroll->widget()->heightForWidth(width) + spacing + rest.height();
    return std::min(height, screen()->availableSize().height() - windowFrame);
}

QSize FormDialog::sizeHint() const
{
    // The notes wrap less in the width the dialog really gets.
    const int width = std::max(minimumWidth(), QDialog::sizeHint().width());
    return {width, heightFor(width)};
}

bool FormDialog::event(QEvent *event)
{
    const bool recognized = QDialog::event(event);
    // A sentence that comes, grows or wraps anew makes the dialog higher; layouts alone leave a window's height.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(heightFor(width()));
    return recognized;
}

bool FormDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest)
        setMinimumHeight(heightFor(width()));
    return QDialog::eventFilter(watched, event);
}

void FormDialog::showEvent(QShowEvent *event)
{
    const int labelWidth = std::max(m_form->labelWidth(), m_more->labelWidth());
    m_form->setLabelWidth(labelWidth);
    m_more->setLabelWidth(labelWidth);
    setTabOrder();
    QDialog::showEvent(event);
}

void FormDialog::setTabOrder() const
{
    QWidgetList order;
    for (const FormField *field : m_form->fields())
        order << field->editor();
    order << m_moreButton;
    for (const FormField *field : m_more->fields())
        order << field->editor();
    order << m_commands;
    for (QAbstractButton *button : m_buttons->buttons())
        order << button;
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

QAbstractButton *FormDialog::acceptButton() const
{
    return m_buttons->findChild<QAbstractButton *>(acceptName);
}

void FormDialog::setAction(const QString &action)
{
    acceptButton()->setText(action);
}

void FormDialog::refreshed(bool acceptable, const QStringList &commands)
{
    m_moreButton->setVisible(std::ranges::any_of(m_more->fields(), &FormField::isShown));
    if (std::ranges::any_of(m_more->fields(), &FormField::hasError)) // not to be missed
        showMore();
    acceptButton()->setEnabled(acceptable);
    m_commands->setPlainText(acceptable ? commands.join(u'\n') : QString());
}

void FormDialog::refreshed(const ChangePlan &plan)
{
    refreshed(!plan.isEmpty(), commandsPreview(plan));
}

} // namespace lvs
