// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/draintext.h"

#include <QMessageBox>

namespace lvs {

/// Says what is still on servers that are about to be removed, and what happens to it. Deletes itself when closed.
class RemovalQuestion : public QMessageBox
{
    Q_OBJECT
public:
    /// The director, for its sysctls, is not owned. `what` names what goes: a server, or how many objects.
    RemovalQuestion(Director *director, const QString &what, const Holdings &holdings, QWidget *parent);

Q_SIGNALS:
    void drainWanted();
    void removalWanted();
};

} // namespace lvs
