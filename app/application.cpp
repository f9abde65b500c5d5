// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/commandline.h"
#include "app/directors/directorregistry.h"
#include "app/language.h"
#include "app/login/connectdialog.h"
#include "app/login/logindialogs.h"
#include "app/mainwindow.h"

#include <QIcon>

namespace lvs {

Application::Application(const CommandLine &commandLine, QObject *parent)
    : QObject(parent)
{
    setLanguage(commandLine.language, this);
    m_window = std::make_unique<MainWindow>();
    m_window->setWindowIcon(QIcon(QStringLiteral(":/icons/org.lvsconsole.LvsConsole.svg")));
    m_dialogs = std::make_unique<LoginDialogs>(m_window.get());
    m_registry = std::make_unique<DirectorRegistry>(*m_dialogs, m_settings, commandLine.sshConfig);
    joinDirectors();
    m_window->show();
    follow(commandLine);
}

Application::~Application()
{
    // The window lets go of the directors before they are deleted.
    for (Director *director : m_registry->directors())
        m_window->removeDirector(director);
}

void Application::joinDirectors()
{
    const auto add = [this](Director *director) {
        m_window->addDirector(director);
        m_window->setEnvironment(director, m_registry->environment(director->id()));
    };
    for (Director *director : m_registry->directors())
        add(director);
    for (Director *server : m_registry->sandboxServers())
        m_window->addHost(server);
    connect(m_registry.get(), &DirectorRegistry::added, m_window.get(), add);
    connect(m_registry.get(), &DirectorRegistry::environmentChanged, m_window.get(), [this](const QString &id) {
        m_window->setEnvironment(m_registry->director(id), m_registry->environment(id));
    });
    connect(m_registry.get(), &DirectorRegistry::removed, m_window.get(), &MainWindow::removeDirector);
    connect(m_window.get(), &MainWindow::forgetRequested, m_registry.get(),
            [this](Director *director) { m_registry->remove(director->id()); });
    connect(m_window.get(), &MainWindow::openRequested, this, [](Director *director) { director->open(); });
    connect(m_window.get(), &MainWindow::connectRequested, this, &Application::askForHost);
}

void Application::askForHost()
{
    auto *dialog = new ConnectDialog(m_window.get());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Director *director = m_registry->addHost(dialog->target());
        m_registry->setEnvironment(director->id(), dialog->environment());
        m_window->select(director);
    });
    dialog->open();
}

void Application::follow(const CommandLine &commandLine)
{
    Director *start = m_registry->director(QStringLiteral("sandbox"));
    for (const QString &text : commandLine.connect) {
        const auto target = SshTarget::fromText(text);
        if (!target) {
            m_window->showError(target.error());
            continue;
        }
        start = m_registry->addHost(*target);
        start->open();
    }
    if (Director *selected = m_registry->director(commandLine.select))
        start = selected;
    m_window->select(start);
}

} // namespace lvs
