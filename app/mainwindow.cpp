// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/dialogs/termsdialog.h"
#include "app/models/directorlistmodel.h"
#include "app/pages/directorview.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/session/trafficrecorder.h"
#include "app/text/domaintext.h"
#include "app/text/environmenttext.h"
#include "app/theme/appearance.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/pendingdock.h"
#include "app/widgets/sidebar.h"
#include "app/widgets/termtips.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

struct MainWindow::Place {
    DirectorSession *session = nullptr;
    DirectorView *view = nullptr;
    bool looked = false;
};

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_directors(new DirectorListModel(this))
    , m_sidebar(new Sidebar(m_directors, this))
    , m_pages(new QStackedWidget(this))
    , m_message(new MessageBar(this))
    , m_pending(new PendingDock(this))
    , m_serviceActions(new ServiceActions(this))
    , m_sessions(new SessionList(this))
    , m_hosts(new HostList(this))
    , m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("LVS Console"));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_sidebar);
    auto *right = new QWidget(splitter);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({200, 1120});
    splitter->setHandleWidth(1);
    setCentralWidget(splitter);
    addDockWidget(Qt::BottomDockWidgetArea, m_pending);
    m_summary->setContentsMargins(8, 0, 0, 0);
    m_summary->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_summary, 1);
    makeMenus();
    new TermTips(this);

    connect(m_sidebar, &Sidebar::currentChanged, this, &MainWindow::showDirector);
    connect(m_sidebar, &Sidebar::connectRequested, this, &MainWindow::connectRequested);
    connect(m_sidebar, &Sidebar::menuRequested, this, &MainWindow::showDirectorMenu);

    resize(1320, 800);
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (!restoreState(settings.value(QStringLiteral("window/state")).toByteArray()))
        resizeDocks({m_pending}, {190}, Qt::Vertical);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&Director"));
    QAction *connectTo = file->addAction(themeIcon(QStringLiteral("network-connect")), tr("&Connect…"));
    connectTo->setShortcut(QKeySequence::New);
    connect(connectTo, &QAction::triggered, this, &MainWindow::connectRequested);
    file->addAction(m_serviceActions->refresh);
    connect(m_serviceActions->refresh, &QAction::triggered, this, [this] {
        if (Director *director = current())
            placeOf(director).view->readNow();
    });
    file->addSeparator();
    file->addActions({m_serviceActions->exportNames, m_serviceActions->importNames});
    file->addSeparator();
    file->addActions({m_serviceActions->compareKeepalived, m_serviceActions->exportKeepalived});
    file->addSeparator();
    QAction *quit = file->addAction(themeIcon(QStringLiteral("application-exit")), tr("&Quit"));
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_serviceActions->edit, m_serviceActions->editWeight, m_serviceActions->drain,
                      m_serviceActions->undrain, m_serviceActions->remove});
    edit->addSeparator();
    edit->addActions({m_serviceActions->addService, m_serviceActions->addMarkedService, m_serviceActions->addServer,
                      m_serviceActions->duplicate, m_serviceActions->paste, m_serviceActions->setUpServers});
    edit->addSeparator();
    edit->addActions({m_serviceActions->drainEverywhere, m_serviceActions->undrainEverywhere,
                      m_serviceActions->showDrains, m_serviceActions->setWeights, m_serviceActions->move});
    edit->addSeparator();
    edit->addActions(
        {m_serviceActions->checkHealth, m_serviceActions->checkHealthWith, m_serviceActions->keepChecking});
    edit->addSeparator();
    edit->addAction(m_serviceActions->annotate);
    m_serviceActions->addCopyTo(edit);
    edit->addSeparator();
    edit->addActions({m_serviceActions->zeroSelected, m_serviceActions->zeroAll, m_serviceActions->clear});

    QMenu *changes = menuBar()->addMenu(tr("&Changes"));
    changes->addActions({m_pending->applyAction(), m_pending->discardAction(), m_pending->undoDraftAction()});
    changes->addSeparator();
    changes->addAction(m_pending->undoApplyAction());

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (const PageId id : pageIds()) {
        QAction *page = view->addAction(pageIcon(id), pageTitle(id));
        page->setShortcut(pageKey(id));
        page->setToolTip(pageExplanation(id));
        connect(page, &QAction::triggered, this, [this, id] {
            if (Director *director = current())
                placeOf(director).view->showPage(id);
        });
    }
    view->addSeparator();
    view->addActions({m_serviceActions->expand, m_serviceActions->filter});
    QMenu *columns = view->addMenu(tr("&Columns"));
    columns->setToolTipsVisible(true);
    view->addAction(m_serviceActions->lookUpNames);
    view->addAction(m_serviceActions->exactValues);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        Q_EMIT m_serviceActions->columnMenuOpened(columns);
    });
    view->addSeparator();
    QAction *dock = m_pending->toggleViewAction();
    dock->setText(tr("&Pending changes"));
    view->addAction(dock);
    QAction *glow = view->addAction(tr("Point &out changed values"));
    glow->setToolTip(tr("Let a configuration value glow for a second when it changes"));
    glow->setCheckable(true);
    glow->setChecked(QSettings().value(glowKey, true).toBool());
    connect(glow, &QAction::toggled, this, [](bool wanted) { QSettings().setValue(glowKey, wanted); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *terms = help->addAction(themeIcon(QStringLiteral("help-contents")), tr("&Terms"));
    terms->setObjectName(QStringLiteral("terms"));
    terms->setShortcut(QKeySequence::HelpContents);
    terms->setToolTip(tr("What abbreviations mean. Each is also explained where the pointer rests on it"));
    connect(terms, &QAction::triggered, this, [this] { TermsDialog::showFor(focusWidget() ? focusWidget() : this); });
    QAction *about = help->addAction(themeIcon(QStringLiteral("help-about")), tr("&About LVS Console"));
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    for (QMenu *menu : {file, edit, changes, view, help})
        menu->setToolTipsVisible(true);
}

void MainWindow::addDirector(Director *director)
{
    m_directors->add(director);
    m_hosts->add(director);
    connect(director, &QObject::destroyed, this, [this, director] { removeDirector(director); });
}

void MainWindow::addHost(Director *host)
{
    m_hosts->add(host);
    connect(host, &QObject::destroyed, m_hosts, [this, host] { m_hosts->remove(host); });
}

void MainWindow::removeDirector(Director *director)
{
    m_hosts->remove(director);
    m_directors->remove(director); // the sidebar then goes to another one
    if (const auto place = m_places.find(director); place != m_places.end()) {
        m_sessions->remove(place->second.session);
        delete place->second.view;
        delete place->second.session;
        m_places.erase(place);
    }
}

void MainWindow::setEnvironment(Director *director, Environment environment)
{
    m_directors->setEnvironment(director, environment);
    if (const auto place = m_places.find(director); place != m_places.end())
        place->second.view->setEnvironment(environment);
    if (director == current())
        showName(director);
}

void MainWindow::showError(const Error &error)
{
    m_message->showError(error);
}

void MainWindow::select(Director *director)
{
    m_sidebar->select(director);
}

Director *MainWindow::current() const
{
    return m_sidebar->current();
}

MainWindow::Place &MainWindow::placeOf(Director *director)
{
    Place &place = m_places[director];
    if (place.session)
        return place;
    place.session = new DirectorSession(director, this);
    if (director->id() != u"sandbox") { // which begins anew with each start
        place.session->traffic()->keepOnDisk(TrafficArchive::usualRoot());
        place.session->setups()->keepOnDisk(SetupStore::usualRoot());
    }
    place.view = new DirectorView(place.session, m_serviceActions, m_sessions, m_hosts, m_pages);
    m_sessions->add(place.session);
    place.view->setEnvironment(m_directors->environment(director));
    connect(place.view, &DirectorView::summaryChanged, this, [this, view = place.view](const QString &summary) {
        if (m_pages->currentWidget() == view)
            m_summary->setText(summary);
    });
    m_pages->addWidget(place.view);
    return place;
}

void MainWindow::showDirector(Director *director)
{
    if (!director) {
        m_pending->setSession(nullptr);
        return;
    }
    Place &place = placeOf(director);
    if (const auto *shown = qobject_cast<DirectorView *>(m_pages->currentWidget()))
        place.view->showPage(shown->currentPage()); // the same page of another director
    m_pages->setCurrentWidget(place.view);
    m_summary->setText(place.view->summary());
    m_pending->setSession(place.session);
    showName(director);
    if (!std::exchange(place.looked, true))
        Q_EMIT openRequested(director);
}

/// Which machine it is stands wherever something can be changed.
void MainWindow::showName(Director *director)
{
    const QString name = directorText(directorName(*director), m_directors->environment(director));
    setWindowTitle(tr("%1 – LVS Console").arg(name));
    m_pending->setDirectorText(name);
}

void MainWindow::showDirectorMenu(Director *director, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const LinkState link = director->status().link;
    QAction *open = menu->addAction(themeIcon(QStringLiteral("network-connect")), tr("&Connect"));
    open->setEnabled(link == LinkState::Closed || link == LinkState::Lost);
    connect(open, &QAction::triggered, this, [this, director] { Q_EMIT openRequested(director); });
    QAction *close = menu->addAction(themeIcon(QStringLiteral("network-disconnect")), tr("&Disconnect"));
    close->setEnabled(link != LinkState::Closed);
    connect(close, &QAction::triggered, director, &Director::close);
    if (!director->hostName().isEmpty()) {
        menu->addSeparator();
        QAction *forget = menu->addAction(themeIcon(QStringLiteral("edit-delete")), tr("&Forget this director"));
        connect(forget, &QAction::triggered, this, [this, director] { this->forget(director); });
    }
    menu->popup(position);
}

void MainWindow::forget(Director *director)
{
    const auto place = m_places.find(director);
    if (place == m_places.end() ||
        (place->second.session->draft().isEmpty() && place->second.view->unsaved().isEmpty()))
        return Q_EMIT forgetRequested(director);
    ask(tr("Forget %1?").arg(directorName(*director)),
        tr("There are changes for it that you have not applied, or rules that you have not saved. They are lost with "
           "it."),
        tr("Discard and forget"), [this, director = QPointer(director)] {
            if (director)
                Q_EMIT forgetRequested(director);
        });
}

bool MainWindow::hasDrafts() const
{
    return std::ranges::any_of(m_places, [](const auto &entry) { return !entry.second.session->draft().isEmpty(); });
}

QStringList MainWindow::unsaved() const
{
    QStringList names;
    for (const auto &[director, place] : m_places)
        names << place.view->unsaved();
    return names;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QStringList losses;
    if (hasDrafts())
        losses << tr("There are changes you have not applied.");
    if (const QStringList names = unsaved(); !names.isEmpty())
        losses << tr("There are rules you have not saved: %1.").arg(names.join(QStringLiteral(", ")));
    if (!m_closing && !losses.isEmpty()) {
        event->ignore();
        losses << tr("They are lost when you close.");
        ask(tr("Close LVS Console?"), losses.join(u'\n'), tr("Discard and close"), [this] {
            m_closing = true;
            for (const auto &[director, place] : m_places)
                place.view->giveUp();
            close();
        });
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    event->accept();
}

void MainWindow::ask(const QString &title, const QString &text, const QString &action,
                     const std::function<void()> &confirmed)
{
    auto *question = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *confirm = question->addButton(action, QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [confirm, confirmed](QAbstractButton *button) {
        if (button == confirm)
            confirmed();
    });
    question->open();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About LVS Console"));
    about->setIconPixmap(windowIcon().pixmap(64));
    about->setText(tr("<b>LVS Console %1</b>").arg(QCoreApplication::applicationVersion()));
    about->setInformativeText(tr("Desktop console for Linux Virtual Server (IPVS).\nLicence: GPL-3.0-or-later"));
    about->open();
}

} // namespace lvs
