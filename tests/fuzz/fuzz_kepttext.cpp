// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/kepttext.h"

#include <cstdlib>

using namespace lvs;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Any bytes are read as kept set-ups; what is understood is good, and is read back as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const KeptText text = readKeptText(bytes);
    for (const qsizetype line : text.faultyLines)
        check(line > 0 && line <= bytes.count('\n') + 1);
    for (const KeptSetup &setup : text.setups)
        check(validate(setup).has_value());
    const KeptText again = readKeptText(keptText(text.setups));
    check(again.faultyLines.empty() && again.incomplete.empty());
    check(again.setups == text.setups);
    return 0;
}
