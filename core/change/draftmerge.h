// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/hostobject.h"
#include "core/change/objectkey.h"
#include "core/change/servicemap.h"

#include <QHash>

namespace lvs {

/// Merges changes into a plan so that each object is touched once. Operations are found by their object and by their
/// service, so that merging costs the same in a long plan as in a short one.
class DraftMerge
{
public:
    explicit DraftMerge(const ChangePlan &plan);

    Result<void> add(const Operation &operation);
    /// Drops the operation at an index of the plan given, with what depends on it.
    void drop(std::size_t index);
    /// The merge is of no use afterwards.
    ChangePlan plan() &&;

private:
    Result<void> merge(const AddService &op);
    Result<void> merge(const EditService &op);
    Result<void> merge(const RemoveService &op);
    Result<void> merge(const AddServer &op);
    Result<void> merge(const EditServer &op);
    Result<void> merge(const RemoveServer &op);
    Result<void> merge(const ZeroCounters &op);
    Result<void> merge(const ClearTable &op);
    Result<void> merge(const SetTimeouts &op);
    Result<void> merge(const StartSyncDaemon &op);
    Result<void> merge(const StopSyncDaemon &op);
    Result<void> merge(const HostOperation auto &op);

    /// What is drafted for an object, if it is of this kind; valid until the next change.
    template<class Op> const Op *drafted(const ObjectKey &object) const;
    bool isZeroed(const std::optional<ServiceKey> &service) const;
    bool isDrafted(const ObjectKey &object) const { return m_index.contains(object); }
    /// Whether the service will be gone, so that nothing can be done to it or its servers.
    bool isRemoved(const ServiceKey &service) const;

    Result<void> mergeHost(const Operation &operation);
    /// Drops what is drafted for an interface that will not be there.
    void dropDependents(const HostTunnel &tunnel);

    void append(const Operation &operation);
    void replace(const ObjectKey &object, const Operation &operation);
    void drop(const ObjectKey &object);
    /// The servers of a service as the kernel has them, from a list that may show what is drafted for them.
    std::vector<RealServer> undrafted(const std::vector<RealServer> &servers, const ServiceKey &service) const;
    /// The operations on the servers of a service, and on its counters.
    std::vector<std::size_t> dependentsOf(const ServiceKey &service) const;
    /// Drops what is drafted for the servers of a service, and its zeroing.
    void dropDependents(const ServiceKey &service);
    template<class Op> void dropIf(auto &&predicate);

    std::vector<std::optional<Operation>> m_operations;
    QHash<ObjectKey, std::size_t> m_index; ///< of operations on one service or server, except ZeroCounters
    /// Of operations on the servers of each service, and on its counters; also such as were dropped since.
    ServiceMap<std::vector<std::size_t>> m_dependents;
    QHash<HostObject, std::size_t> m_host; ///< of operations on the machine
    std::optional<std::size_t> m_zeroing;  ///< of all counters
    bool m_clears = false;
};

} // namespace lvs
