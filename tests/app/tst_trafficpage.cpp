// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trafficsourcesmodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/trafficpage.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "app/text/csv.h"
#include "app/theme/statecolors.h"
#include "app/traffic/trafficexport.h"
#include "app/traffic/trafficplot.h"
#include "app/widgets/emptystate.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The page on a director that answers when the test says so.
class TestTrafficPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
        QCoreApplication::setApplicationName(u"tst_trafficpage"_s);
    }
    void init()
    {
        QSettings().clear();
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_actions = std::make_unique<ServiceActions>();
        m_page = std::make_unique<TrafficPage>(m_session.get(), m_actions.get());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->activateWindow();
        m_director->open();
        m_table = courseTable();
        m_readAt = QDateTime::currentMSecsSinceEpoch() - 120'000;
        record(60); // a minute of life, a minute ago
    }
    void cleanup() { m_page.reset(); }

    void drawsTheServicesOfASmallDirector()
    {
        QCOMPARE(names(), (QStringList{u"TCP 172.18.100.6:80"_s, u"TCP 172.18.100.6:3306"_s}));
        QVERIFY(plot()->series()[0].curve.points.size() > 20);
        QVERIFY(plot()->window().isLive());
    }

    void opensAServiceWhoseServersWereNotRead()
    {
        m_director->answer(*m_table.read(std::vector<ServiceKey>{})); // as it is where nobody looks at them
        const QModelIndex service = row(u"TCP 172.18.100.6:80"_s);
        QVERIFY(view()->model()->hasChildren(service));
        view()->setFocus();
        view()->setCurrentIndex(service);
        QTest::keyClick(view(), Qt::Key_Right);
        QTRY_VERIFY(std::ranges::contains(m_director->asked().back().serversOf, web));
        record(4);
        QTRY_COMPARE(view()->model()->rowCount(row(u"TCP 172.18.100.6:80"_s)), 2);
    }

    /// Of many services none is drawn at first, so nobody has read their servers.
    void opensOneOfManyServices()
    {
        for (quint16 port = 1; port <= 10; ++port)
            m_table.add(service(tcp(u"172.18.100.9"_s, port)), {server(11, 1)});
        m_page.reset();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_page = std::make_unique<TrafficPage>(m_session.get(), m_actions.get());
        const auto before = m_director->asked().size();
        m_page->show();
        QTRY_VERIFY(m_director->asked().size() > before);
        m_director->answer(*m_table.read(std::vector<ServiceKey>{}));
        QTRY_VERIFY(row(u"TCP 172.18.100.6:80"_s).isValid());
        view()->setFocus();
        view()->setCurrentIndex(row(u"TCP 172.18.100.6:80"_s));
        QTest::keyClick(view(), Qt::Key_Right);
        QTRY_VERIFY(std::ranges::contains(m_director->asked().back().serversOf, web));
    }

    void drawsWhatIsCheckedByKeyboard()
    {
        view()->setFocus();
        view()->setCurrentIndex(row(u"All services"_s));
        QTest::keyClick(view(), Qt::Key_Space);
        QCOMPARE(names().size(), 3);
        QTest::keyClick(view(), Qt::Key_Space);
        QCOMPARE(names().size(), 2);
    }

    void drawsServersBesideServices()
    {
        view()->expand(row(u"TCP 172.18.100.6:80"_s));
        record(20);
        const QModelIndex server = view()->model()->index(0, 0, row(u"TCP 172.18.100.6:80"_s));
        QVERIFY(view()->model()->setData(server, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(names().last(), u"TCP 172.18.100.6:80 → 192.168.10.11:80"_s);
        QVERIFY(!plot()->series().back().curve.points.empty());
    }

    void findsAService()
    {
        find<QLineEdit>("trafficFind")->setText(u"3306"_s);
        QCOMPARE(view()->model()->rowCount(), 1);
        QCOMPARE(names().size(), 2); // what is drawn stays
    }

    void saysWhyRepliesOfDirectRoutingAreMissing()
    {
        for (ServerState &server : m_table.servers(web))
            server.config.forwarding = Forwarding::Gatewaying;
        view()->expand(row(u"TCP 172.18.100.6:80"_s));
        record(10);
        choose("trafficQuantity", u"Bytes out per second"_s);
        const auto *note = find<QLabel>("trafficNote");
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().startsWith(u"TCP 172.18.100.6:80: replies go past the director"),
                 qPrintable(note->text()));
        QVERIFY(plot()->series()[0].curve.points.empty());
        QVERIFY(!plot()->series()[1].curve.points.empty()); // masquerading is counted
        choose("trafficQuantity", u"Bytes in per second"_s);
        QVERIFY(!note->isVisible());
    }

    void exactRatesAreOnesOfTheirOwn()
    {
        m_table[web].traffic.rates.connections = 77;
        record(20);
        QCOMPARE(cell(u"TCP 172.18.100.6:80"_s), u"77/s"_s);
        choose("trafficWay", u"exact, from counters"_s);
        QCOMPARE(cell(u"TCP 172.18.100.6:80"_s), u"10/s"_s);
        choose("trafficQuantity", u"Active connections"_s);
        QVERIFY(!find<QComboBox>("trafficWay")->isEnabled());
    }

    void pausesAndGoesOn()
    {
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Space);
        QVERIFY(!plot()->window().isLive());
        const qint64 end = plot()->window().to();
        QVERIFY(m_page->summary().endsWith(u"paused"));
        record(4);
        QCOMPARE(plot()->window().to(), end);
        QTest::keyClick(plot(), Qt::Key_End);
        QVERIFY(plot()->window().isLive());
        QVERIFY(!action("trafficPause")->isChecked());
    }

    void zoomsAndPansByKeyboard()
    {
        plot()->setFocus();
        const qint64 span = plot()->window().span();
        QTest::keyClick(plot(), Qt::Key_Plus);
        QVERIFY(plot()->window().span() < span);
        QVERIFY(plot()->window().isLive());
        QTest::keyClick(plot(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!plot()->window().isLive());
        QVERIFY(action("trafficPause")->isChecked());
    }

    void choosesHowMuchTimeIsShown()
    {
        auto *spans = find<QComboBox>("trafficSpan");
        spans->setCurrentIndex(0);
        Q_EMIT spans->activated(0);
        QCOMPARE(plot()->window().span(), 60'000);
    }

    void readsAllCurvesAtACrosshair()
    {
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Left);
        QVERIFY(plot()->cursor());
        const qint64 last = *plot()->cursor();
        QVERIFY2(plot()->readout().contains(u"TCP 172.18.100.6:80: 12/s"), qPrintable(plot()->readout()));
        QVERIFY(plot()->readout().contains(u"TCP 172.18.100.6:3306: "));
        QCOMPARE(plot()->accessibleDescription(), plot()->readout());
        QTest::keyClick(plot(), Qt::Key_Left);
        QVERIFY(*plot()->cursor() < last);
        QTest::keyClick(plot(), Qt::Key_Escape);
        QVERIFY(!plot()->cursor());
    }

    void theTableHasTheSameFigures()
    {
        const auto *model = find<QTableView>("trafficTable")->model();
        QCOMPARE(model->columnCount(), 4);
        QCOMPARE(model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"TCP 172.18.100.6:80"_s);
        QVERIFY(model->rowCount() > 20);
        QCOMPARE(model->index(0, 1).data().toString(), u"12/s"_s);
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Left);
        QVERIFY(plot()->readout().startsWith(model->index(0, 0).data().toString()));
    }

    /// As a person or a screen reader works with it.
    void theTableKeepsItsPlace()
    {
        auto *table = find<QTableView>("trafficTable");
        table->setCurrentIndex(table->model()->index(5, 1));
        const QString time = table->model()->index(5, 0).data().toString();
        m_readAt = QDateTime::currentMSecsSinceEpoch() - 8000;
        record(6);
        QVERIFY(table->currentIndex().row() > 5);
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), time);
    }

    void marksWhatHappened()
    {
        m_table.servers(web).front().config.weight = 0;
        m_readAt = QDateTime::currentMSecsSinceEpoch() - 2000;
        record(2);
        QTRY_COMPARE(plot()->marks().size(), std::size_t(2));
        QVERIFY(plot()->marks()[0].text.startsWith(u"1 change(s) by another program") ||
                plot()->marks()[0].text.startsWith(u"1 change by another program"));
        const auto *model = find<QTableView>("trafficTable")->model();
        QVERIFY(model->index(0, 3).data().toString().contains(u"drained"));
    }

    void stacksAndScales()
    {
        // 12 a second and 4, with a little room above; the first figures of all are smaller.
        QCOMPARE(plot()->valueRange(), (std::pair{0.0, 12 * 1.08}));
        action("trafficStacked")->trigger();
        QCOMPARE(plot()->valueRange(), (std::pair{0.0, 16 * 1.08}));
        QVERIFY(!action("trafficLogarithmic")->isEnabled());
        action("trafficStacked")->trigger();
        QCOMPARE(plot()->valueRange(), (std::pair{0.0, 12 * 1.08}));
        action("trafficLogarithmic")->trigger();
        QCOMPARE(plot()->valueRange(), (std::pair{1.0, 12 * 1.5}));
        m_table[database].traffic.rates.connections = 2000;
        record(4);
        QCOMPARE(plot()->valueRange(), (std::pair{1.0, 2000 * 1.5}));
    }

    /// The row is selected, and its line is thicker than before.
    void highlightsWhatIsClickedInTheLegend()
    {
        const auto lines = [this] { return count(plot()->grab().toImage(), seriesColor(1, plot()->palette())); };
        const int thin = lines();
        const auto place = placeOf(TrafficSource::of(database));
        QVERIFY(place);
        QCOMPARE(view()->currentIndex().data().toString(), u"TCP 172.18.100.6:3306"_s);
        QVERIFY2(lines() > thin * 5 / 4, qPrintable(u"%1, %2"_s.arg(thin).arg(lines())));
        view()->setCurrentIndex(row(u"TCP 172.18.100.6:80"_s));
        QCOMPARE(lines(), thin);
    }

    /// A person takes their time to click, while readings come.
    void aReadingDoesNotTakeAClickAway()
    {
        const auto place = placeOf(TrafficSource::of(database));
        QVERIFY(place);
        QSignalSpy clicked(plot(), &TrafficPlot::sourceClicked);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, *place);
        record(2);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, *place);
        QCOMPARE(clicked.size(), 1);
    }

    /// Only the crosshair moves with the pointer.
    void readingByPointerDrawsNothingElse()
    {
        QWidget *canvas = this->canvas();
        const TrafficPlot *graph = plot();
        QTest::mouseMove(canvas, {300, 100});
        QTest::qWait(100); // what is under way is drawn
        QVERIFY(graph->cursor());
        const qint64 before = *graph->cursor();
        QSignalSpy replotted(canvas, SIGNAL(afterReplot()));
        QTest::mouseMove(canvas, {500, 120});
        QVERIFY(*graph->cursor() > before);
        QVERIFY(m_page->findChild<QLabel *>(u"trafficReadout"_s)->isVisible());
        QCOMPARE(replotted.size(), 0);
    }

    /// A curve that has no figures is told of in the note, and is nothing to click.
    void theLegendHasWhatIsDrawn()
    {
        QVERIFY(placeOf(TrafficSource::of(web)));
        for (ServerState &server : m_table.servers(web))
            server.config.forwarding = Forwarding::Gatewaying;
        view()->expand(row(u"TCP 172.18.100.6:80"_s));
        record(4);
        choose("trafficQuantity", u"Bytes out per second"_s);
        QVERIFY(!placeOf(TrafficSource::of(web)));
        QVERIFY(placeOf(TrafficSource::of(database)));
    }

    /// Figures of curves are kept with three digits and about a fourth.
    void saysNoMoreDigitsThanAreKnown()
    {
        m_table[web].traffic.rates.inBytes = 18'234'567;
        record(2);
        choose("trafficQuantity", u"Bytes in per second"_s);
        m_actions->exactValues->trigger();
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Left);
        QVERIFY2(plot()->readout().contains(u"≈ 18,240,000 B/s"), qPrintable(plot()->readout()));
        QCOMPARE(find<QTableView>("trafficTable")->model()->index(0, 1).data().toString(), u"≈ 18,240,000 B/s"_s);
        m_actions->exactValues->trigger();
        QVERIFY2(plot()->readout().contains(u" 18.2 MB/s"), qPrintable(plot()->readout()));
        const QString csv = trafficCsv(plot()->values(), {u"web"_s, u"database"_s}, TrafficMetric::InBytes, {});
        QVERIFY(csv.startsWith(u"Time (UTC),\"web"_s) || csv.startsWith(u"Time (UTC),web"_s));
        QVERIFY(csv.section(u'\n', 0, 0).contains(u"(within 0.05 % or 1/32)"));
        QVERIFY(csv.contains(u",18240000,"));
    }

    void writesAllDigitsIfWanted()
    {
        m_table[web].traffic.rates.inBytes = 18'234'567;
        record(2);
        choose("trafficQuantity", u"Bytes in per second"_s);
        QCOMPARE(cell(u"TCP 172.18.100.6:80"_s), u"18.2 MB/s"_s);
        QVERIFY(tooltip(u"TCP 172.18.100.6:80"_s).contains(u"18,234,567 B/s"));
        m_actions->exactValues->trigger();
        QCOMPARE(cell(u"TCP 172.18.100.6:80"_s), u"18,234,567 B/s"_s);
        m_actions->exactValues->trigger();
    }

    void exports_data()
    {
        QTest::addColumn<QByteArray>("suffix");
        for (const char *suffix : {"png", "svg", "pdf", "csv"})
            QTest::newRow(suffix) << QByteArray(suffix);
    }
    void exports()
    {
        QFETCH(const QByteArray, suffix);
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"traffic."_s + QString::fromLatin1(suffix));
        action("export_" + suffix)->trigger();
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (suffix == "png") {
            const QImage image(path);
            QCOMPARE(image.size(), plot()->size() * 2);
            QVERIFY(image.text(u"Title"_s).contains(u"New connections per second"));
        } else if (suffix == "svg") {
            QXmlStreamReader drawing(bytes);
            while (!drawing.atEnd())
                drawing.readNext();
            QVERIFY(!drawing.hasError());
            QVERIFY((bytes.contains("<path") || bytes.contains("<polyline")));
        } else if (suffix == "pdf") {
            QVERIFY(bytes.startsWith("%PDF"));
        } else {
            const auto lines = bytes.split('\n');
            QVERIFY(lines[0].startsWith("Time (UTC),\"TCP 172.18.100.6:80") ||
                    lines[0].contains("TCP 172.18.100.6:80"));
            QVERIFY(lines.size() > 20);
            QVERIFY2(lines[lines.size() - 2].contains(",12,"), lines[lines.size() - 2]);
        }
    }

    void failedExportsAreTold()
    {
        action("export_csv")->trigger();
        auto *dialog = m_page->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(u"/nowhere/at/all.csv"_s);
        dialog->close();
        const auto labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"/nowhere/at/all.csv");
        }));
    }

    void followsThePalette()
    {
        const QColor before = corner();
        m_page->setPalette(darkPalette());
        const QColor dark = corner();
        m_page->setPalette(lightPalette());
        QVERIFY(dark.lightness() < 60);
        QVERIFY(corner().lightness() > 200);
        Q_UNUSED(before)
    }

    void leadsOnWhereNothingIsConnected()
    {
        FakeDirector closed;
        DirectorSession session(&closed);
        TrafficPage page(&session, m_actions.get());
        page.show();
        QVERIFY(page.findChild<EmptyState *>()->isVisible());
    }

    /// The first services of an empty director are drawn once they are there.
    void waitsForServices()
    {
        FakeDirector director;
        DirectorSession session(&director);
        TrafficPage page(&session, m_actions.get());
        page.show();
        director.open();
        const auto *sources = page.findChild<TrafficSourcesModel *>();
        const auto answer = [&](const Snapshot &snapshot) {
            QSignalSpy taken(session.watcher(), &TableWatcher::snapshotTaken);
            director.answer(snapshot);
            QTRY_VERIFY(!taken.isEmpty());
        };
        answer({.readAt = QDateTime::currentDateTimeUtc().addSecs(-5)});
        QVERIFY(sources->chosen().empty());
        session.watcher()->refresh();
        answer(*m_table.read());
        QCOMPARE(sources->chosen().size(), std::size_t(2));
    }

    /// Nothing is read for a page that is not shown.
    void watchesOnlyWhileItIsShown()
    {
        m_page->hide();
        const auto before = m_director->asked().size();
        m_director->answer(*m_table.read());                  // asked for while it was shown
        QTRY_COMPARE(m_director->asked().size(), before + 1); // refresh() of record()
        QSignalSpy taken(m_session->watcher(), &TableWatcher::snapshotTaken);
        m_director->answer(*m_table.read());
        QTRY_VERIFY(!taken.isEmpty());
        const auto asked = m_director->asked().size();
        QVERIFY(!QTest::qWaitFor([&] { return m_director->asked().size() > asked; }, 1500));
        find<QCheckBox>("trafficBackground")->click();
        QTRY_VERIFY(m_director->asked().size() > asked);
    }

    /// However many others there are.
    void aPointBetweenGapsIsSeen()
    {
        TrafficPlot plot;
        plot.resize(800, 400);
        plot.show();
        const qint64 start = m_readAt - 200'000;
        const auto drawn = [&](bool withPoint) {
            Curve curve{.grain = std::chrono::seconds(1)};
            for (int i = 0; i < 60; ++i)
                curve.points.push_back({.at = start + i * 1000, .least = 10, .mean = 10, .most = 10});
            curve.points.push_back(CurvePoint::gapAt(start + 60'000));
            if (withPoint)
                curve.points.push_back({.at = start + 80'000, .least = 5, .mean = 5, .most = 5});
            curve.points.push_back(CurvePoint::gapAt(start + 81'000));
            plot.changeWindow([&](TimeWindow &window) { window.setNow(start + 100'000); });
            plot.setSeries({{.source = TrafficSource::machine(), .name = u"all"_s, .curve = curve}},
                           TrafficMetric::Active);
            plot.refresh();
            QTest::qWait(50);
            return count(plot.grab().toImage(), seriesColor(0, plot.palette()));
        };
        const int without = drawn(false);
        QVERIFY2(drawn(true) >= without + 6, qPrintable(u"%1, %2"_s.arg(without).arg(drawn(true))));
    }

    void wordsForEventsDoNotCoverEachOther()
    {
        TrafficPlot plot;
        plot.resize(800, 400);
        plot.show();
        plot.changeWindow([&](TimeWindow &window) { window.setNow(m_readAt); });
        const qint64 end = plot.window().to();
        using Kind = TrafficEvent::Kind;
        plot.setMarks({{end - 200'000, Kind::LinkLost, {}},
                       {end - 100'000, Kind::Applied, {}},
                       {end - 99'500, Kind::Drained, {}},
                       {end - 99'000, Kind::Drained, {}},
                       {end - 3000, Kind::Applied, {}},
                       {end - 2000, Kind::ForeignEdit, {}},
                       {end - 1000, Kind::Drained, {}}});
        plot.refresh();
        QTest::qWait(50);
        plot.refresh(); // now that it is laid out
        QStringList words;
        for (const QObject *item : plot.findChildren<QObject *>()) {
            if (item->inherits("QCPItemText") && !item->property("text").toString().isEmpty())
                words << item->property("text").toString();
        }
        QCOMPARE(words, (QStringList{u"lost"_s, u"applied, drained"_s, u"3 event(s)"_s}));
    }

    void csvHarmsNoSpreadsheet()
    {
        QCOMPARE(csvLine({u"=1+1"_s, u"@x"_s, u"-5"_s, u"-a"_s, u"a,b"_s, u"\"q\""_s}),
                 u"'=1+1,'@x,-5,'-a,\"a,b\",\"\"\"q\"\"\"\r\n"_s);
    }

private:
    /// Readings each second from m_readAt on: 10 connections a second to the web service, 5 to the database.
    void record(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            m_readAt += 1000;
            if (m_readAt / 1000 % 2 == 0) {
                m_table[web].traffic.counters.connections += 20;
                m_table[database].traffic.counters.connections += 10;
            }
            if (m_table[web].traffic.rates.connections == 0) {
                m_table[web].traffic.rates.connections = 12;
                m_table[database].traffic.rates.connections = 4;
            }
            auto snapshot = std::make_shared<Snapshot>(*m_table.read());
            snapshot->readAt = QDateTime::fromMSecsSinceEpoch(m_readAt);
            Q_EMIT m_session->watcher()->snapshotTaken(snapshot);
        }
        // The page looks at the newest reading of the watcher.
        m_session->watcher()->refresh();
        auto newest = *m_table.read();
        newest.readAt = QDateTime::fromMSecsSinceEpoch(m_readAt);
        QSignalSpy taken(m_session->watcher(), &TableWatcher::snapshotTaken);
        m_director->answer(newest);
        QTRY_VERIFY(!taken.isEmpty());
        QTest::qWait(0); // is drawn
    }
    template<class T> T *find(const QByteArray &name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QAction *action(const QByteArray &name) const
    {
        auto *found = find<QAction>(name);
        if (!found)
            qFatal("there is no action %s", name.constData());
        return found;
    }
    /// With what was changed until now drawn.
    TrafficPlot *plot() const
    {
        QTest::qWait(0);
        return m_page->findChild<TrafficPlot *>();
    }
    /// That takes the pointer's events.
    QWidget *canvas() const
    {
        for (auto *child : plot()->findChildren<QWidget *>()) {
            if (child->inherits("QCustomPlot"))
                return child;
        }
        qFatal("there is no canvas");
    }
    /// In the legend.
    std::optional<QPoint> placeOf(const TrafficSource &source)
    {
        std::optional<QPoint> place;
        QWidget *canvas = this->canvas();
        const auto connection = connect(plot(), &TrafficPlot::sourceClicked, this,
                                        [&](const TrafficSource &clicked) { m_clicked = clicked; });
        for (int y = canvas->height() - 4; y > canvas->height() - 60 && !place; y -= 6) {
            for (int x = 20; x < canvas->width() && !place; x += 20) {
                m_clicked.reset();
                QTest::mouseClick(canvas, Qt::LeftButton, {}, {x, y});
                if (m_clicked == source)
                    place = QPoint(x, y);
            }
        }
        disconnect(connection);
        return place;
    }
    /// Pixels of about this colour.
    static int count(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int distance = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                                     std::abs(pixel.blue() - color.blue());
                count += distance < 60 ? 1 : 0;
            }
        }
        return count;
    }
    QTreeView *view() const { return find<QTreeView>("trafficSources"); }
    void choose(const QByteArray &box, const QString &text) const
    {
        auto *combo = find<QComboBox>(box);
        QVERIFY2(combo->findText(text) >= 0, qPrintable(text));
        combo->setCurrentText(text);
        QTest::qWait(0); // is drawn
    }
    QStringList names() const
    {
        QStringList names;
        for (const TrafficPlot::Series &series : plot()->series())
            names << series.name;
        return names;
    }
    QModelIndex row(const QString &name) const
    {
        const QAbstractItemModel *model = view()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data().toString() == name)
                return model->index(i, 0);
        }
        return {};
    }
    QString cell(const QString &name) const
    {
        return row(name).siblingAtColumn(TrafficSourcesModel::Value).data().toString();
    }
    QString tooltip(const QString &name) const { return row(name).data(Qt::ToolTipRole).toString(); }
    QColor corner() const { return plot()->grab().toImage().pixelColor(8, 8); }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
    std::unique_ptr<ServiceActions> m_actions;
    std::unique_ptr<TrafficPage> m_page;
    TableOfTest m_table;
    qint64 m_readAt = 0;
    std::optional<TrafficSource> m_clicked;
};

QTEST_MAIN(TestTrafficPage)
#include "tst_trafficpage.moc"
