// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/keptchange.h"

#include "core/boot/keptline.h"
#include "core/boot/kepttext.h"

#include <algorithm>

namespace lvs {
namespace {

Result<std::vector<KeptSetup>> setupsOf(const BootFile &file, const QString &path)
{
    if (file.state == BootFile::State::Missing)
        return {};
    KeptText text = readKeptText(file.content);
    if (!file.isPresent() || !text.faultyLines.empty())
        return failure(ErrorCode::FileNotUnderstood, {path});
    return std::move(text.setups);
}

Result<std::vector<KeptSetup>> others(const BootFile &file, const QString &id, const QString &path)
{
    return setupsOf(file, path).transform([&](std::vector<KeptSetup> &&setups) {
        std::erase_if(setups, [&](const KeptSetup &setup) { return setup.id == id; });
        return std::move(setups);
    });
}

} // namespace

Result<QByteArray> withSetup(const BootFile &file, const KeptSetup &setup, const QString &path)
{
    auto setups = others(file, setup.id, path);
    if (!setups)
        return std::unexpected(setups.error());
    if (qsizetype(setups->size()) >= KeptSetup::mostSetups)
        return failure(ErrorCode::TooLong, {QString::number(KeptSetup::mostSetups)});
    setups->push_back(setup);
    return keptText(*setups);
}

Result<QByteArray> withoutSetup(const BootFile &file, const QString &id, const QString &path)
{
    return others(file, id, path).transform([](const std::vector<KeptSetup> &setups) {
        return setups.empty() ? QByteArray() : keptText(setups);
    });
}

Result<void> checkKept(const BootFile &file, const KeptSetup &setup, const QString &path)
{
    const KeptText kept = readKeptText(file.content);
    const auto found = std::ranges::find(kept.setups, setup.id, &KeptSetup::id);
    if (kept.faultyLines.empty() && found != kept.setups.end() && *found == setup)
        return {};
    QStringList missing = linesOf(setup);
    if (found != kept.setups.end()) {
        for (const QString &line : linesOf(*found))
            missing.removeOne(line);
    }
    return failure(ErrorCode::BootIncomplete, {path, QString::number(missing.size()), missing.value(0)});
}

} // namespace lvs
