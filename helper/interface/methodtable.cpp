// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/methodtable.h"

#include <algorithm>

namespace lvs::bus {

const Method *methodNamed(QStringView name)
{
    const auto row = std::ranges::find_if(methodTable, [name](const Method &method) { return method.name == name; });
    return row == std::end(methodTable) ? nullptr : row;
}

} // namespace lvs::bus
