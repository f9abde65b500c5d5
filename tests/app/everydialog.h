// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"
#include "app/session/drainwatch.h"
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/session/setuprun.h"
#include "core/director/localdirector.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace lvs::test {

/// A person's work on the sandbox.
struct SandboxWork {
    SandboxWork();
    void open(); ///< returns once its table has been read

    LocalDirector director;
    LocalDirector firstServer; ///< behind real servers
    LocalDirector secondServer;
    DirectorSession session;
    DrainWatch drains;
    SessionList sessions;
    HostList hosts;
    SetupRun run;
};

struct DialogOfTest {
    QString name; ///< of its pictures
    std::unique_ptr<QDialog> dialog;
};

/// Every dialog of the console with real content, some of them several times: as they open, with everything in use,
/// with errors. `work` must be open and outlive them.
std::vector<DialogOfTest> everyDialog(SandboxWork &work);

} // namespace lvs::test
