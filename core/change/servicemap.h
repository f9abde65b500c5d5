// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <unordered_map>
#include <utility>

namespace lvs {

/// Something for each of many services. Plans speak of one service many times in a row, so the last answer is kept:
/// asking again costs a comparison.
template<class T> class ServiceMap
{
public:
    ServiceMap() = default;
    ServiceMap(ServiceMap &&other) noexcept
        : m_map(std::move(other.m_map))
    {
        other.m_last = nullptr;
    }
    ServiceMap &operator=(ServiceMap &&other) noexcept
    {
        m_map = std::move(other.m_map);
        m_last = other.m_last = nullptr;
        return *this;
    }

    /// nullptr if there is nothing; valid until it is removed.
    const T *find(const ServiceKey &key) const
    {
        if (!m_last || m_last->first != key) {
            const auto found = m_map.find(key);
            m_last = found == m_map.end() ? nullptr : &*found;
        }
        return m_last ? &m_last->second : nullptr;
    }
    T *find(const ServiceKey &key) { return const_cast<T *>(std::as_const(*this).find(key)); }
    bool contains(const ServiceKey &key) const { return find(key); }
    /// Makes one if there is none.
    T &operator[](const ServiceKey &key)
    {
        if (T *present = find(key))
            return *present;
        auto &made = *m_map.try_emplace(key).first;
        m_last = &made;
        return made.second;
    }
    void remove(const ServiceKey &key)
    {
        m_last = nullptr;
        m_map.erase(key);
    }
    auto begin() const { return m_map.cbegin(); }
    auto end() const { return m_map.cend(); }

private:
    struct Hash {
        std::size_t operator()(const ServiceKey &key) const noexcept { return qHash(key); }
    };
    using Map = std::unordered_map<ServiceKey, T, Hash>;

    Map m_map;
    mutable const typename Map::value_type *m_last = nullptr;
};

} // namespace lvs
