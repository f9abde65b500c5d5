// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace lvs {

/// The lines under a form's field: an explanation in small text and, when the value is refused, the reason.
class FieldNotes : public QWidget
{
    Q_OBJECT
public:
    FieldNotes(const QString &explanation, QWidget *parent);
    void setExplanation(const QString &explanation);
    void setError(const std::optional<Error> &error);

private:
    QLabel *m_explanation;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    QLabel *m_error;
};

/// One column of labelled fields, rarely used ones under "More", below them the ipvsadm command the dialog amounts to,
/// and a primary button with verb and object. A subclass adds fields and calls refreshed() whenever a value changes.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    QSize sizeHint() const override;

protected:
    FormDialog(const QString &title, const QString &action, QWidget *parent);

    enum class Place : quint8 { Main, More };
    /// Labels `editor`, also for assistive technology, and puts its notes below it.
    FieldNotes *addField(const QString &label, QWidget *editor, const QString &explanation, Place place = Place::Main);
    template<class T> static std::optional<Error> errorOf(const Result<T> &result)
    {
        return result ? std::nullopt : std::optional(result.error());
    }
    /// In an address field whatever is wrong means that it is no address.
    static std::optional<Error> addressErrorOf(const Result<IpAddress> &address);
    /// Nobody has touched the field yet: it is only missing, not wrong.
    static bool isPristine(const QLineEdit &edit);
    /// Opens "More", for a dialog whose rare fields are in use.
    void showMore();
    /// Shows the commands, or none and no way to accept while something is wrong.
    void refreshed(bool acceptable, const QStringList &commands);

    bool event(QEvent *event) override;

private:
    QGridLayout *m_main; ///< a QFormLayout would give wrapped notes the height of a guess
    QGridLayout *m_more;
    QWidget *m_moreArea;
    QToolButton *m_moreButton;
    QPlainTextEdit *m_commands;
    QDialogButtonBox *m_buttons;
};

} // namespace lvs
