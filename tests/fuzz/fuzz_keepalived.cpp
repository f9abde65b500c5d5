// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/drift.h"
#include "core/keepalived/exporttext.h"

#include <cstdlib>

using namespace lvs;
using namespace lvs::keepalived;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Any bytes are read as a configuration; every place lies in the text, nothing differs from what it makes, and what
/// can be exported is read back as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::vector<ConfigFile> files{ConfigFile::fromBytes(QStringLiteral("keepalived.conf"), bytes)};
    check(files.front().bytes() == bytes);
    const Configuration config = readConfiguration(files, {.objects = 2000});
    for (const ConfigNote &note : config.notes) {
        check(note.file == 0 && note.span.start >= 0 && note.span.length >= 0);
        check(note.span.start + note.span.length <= files.front().text.size());
    }
    const IpvsTable table = config.table();
    check(driftOf(config, table).empty());
    const ExportedConfig exported = exportTable(table);
    const std::vector<ConfigFile> again{{.path = QStringLiteral("keepalived.conf"), .text = exported.text}};
    const IpvsTable back = readConfiguration(again).table();
    if (exported.problems.empty())
        check(back == table);
    return 0;
}
