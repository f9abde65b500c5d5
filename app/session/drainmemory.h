// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QString>

#include <optional>

namespace lvs {

/// Weights that servers had before they were drained, kept in the console's settings, by director.
class DrainMemory
{
public:
    explicit DrainMemory(const QString &directorId);

    /// Keeps the weight of each server that `changes` drain.
    void remember(const ChangePlan &changes);
    std::optional<quint32> weightOf(const ServiceKey &service, const ServerKey &server) const;

private:
    QString settingsKey(const ServiceKey &service, const ServerKey &server) const;
    QString m_group;
};

} // namespace lvs
