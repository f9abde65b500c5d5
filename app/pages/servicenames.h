// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>

namespace lvs {

class Annotations;
class ServiceActions;
class ServicesView;

/// What a person does with names and notes on the Services page: give them, and take them to and from a file.
class ServiceNames : public QObject
{
    Q_OBJECT
public:
    /// None is owned; `view` is the parent. The actions work while `page` is shown, also when the view is not because
    /// its table is empty.
    ServiceNames(Annotations *annotations, ServiceActions *actions, ServicesView *view, const QWidget *page);

Q_SIGNALS:
    /// Something was kept, written or read, or why it could not be.
    void done(const lvs::Result<void> &result);

private:
    void annotate();
    void exportNames();
    void importNames();

    Annotations *m_annotations;
    ServicesView *m_view;
};

} // namespace lvs
