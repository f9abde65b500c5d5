// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/keptsetup.h"
#include "helper/service/backendthread.h"
#include "helper/service/methods.h"
#include "helper/service/storedfile.h"

#include <QObject>

namespace lvs {

/// The methods about what set-ups need at the next boot: ReadSetups, KeepSetup, ForgetSetup. Only what the machine has
/// at the moment can be kept, so that keeping lets nobody do what changing would have to be allowed for.
class SetupMethods : public QObject
{
    Q_OBJECT
public:
    /// Reading runs on `reader`, what changes the file on `editor`: never in the middle of an apply. Both must outlive
    /// the object.
    SetupMethods(BackendThread &reader, BackendThread &editor, const QString &stateDirectory,
                 QObject *parent = nullptr);

    void registerAt(const Register &add);

private:
    void keep(const CallPtr &call, const KeptSetup &setup);
    void forget(const CallPtr &call, const QString &id);

    BackendThread &m_reader;
    BackendThread &m_editor;
    StoredFile m_file;
};

/// What KeepSetup writes in the state directory.
StoredFile setupsFileIn(const QString &stateDirectory);

} // namespace lvs
