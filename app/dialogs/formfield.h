// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"
#include "core/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace lvs {

/// One field of a form: its label, its editor, and below the editor an explanation in small text and what is to be
/// said about the value: why it is refused, or what to beware of. Assistive technology hears all of it with the editor.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// `label` may hold a mnemonic; without it it is the editor's accessible name.
    FormField(const QString &label, QWidget *editor, const QString &explanation, QWidget *parent);

    QLabel *label() const { return m_label; }
    QWidget *editor() const { return m_editor; }

    void setExplanation(const QString &explanation);
    /// Takes the warnings away, too: they are about values that are accepted.
    void setError(const std::optional<Error> &error);
    void addWarning(const QString &sentence);
    bool hasError() const { return m_hasError; }

    /// A field that does not apply is not shown; it keeps its value.
    void setShown(bool shown);
    bool isShown() const { return m_shown; }

private:
    /// An icon and a sentence in the colour of a state.
    struct Remark {
        QWidget *row;
        QLabel *icon;
        QLabel *text;
    };
    Remark makeRemark(const QString &name);
    void show(const Remark &remark, State state, const QString &text);
    void describe();

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_explanation;
    Remark m_error;
    Remark m_warning;
    bool m_hasError = false;
    bool m_shown = true;
};

/// Nobody has touched the field yet: it is only missing, not wrong.
bool isPristine(const QLineEdit &edit);

/// What is wrong with a value, if anything.
template<class T> std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace lvs
