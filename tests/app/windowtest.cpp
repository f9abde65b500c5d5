// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/windowtest.h"

#include "app/language.h"
#include "app/pages/directorview.h"
#include "app/pages/servicespage.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QAbstractProxyModel>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

namespace lvs::test {

using namespace Qt::StringLiterals;

std::unique_ptr<Backend> smallCluster()
{
    auto backend = std::make_unique<SandboxBackend>();
    const std::vector<Operation> cluster{AddService{service(web, u"rr")}, AddServer{web, server(11, 1)},
                                         AddServer{web, server(12, 7)}, AddService{service(database, u"wlc")},
                                         AddServer{database, server(13, 5, 3306)}};
    for (const auto &result : backend->execute(cluster))
        Q_ASSERT(result);
    return backend;
}

void WindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(QString::fromLatin1(metaObject()->className()));
    setLanguage(u"en"_s, this); // for the plurals
}

void WindowTest::openWindow(const LocalDirector::BackendFactory &backend, int services)
{
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    m_director = std::make_unique<LocalDirector>(u"sandbox"_s, backend);
    m_window = std::make_unique<MainWindow>();
    m_window->addDirector(m_director.get());
    connect(m_window.get(), &MainWindow::openRequested, this, [](Director *director) { director->open(); });
    m_window->show();
    m_window->select(m_director.get());
    m_window->findChild<DirectorView *>()->showPage(PageId::Services);
    QTRY_VERIFY(m_director->status().link == LinkState::Live);
    m_director->unlock();
    QTRY_COMPARE(model()->rowCount(), services);
    QTRY_VERIFY(model()->rowCount(model()->indexOf(web)) > 0);
    QTRY_VERIFY(model()->rowCount(model()->indexOf(database)) > 0);
}

std::unique_ptr<LocalDirector> WindowTest::addDirector(const QString &id)
{
    auto director = std::make_unique<LocalDirector>(id, [] { return std::make_unique<SandboxBackend>(); });
    m_window->addDirector(director.get());
    return director;
}

void WindowTest::cleanup()
{
    m_window.reset();
    m_director.reset();
}

QWidget *WindowTest::servicesPage() const
{
    return m_window->findChild<ServicesPage *>();
}

void WindowTest::trigger(const QString &name) const
{
    QAction *wanted = action(name);
    QVERIFY2(wanted && wanted->isEnabled(), qPrintable(name));
    wanted->trigger();
}

QAction *WindowTest::dockAction(const QString &text) const
{
    const auto actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void WindowTest::choose(const std::vector<QModelIndex> &indexes) const
{
    view()->select(indexes.front());
    for (const QModelIndex &index : indexes) {
        QVERIFY(index.isValid());
        const auto *proxy = qobject_cast<const QAbstractProxyModel *>(view()->model());
        view()->selectionModel()->select(proxy->mapFromSource(index),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    view()->setFocus();
}

void WindowTest::change(const ChangePlan &plan) const
{
    const auto report = m_director->apply(plan);
    QTRY_VERIFY(report.isFinished());
    const Result<ApplyReport> done = report.result();
    QVERIFY(done);
    QCOMPARE(done->outcome, ApplyOutcome::Applied);
}

} // namespace lvs::test
