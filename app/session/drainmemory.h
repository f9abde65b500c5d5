// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/objectkey.h"

#include <QHash>
#include <QThreadPool>

#include <optional>

namespace lvs {

/// Weights that servers had before they were drained, by director. Kept in a file of the console, which another thread
/// writes: a person may drain a hundred thousand servers at once.
class DrainMemory
{
public:
    explicit DrainMemory(const QString &directorId);

    /// Keeps the weight of each server that `changes` drain.
    void remember(const ChangePlan &changes);
    std::optional<quint32> weightOf(const ServiceKey &service, const ServerKey &server) const;

private:
    using Weights = QHash<ObjectKey, quint32>;

    /// Nothing if there is no file, or none of this form.
    static Weights readFile(const QString &path);
    static void writeFile(const QString &path, const Weights &weights);

    QString m_path;
    Weights m_weights;
    QThreadPool m_writer; ///< one thread, so that the newest is written last; waits for it in the end
};

} // namespace lvs
