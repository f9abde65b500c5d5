// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>

#include <memory>

namespace lvs {

struct CommandLine;
class Director;
class DirectorRegistry;
class LoginDialogs;
class MainWindow;

/// The one place that knows the concrete classes: makes the directors, the dialogs of a login and the window, and
/// joins them.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(const CommandLine &commandLine, QObject *parent = nullptr);
    ~Application() override;

private:
    void joinDirectors();
    void askForHost();
    /// Adds the hosts of --connect and goes to the director to start with.
    void follow(const CommandLine &commandLine);

    QSettings m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<LoginDialogs> m_dialogs;
    std::unique_ptr<DirectorRegistry> m_registry;
};

} // namespace lvs
