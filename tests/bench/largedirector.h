// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/largetable.h"
#include "tests/support/fakedirector.h"

#include <random>
#include <thread>

namespace lvs::bench {

/// Answers every reading with the large table and new figures, made on another thread.
class LargeDirector : public test::FakeDirector
{
public:
    QFuture<Result<Snapshot>> read(const Interest &interest) override;
    QFuture<Result<Timeouts>> readTimeouts() override { return QtFuture::makeReadyValueFuture(Result<Timeouts>({})); }
    QFuture<Result<std::vector<SyncDaemon>>> readSyncDaemons() override
    {
        return QtFuture::makeReadyValueFuture(Result<std::vector<SyncDaemon>>({}));
    }
    /// From now on `edits` servers have another weight and as many are missing.
    void editByOthers(quint32 edits) { m_edits = edits; }
    /// From now on every tenth server has another weight.
    void changeTenth() { ++m_generation; }

private:
    Snapshot reading(const Interest &interest, quint32 edits, quint32 generation);
    /// Nothing if others have removed it.
    std::optional<ServerState> stateOf(RealServer server, quint32 number, quint32 edits, quint32 generation);
    Traffic traffic();

    const ChangePlan m_table = largeTable();
    std::mt19937 m_random; ///< used by one reading at a time
    std::uniform_int_distribution<quint32> m_figure{0, 100'000};
    quint32 m_edits = 0;
    quint32 m_generation = 0;
    std::mutex m_oneReading;
    std::vector<std::jthread> m_readings;
};

} // namespace lvs::bench
