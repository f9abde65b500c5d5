// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparer.h"
#include "app/compare/compareview.h"
#include "app/compare/sourcebox.h"
#include "app/editor/rulechecker.h"
#include "app/editor/ruleeditor.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/detailspane.h"
#include "app/pages/directorfacts.h"
#include "app/pages/directorview.h"
#include "app/pages/servicesview.h"
#include "app/text/traffictext.h"
#include "app/theme/appearance.h"
#include "app/traffic/trafficplot.h"
#include "core/director/localdirector.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/app/cutofftexts.h"
#include "tests/app/everydialog.h"
#include "tests/support/firewallobjects.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    void markedServices_data() { looks(); }
    void markedServices();
    void overview_data() { looks(); }
    void overview();
    void traffic_data() { looks(); }
    void traffic();
    void topology_data() { looks(); }
    void topology();
    void rules_data() { looks(); }
    void rules();
    void dialogs_data() { looks(); }
    void dialogs();

private:
    static void looks();
    static QStringList judged(QWidget &window);
    static void leavePicture(const QString &name, QWidget &window);
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
        10s);
    return cutOff;
}

/// For a person to look at, where LVS_TOUR_DIRECTORY says; see tests/tour/tour.
void TestFit::leavePicture(const QString &name, QWidget &window)
{
    const QString directory = qEnvironmentVariable("LVS_TOUR_DIRECTORY");
    if (directory.isEmpty())
        return;
    QImage picture; // layouts follow a change a little later
    (void)QTest::qWaitFor([&] {
        const QImage now = window.grab().toImage();
        return std::exchange(picture, now) == now;
    });
    const QString look = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    const QString scale = window.devicePixelRatio() > 1 ? u"@%1x"_s.arg(window.devicePixelRatio()) : QString();
    const QString file = u"%1/%2-%3%4.png"_s.arg(directory, name, look, scale);
    QVERIFY2(picture.save(file), qPrintable(file));
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
    QTRY_COMPARE(cutOffTexts(window).size(), 2);
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
    window.findChild<DirectorView *>()->showPage(PageId::Services);
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

/// With the rules that lead to it, and with one that leads nowhere.
void TestFit::markedServices()
{
    LocalDirector director(u"sandbox"_s, [] {
        auto sandbox = makeExampleSandbox();
        sandbox->execute(std::vector<Operation>{AddMarkRule{webMark(2)}});
        return sandbox;
    });
    MainWindow window;
    window.addDirector(&director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    QTRY_COMPARE(director.status().link, LinkState::Live);
    window.findChild<DirectorView *>()->showPage(PageId::Services);
    director.unlock();
    const auto *model = window.findChild<ServiceTreeModel *>();
    const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);
    QTRY_VERIFY(model->rowCount(model->indexOf(marked)) > 0);
    window.findChild<ServicesView *>()->select(model->indexOf(marked));
    const auto labels = [&] { return window.findChild<DetailsPane *>()->findChildren<QLabel *>(); };
    const auto isShown = [](const QLabel *label) { return label->text().contains(u"172.18.100.8"); };
    QTRY_VERIFY(std::ranges::any_of(labels(), isShown));
    QTRY_VERIFY(window.findChild<QWidget *>(u"strayRulesBar"_s)->isVisible());
    FITS(window);
    leavePicture(u"services-marked"_s, window);
}

void TestFit::overview()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    MainWindow window;
    window.addDirector(&director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    FITS(window);
    const auto *busiest = window.findChild<QTreeView *>(u"busiestServers"_s);
    QTRY_VERIFY(busiest->model()->rowCount() > 5);
    const auto *boot = window.findChild<QLabel *>(u"bootFact"_s);
    QTRY_VERIFY(boot->text() != DirectorFacts::tr("Reading …"));
    FITS(window);
    leavePicture(u"overview"_s, window);
}

void TestFit::traffic()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    MainWindow window;
    window.addDirector(&director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    QTRY_COMPARE(director.status().link, LinkState::Live);
    window.findChild<DirectorView *>()->showPage(PageId::Traffic);
    const auto *plot = window.findChild<TrafficPlot *>();
    QTRY_VERIFY(plot->series().size() > 1);
    FITS(window);
    window.findChild<QComboBox *>(u"trafficQuantity"_s)->setCurrentIndex(int(TrafficQuantity::OutBytes));
    const auto *note = window.findChild<QLabel *>(u"trafficNote"_s);
    QTRY_VERIFY(note->isVisible()); // direct routing
    FITS(window);
}

void TestFit::topology()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    MainWindow window;
    window.addDirector(&director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    QTRY_COMPARE(director.status().link, LinkState::Live);
    window.findChild<DirectorView *>()->showPage(PageId::Topology);
    auto *service = window.findChild<QComboBox *>(u"topologyService"_s);
    QTRY_VERIFY(service->count() > 1);
    FITS(window);
    service->setCurrentIndex(1);
    Q_EMIT service->activated(1);
    const auto *steps = window.findChild<QTreeView *>(u"walkSteps"_s);
    QTRY_VERIFY(steps->model()->rowCount() > 5);
    auto *tabs = window.findChild<QTabWidget *>(u"topologyTabs"_s);
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        FITS(window);
        leavePicture(u"topology-tab%1"_s.arg(i), window);
    }
    window.findChild<QLineEdit *>(u"walkClient"_s)->setText(u"nobody"_s);
    tabs->setCurrentIndex(0);
    FITS(window);
    leavePicture(u"topology"_s, window);
}

void TestFit::rules()
{
    LocalDirector director(u"sandbox"_s, [] { return makeExampleSandbox(); });
    MainWindow window;
    window.addDirector(&director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&director);
    QTRY_COMPARE(director.status().link, LinkState::Live);
    director.unlock();
    window.findChild<DirectorView *>()->showPage(PageId::Rules);
    FITS(window);

    auto *editor = window.findChild<RuleEditor *>(u"ruleEditor"_s);
    auto *problems = window.findChild<QTreeView *>(u"problems"_s);
    const auto *checker = window.findChild<RuleChecker *>();
    QTRY_VERIFY(checker->result() && checker->result()->isPresentKnown);
    window.findChild<QAction *>(u"newFromTable"_s)->trigger();
    QTRY_VERIFY(editor->blockCount() > 10);
    QString text = editor->toPlainText().replace(u"192.168.10.12:80 -m -w 2"_s, u"192.168.10.12:80 -m -w 5"_s);
    const qsizetype marked = text.indexOf(u"-A -f 1"_s);
    QVERIFY(marked > 0);
    text.truncate(marked); // so that a service goes
    text += u"# HTTPS comes next week\n-A -t 172.18.100.6:443 -s mh -p -b mh-port\n"
            "-a -t 172.18.100.6:443 -r 192.168.10.11:8443 -g -w 4  # port as on the old one\n"_s;
    editor->selectAll();
    editor->insertPlainText(text + u"-a -t 172.18.100.6:443 -r 192.168.10 -w many\n"_s);
    QTRY_VERIFY(checker->isCurrent() && checker->result()->errors > 0);
    QTRY_VERIFY(problems->model()->rowCount() > 2);
    FITS(window);
    leavePicture(u"rules-errors"_s, window);

    editor->undo();
    editor->selectAll();
    editor->insertPlainText(text);
    QTRY_VERIFY(checker->isCurrent() && checker->result()->errors == 0 && checker->result()->servicesRemoved > 0);
    editor->moveCursor(QTextCursor::End);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    editor->setFocus();
    QTest::keyClicks(editor, u"-a -t "_s);
    QTest::keyClick(editor, Qt::Key_Space, Qt::ControlModifier);
    auto *popup = editor->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    leavePicture(u"rules-completion"_s, *popup);
    popup->hide();
    editor->undo();
    QTRY_VERIFY(checker->isCurrent() && checker->result()->errors == 0);
    FITS(window);
    leavePicture(u"rules"_s, window);

    window.findChild<QAction *>(u"compareRules"_s)->trigger();
    QTRY_VERIFY(window.findChild<QTreeView *>(u"comparison"_s)->model()->rowCount() > 1);
    FITS(window);
    leavePicture(u"rules-compare"_s, window);
    auto *right = window.findChild<CompareView *>()->box(Side::Right);
    right->setSource({.kind = CompareSource::Kind::Boot, .boot = BootSource::Rhel});
    QTRY_VERIFY(window.findChild<Comparer *>()->problem(Side::Right));
    FITS(window);
    leavePicture(u"rules-boot"_s, window);
    window.findChild<DirectorView *>()->giveUp(); // the text is not to be offered to the next row
}

void TestFit::dialogs()
{
    SandboxWork work;
    work.open();
    for (const auto &[name, dialog] : everyDialog(work)) {
        const QStringList cutOff = judged(*dialog);
        leavePicture(name, *dialog);
        QVERIFY2(cutOff.isEmpty(), qPrintable(name + u":\n"_s + cutOff.join(u'\n')));
        dialog->hide();
    }
}

QTEST_MAIN(TestFit)
#include "tst_fit.moc"
