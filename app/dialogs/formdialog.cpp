// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/formdialog.h"

#include "app/text/errortext.h"
#include "app/theme/icons.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

FieldNotes::FieldNotes(const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_explanation(new QLabel(explanation, this))
    , m_errorRow(new QWidget(this))
    , m_errorIcon(new QLabel(m_errorRow))
    , m_error(new QLabel(m_errorRow))
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_explanation->setFont(small);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setVisible(!explanation.isEmpty());
    m_error->setFont(small);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("fieldError"));

    auto *errorLayout = new QHBoxLayout(m_errorRow);
    errorLayout->setContentsMargins(0, 0, 0, 0);
    errorLayout->setSpacing(4);
    errorLayout->addWidget(m_errorIcon, 0, Qt::AlignTop);
    errorLayout->addWidget(m_error, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(m_explanation);
    layout->addWidget(m_errorRow);
    m_errorRow->hide();
}

void FieldNotes::setExplanation(const QString &explanation)
{
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void FieldNotes::setError(const std::optional<Error> &error)
{
    m_errorRow->setVisible(error.has_value());
    if (!error)
        return;
    m_error->setText(errorSummary(*error));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    m_error->setPalette(colors);
    m_errorIcon->setPixmap(stateIcon(State::Unreachable, colors).pixmap(14));
}

FormDialog::FormDialog(const QString &title, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_main(new QGridLayout)
    , m_more(new QGridLayout)
    , m_moreArea(new QWidget(this))
    , m_moreButton(new QToolButton(this))
    , m_commands(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    QPushButton *accept = m_buttons->addButton(action, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    accept->setObjectName(QStringLiteral("accept"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    for (QGridLayout *form : {m_main, m_more}) {
        form->setContentsMargins(0, 0, 0, 0);
        form->setHorizontalSpacing(8);
        form->setVerticalSpacing(2);
        form->setColumnStretch(1, 1);
    }
    m_moreArea->setLayout(m_more);
    m_moreArea->hide();
    m_moreButton->setText(tr("More"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setToolTip(tr("Show the fields that are needed rarely"));
    m_moreButton->hide();
    connect(m_moreButton, &QToolButton::toggled, this, [this](bool shown) {
        m_moreButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_moreArea->setVisible(shown);
    });

    m_commands->setObjectName(QStringLiteral("dialogCommands"));
    m_commands->setAccessibleName(tr("The same as a command"));
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setFixedHeight(3 * m_commands->fontMetrics().lineSpacing() + 12);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(m_main);
    layout->addWidget(m_moreButton);
    layout->addWidget(m_moreArea);
    layout->addStretch(1);
    layout->addWidget(m_commands);
    layout->addWidget(m_buttons);
    setMinimumWidth(520);
}

FieldNotes *FormDialog::addField(const QString &label, QWidget *editor, const QString &explanation, Place place)
{
    QGridLayout *form = place == Place::Main ? m_main : m_more;
    if (place == Place::More)
        m_moreButton->show();
    editor->setAccessibleName(label);
    editor->setAccessibleDescription(explanation);
    auto *labelWidget = new QLabel(label, this);
    labelWidget->setBuddy(editor);
    auto *notes = new FieldNotes(explanation, this);
    const int row = form->rowCount();
    form->addWidget(labelWidget, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    form->addWidget(editor, row, 1);
    form->addWidget(notes, row + 1, 1);
    return notes;
}

std::optional<Error> FormDialog::addressErrorOf(const Result<IpAddress> &address)
{
    std::optional<Error> error = errorOf(address);
    if (error && error->code != ErrorCode::Empty)
        error->code = ErrorCode::BadAddress;
    return error;
}

bool FormDialog::isPristine(const QLineEdit &edit)
{
    return edit.text().isEmpty() && !edit.isModified();
}

void FormDialog::showMore()
{
    m_moreButton->setChecked(true);
}

QSize FormDialog::sizeHint() const
{
    // The notes wrap less in the width the dialog really gets.
    const int width = std::max(minimumWidth(), QDialog::sizeHint().width());
    return {width, layout()->totalHeightForWidth(width)};
}

bool FormDialog::event(QEvent *event)
{
    const bool recognized = QDialog::event(event);
    // A sentence that comes, grows or wraps anew makes the dialog higher; layouts alone leave a window's height.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return recognized;
}

void FormDialog::refreshed(bool acceptable, const QStringList &commands)
{
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(acceptable);
    }
    m_commands->setPlainText(acceptable ? commands.join(u'\n') : QString());
}

} // namespace lvs
