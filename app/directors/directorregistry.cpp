// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/directorregistry.h"

#include "app/directors/localmachine.h"
#include "app/directors/loginprompter.h"
#include "app/directors/machinedirector.h"
#include "core/director/localdirector.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxwire.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

const QString hostsKey = u"directors/hosts"_s;
const QString environmentKey = u"directors/environment/"_s;

/// Beside the console in a build, else where it is installed.
QString askpassProgram()
{
    const QString built = QCoreApplication::applicationDirPath() + u"/lvs-console-askpass"_s;
    return QFileInfo::exists(built) ? built : QStringLiteral(LVS_ASKPASS_INSTALLED);
}

} // namespace

DirectorRegistry::DirectorRegistry(LoginPrompter &prompter, QSettings &settings, const QString &sshConfigFile,
                                   QObject *parent)
    : QObject(parent)
    , m_prompter(prompter)
    , m_settings(settings)
    , m_ssh{.askpassProgram = askpassProgram(), .configFile = sshConfigFile}
{
    auto sandbox = std::make_unique<LocalDirector>(u"sandbox"_s, [] { return makeExampleSandbox(); });
    sandbox->closePort(stoppedExamplePort());
    const auto wire = std::make_shared<SandboxWire>();
    sandbox->join(wire);
    adopt(std::move(sandbox));
    for (const ExampleServer &server : exampleServers()) {
        auto host = std::make_unique<LocalDirector>(u"sandbox:"_s + server.name, [machine = server.machine] {
            return std::make_unique<SandboxBackend>(SandboxBackend::Clock(), 1, machine);
        });
        host->join(wire);
        m_sandboxServers.push_back(std::move(host));
    }
    adopt(std::make_unique<MachineDirector>(std::make_unique<LocalMachine>(m_prompter)));
    for (const QString &text : m_settings.value(hostsKey).toStringList()) {
        if (const auto target = SshTarget::fromText(text))
            adopt(makeHost(*target));
    }
}

DirectorRegistry::~DirectorRegistry() = default;

QList<Director *> DirectorRegistry::directors() const
{
    QList<Director *> list;
    for (const auto &director : m_directors)
        list << director.get();
    return list;
}

QList<Director *> DirectorRegistry::sandboxServers() const
{
    QList<Director *> list;
    for (const auto &server : m_sandboxServers)
        list << server.get();
    return list;
}

Director *DirectorRegistry::director(const QString &id) const
{
    const auto found = std::ranges::find(m_directors, id, [](const auto &director) { return director->id(); });
    return found == m_directors.end() ? nullptr : found->get();
}

Director *DirectorRegistry::addHost(const SshTarget &target)
{
    if (Director *known = director(SshMachine::idOf(target)))
        return known;
    Director *director = adopt(makeHost(target));
    QStringList hosts = m_settings.value(hostsKey).toStringList();
    hosts << target.toString();
    m_settings.setValue(hostsKey, hosts);
    Q_EMIT added(director);
    return director;
}

void DirectorRegistry::remove(const QString &id)
{
    if (!isRemovable(id))
        return;
    const auto found = std::ranges::find(m_directors, id, [](const auto &director) { return director->id(); });
    Director *director = found->release();
    m_directors.erase(found);
    QStringList hosts = m_settings.value(hostsKey).toStringList();
    hosts.removeIf([&](const QString &text) {
        const auto target = SshTarget::fromText(text);
        return target && SshMachine::idOf(*target) == id;
    });
    m_settings.setValue(hostsKey, hosts);
    m_settings.remove(environmentKey + id);
    director->close();
    Q_EMIT removed(director);
    director->deleteLater();
}

bool DirectorRegistry::isRemovable(const QString &id) const
{
    return id.startsWith("ssh:"_L1) && director(id);
}

Environment DirectorRegistry::environment(const QString &id) const
{
    const int stored = m_settings.value(environmentKey + id).toInt();
    const bool isKnown = stored >= int(Environment::Unmarked) && stored <= int(Environment::Production);
    return isKnown ? Environment(stored) : Environment::Unmarked;
}

void DirectorRegistry::setEnvironment(const QString &id, Environment environment)
{
    m_settings.setValue(environmentKey + id, int(environment));
    Q_EMIT environmentChanged(id);
}

Director *DirectorRegistry::adopt(std::unique_ptr<Director> director)
{
    return m_directors.emplace_back(std::move(director)).get();
}

std::unique_ptr<Director> DirectorRegistry::makeHost(const SshTarget &target)
{
    const auto asked = [this, id = SshMachine::idOf(target)] { return environment(id); };
    return std::make_unique<MachineDirector>(std::make_unique<SshMachine>(target, m_ssh, m_prompter, asked));
}

} // namespace lvs
