// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/editor/rulechecker.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QTreeView;

namespace lvs {

/// What a check found, line by line.
class ProblemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Text };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const CheckedRules> result);
    const Problem &problem(int row) const { return m_result->problems[std::size_t(row)]; }
    void setPalette(const QPalette &palette) { m_palette = palette; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const CheckedRules> m_result;
    QPalette m_palette;
};

/// The problems of a text as a list, below how many there are.
class ProblemList : public QWidget
{
    Q_OBJECT
public:
    /// `checker` is not owned.
    explicit ProblemList(RuleChecker *checker, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    /// The person wants to see the place.
    void chosen(const lvs::Problem &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    RuleChecker *m_checker;
    ProblemModel *m_model;
    QLabel *m_icon;
    QLabel *m_summary;
    QTreeView *m_view;
};

} // namespace lvs
