// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/arrangedservices.h"

#include <algorithm>
#include <optional>

namespace lvs {

/// What of one parent is shown, and where. Rows are those of the model below.
struct ArrangedServices::List {
    int row = -1;                             ///< the service's; -1 for the list of services
    std::vector<int> shown{};                 ///< in the order shown
    std::vector<int> places{};                ///< the inverse: -1 for a row that is not shown
    std::optional<std::vector<int>> wanted{}; ///< what is to be shown, found by the arrangement under way
    bool serviceMatches = false;              ///< the service is to be shown
    bool isStale = true;                      ///< to be arranged anew

    void setShown(std::vector<int> rows)
    {
        shown = std::move(rows);
        number();
    }
    void number()
    {
        std::ranges::fill(places, -1);
        for (std::size_t place = 0; place < shown.size(); ++place)
            places[std::size_t(shown[place])] = int(place);
    }
    /// `count` rows have come at `first`; they are not shown yet.
    void insert(int first, int count)
    {
        const auto shift = [=](std::vector<int> &rows) {
            for (int &each : rows)
                each += each >= first ? count : 0;
        };
        shift(shown);
        if (wanted)
            shift(*wanted);
        places.insert(places.begin() + first, std::size_t(count), -1);
        isStale = true;
    }
    /// These rows have gone; they were hidden before.
    void remove(int first, int last)
    {
        const auto shift = [=](std::vector<int> &rows) {
            for (int &each : rows)
                each -= each > last ? last - first + 1 : 0;
        };
        shift(shown);
        if (wanted) {
            std::erase_if(*wanted, [=](int each) { return each >= first && each <= last; });
            shift(*wanted);
        }
        places.erase(places.begin() + first, places.begin() + last + 1);
        isStale = true;
    }
};

} // namespace lvs
