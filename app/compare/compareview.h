// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/comparerows.h"
#include "app/compare/comparesource.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace lvs {

class CompareModel;
class Comparer;
class SessionList;
class SourceBox;

/// Two states beside each other, object by object and field by field; what differs can be taken over in either
/// direction.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    /// `own` is the director of the page; nothing is owned.
    CompareView(Comparer *comparer, DirectorSession *own, SessionList *others, QWidget *parent = nullptr);

    SourceBox *box(Side side) const { return m_boxes[std::size_t(side)]; }
    QTreeView *view() const { return m_view; }
    /// Why a side can't be changed; empty if it can.
    void setObstacle(Side side, const QString &reason);
    void focusSearch();

Q_SIGNALS:
    /// The person wants the parts of `target` to become as they are on the other side.
    void takeOverRequested(const std::vector<lvs::ComparedPart> &parts, lvs::Side target);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeBottom();
    void takeOver(Side target);
    std::vector<ComparedPart> selectedParts() const;
    void filter();
    void show(const std::shared_ptr<const CompareRows> &rows);
    void refreshActions();
    void refreshSummary();

    Comparer *m_comparer;
    CompareModel *m_model;
    std::array<SourceBox *, 2> m_boxes;
    QLineEdit *m_search;
    QCheckBox *m_onlyDifferences;
    QTreeView *m_view;
    QLabel *m_summary;
    std::array<QAction *, 2> m_take{};
    std::array<QString, 2> m_obstacles;
    quint64 m_job = 0;
};

} // namespace lvs
