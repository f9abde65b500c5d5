// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/annotationdialog.h"
#include "app/dialogs/cleardialog.h"
#include "app/dialogs/drainassistant.h"
#include "app/dialogs/duplicatedialog.h"
#include "app/dialogs/movedialog.h"
#include "app/dialogs/pastedialog.h"
#include "app/dialogs/serverdialog.h"
#include "app/dialogs/servicedialog.h"
#include "app/dialogs/weightsdialog.h"
#include "app/directors/loginprompter.h"
#include "app/language.h"
#include "app/login/authenticationdialog.h"
#include "app/login/connectdialog.h"
#include "app/login/hostkeydialog.h"
#include "app/login/secretdialog.h"
#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"
#include "app/theme/appearance.h"
#include "core/director/localdirector.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/app/cutofftexts.h"
#include "tests/app/dialogfields.h"
#include "tests/support/objects.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every text has room in the size in which its window opens, in each language and theme.
class TestFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aCutOffTextIsFound();
    void window_data() { looks(); }
    void window();
    void serviceDialogs_data() { looks(); }
    void serviceDialogs();
    void serverDialogs_data() { looks(); }
    void serverDialogs();
    void annotationDialog_data() { looks(); }
    void annotationDialog();
    void bulkDialogs_data() { looks(); }
    void bulkDialogs();
    void drainDialogs_data() { looks(); }
    void drainDialogs();
    void loginDialogs_data() { looks(); }
    void loginDialogs();

private:
    static void looks();
    static QStringList judged(QWidget &window);
    std::unique_ptr<QObject> m_language; ///< owns the translators of this row
};

void TestFit::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_fit"_s);
}

void TestFit::looks()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("language");
    for (const auto &[theme, name] : {std::pair(Theme::Light, "light"), std::pair(Theme::Dark, "dark")}) {
        for (const QString &language : {u"en"_s, u"zh_CN"_s})
            QTest::addRow("%s %s", name, qPrintable(language)) << theme << language;
    }
}

void TestFit::init()
{
    QSettings().clear();
    if (!QTest::currentDataTag())
        return;
    QFETCH(const Theme, theme);
    QFETCH(const QString, language);
    setAppearance(theme);
    m_language = std::make_unique<QObject>();
    setLanguage(language, m_language.get());
}

void TestFit::cleanup()
{
    m_language.reset();
}

QStringList TestFit::judged(QWidget &window)
{
    // Layouts follow a change a little later; what stays cut off is judged.
    window.show();
    QStringList cutOff;
    (void)QTest::qWaitFor(
        [&] {
            cutOff = cutOffTexts(window);
            return window.isVisible() && cutOff.isEmpty();
        },
        1s);
    return cutOff;
}

#define FITS(window)                                                                                                   \
    do {                                                                                                               \
        const QStringList cutOff = judged(window);                                                                     \
        QVERIFY2(cutOff.isEmpty(), qPrintable(cutOff.join(u'\n')));                                                    \
    } while (false)

void TestFit::aCutOffTextIsFound()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *wrapped = new QLabel(u"The real server's own address (RIP), where the director reaches it."_s, &window);
    wrapped->setWordWrap(true);
    auto *button = new QToolButton(&window);
    button->setText(u"Add real server…"_s);
    layout->addWidget(wrapped);
    layout->addWidget(button);
    QCOMPARE(judged(window), QStringList());
    window.setFixedWidth(120);
    wrapped->setFixedHeight(wrapped->fontMetrics().height());
    button->setFixedWidth(40);
    QCOMPARE(judged(window).size(), 2);
}

void TestFit::window()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    MainWindow window;
    window.addDirector(&director);
    window.setEnvironment(&director, Environment::Production);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    QTRY_COMPARE(director.status().link, LinkState::Live);
    FITS(window);
    director.unlock();
    const auto *model = window.findChild<ServiceTreeModel *>();
    QTRY_VERIFY(model->rowCount(model->indexOf(web)) > 0);
    FITS(window);

    auto *view = window.findChild<ServicesView *>();
    view->select(model->indexOf(web, server(11).key));
    QTRY_VERIFY(window.findChild<QAction *>(u"drain"_s)->isEnabled());
    window.findChild<QAction *>(u"drain"_s)->trigger();
    view->select(model->indexOf(database));
    window.findChild<QAction *>(u"remove"_s)->trigger();
    FITS(window);

    // Past the session, as another program would do it.
    director.apply({{EditServer{web, server(12, 2), server(12, 70)}}});
    const QModelIndex edited = model->indexOf(web, server(12).key).siblingAtColumn(int(ServiceColumn::State));
    const QString before = edited.data().toString();
    QTRY_VERIFY(edited.data().toString() != before);
    FITS(window);
    QCOMPARE(view->horizontalScrollBar()->maximum(), 0); // all columns are in sight

    auto *filter = window.findChild<QLineEdit *>(u"serviceFilter"_s);
    filter->setText(u"192.168.10 state:drained colour:red -port:80"_s);
    FITS(window);
    filter->setText(u"192.168.10 scheduler:wrr"_s);
    FITS(window);
}

void TestFit::serviceDialogs()
{
    const auto chooseKind = [](const ServiceDialog &dialog, Protocol protocol) {
        auto *kind = dialog.findChild<QComboBox *>(u"kind"_s);
        kind->setCurrentIndex(kind->findData(int(protocol)));
    };
    KnownObjects known;
    known.services[web];
    ServiceDialog adding(known, nullptr);
    FITS(adding);
    enter(adding, u"address"_s, u"172.18.100"_s);
    enter(adding, u"port"_s, u"0"_s);
    FITS(adding);
    enter(adding, u"address"_s, u"172.18.100.6"_s);
    FITS(adding);

    ServiceDialog sip(known, nullptr); // everything at once
    chooseKind(sip, Protocol::Udp);
    enter(sip, u"address"_s, u"172.18.100.6"_s);
    enter(sip, u"port"_s, u"5060"_s);
    enter(sip, u"scheduler"_s, u"mh"_s);
    enter(sip, u"fallback"_s, u"on"_s);
    enter(sip, u"persistent"_s, u"on"_s);
    enter(sip, u"netmask"_s, u"/24"_s);
    enter(sip, u"engine"_s, u"sip"_s);
    sip.findChild<QToolButton *>()->setChecked(true);
    FITS(sip);

    VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4), u"wlc");
    marked.flags = ServiceFlag::Persistent | ServiceFlag::OnePacket | ServiceFlag::Scheduler2;
    marked.persistenceTimeout = 7200;
    marked.netmask = 0;
    ServiceDialog editing(marked, nullptr);
    FITS(editing);
    enter(editing, u"persistenceTimeout"_s, u"0"_s);
    FITS(editing);
}

void TestFit::serverDialogs()
{
    ServerDialog adding(service(web), Forwarding::Masquerading, KnownObjects(), nullptr);
    FITS(adding);
    enter(adding, u"address"_s, u"192.168.10.11"_s);
    enter(adding, u"port"_s, u"8080"_s);
    enter(adding, u"weight"_s, u"10"_s);
    FITS(adding);
    enter(adding, u"address"_s, u"192.168.10"_s);
    enter(adding, u"weight"_s, u"many"_s);
    FITS(adding);

    RealServer limited = server(11, 0);
    limited.upperThreshold = 100;
    limited.lowerThreshold = 80;
    limited.forwarding = Forwarding::Tunnelling;
    limited.tunnel = {.type = TunnelType::Gue, .port = 6080, .checksum = TunnelChecksum::RemoteChecksum};
    VirtualService persistent = service(web, u"wlc");
    persistent.flags = ServiceFlag::Persistent;
    ServerDialog editing(persistent, limited, nullptr);
    FITS(editing);
    enter(editing, u"lowerThreshold"_s, u"101"_s);
    FITS(editing);
}

void TestFit::annotationDialog()
{
    AnnotationDialog dialog(u"192.168.10.11"_s,
                            u"They are for 192.168.10.11 in every service of this director. This console keeps them; "
                            "the director does not know them."_s,
                            {u"rack 1"_s, u"Disk replaced in May.\nAsk before taking it out of service."_s});
    FITS(dialog);
}

void TestFit::bulkDialogs()
{
    IpvsTable table;
    table.setService(service(web, u"wrr"));
    table.setServers(web, {server(12, 2), server(11, 1)});
    table.setService(service(database));
    table.setServers(database, {server(11, 5, 3306)});
    const std::vector<PlacedServer> servers{{web, server(11, 1)}, {web, server(12, 2)}};
    WeightsDialog weights(servers, nullptr);
    FITS(weights);
    weights.findChild<QLineEdit *>(u"number"_s)->setText(u"many"_s);
    FITS(weights);
    MoveDialog move(servers, table, nullptr);
    FITS(move);
    DuplicateDialog duplicate(web, table, nullptr);
    FITS(duplicate);
    duplicate.findChild<QLineEdit *>(u"port"_s)->setText(u"3306"_s);
    FITS(duplicate);
    ClearDialog clear(u"director-1.example.net"_s, table, nullptr);
    FITS(clear);
}

void TestFit::drainDialogs()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    DirectorSession session(&director);
    DrainWatch drains(&session);
    session.watcher()->watch(this, {.allServers = true});
    director.open();
    QTRY_VERIFY(session.watcher()->latest());
    director.unlock();
    drains.add({{web, server(11, 3)}, {database, server(13, 0, 3306)}}, true);
    DrainAssistant assistant(&session, &drains, nullptr);
    FITS(assistant);
    QTRY_VERIFY(!assistant.findChild<QPlainTextEdit *>(u"drainCommands"_s)->toPlainText().isEmpty());
    FITS(assistant);
    const QString rules = u"[root@lvs ~]# ipvsadm -A -t web:80 -s rr\nipvsadm -A -t 172.18.100.6:8080 -s rr -p\nls\n"_s;
    PasteDialog paste(&session, rules, nullptr);
    FITS(paste);
    QTRY_VERIFY(!paste.plan().isEmpty());
    FITS(paste);
}

void TestFit::loginDialogs()
{
    const Asker asker{.hostName = u"director-1.example.net"_s, .environment = Environment::Production};
    ConnectDialog connecting(nullptr);
    FITS(connecting);
    connecting.findChild<QLineEdit *>()->setText(u"root@"_s);
    FITS(connecting);
    HostKeyDialog hostKey(asker,
                          {.host = u"director-1.example.net (172.18.100.6)"_s,
                           .keyType = u"ED25519"_s,
                           .fingerprint = u"SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8"_s},
                          nullptr);
    FITS(hostKey);
    SecretDialog secret(asker, {.subject = u"operator@director-1.example.net"_s, .again = true}, nullptr);
    FITS(secret);
    AuthenticationDialog authentication(
        asker,
        {.actionId = u"org.lvsconsole.helper1.write"_s,
         .message =
             u"Authentication is required to change the IPVS table of this computer, as any administrator may."_s,
         .users = {u"operator"_s, u"root"_s},
         .prompt = u"Password: "_s},
        nullptr);
    FITS(authentication);
}

QTEST_MAIN(TestFit)
#include "tst_fit.moc"
