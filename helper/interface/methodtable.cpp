// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/methodtable.h"

#include <algorithm>

namespace lvs::bus {

const Method *Service::method(QStringView method) const
{
    const auto row = std::ranges::find_if(methods, [method](const Method &known) { return known.name == method; });
    return row == methods.end() ? nullptr : &*row;
}

} // namespace lvs::bus
