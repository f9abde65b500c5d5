// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/contrast.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

class TestContrast : public QObject
{
    Q_OBJECT

private slots:
    void measuresText_data();
    void measuresText();
    void nothingToRead();
};

void TestContrast::measuresText_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::white) << QColor(Qt::black) << 21.0;
    QTest::newRow("white on black") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("just enough") << QColor(Qt::white) << QColor(0x76, 0x76, 0x76) << 4.54;
    QTest::newRow("grey on grey") << QColor(0xee, 0xee, 0xee) << QColor(0x99, 0x99, 0x99) << 2.45;
}

void TestContrast::measuresText()
{
    QFETCH(const QColor, ground);
    QFETCH(const QColor, text);
    QFETCH(const double, ratio);
    QImage picture(200, 24, QImage::Format_RGB32);
    picture.fill(ground);
    QPainter painter(&picture);
    painter.setPen(text);
    painter.drawText(picture.rect(), Qt::AlignCenter, u"172.18.100.6:80"_s);
    painter.end();
    const double measured = lvs::tour::contrastOf(picture);
    QVERIFY2(std::abs(measured - ratio) < 0.05, qPrintable(QString::number(measured)));
}

void TestContrast::nothingToRead()
{
    QImage picture(20, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QCOMPARE(lvs::tour::contrastOf(picture), 1.0);
    QCOMPARE(lvs::tour::contrastOf(QImage()), 1.0);
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
