// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filterquery.h"

#include <QWidget>

class QLabel;

namespace lvs {

class FilterEdit;

/// The line in which a filter is written, how much it lets through, and below it what is wrong with it.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    /// `example` stands in the empty line.
    FilterBar(std::vector<FilterKey> keys, const QString &example, QWidget *parent = nullptr);

    FilterEdit *edit() const { return m_edit; }
    /// Puts the cursor into the line and selects what is there.
    void focusEdit();
    /// "3 of 40 services …"; shown while there is a filter.
    void setCounts(const QString &counts);

Q_SIGNALS:
    void filterChanged(const QString &text);
    /// The person goes back to the table; to its first row with Return or Down.
    void left();
    void entered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshError();
    QString sentence(const FilterTerm &term) const;

    FilterEdit *m_edit;
    QLabel *m_counts;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    QLabel *m_error;
};

} // namespace lvs
