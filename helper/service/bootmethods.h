// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/backendthread.h"
#include "helper/service/methods.h"
#include "helper/service/storedfile.h"

#include <QObject>

namespace lvs {

/// The methods about the table that the next boot restores: ReadBoot, SaveBoot, ForgetBoot, which forgets kept set-ups
/// (SetupMethods), too. What is saved is read from the kernel here; a caller can't say it.
class BootMethods : public QObject
{
    Q_OBJECT
public:
    /// Reading runs on `reader`, what changes the file on `editor`: never in the middle of an apply. Both must outlive
    /// the object.
    BootMethods(BackendThread &reader, BackendThread &editor, const QString &stateDirectory, QObject *parent = nullptr);

    void registerAt(const Register &add);

private:
    void save(const CallPtr &call);
    void forget(const CallPtr &call);

    BackendThread &m_reader;
    BackendThread &m_editor;
    StoredFile m_file;
    StoredFile m_setups;
};

/// What SaveBoot writes in the state directory.
StoredFile bootFileIn(const QString &stateDirectory);

} // namespace lvs
