// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/changeplan.h"

namespace lvs {

/// Asks for a typed word before the removal of every service is drafted. Deletes itself when closed.
class ClearDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `director` is its name for people, with its environment.
    ClearDialog(const QString &director, const IpvsTable &table, QWidget *parent);
};

} // namespace lvs
