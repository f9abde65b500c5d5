// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/treeview.h"
#include "core/traffic/trafficsource.h"

namespace lvs {

/// A short list whose rows lead to what they are about (aboutRole of rowtable.h): with Enter, or a double click.
class LeadingTable : public TreeView
{
    Q_OBJECT
public:
    /// `name` is for assistive technology; `rows` are to be in sight at least. The model is not owned.
    LeadingTable(QAbstractItemModel *model, const QString &name, int rows, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    void sourceActivated(const lvs::TrafficSource &source);

private:
    int m_rows;
};

} // namespace lvs
