// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/bootdialog.h"
#include "app/dialogs/bootwritedialog.h"
#include "app/pages/bootpanel.h"
#include "app/session/directorsession.h"
#include "app/text/boottext.h"
#include "core/boot/bootfiles.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestBootPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatARebootLoses();
    void savedTableComesBack();
    void dialogShowsEverythingAtOnce();
    void differencesOfARow();
    void forgetting();
    void debianIsPreviewedAndWritten();
    void rhelIsPreviewedAndWritten();
    void refusalIsShown();
    void lockedOnlyLooks();
    void everyNoteHasItsWords_data();
    void everyNoteHasItsWords();
    void everySourceIsNamed();
    void remainders_data();
    void remainders();
};

namespace {

/// The panel on a sandbox that has a service with a server.
struct Shown {
    Shown()
    {
        director.open();
        panel.resize(900, 60);
        panel.show();
    }
    bool isRead()
    {
        if (!QTest::qWaitFor([this] { return director.status().access == Access::Editable; }))
            return false;
        auto applied = director.apply({{AddService{service(web)}, AddServer{web, server(11)}}});
        if (!QTest::qWaitFor([&] { return applied.isFinished(); }))
            return false;
        panel.readNow();
        return QTest::qWaitFor([this] { return summary().contains(u"loses everything"_s); });
    }
    QString summary() const { return panel.findChild<QLabel *>(u"bootSummary"_s)->text(); }
    QPushButton *button(const QString &name) const { return panel.findChild<QPushButton *>(name); }
    BootDialog *openDialog()
    {
        button(u"bootDetails"_s)->click();
        return panel.findChild<BootDialog *>();
    }
    BootState boot()
    {
        auto state = director.readBoot();
        return QTest::qWaitFor([&] { return state.isFinished(); }) ? state.result().value_or(BootState()) : BootState();
    }

    LocalDirector director{u"sandbox"_s, [] { return std::make_unique<SandboxBackend>(); }};
    DirectorSession session{&director};
    BootPanel panel{&session};
};

QString cell(const BootDialog &dialog, int row, int column)
{
    return dialog.findChild<QTreeWidget *>(u"bootSources"_s)->topLevelItem(row)->text(column);
}

QStringList entries(const BootDialog &dialog, const QString &name)
{
    QStringList texts;
    const auto *list = dialog.findChild<QListWidget *>(name);
    for (int row = 0; row < list->count(); ++row)
        texts << list->item(row)->text();
    return texts;
}

} // namespace

void TestBootPanel::saysWhatARebootLoses()
{
    Shown shown;
    QVERIFY(!shown.button(u"saveBoot"_s)->isEnabled());
    QVERIFY(shown.isRead());
    QVERIFY(shown.button(u"saveBoot"_s)->isEnabled());
    // What the far side says is no HTML.
    QCOMPARE(shown.panel.findChild<QLabel *>(u"bootSummary"_s)->textFormat(), Qt::PlainText);
}

void TestBootPanel::savedTableComesBack()
{
    Shown shown;
    QVERIFY(shown.isRead());
    shown.button(u"saveBoot"_s)->click();
    QTRY_VERIFY(shown.summary().contains(u"changes nothing"_s));
    auto applied = shown.director.apply({{AddServer{web, server(12)}}});
    QTRY_VERIFY(shown.summary().contains(u"1 thing"_s)); // seen without asking
}

void TestBootPanel::dialogShowsEverythingAtOnce()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    QVERIFY(dialog);
    QCOMPARE(cell(*dialog, 0, 0), u"In the kernel now"_s);
    QCOMPARE(cell(*dialog, 0, 1), u"1"_s);
    QCOMPARE(cell(*dialog, 0, 2), u"1"_s);
    QCOMPARE(cell(*dialog, 1, 1), u"0"_s); // after the next boot
    QCOMPARE(cell(*dialog, 1, 3), u"1"_s); // the service goes, with its server
    QVERIFY(cell(*dialog, 2, 4).contains(u"nothing kept"_s));
    QVERIFY(cell(*dialog, 2, 4).contains(u"lvs-console-restore.service is enabled"_s));
    QVERIFY(cell(*dialog, 3, 4).contains(u"not read"_s));
    QCOMPARE(cell(*dialog, 4, 4), u"no such file"_s);
    QCOMPARE(cell(*dialog, 4, 3), u"–"_s);
    QCOMPARE(entries(*dialog, u"bootNotes"_s).size(), 1);
    QVERIFY(entries(*dialog, u"bootNotes"_s)[0].contains(u"Nothing is set up"_s));

    dialog->findChild<QPushButton *>(u"saveHere"_s)->click();
    QTRY_COMPARE(cell(*dialog, 1, 1), u"1"_s);
    QCOMPARE(cell(*dialog, 1, 3), u"0"_s);
    QVERIFY(cell(*dialog, 2, 4).contains(u"written"_s));
}

void TestBootPanel::differencesOfARow()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    auto *rows = dialog->findChild<QTreeWidget *>(u"bootSources"_s);
    QCOMPARE(rows->indexOfTopLevelItem(rows->currentItem()), 1);
    QCOMPARE(entries(*dialog, u"bootDifferences"_s).size(), 1);
    QVERIFY(entries(*dialog, u"bootDifferences"_s)[0].contains(u"172.18.100.6:80"_s));
    rows->setCurrentItem(rows->topLevelItem(4));
    QCOMPARE(entries(*dialog, u"bootDifferences"_s), QStringList{u"There is nothing to compare."_s});
    rows->setCurrentItem(rows->topLevelItem(0));
    QVERIFY(entries(*dialog, u"bootDifferences"_s).isEmpty());
    dialog->findChild<QPushButton *>(u"saveHere"_s)->click();
    rows->setCurrentItem(rows->topLevelItem(2));
    QTRY_COMPARE(entries(*dialog, u"bootDifferences"_s), QStringList{u"Nothing: they are equal."_s});
}

void TestBootPanel::forgetting()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    auto *forget = dialog->findChild<QPushButton *>(u"forgetBoot"_s);
    QVERIFY(!forget->isEnabled());
    shown.button(u"saveBoot"_s)->click();
    QTRY_VERIFY(forget->isEnabled());
    forget->click();
    QTRY_VERIFY(cell(*dialog, 2, 4).contains(u"nothing kept"_s));
    QTRY_VERIFY(!forget->isEnabled());
}

void TestBootPanel::debianIsPreviewedAndWritten()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    dialog->findChild<QPushButton *>(u"writeDebian"_s)->click();
    auto *preview = dialog->findChild<BootWriteDialog *>();
    QVERIFY(preview);
    const auto *tabs = preview->findChild<QTabWidget *>();
    QTRY_COMPARE(tabs->count(), 2);
    QStringList shownTexts;
    for (int tab = 0; tab < tabs->count(); ++tab)
        shownTexts << qobject_cast<QPlainTextEdit *>(tabs->widget(tab))->toPlainText();
    QVERIFY(shownTexts[0].contains(u"-A -t 172.18.100.6:80 -s rr"_s));
    QVERIFY(shownTexts[1].contains(u"AUTO=\"true\""_s));
    preview->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(cell(*dialog, 3, 4).contains(u"read at boot"_s));
    const BootState boot = shown.boot();
    QCOMPARE(QString::fromUtf8(boot.debianRules.content), shownTexts[0]);
    QCOMPARE(QString::fromUtf8(boot.debianDefaults.content), shownTexts[1]);
}

void TestBootPanel::rhelIsPreviewedAndWritten()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    dialog->findChild<QPushButton *>(u"writeRhel"_s)->click();
    auto *preview = dialog->findChild<BootWriteDialog *>();
    const auto *tabs = preview->findChild<QTabWidget *>();
    QTRY_COMPARE(tabs->count(), 1);
    const QString text = qobject_cast<QPlainTextEdit *>(tabs->widget(0))->toPlainText();
    preview->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_COMPARE(QString::fromUtf8(shown.boot().rhelRules.content), text);
    QTRY_VERIFY(cell(*dialog, 4, 4).contains(u"not read by the ipvsadm.service"_s)); // that is Debian's here
}

void TestBootPanel::refusalIsShown()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    dialog->findChild<QPushButton *>(u"writeDebian"_s)->click();
    auto *preview = dialog->findChild<BootWriteDialog *>();
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    // Somebody else writes meanwhile.
    auto other = shown.director.writeBootFiles(BootLayout::Debian, {}, shown.boot());
    QTRY_VERIFY(other.isFinished());
    QVERIFY(other.result());
    preview->findChild<QPushButton *>(u"accept"_s)->click();
    const auto said = [&] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [](const QLabel *l) { return l->isVisible() && l->text().contains(u"changed"_s); });
    };
    QTRY_VERIFY(said());
    QVERIFY(!shown.boot().debianRules.content.contains("172.18.100.6"));
}

void TestBootPanel::lockedOnlyLooks()
{
    Shown shown;
    QVERIFY(shown.isRead());
    BootDialog *dialog = shown.openDialog();
    shown.director.lock();
    for (const auto &name : {u"saveHere"_s, u"forgetBoot"_s, u"writeDebian"_s, u"writeRhel"_s})
        QVERIFY(!dialog->findChild<QPushButton *>(name)->isEnabled());
    QVERIFY(!shown.button(u"saveBoot"_s)->isEnabled());
    QVERIFY(shown.button(u"bootDetails"_s)->isEnabled());
    shown.director.unlock();
    QVERIFY(dialog->findChild<QPushButton *>(u"writeDebian"_s)->isEnabled());
}

void TestBootPanel::everyNoteHasItsWords_data()
{
    QTest::addColumn<BootNote>("note");
    for (int code = 0; code <= int(BootNote::Code::BothRestore); ++code)
        QTest::addRow("%d", code) << BootNote{BootNote::Code(code), {u"/first/value"_s, u"17"_s}};
}

void TestBootPanel::everyNoteHasItsWords()
{
    QFETCH(const BootNote, note);
    QVERIFY(bootNoteText(note).endsWith(u'.') || bootNoteText(note).contains(u": "_s));
    QVERIFY(!bootNoteText(note).contains(u'%'));
    QSet<QString> texts;
    for (int code = 0; code <= int(BootNote::Code::BothRestore); ++code)
        texts.insert(bootNoteText({BootNote::Code(code), note.values}));
    QCOMPARE(texts.size(), int(BootNote::Code::BothRestore) + 1);
}

void TestBootPanel::everySourceIsNamed()
{
    QSet<QString> names;
    for (const BootSource source : everyBootSource)
        names.insert(bootSourceName(source));
    QCOMPARE(std::size_t(names.size()), std::size(everyBootSource));
    QVERIFY(layoutExplanation(BootLayout::Debian) != layoutExplanation(BootLayout::Rhel));
}

void TestBootPanel::remainders_data()
{
    using Installation = BootUnit::Installation;
    QTest::addColumn<Installation>("installation");
    QTest::addColumn<std::optional<BootLayout>>("layout");
    QTest::addColumn<bool>("something");
    QTest::addColumn<QString>("command");
    using Layout = std::optional<BootLayout>;
    QTest::newRow("ready") << Installation::Enabled << Layout(BootLayout::Debian) << false << QString();
    QTest::newRow("disabled") << Installation::Disabled << Layout(BootLayout::Debian) << true
                              << u"systemctl enable ipvsadm.service"_s;
    QTest::newRow("masked") << Installation::Masked << Layout() << true
                            << u"systemctl unmask ipvsadm.service && systemctl enable ipvsadm.service"_s;
    QTest::newRow("missing") << Installation::Missing << Layout() << true << QString();
    QTest::newRow("other layout") << Installation::Enabled << Layout(BootLayout::Rhel) << true << QString();
}

void TestBootPanel::remainders()
{
    QFETCH(const BootUnit::Installation, installation);
    QFETCH(const std::optional<BootLayout>, layout);
    QFETCH(const bool, something);
    QFETCH(const QString, command);
    const BootState state{.distributionUnit = {.installation = installation}, .distributionLayout = layout};
    const auto [text, line] = layoutRemainder(state, BootLayout::Debian);
    QCOMPARE(!text.isEmpty(), something);
    QCOMPARE(line, command);
}

QTEST_MAIN(TestBootPanel)
#include "tst_bootpanel.moc"
