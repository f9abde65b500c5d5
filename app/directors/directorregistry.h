// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/sshmachine.h"
#include "app/session/environment.h"
#include "core/director/director.h"

#include <memory>
#include <vector>

class QSettings;

namespace lvs {

class LoginPrompter;

/// The directors this console knows: the sandbox, this computer, and the SSH hosts the person added, in that order and
/// then in the order of adding. Nothing is connected before Director::open(). Lives on the GUI thread.
class DirectorRegistry : public QObject
{
    Q_OBJECT
public:
    /// Remembers hosts in `settings` (group "directors"); both must outlive the registry. `sshConfigFile` is given to
    /// ssh as -F; empty means ssh's usual files.
    DirectorRegistry(LoginPrompter &prompter, QSettings &settings, const QString &sshConfigFile = {},
                     QObject *parent = nullptr);
    ~DirectorRegistry() override;

    /// Valid until removed.
    QList<Director *> directors() const;
    /// The machines behind the sandbox's real servers, which are no directors.
    QList<Director *> sandboxServers() const;
    /// nullptr if there is none of that id.
    Director *director(const QString &id) const;

    /// Adds and remembers a host; the one that exists if it is known already. Does not open it.
    Director *addHost(const SshTarget &target);
    /// Forgets a host, closing it. The sandbox and this computer stay.
    void remove(const QString &id);
    /// Only hosts can be forgotten.
    bool isRemovable(const QString &id) const;

    Environment environment(const QString &id) const;
    void setEnvironment(const QString &id, Environment environment);

Q_SIGNALS:
    void added(lvs::Director *director);
    /// The director is deleted when control returns to the event loop.
    void removed(lvs::Director *director);
    void environmentChanged(const QString &id);

private:
    Director *adopt(std::unique_ptr<Director> director);
    std::unique_ptr<Director> makeHost(const SshTarget &target);

    LoginPrompter &m_prompter;
    QSettings &m_settings;
    SshSettings m_ssh;
    std::vector<std::unique_ptr<Director>> m_directors;
    std::vector<std::unique_ptr<Director>> m_sandboxServers;
};

} // namespace lvs
