// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/treeview.h"

namespace lvs {

class TopologyModel;
struct DiagramContent;

/// The diagram of a topology as a table. Cards are called by TopologyNode::id.
class TopologyTable : public TreeView
{
    Q_OBJECT
public:
    explicit TopologyTable(QWidget *parent = nullptr);

    void setContent(const DiagramContent &content);
    /// Does nothing for a card that there is not.
    void setCurrent(const QString &id);

Q_SIGNALS:
    void cardChosen(const QString &id);
    /// Enter or a double click.
    void cardActivated(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    TopologyModel *m_model;
};

} // namespace lvs
