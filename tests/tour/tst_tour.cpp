// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/console.h"
#include "tests/e2e/labdirector.h"
#include "tests/lab/labhost.h"
#include "tests/tour/contrast.h"

#include <QCursor>
#include <QDir>
#include <QGuiApplication>
#include <QPixmap>
#include <QProcessEnvironment>
#include <QScopeGuard>
#include <QScreen>
#include <QTest>

#include <functional>
#include <utility>

using namespace lvs;
using namespace lvs::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A tour of the shipped console: does the main job in the sandbox and on the lab's director, in each theme and
/// language, in the size of LVS_TOUR_SCALE. Leaves a picture of each page in LVS_TOUR_DIRECTORY and judges what can be
/// judged on it: rows are live, texts can be read.
class Tour : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sandbox_data() { themesAndLanguages(); }
    void sandbox();
    void director_data() { themesAndLanguages(); }
    void director();

private:
    void themesAndLanguages();
    QStringList appearance() const;
    /// For a console that is as large as LVS_TOUR_SCALE says; the display has to have room for it.
    static QProcessEnvironment scaled();
    /// Leaves a picture of the screen and judges `window` on it.
    void picture(const QString &page, const Accessible &window);
    /// Opens the dialog behind a button, fills it in, leaves a picture and closes it.
    void dialog(Console &console, const QString &page, const QString &button, const QString &title,
                const std::function<void()> &fill = {});
    /// Goes to a page by its key and leaves a picture once its view shows; `view` is its name in English.
    void page(Console &console, const QString &key, const QString &view, const QString &name);
    static void live(Console &console, const QString &service, const QString &server); ///< selects it; it has traffic
    /// The diagram of a service, with a packet's way through it.
    void topology(Console &console, const QString &service, const QString &name);
    /// Rules as text: from the table, changed by hand, compared.
    void rules(Console &console);
    /// Curves of the last minute in each kind that the page has; pictures begin with `name`.
    void curves(Console &console, const QString &name);
    /// The main job; leaves a picture `page` of its drafts.
    void changeServices(Console &console, const QString &page, const QString &address, int port);

    QDir m_pictures;
    QString m_look; ///< "light-en": end of the names of this round's pictures
};

namespace {

const QString mainWindow = u"mainWindow"_s;

QString translationFile(const QString &language)
{
    return QStringLiteral(LVS_TRANSLATIONS "/lvs-console_%1.ts").arg(language);
}

/// Fetches from the lab's first service, now more and now less, so that curves are curves.
const QString visitors = uR"(
import itertools, math, time, urllib.request
for i in itertools.count():
    for _ in range(6 + int(5 * math.sin(i / 6))):
        try:
            urllib.request.urlopen("http://172.18.100.6/", timeout=5).read()
        except OSError:
            pass  # drained, or about to be
    time.sleep(0.5)
)"_s;

bool carriesText(const QString &role)
{
    return role == role::Label || role == role::Button || role == role::CheckBox || role == role::PageTab ||
           role == role::TreeItem || role == role::ColumnHeader || role == role::ListItem || role == role::MenuItem ||
           role == role::ComboBox;
}

/// Texts below `object` that are enabled, lie wholly inside `visible` and can be told from their ground too badly, with
/// the ratio measured.
QStringList faintTexts(const QImage &screen, const Accessible &object, const QRect &visible)
{
    constexpr double Enough = 4.5; // WCAG 2.1, level AA
    QStringList faint;
    for (const auto &child : object.shownChildren()) {
        const QRect area = child.extents();
        const bool isIcon = child.role() == role::Button && area.width() <= area.height();
        if (carriesText(child.role()) && !child.name().trimmed().isEmpty() && child.is(State::Enabled) && !isIcon &&
            area.width() > 1 && visible.contains(area)) {
            if (const double ratio = tour::contrastOf(screen.copy(area)); ratio < Enough)
                faint += u"%1 \"%2\": %3"_s.arg(child.role(), child.name()).arg(ratio, 0, 'f', 2);
        }
        faint += faintTexts(screen, child, visible & area);
    }
    return faint;
}

} // namespace

void Tour::initTestCase()
{
    QTest::setThrowOnFail(true); // without a lab the rest makes no sense
    m_pictures = QDir(qEnvironmentVariable("LVS_TOUR_DIRECTORY", u"pictures"_s));
    QVERIFY2(m_pictures.mkpath(u"."_s), qPrintable(m_pictures.absolutePath()));
}

void Tour::themesAndLanguages()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("language");
    for (const auto *theme : {"light", "dark"}) {
        for (const auto *language : {"en", "zh_CN"})
            QTest::addRow("%s-%s", theme, language) << QString::fromLatin1(theme) << QString::fromLatin1(language);
    }
}

QStringList Tour::appearance() const
{
    return {u"--theme"_s, m_look.section(u'-', 0, 0), u"--language"_s, m_look.section(u'-', 1)};
}

QProcessEnvironment Tour::scaled()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, environment.value(u"LVS_TOUR_SCALE"_s, u"1"_s));
    return environment;
}

void Tour::picture(const QString &page, const Accessible &window)
{
    // What the pointer happens to be over would be highlighted.
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight());
    // A window that was just shown or changed is painted a little later: the first look does not count, and what stays
    // faint is judged.
    bool looked = false;
    QImage screen;
    QStringList faint;
    const bool readable = QTest::qWaitFor(
        [&] {
            screen = QGuiApplication::primaryScreen()->grabWindow().toImage();
            faint = faintTexts(screen, window, window.extents());
            return std::exchange(looked, true) && window.hasKeyboard() && faint.isEmpty();
        },
        20s);
    const QString scale = qEnvironmentVariable("LVS_TOUR_SCALE", u"1"_s);
    const QString end = scale == u"1" ? QString() : u"@%1x"_s.arg(scale);
    const QString file = m_pictures.filePath(u"%1-%2%3.png"_s.arg(page, m_look, end));
    QVERIFY2(screen.save(file), qPrintable(file));
    QVERIFY2(readable, qPrintable(u"%1: not in front, or contrast below 4.5:1:\n%2"_s.arg(file, faint.join(u'\n'))));
}

void Tour::dialog(Console &console, const QString &page, const QString &button, const QString &title,
                  const std::function<void()> &fill)
{
    console.program().press(console.word(button));
    const auto dialog = console.program().need(role::Dialog, title);
    if (fill)
        fill();
    picture(page, dialog);
    Program::typeKey(u"Escape"_s);
    console.program().until(u"\"%1\" is closed"_s.arg(title),
                            [&] { return console.program().find(role::Dialog, title).isNull(); });
}

void Tour::page(Console &console, const QString &key, const QString &view, const QString &name)
{
    Program::typeKey(key);
    console.program().need(role::Tree, console.word(view));
    picture(name, console.program().findById(mainWindow));
}

void Tour::live(Console &console, const QString &service, const QString &server)
{
    console.selectRow(service, server);
    console.program().until(u"clients come to %1"_s.arg(server.isEmpty() ? service : server),
                            [&] { return console.cell(service, server, u"Conns/s"_s).toInt() > 0; });
}

void Tour::changeServices(Console &console, const QString &page, const QString &address, int port)
{
    const QString service = u"TCP %1:%2"_s.arg(address).arg(port);
    const QString first = u"192.168.10.11:%1"_s.arg(port);
    const QString second = u"192.168.10.12:%1"_s.arg(port);
    console.addService(address, port, u"rr"_s);
    console.addServer(service, u"192.168.10.11"_s);
    console.addServer(service, u"192.168.10.12"_s);
    console.apply();
    console.setWeight(service, first, 10);
    console.setWeight(service, second, 3);
    console.setScheduler(service, u"wrr"_s);
    picture(page, console.program().findById(mainWindow));
    console.apply();
    console.drain(service, second);
    console.apply();
    console.remove(service, second);
    console.apply();
    console.undoLastApply();
    console.apply();
    QCOMPARE(console.cell(service, first, u"Weight"_s), u"10"_s);
    QCOMPARE(console.cell(service, second, u"Weight"_s), u"0"_s);
    QCOMPARE(console.cell(service, {}, u"Method"_s), u"wrr"_s);
}

void Tour::curves(Console &console, const QString &name)
{
    Program::typeKey(u"ctrl+3"_s);
    console.program().need(role::Tree, console.word(u"Curves"_s));
    const auto showTime = [&](const QString &time) { console.program().choose(console.word(u"Time"_s), time); };
    showTime(console.word(u"%1 min"_s).arg(1));
    picture(name, console.program().findById(mainWindow));
    console.program().choose(console.word(u"Show"_s), console.word(u"Bytes in per second"_s));
    console.program().check(console.word(u"Stacked"_s), true);
    picture(name + u"-stacked"_s, console.program().findById(mainWindow));
    console.program().choose(console.word(u"Show"_s), console.word(u"Bytes out per second"_s));
    picture(name + u"-replies"_s, console.program().findById(mainWindow));
}

void Tour::topology(Console &console, const QString &service, const QString &name)
{
    Program::typeKey(u"ctrl+5"_s);
    console.program().choose(console.word(u"Diagram of"_s), service);
    console.program().until(u"the packet's way is known"_s, [&] {
        return console.program().find(role::Tree, console.word(u"Steps of the packet"_s)).rowCount() > 5;
    });
    picture(name, console.program().findById(mainWindow));
}

void Tour::rules(Console &console)
{
    Program::typeKey(u"ctrl+6"_s);
    console.program().press(console.word(u"Start from the present table"_s));
    const QString editor = console.word(u"Rules"_s);
    QString text;
    console.program().until(u"the table stands in the editor"_s, [&] {
        text = console.program().find(role::Text, editor).text();
        return text.contains(u"-A -t 172.18.100.6:80"_s);
    });
    const auto change = [&](const QString &before, const QString &after) {
        QVERIFY2(text.contains(before), qPrintable(before));
        text.replace(text.indexOf(before), before.size(), after);
    };
    change(u"-r 192.168.10.12:80 -m -w 2"_s, u"-r 192.168.10.12:80 -m -w 5"_s);
    text = u"# The shop's services\n"_s + text +
           u"\n# HTTPS comes next week\n-A -t 172.18.100.6:443 -s mh -p -b mh-port\n"
           "-a -t 172.18.100.6:443 -r 192.168.10.11:8443 -g -w 4  # port as on the old one\n"_s;
    console.program().setText(editor, text);
    console.program().until(u"the rules are checked"_s, [&] {
        return console.program().find(role::Tree, console.word(u"Problems"_s)).rowCount() > 2;
    });
    picture(u"rules"_s, console.program().findById(mainWindow));
    console.program().check(console.word(u"Compare"_s), true);
    console.program().until(u"the differences are shown"_s, [&] {
        return console.program().find(role::Tree, console.word(u"Comparison"_s)).rowCount() > 1;
    });
    picture(u"compare"_s, console.program().findById(mainWindow));
}

void Tour::sandbox()
{
    m_look = QString::fromLatin1(QTest::currentDataTag());
    QFETCH(const QString, language);
    Console console(translationFile(language));
    console.start(appearance() + QStringList{u"--select"_s, u"sandbox"_s}, scaled());
    const QString web = u"TCP 172.18.100.6:80"_s;
    live(console, web, u"192.168.10.11:80"_s);
    picture(u"services"_s, console.program().findById(mainWindow));

    const auto type = [&](const QString &field, const QString &text) {
        console.program().setText(console.word(field), text);
    };
    dialog(console, u"add-service"_s, u"Add service…"_s, console.word(u"Add virtual service"_s), [&] {
        type(u"Address"_s, u"172.18.100.6"_s);
        type(u"Port"_s, u"443"_s);
        console.program().choose(console.word(u"Scheduler"_s), u"mh"_s);
        console.program().check(console.word(u"Persistence"_s), true);
        type(u"Netmask"_s, u"255.255.255.0"_s);
    });
    dialog(console, u"add-server"_s, u"Add real server…"_s, console.word(u"Add real server to %1"_s).arg(web), [&] {
        type(u"Address"_s, u"192.168.10.21"_s);
        console.program().choose(console.word(u"Forwarding"_s), console.word(u"Tunnelling (TUN)"_s));
        console.program().choose(console.word(u"Tunnel type"_s), u"GUE"_s);
        type(u"Tunnel port"_s, u"6080"_s);
        type(u"Weight"_s, u"0"_s);
    });
    dialog(console, u"connect"_s, u"Connect…"_s, console.word(u"Connect to a director"_s));

    changeServices(console, u"pending"_s, u"172.18.100.6"_s, 8080);
    picture(u"applied"_s, console.program().findById(mainWindow));
    curves(console, u"traffic"_s);
    page(console, u"ctrl+4"_s, u"Connections"_s, u"connections"_s);
    topology(console, web, u"topology"_s);
    rules(console);
    page(console, u"ctrl+8"_s, u"Tunables"_s, u"system"_s);
    // At last, when there is something to be seen of the last minutes.
    live(console, web, {});
    picture(u"services-traffic"_s, console.program().findById(mainWindow));
    page(console, u"ctrl+1"_s, u"Busiest services"_s, u"overview"_s);
}

void Tour::director()
{
    m_look = QString::fromLatin1(QTest::currentDataTag());
    QFETCH(const QString, language);
    const LabDirector director;
    lab::clearTable();
    Console console(translationFile(language));
    console.start(appearance() + director.connectArguments(u"root"_s), scaled());
    const auto question = console.program().need(
        role::Dialog, console.word(u"%1 – %2"_s).arg(console.word(u"Unknown host key"_s), u"root@director"_s), 60);
    picture(u"host-key"_s, question);
    console.confirmHostKey();
    console.unlockEditing();
    console.program().need(role::Button, console.word(u"Add the first one"_s));
    picture(u"director-empty"_s, console.program().findById(mainWindow));
    changeServices(console, u"director-pending"_s, u"172.18.100.6"_s, 80);
    const QString service = u"TCP 172.18.100.6:80"_s;
    lab::startScript(u"client"_s, u"visitors"_s, visitors);
    const auto leave = qScopeGuard([] { lab::stopScript(u"client"_s, u"visitors"_s); });
    live(console, service, u"192.168.10.11:80"_s);
    picture(u"director"_s, console.program().findById(mainWindow));
    page(console, u"ctrl+4"_s, u"Connections"_s, u"director-connections"_s);
    topology(console, service, u"director-topology"_s);
    Program::typeKey(u"ctrl+6"_s);
    console.program().press(console.word(u"Start from the present table"_s));
    console.program().until(u"the table stands in the editor"_s, [&] {
        return console.program().find(role::Text, console.word(u"Rules"_s)).text().contains(u"-A -t 172.18.100.6:80"_s);
    });
    picture(u"director-rules"_s, console.program().findById(mainWindow));
    page(console, u"ctrl+8"_s, u"Tunables"_s, u"director-system"_s);
    // At last, when there is something to be seen of the last minutes.
    curves(console, u"director-traffic"_s);
    Program::typeKey(u"ctrl+2"_s);
    live(console, service, {});
    picture(u"director-services"_s, console.program().findById(mainWindow));
    page(console, u"ctrl+1"_s, u"Busiest services"_s, u"director-overview"_s);
}

QTEST_MAIN(Tour)
#include "tst_tour.moc"
