// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lvs {

struct Asker;

/// A question about one director: its name in the title, a sentence, labelled fields, what the answer means, and a
/// button with the verb. Texts that come from the far side are shown as plain text.
class QuestionDialog : public QDialog
{
    Q_OBJECT
protected:
    /// `subject` is the beginning of the title, before the director.
    QuestionDialog(const QString &subject, const Asker &asker, const QString &action, QWidget *parent);

    void setSentence(const QString &text);
    void addField(const QString &label, QWidget *field);
    /// A value to compare or copy, selectable.
    void addValue(const QString &label, const QString &value, bool monospaced = false);
    QLineEdit *addSecret(const QString &label);
    /// Small text below the fields.
    void addExplanation(const QString &text);
    /// A warning below the sentence.
    void addWarning(const QString &text);
    QPushButton *acceptButton() const { return m_accept; }
    QPushButton *cancelButton() const;

private:
    QLabel *m_sentence;
    QFormLayout *m_fields;
    QDialogButtonBox *m_buttons;
    QPushButton *m_accept;
};

} // namespace lvs
