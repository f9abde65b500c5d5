// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icons.h"
#include "app/theme/statecolors.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lvs;

/// Colours can be read on every background they are put on.
class TestStateColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFormula();
    void statesAreReadable_data();
    void statesAreReadable();
    void palettesAreReadable();
    void linesOfAGraphAreSeen();
    void everyStateHasAnIcon();
};

void TestStateColors::contrastFormula()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01); // a known value of WCAG
}

void TestStateColors::statesAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<int>("state");
    for (int state = 0; state < stateCount; ++state) {
        QTest::addRow("light %d", state) << lightPalette() << state;
        QTest::addRow("dark %d", state) << darkPalette() << state;
    }
}

void TestStateColors::statesAreReadable()
{
    QFETCH(QPalette, palette);
    QFETCH(int, state);
    for (const auto background : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
        const double ratio = contrastRatio(stateColor(State(state), palette), palette.color(background));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on role %2").arg(ratio).arg(background)));
    }
    for (const auto background : {QPalette::Base, QPalette::AlternateBase}) {
        QImage cell(1, 1, QImage::Format_RGB32);
        cell.fill(palette.color(background));
        QPainter(&cell).fillRect(cell.rect(), glowColor(palette));
        const double ratio = contrastRatio(stateColor(State(state), palette), cell.pixelColor(0, 0));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on glowing role %2").arg(ratio).arg(background)));
    }
}

void TestStateColors::linesOfAGraphAreSeen()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (int index = 0; index < seriesColorCount; ++index) {
            const QColor color = seriesColor(index, palette);
            QVERIFY(contrastRatio(color, palette.color(QPalette::Base)) >= 3);
            for (int other = 0; other < index; ++other)
                QVERIFY(color != seriesColor(other, palette));
        }
        QCOMPARE(seriesColor(seriesColorCount, palette), seriesColor(0, palette));
    }
}

void TestStateColors::palettesAreReadable()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::PlaceholderText, QPalette::Window},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::Link, QPalette::Base},
        };
        for (const auto &[text, background] : pairs) {
            const double ratio = contrastRatio(palette.color(text), palette.color(background));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("%1: role %2 on %3").arg(ratio).arg(text).arg(background)));
        }
    }
}

void TestStateColors::everyStateHasAnIcon()
{
    QSet<QByteArray> shapes;
    for (int state = 0; state < stateCount; ++state) {
        const QImage image = stateIcon(State(state), lightPalette()).pixmap(16).toImage();
        QVERIFY(!image.isNull());
        // Told apart without colour: the alpha channel is the shape.
        const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
        shapes.insert(QByteArray(reinterpret_cast<const char *>(alpha.constBits()), alpha.sizeInBytes()));
    }
    QCOMPARE(shapes.size(), stateCount);
}

QTEST_MAIN(TestStateColors)
#include "tst_statecolors.moc"
