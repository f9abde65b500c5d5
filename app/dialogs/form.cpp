// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/form.h"

#include "app/dialogs/formfield.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace lvs {

namespace {

constexpr auto labelAlignment = Qt::AlignRight | Qt::AlignVCenter;

} // namespace

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(2);
    m_layout->setColumnStretch(1, 1);
}

FormField *Form::add(const QString &label, QWidget *editor, const QString &explanation)
{
    auto *field = new FormField(label, editor, explanation, this);
    const int row = m_layout->rowCount();
    m_layout->addWidget(field->label(), row, 0, labelAlignment);
    m_layout->addWidget(editor, row, 1);
    m_layout->addWidget(field, row + 1, 1);
    m_fields << field;
    return field;
}

void Form::addText(const QString &label, const QString &text)
{
    auto *value = new QLabel(text, this);
    value->setTextFormat(Qt::PlainText);
    value->setAccessibleName(label + u' ' + text);
    const int row = m_layout->rowCount();
    m_layout->addWidget(new QLabel(label, this), row, 0, labelAlignment);
    m_layout->addWidget(value, row, 1);
    m_layout->setRowMinimumHeight(row, 2 * value->fontMetrics().height());
}

int Form::labelWidth() const
{
    int width = 0;
    for (const FormField *field : m_fields)
        width = std::max(width, field->label()->sizeHint().width());
    return width;
}

void Form::setLabelWidth(int width)
{
    m_layout->setColumnMinimumWidth(0, width);
}

} // namespace lvs
