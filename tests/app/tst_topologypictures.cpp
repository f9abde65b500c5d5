// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The diagram of each method as a picture, in every theme and language, beside the ones in tests/data/pictures. A
// picture that differs is left in the working directory ("-actual", and with the places marked "-difference"), and the
// failure says where. After a wanted change tests/data/pictures/renew draws them anew (LVS_RENEW_REFERENCES).
#include "app/language.h"
#include "app/theme/appearance.h"
#include "app/topology/carditem.h"
#include "app/topology/diagramexport.h"
#include "app/topology/diagramscene.h"
#include "app/topology/diagramview.h"
#include "app/topology/wayitem.h"
#include "tests/app/diagramexamples.h"
#include "tests/app/paintedtexts.h"
#include "tests/app/picturecomparison.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QPainter>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int smallest = 0; ///< of a PNG's "quality", which only costs time
const QDir folder(QStringLiteral(LVS_PICTURES));

/// A diagram as the page shows it.
class Shown
{
public:
    explicit Shown(const DiagramContent &content) { scene.setContent(content); }

    QImage picture()
    {
        QImage picture(scene.sceneRect().size().toSize(), QImage::Format_RGB32);
        QPainter painter(&picture);
        scene.render(&painter, QRectF(picture.rect()), scene.sceneRect());
        return picture;
    }
    template<class Item> std::vector<Item *> items() const
    {
        std::vector<Item *> found;
        for (QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
            if (auto *wanted = qgraphicsitem_cast<Item *>(item))
                found.push_back(wanted);
        }
        return found;
    }

    DiagramScene scene;

private:
    DiagramView m_view{&scene}; ///< gives it its look
};

using Change = std::function<void(Shown &)>;

/// Of a picture that looks the same as far as a person cares.
using Noise = std::function<QImage(Shown &)>;

void change(Shown &shown, const std::function<void(DiagramContent &)> &how)
{
    DiagramContent content = shown.scene.content();
    how(content);
    shown.scene.setContent(content);
}

/// With nothing where `scene` has texts.
QImage textless(QImage picture, DiagramScene &scene)
{
    QPainter painter(&picture);
    const double scale = picture.width() / scene.sceneRect().width();
    constexpr double room = 2; // letters of another program reach a little farther
    for (const PaintedText &text : paintedTexts(scene)) {
        const QRectF rect = text.rect.translated(-scene.sceneRect().topLeft()).adjusted(-room, -room, room, room);
        painter.fillRect(QRectF(rect.topLeft() * scale, rect.size() * scale), scene.look().background());
    }
    return picture;
}

/// Leaves both pictures in the working directory; says where.
QString leave(const QString &name, const QImage &actual, const QImage &difference)
{
    const QString file = QDir::current().filePath(name);
    actual.save(file + u"-actual.png"_s);
    difference.save(file + u"-difference.png"_s);
    return u"see %1-actual.png and %1-difference.png"_s.arg(file);
}

} // namespace

/// What the diagram looks like.
class TestTopologyPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_language.reset(); }

    void everyMethod_data() { looks(); }
    void everyMethod();
    void drawingsLookTheSame_data() { looks(); }
    void drawingsLookTheSame();
    void differencesAreFound_data();
    void differencesAreFound();
    void noiseIsNoDifference_data();
    void noiseIsNoDifference();

private:
    static void looks();
    static QString pictureName() { return u"topology-"_s + QString::fromLatin1(QTest::currentDataTag()); }

    std::unique_ptr<QObject> m_language; ///< owns the translators of this row
};

void TestTopologyPictures::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_topologypictures"_s);
    // The offscreen platform looks for icons nowhere, and the style brings but the light ones.
    QStringList places = QIcon::themeSearchPaths();
    for (const QString &shared : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        places << shared + u"/icons"_s;
    QIcon::setThemeSearchPaths(places);
}

void TestTopologyPictures::looks()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("language");
    for (const auto &[method, name] :
         {std::pair(SetupMethod::Nat, "nat"), std::pair(SetupMethod::DirectRouting, "dr"),
          std::pair(SetupMethod::Tunnelling, "tun"), std::pair(SetupMethod::FullNat, "fullnat")}) {
        for (const auto &[theme, themeName] : {std::pair(Theme::Light, "light"), std::pair(Theme::Dark, "dark")}) {
            for (const QString &language : {u"en"_s, u"zh_CN"_s})
                QTest::addRow("%s-%s-%s", name, themeName, qPrintable(language)) << method << theme << language;
        }
    }
}

void TestTopologyPictures::init()
{
    QSettings().clear();
    if (!QTest::currentDataTag())
        return;
    // Style, icons and fonts as on a machine without a desktop.
    setAppearance(QByteArrayView(QTest::currentDataTag()).contains("dark") ? Theme::Dark : Theme::Light);
    m_language = std::make_unique<QObject>();
    setLanguage(QByteArrayView(QTest::currentDataTag()).endsWith("zh_CN") ? u"zh_CN"_s : u"en"_s, m_language.get());
}

void TestTopologyPictures::everyMethod()
{
    QFETCH(const SetupMethod, method);
    const QImage actual = Shown(exampleDiagram(method)).picture();
    const QString file = folder.filePath(pictureName() + u".png"_s);
    if (qEnvironmentVariableIsSet("LVS_RENEW_REFERENCES")) {
        // What looks the same is left as it is, so that a change of the repository is one for the eye.
        if (!compare(QImage(file), actual).said.isEmpty())
            QVERIFY2(actual.save(file, "PNG", smallest), qPrintable(file));
        return;
    }
    const PictureDifference difference = compare(QImage(file), actual);
    if (!difference.said.isEmpty())
        QFAIL(qPrintable(u"%1\n%2"_s.arg(difference.said, leave(pictureName(), actual, difference.shown))));
}

/// What another program makes of an exported drawing. Its letters are finer or bolder, and end a little elsewhere.
void TestTopologyPictures::drawingsLookTheSame()
{
    QFETCH(const SetupMethod, method);
    Shown shown(exampleDiagram(method));
    const QTemporaryDir exported;
    const QString drawing = exported.filePath(u"topology.svg"_s);
    const QString picture = exported.filePath(u"topology.png"_s);
    QVERIFY(saveDiagram(shown.scene, PictureFormat::Svg, drawing, u"Topology"_s));
    QVERIFY(saveDiagram(shown.scene, PictureFormat::Png, picture, u"Topology"_s));
    const QImage expected = QImage(picture).convertToFormat(QImage::Format_RGB32);

    QProcess other;
    const QString drawn = exported.filePath(u"drawn.png"_s);
    other.start(u"rsvg-convert"_s, {u"--width"_s, QString::number(expected.width()), u"--height"_s,
                                    QString::number(expected.height()), u"--output"_s, drawn, drawing});
    QVERIFY2(other.waitForFinished(), qPrintable(other.errorString()));
    QVERIFY2(other.exitStatus() == QProcess::NormalExit && other.exitCode() == 0, other.readAllStandardError());
    const QImage actual = QImage(drawn).convertToFormat(QImage::Format_RGB32);
    const PictureDifference texts = compare(expected, actual, {.cell = 16, .shift = 3, .level = 36});
    const PictureDifference rest =
        compare(textless(expected, shown.scene), textless(actual, shown.scene), {.cell = 12, .shift = 2, .level = 12});
    for (const PictureDifference &difference : {texts, rest}) {
        if (!difference.said.isEmpty())
            QFAIL(qPrintable(
                u"%1\n%2"_s.arg(difference.said, leave(pictureName() + u"-svg"_s, actual, difference.shown))));
    }
}

void TestTopologyPictures::differencesAreFound_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &how) { QTest::addRow("%s", name) << how; };
    row("a card that moved", [](Shown &shown) { shown.items<CardItem>()[4]->moveBy(0, 4); });
    row("a card that is gone", [](Shown &shown) { shown.items<CardItem>()[4]->hide(); });
    row("an edge that is gone", [](Shown &shown) { shown.items<WayItem>()[4]->hide(); });
    row("replies that are gone",
        [](Shown &shown) { shown.items<WayItem>()[0]->place({.requests = {{0, 0}, {100, 0}}}); });
    row("a line as thick as for another rate",
        [](Shown &shown) { change(shown, [](DiagramContent &content) { content.ways[2].requestBytes = 9e9; }); });
    row("a state of another colour", [](Shown &shown) {
        change(shown, [](DiagramContent &content) { content.cards[3].state.mark = State::Drained; });
    });
    row("edges of cards in another colour", [](Shown &shown) {
        DiagramLook look = shown.scene.look();
        look.palette.setColor(QPalette::PlaceholderText, look.replies());
        shown.scene.setLook(look);
    });
    row("another word", [](Shown &shown) {
        change(shown, [](DiagramContent &content) { content.cards[4].state.sentence = u"draining"_s; });
    });
    row("another address", [](Shown &shown) {
        change(shown, [](DiagramContent &content) { content.cards[2].lines[0].text.replace(u"172.18"_s, u"10.20"_s); });
    });
    row("another method",
        [](Shown &shown) { change(shown, [](DiagramContent &content) { content.ways[3].forwarding = u"TUN"_s; }); });
    row("another icon", [](Shown &shown) {
        change(shown, [](DiagramContent &content) { content.cards[1].icon = content.cards[2].icon; });
    });
    row("another font", [](Shown &shown) {
        DiagramLook look = shown.scene.look();
        look.font.setFamilies({u"Noto Sans Mono"_s});
        shown.scene.setLook(look);
    });
}

void TestTopologyPictures::differencesAreFound()
{
    QFETCH(const Change, change);
    const QImage before = Shown(exampleDiagram(SetupMethod::Nat)).picture();
    Shown shown(exampleDiagram(SetupMethod::Nat));
    QVERIFY(compare(before, shown.picture()).said.isEmpty());
    change(shown);
    const PictureDifference difference = compare(before, shown.picture());
    QVERIFY(!difference.said.isEmpty());
}

void TestTopologyPictures::noiseIsNoDifference_data()
{
    QTest::addColumn<Noise>("noise");
    const auto row = [](const char *name, const Noise &how) { QTest::addRow("%s", name) << how; };
    row("the same once more", [](Shown &shown) { return shown.picture(); });
    row("letters where they fall", [](Shown &shown) {
        DiagramLook look = shown.scene.look();
        look.font.setHintingPreference(QFont::PreferNoHinting);
        look.fixed.setHintingPreference(QFont::PreferNoHinting);
        shown.scene.setLook(look);
        return shown.picture();
    });
    row("softer", [](Shown &shown) {
        const QImage picture = shown.picture();
        QImage softer = picture;
        QPainter painter(&softer);
        painter.setOpacity(0.12);
        for (const auto &[x, y] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)})
            painter.drawImage(x, y, picture);
        return softer;
    });
    row("a pixel aside", [](Shown &shown) {
        shown.scene.setSceneRect(shown.scene.sceneRect().translated(1, 1));
        return shown.picture();
    });
}

void TestTopologyPictures::noiseIsNoDifference()
{
    QFETCH(const Noise, noise);
    for (const SetupMethod method : {SetupMethod::Nat, SetupMethod::DirectRouting}) {
        const QImage before = Shown(exampleDiagram(method)).picture();
        Shown shown(exampleDiagram(method));
        const PictureDifference difference = compare(before, noise(shown));
        QVERIFY2(difference.said.isEmpty(), qPrintable(difference.said));
    }
}

QTEST_MAIN(TestTopologyPictures)
#include "tst_topologypictures.moc"
