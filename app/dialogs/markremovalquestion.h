// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

#include <QMessageBox>

namespace lvs {

/// Asks whether the rules that lead to services go with them. Deletes itself when closed.
class MarkRemovalQuestion : public QMessageBox
{
    Q_OBJECT
public:
    MarkRemovalQuestion(const std::vector<MarkRule> &rules, QWidget *parent);

Q_SIGNALS:
    /// The services are to be removed, with the rules or without.
    void answered(bool withRules);
};

} // namespace lvs
