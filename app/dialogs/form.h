// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace lvs {

class FormField;

/// One column of labelled fields.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent);

    FormField *add(const QString &label, QWidget *editor, const QString &explanation = {});
    /// A line that only says something, such as what is edited.
    void addText(const QString &label, const QString &text);
    const QList<FormField *> &fields() const { return m_fields; }

    /// Width of the column of labels, to keep several forms in line.
    int labelWidth() const;
    void setLabelWidth(int width);

private:
    QGridLayout *m_layout; ///< a QFormLayout would give wrapped notes the height of a guess
    QList<FormField *> m_fields;
};

} // namespace lvs
