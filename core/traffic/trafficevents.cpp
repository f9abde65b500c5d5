// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/trafficevents.h"

#include <algorithm>
#include <cstdlib>

namespace lvs {

namespace {

bool drains(const Operation &operation)
{
    const auto *edit = std::get_if<EditServer>(&operation);
    return edit && edit->after.isDrained() && !edit->before.isDrained();
}

} // namespace

void TrafficEvents::add(const TrafficEvent &event)
{
    for (auto earlier = m_events.rbegin(); earlier != m_events.rend() && std::abs(event.at - earlier->at) < apart;
         ++earlier) {
        if (earlier->kind == event.kind) {
            earlier->count += event.count;
            return;
        }
    }
    m_events.push_back(event);
    if (m_events.size() > most)
        m_events.pop_front();
}

void TrafficEvents::rewind(qint64 at)
{
    std::erase_if(m_events, [at](const TrafficEvent &event) { return event.at > at; });
}

void TrafficEvents::addPlan(const ChangePlan &plan, TrafficEvent::Kind kind, qint64 at)
{
    if (plan.isEmpty())
        return;
    const auto sourceOf = [](const Operation &operation) { return TrafficSource{objectOf(operation)}; };
    add({.at = at,
         .kind = kind,
         .count = qsizetype(plan.operations.size()),
         .first = sourceOf(plan.operations.front())});
    const auto drained = std::ranges::count_if(plan.operations, drains);
    if (drained > 0)
        add({.at = at,
             .kind = TrafficEvent::Kind::Drained,
             .count = drained,
             .first = sourceOf(*std::ranges::find_if(plan.operations, drains))});
}

} // namespace lvs
