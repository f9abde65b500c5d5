// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAbstractButton;
class QDialogButtonBox;
class QPlainTextEdit;
class QScrollArea;
class QToolButton;

namespace lvs {

class Form;
struct ChangePlan;

/// One column of labelled fields, rarely used ones under "More", below them the command the dialog amounts to,
/// and a primary button with verb and object. A subclass adds fields and calls refreshed() whenever a value changes.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    QSize sizeHint() const override;

protected:
    FormDialog(const QString &title, const QString &action, QWidget *parent);

    Form *form() const { return m_form; }
    /// What is needed rarely; hidden until asked for.
    Form *more() const { return m_more; }
    /// Opens "More", for a dialog whose rare fields are in use.
    void showMore();
    /// What the primary button does: verb and object.
    void setAction(const QString &action);
    /// Shows the commands, or none and no way to accept while something is wrong.
    void refreshed(bool acceptable, const QStringList &commands);
    /// The same for a plan, which may be long: the first commands, and how many changes there are beside them.
    void refreshed(const ChangePlan &plan);

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QAbstractButton *acceptButton() const;
    /// Height in which nothing has to be scrolled, or what the screen has.
    int heightFor(int width) const;
    void setTabOrder() const;

    QScrollArea *m_scroll;
    Form *m_form;
    Form *m_more;
    QToolButton *m_moreButton;
    QPlainTextEdit *m_commands;
    QDialogButtonBox *m_buttons;
};

} // namespace lvs
