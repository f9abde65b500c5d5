// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootfiles.h"
#include "core/boot/bootstate.h"
#include "core/rules/ruleplanner.h"
#include "helper/service/busservice.h"
#include "helper/service/storedfile.h"

namespace lvs {

/// The object that reads and writes the distribution's boot files: these three and no other. Their content is made here
/// from values; only what others wrote into /etc/default/ipvsadm is kept as it is.
class FilesService : public BusService
{
    Q_OBJECT
public:
    /// See BusService; `root` stands before the paths of the files ("" outside of tests).
    FilesService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority, Journal &journal,
                 const QString &root = {}, QObject *parent = nullptr);
    ~FilesService() override;

private:
    Result<Act> readFiles() const;
    Result<Act> prepareDebian(const Call &call) const;
    Result<Act> prepareRhel(const Call &call) const;
    void writeDebian(const CallPtr &call, const RuleState &state, const QByteArrayList &expected) const;
    Result<void> replaceDebian(const BootFile &rules, const DebianBootFiles &files) const;

    StoredFile m_debianRules;
    StoredFile m_debianDefaults;
    StoredFile m_rhelRules;
};

} // namespace lvs
