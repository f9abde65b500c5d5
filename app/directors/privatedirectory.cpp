// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/privatedirectory.h"

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

// sun_path holds 108 bytes (unix(7)); ssh adds a dot and 16 characters to the control path while it creates it, and
// our own names in the directory have at most 8.
constexpr qsizetype longestPath = 107 - 17 - 9;

bool isUsable(const QString &path)
{
    return path.size() <= longestPath && std::ranges::all_of(path, [](QChar c) {
               return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"/._-"_s.contains(c));
           });
}

} // namespace

std::unique_ptr<QTemporaryDir> makePrivateDirectory()
{
    for (const QString &parent : {qEnvironmentVariable("XDG_RUNTIME_DIR"), u"/tmp"_s}) {
        const QString path = parent + u"/lvs-XXXXXX"_s;
        if (parent.isEmpty() || !isUsable(path))
            continue;
        auto directory = std::make_unique<QTemporaryDir>(path);
        if (directory->isValid())
            return directory;
    }
    return nullptr;
}

} // namespace lvs
