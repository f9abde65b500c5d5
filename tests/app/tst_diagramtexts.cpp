// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "app/theme/appearance.h"
#include "app/topology/carditem.h"
#include "app/topology/diagramscene.h"
#include "app/topology/diagramview.h"
#include "tests/app/diagramexamples.h"
#include "tests/app/paintedtexts.h"

#include <QStandardPaths>
#include <QTest>

#include <functional>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

using Content = std::function<DiagramContent(quint64 figure)>;

/// From none to more than a director can do: as many digits as there are, and the largest units.
constexpr std::array<quint64, 6> figures{0, 7, 8'888, 1'088'888, 999'999'999, 0};

/// How many there are to be painted.
qsizetype textsOf(const DiagramContent &content)
{
    qsizetype count = 0;
    for (const CardText &card : content.cards) {
        count += card.state.sentence.isEmpty() ? 1 : 2; // with the title
        for (const CardText::Line &line : card.lines)
            count += line.role.isEmpty() ? 1 : 2;
    }
    for (const WayText &way : content.ways)
        count += way.lines().size();
    return count;
}

} // namespace

/// Where the texts of a diagram are as it is painted.
class TestDiagramTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void overlapsAreFound();
    void noneOverlap_data();
    void noneOverlap();
};

void TestDiagramTexts::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    setAppearance(Theme::Light);
}

void TestDiagramTexts::overlapsAreFound()
{
    DiagramScene scene;
    const DiagramView view(&scene);
    scene.setContent(exampleDiagram(SetupMethod::Nat));
    QVERIFY(paintedTexts(scene).size() > 20);
    QCOMPARE(overlaps(paintedTexts(scene)), QStringList());
    const auto isLast = [&](const QGraphicsItem *item) {
        const auto *card = qgraphicsitem_cast<const CardItem *>(item);
        return card && card->text() == scene.content().cards.back();
    };
    const QList<QGraphicsItem *> items = scene.items();
    const auto last = std::ranges::find_if(items, isLast);
    QVERIFY(last != items.end());
    (*last)->moveBy(-100, 0); // onto the label before it
    QVERIFY(!overlaps(paintedTexts(scene)).isEmpty());
}

void TestDiagramTexts::noneOverlap_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Content>("content");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const auto &[name, method] :
             {std::pair("NAT", SetupMethod::Nat), std::pair("DR", SetupMethod::DirectRouting),
              std::pair("TUN", SetupMethod::Tunnelling), std::pair("FullNAT", SetupMethod::FullNat)}) {
            for (const int servers : {1, 24, 500}) {
                for (const bool unfolded : {false, true})
                    QTest::addRow("%s, %s, %d servers %s", qPrintable(language), name, servers,
                                  unfolded ? "unfolded" : "folded")
                        << language
                        << Content([=](quint64 figure) { return manyServers(method, servers, unfolded, figure); });
            }
        }
        QTest::addRow("%s, 200 services", qPrintable(language))
            << language << Content([](quint64 figure) { return manyServices(200, figure); });
    }
}

void TestDiagramTexts::noneOverlap()
{
    QFETCH(const QString, language);
    QFETCH(const Content, content);
    QObject owner; // of the translators
    setLanguage(language, &owner);
    DiagramScene scene;
    const DiagramView view(&scene);
    // Up and down again: what was placed for other figures stays where it is.
    for (const quint64 figure : figures) {
        scene.setContent(content(figure));
        const std::vector<PaintedText> texts = paintedTexts(scene);
        const QStringList overlapping = overlaps(texts);
        QVERIFY2(overlapping.isEmpty(),
                 qPrintable(overlapping.first(std::min(overlapping.size(), qsizetype(5))).join(u'\n')));
        QCOMPARE(qsizetype(texts.size()), textsOf(scene.content())); // or there would be nothing to overlap
        for (const CardText &card : scene.content().cards) {
            const QRectF rect = scene.card(card.id)->rect();
            for (const PaintedText &text : texts) {
                if (rect.intersects(text.rect) && !rect.contains(text.rect))
                    QFAIL(qPrintable(u"\"%1\" reaches out of a card"_s.arg(text.text)));
            }
        }
    }
}

QTEST_MAIN(TestDiagramTexts)
#include "tst_diagramtexts.moc"
