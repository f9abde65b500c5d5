// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace lvs {

/// The abbreviations and schedulers that the program speaks of, with what they mean.
class TermsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TermsDialog(QWidget *parent);

    /// Beside the window of `asking`, which can be worked with meanwhile; at the first term that belongs to what has
    /// the focus there.
    static void showFor(QWidget *asking);
    /// Goes to the row of a term; to the first one if it has none.
    void select(const QString &term);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void search(const QString &text);
    void explain();

    QLineEdit *m_search;
    QSortFilterProxyModel *m_rows;
    QTreeView *m_view;
    QLabel *m_meaning;
};

} // namespace lvs
