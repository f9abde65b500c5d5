// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"
#include "core/director/localdirector.h"

#include <QAction>
#include <QObject>

#include <memory>
#include <vector>

namespace lvs::test {

/// Two services with three servers, without traffic.
std::unique_ptr<Backend> smallCluster();

/// A Qt Test class on the window as a person sees it, with a sandbox that is connected and may be edited. Settings and
/// names are the class's own, and gone before each test.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    /// For init(). Waits until the table has been read: `services` of it.
    void openWindow(const LocalDirector::BackendFactory &backend, int services);
    /// One more director, known and not connected.
    std::unique_ptr<LocalDirector> addDirector(const QString &id);

    /// On the services page of the window's first director, or else anywhere in the window; must be there.
    template<class T> T *find(const QString &name) const
    {
        T *found = servicesPage()->findChild<T *>(name);
        if (!found)
            found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    /// Whether the window has a widget of this name by now.
    bool isThere(const QString &name) const { return m_window->findChild<QWidget *>(name) != nullptr; }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    /// Must be enabled.
    void trigger(const QString &name) const;
    /// Of the pending changes, by its text.
    QAction *dockAction(const QString &text) const;
    ServicesView *view() const { return find<ServicesView>(QStringLiteral("servicesTree")); }
    ServiceTreeModel *model() const { return servicesPage()->findChild<ServiceTreeModel *>(); }
    /// Selects rows of the model; the first becomes the current one.
    void choose(const std::vector<QModelIndex> &indexes) const;
    /// What another program does on the director.
    void change(const ChangePlan &plan) const;

    std::unique_ptr<LocalDirector> m_director;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void initTestCase();
    void cleanup();

private:
    QWidget *servicesPage() const;
};

} // namespace lvs::test
