// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QDoubleSpinBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace lvs {

/// The methods beside each other, and what to think of when choosing one.
class MethodsPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit MethodsPanel(QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addTable(QVBoxLayout *layout);
    void addAdvice(QVBoxLayout *layout);
    void addCalculator(QVBoxLayout *layout);
    void fitRows();
    void calculate();

    QTableWidget *m_table;
    QDoubleSpinBox *m_betweenFailures;
    QDoubleSpinBox *m_toRepair;
    QLabel *m_availability;
};

} // namespace lvs
