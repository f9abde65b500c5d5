// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/picturefile.h"

namespace lvs {

class DiagramScene;

/// Writes all of a diagram, not only what is in sight, with the title in the file's own description.
Result<void> saveDiagram(DiagramScene &scene, PictureFormat format, const QString &path, const QString &title);

} // namespace lvs
