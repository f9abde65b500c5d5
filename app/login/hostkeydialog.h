// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/login/questiondialog.h"

namespace lvs {

struct HostKeyQuestion;

/// Shows the key of a host that was never seen and asks whether it is the right one.
class HostKeyDialog : public QuestionDialog
{
    Q_OBJECT
public:
    HostKeyDialog(const Asker &asker, const HostKeyQuestion &question, QWidget *parent);
};

} // namespace lvs
