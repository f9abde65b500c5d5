// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/questiondialog.h"

#include "app/directors/loginprompter.h"
#include "app/text/environmenttext.h"
#include "app/theme/icons.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lvs {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuestionDialog::QuestionDialog(const QString &subject, const Asker &asker, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_sentence(plainLabel({}, this))
    , m_fields(new QFormLayout)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_accept(m_buttons->addButton(action, QDialogButtonBox::AcceptRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 – %2", "question – director").arg(subject, directorText(asker.hostName, asker.environment)));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_accept->setDefault(true);
    m_accept->setObjectName(QStringLiteral("accept"));

    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setVerticalSpacing(8);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addLayout(m_fields);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    setMinimumWidth(480);
}

void QuestionDialog::setSentence(const QString &text)
{
    m_sentence->setText(text);
    setAccessibleDescription(text);
}

void QuestionDialog::addField(const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    m_fields->addRow(label, field);
}

void QuestionDialog::addValue(const QString &label, const QString &value, bool monospaced)
{
    QLabel *text = plainLabel(value, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (monospaced)
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addField(label, text);
    text->setAccessibleName(label + u' ' + value);
}

QLineEdit *QuestionDialog::addSecret(const QString &label)
{
    auto *edit = new QLineEdit(this);
    edit->setEchoMode(QLineEdit::Password);
    edit->setObjectName(QStringLiteral("secret"));
    addField(label, edit);
    edit->setFocus();
    return edit;
}

void QuestionDialog::addExplanation(const QString &text)
{
    QLabel *label = plainLabel(text, this);
    QFont small = label->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    label->setFont(small);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_fields->addRow(QString(), label);
}

void QuestionDialog::addWarning(const QString &text)
{
    auto *row = new QHBoxLayout;
    auto *icon = new QLabel(this);
    icon->setPixmap(stateIcon(State::Unreachable, palette()).pixmap(16));
    QLabel *label = plainLabel(text, this);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    label->setPalette(colors);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop); // beside the icon, whatever height the form gives the row
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_fields->addRow(QString(), row);
}

QPushButton *QuestionDialog::cancelButton() const
{
    return m_buttons->button(QDialogButtonBox::Cancel);
}

} // namespace lvs
