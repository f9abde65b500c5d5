// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "app/dialogs/suggestions.h"
#include "core/model/virtualservice.h"

#include <optional>

namespace lvs {

class FormField;
class PersistenceFields;
class SchedulingFields;
class ServiceKeyFields;

/// Asks for a new virtual service, or for what is to change of an existing one. Deletes itself when closed.
class ServiceDialog : public FormDialog
{
    Q_OBJECT
public:
    ServiceDialog(const KnownObjects &known, QWidget *parent);
    ServiceDialog(const VirtualService &existing, QWidget *parent);

    /// What was entered when it was last acceptable; what has no field is as it was.
    const VirtualService &service() const { return m_service; }

private:
    void start();
    void refresh();
    FormField *fieldOf(const Error &error) const;

    VirtualService m_service;
    const std::optional<VirtualService> m_existing;
    ServiceKeyFields *m_key = nullptr; ///< only for a new service
    SchedulingFields *m_scheduling;
    PersistenceFields *m_persistence;
};

} // namespace lvs
