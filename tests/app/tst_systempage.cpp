// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/explainedroles.h"
#include "app/models/kernelmodel.h"
#include "app/models/sysctlmodel.h"
#include "app/pages/systempage.h"
#include "app/session/directorsession.h"
#include "app/text/kerneltext.h"
#include "app/text/sysctltext.h"
#include "app/widgets/explainedtable.h"
#include "app/widgets/messagebar.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestSystemPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTunableIsExplained();
    void everyPartIsExplained_data();
    void everyPartIsExplained();
    void tableSizes();
    void tunablesThatDifferAreMarked();
    void refreshKeepsTheRow();
    void missingTunablesSayWhy();
    void rowsAreExplainedAndCopied();

    void showsTheMachine();
    void timeoutsAreDrafted();
    void tunablesAreDrafted();
    void tunableIsOpenedByKeyboardAndMouse();
    void staleTunableStartsAnew();
    void missingTunableCannotBeChanged();
    void daemonsAreStartedAndStopped();
    void mixedFamiliesAreSaid();
    void lockedOffersNothing();
    void withoutHelperSaysWhatIsMissing();
};

namespace {

/// The page on a sandbox, as the window shows it.
struct Shown {
    Shown()
    {
        director.open();
        page.resize(1100, 600);
        page.show();
    }
    bool isRead()
    {
        return QTest::qWaitFor([this] { return text(u"TCP"_s).contains(u" s"_s) && session.isEditable(); });
    }
    /// What stands beside the label `name`, or "name: what it says".
    QString text(const QString &name) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (const auto *value = qobject_cast<const QLabel *>(label->buddy()); value && label->text() == name)
                return value->text();
            if (label->text().startsWith(name + u": "_s))
                return label->text();
        }
        return {};
    }
    QTreeView *tunables() const { return page.findChild<QTreeView *>(u"tunables"_s); }
    QModelIndex tunable(const QString &name) const
    {
        const QAbstractItemModel *model = tunables()->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
    }
    void choose(const QString &name) const { tunables()->setCurrentIndex(tunable(name)); }
    QString valueOf(const QString &name) const
    {
        return tunable(name).siblingAtColumn(SysctlModel::Value).data().toString();
    }
    QPushButton *button(const QString &name) const { return page.findChild<QPushButton *>(name); }
    void withDialog(const std::function<void(QDialog &)> &work)
    {
        QDialog *dialog = nullptr;
        QVERIFY(QTest::qWaitFor([&] { return (dialog = page.findChild<QDialog *>()) != nullptr; }));
        work(*dialog);
        dialog->accept();
        QTRY_VERIFY(!page.findChild<QDialog *>());
    }

    LocalDirector director{u"sandbox"_s, [] { return std::make_unique<SandboxBackend>(); }};
    DirectorSession session{&director};
    SystemPage page{&session};
};

} // namespace

void TestSystemPage::everyTunableIsExplained()
{
    for (const Sysctl &sysctl : knownSysctls()) {
        QVERIFY2(!sysctlEffect(sysctl).isEmpty(), sysctl.name.data());
        QVERIFY(!sysctlRange(sysctl).isEmpty());
    }
    QCOMPARE(sysctlTitle(u"ipv4/vs/conntrack"), u"conntrack"_s);
    QCOMPARE(sysctlTitle(u"ipv4/conf/all/arp_ignore"), u"net.ipv4.conf.all.arp_ignore"_s);
    QCOMPARE(sysctlTitle(u"ipv4/conf/eth0.100/arp_ignore"), u"net/ipv4/conf/eth0.100/arp_ignore"_s);
}

void TestSystemPage::everyPartIsExplained_data()
{
    QTest::addColumn<FeatureState>("state");
    QTest::addColumn<bool>("needsRemedy");
    QTest::newRow("unknown") << FeatureState::Unknown << true;
    QTest::newRow("missing") << FeatureState::Missing << true;
    QTest::newRow("module") << FeatureState::Module << true;
    QTest::newRow("loaded") << FeatureState::Loaded << false;
    QTest::newRow("built in") << FeatureState::BuiltIn << false;
}

void TestSystemPage::everyPartIsExplained()
{
    QFETCH(const FeatureState, state);
    QFETCH(const bool, needsRemedy);
    QVERIFY(!featureStateText(state).isEmpty());
    QSet<QString> names;
    for (const KernelFeature &feature : kernelFeatures) {
        names.insert(featureName(feature));
        QCOMPARE(!featureRemedy(feature, state).isEmpty(), needsRemedy);
        if (feature.kind != KernelFeature::Kind::Protocol)
            QVERIFY2(!featurePurpose(feature).isEmpty(), feature.name.data());
        if (const QString command = featureCommand(feature, state); !command.isEmpty())
            QCOMPARE(command, u"modprobe "_s + feature.module);
    }
    QCOMPARE(size_t(names.size()), kernelFeatures.size());
}

void TestSystemPage::tableSizes()
{
    QVERIFY(tableSizeText(4096).contains(u"2^12"_s));
    QVERIFY(tableSizeText(4096).contains(u"32,768"_s));
    QVERIFY(tableSizeText(1u << 27).contains(u"2^27"_s));
    QVERIFY(tableSizeText(0).contains(u"not known"_s));
}

void TestSystemPage::tunablesThatDifferAreMarked()
{
    SysctlModel model;
    const QAbstractItemModelTester tester(&model);
    model.setValues({{u"ipv4/vs/conntrack"_s, u"1"_s}, {u"ipv4/vs/drop_entry"_s, u"0"_s}});
    const auto value = [&](int row) { return model.index(row, SysctlModel::Value); };
    QCOMPARE(model.index(4, SysctlModel::Name).data().toString(), u"drop_entry"_s);
    QVERIFY(value(0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(!value(0).data(Qt::DecorationRole).isNull());
    QCOMPARE(value(0).data(Qt::AccessibleTextRole).toString(), u"1, not the default"_s);
    QVERIFY(value(4).data(Qt::FontRole).isNull());
    QCOMPARE(value(4).data(Qt::AccessibleTextRole).toString(), u"0"_s);
}

void TestSystemPage::refreshKeepsTheRow()
{
    SysctlModel model;
    const QAbstractItemModelTester tester(&model);
    model.setValues({{u"ipv4/vs/conntrack"_s, u"1"_s}, {u"ipv4/vs/drop_entry"_s, u"0"_s}});
    const QPersistentModelIndex row(model.index(4, 0));
    model.setValues({{u"ipv4/vs/conntrack"_s, u"0"_s}, {u"ipv4/vs/drop_entry"_s, u"3"_s}});
    QVERIFY(row.isValid());
    QCOMPARE(row.sibling(4, SysctlModel::Value).data().toString(), u"3"_s);
    model.setValues({});
    QCOMPARE(model.rowCount(), 0);
}

void TestSystemPage::missingTunablesSayWhy()
{
    SysctlModel model;
    model.setValues({{u"ipv4/vs/conntrack"_s, u"1"_s}});
    QCOMPARE(model.rowCount(), int(std::ranges::count_if(knownSysctls(), std::not_fn(&Sysctl::isPerInterface))));
    for (int row = 1; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        QCOMPARE(index.siblingAtColumn(SysctlModel::Value).data(Qt::AccessibleTextRole).toString(),
                 u"not on this director"_s);
        QVERIFY(index.data(CommandRole).toString().isEmpty());
        const Sysctl &sysctl = model.sysctlAt(row);
        const QString reason =
            sysctl.name.endsWith("_expiration"_L1) ? u"module ip_vs_lblc"_s : u"The kernel of this director"_s;
        QVERIFY2(index.data(ExplanationRole).toString().contains(reason), sysctl.name.data());
    }
}

void TestSystemPage::rowsAreExplainedAndCopied()
{
    SysctlModel model;
    model.setValues({{u"ipv4/vs/conntrack"_s, u"1"_s}});
    ExplainedTable table(&model, u"Tunables"_s);
    QCOMPARE(table.view()->accessibleName(), u"Tunables"_s);
    const auto *copy = table.findChild<QToolButton *>();
    QVERIFY(!copy->isEnabled());
    table.view()->setCurrentIndex(model.index(0, 2));
    QCOMPARE(table.findChild<QLineEdit *>()->text(), u"sysctl -w net.ipv4.vs.conntrack=1"_s);
    QVERIFY(copy->isEnabled());
    table.findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"sysctl -w net.ipv4.vs.conntrack=1"_s);
    model.setValues({{u"ipv4/vs/conntrack"_s, u"0"_s}});
    QCOMPARE(table.findChild<QLineEdit *>()->text(), u"sysctl -w net.ipv4.vs.conntrack=0"_s);
}

void TestSystemPage::showsTheMachine()
{
    Shown shown;
    QVERIFY(shown.isRead());
    QCOMPARE(shown.text(u"TCP"_s), u"900 s"_s);
    QCOMPARE(shown.text(u"UDP"_s), u"300 s"_s);
    QCOMPARE(shown.text(u"Master"_s), u"Master: not running"_s);
    const auto *kernel = shown.page.findChild<QTreeView *>(u"kernelSupport"_s);
    const auto *tunables = shown.page.findChild<QTreeView *>(u"tunables"_s);
    QCOMPARE(kernel->model()->rowCount(), int(kernelFeatures.size()));
    QCOMPARE(kernel->model()->index(0, KernelModel::State).data().toString(), u"Loaded"_s);
    QTRY_VERIFY(tunables->model()->rowCount() > 20);
}

void TestSystemPage::timeoutsAreDrafted()
{
    Shown shown;
    QVERIFY(shown.isRead());
    shown.button(u"changeTimeouts"_s)->click();
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"tcp"_s)->setText(u"1800"_s); });
    QCOMPARE(shown.session.draft().plan().operations.size(), 1u);
    QCOMPARE(shown.text(u"TCP"_s), u"900 s → 1,800 s (drafted)"_s);
    QCOMPARE(shown.text(u"UDP"_s), u"300 s"_s);
    shown.session.apply();
    QTRY_COMPARE(shown.text(u"TCP"_s), u"1,800 s"_s);
}

void TestSystemPage::tunablesAreDrafted()
{
    Shown shown;
    QVERIFY(shown.isRead());
    shown.choose(u"conntrack"_s);
    shown.button(u"changeValue"_s)->click();
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QComboBox *>(u"value"_s)->setCurrentIndex(1); });
    QCOMPARE(shown.session.draft().plan(), (ChangePlan{{SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}}}));
    QCOMPARE(shown.valueOf(u"conntrack"_s), u"0 → 1 (drafted)"_s);
    shown.button(u"changeValue"_s)->click();
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QComboBox *>(u"value"_s)->setCurrentIndex(0); });
    QVERIFY(shown.session.draft().isEmpty()); // back again
    QCOMPARE(shown.valueOf(u"conntrack"_s), u"0"_s);

    QVERIFY(shown.session.add({{SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}}}));
    shown.session.apply();
    QTRY_COMPARE(shown.valueOf(u"conntrack"_s), u"1"_s);
    QTRY_VERIFY(shown.session.canUndoLastApply());
    shown.session.draftUndoOfLastApply();
    QCOMPARE(shown.valueOf(u"conntrack"_s), u"1 → 0 (drafted)"_s);
    shown.session.apply();
    QTRY_COMPARE(shown.valueOf(u"conntrack"_s), u"0"_s);
}

void TestSystemPage::tunableIsOpenedByKeyboardAndMouse()
{
    Shown shown;
    QVERIFY(shown.isRead());
    QTreeView *view = shown.tunables();
    QVERIFY(!shown.button(u"changeValue"_s)->isEnabled()); // of which?
    shown.choose(u"am_droprate"_s);
    QTest::keyClick(view, Qt::Key_Return);
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"value"_s)->setText(u"20"_s); });
    QCOMPARE(shown.valueOf(u"am_droprate"_s), u"10 → 20 (drafted)"_s);
    shown.choose(u"amemthresh"_s);
    view->scrollTo(view->currentIndex());
    const QPoint place = view->visualRect(view->currentIndex()).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"value"_s)->setText(u"2048"_s); });
    QCOMPARE(shown.valueOf(u"amemthresh"_s), u"1024 → 2048 (drafted)"_s);
}

void TestSystemPage::staleTunableStartsAnew()
{
    Shown shown;
    QVERIFY(shown.isRead());
    QVERIFY(shown.session.add({{SetSysctl{u"ipv4/vs/am_droprate"_s, u"10"_s, u"20"_s}}}));
    auto foreign = shown.director.apply({{SetSysctl{u"ipv4/vs/am_droprate"_s, u"10"_s, u"15"_s}}});
    QTRY_VERIFY(foreign.isFinished());
    shown.session.apply();
    QTRY_VERIFY(shown.session.isDraftStale());
    QTRY_COMPARE(shown.valueOf(u"am_droprate"_s), u"15 → 20 (drafted)"_s);
    shown.session.rebaseDraft();
    const ChangePlan fresh{{SetSysctl{u"ipv4/vs/am_droprate"_s, u"15"_s, u"20"_s}}};
    QTRY_COMPARE(shown.session.draft().plan(), fresh);
    shown.session.apply();
    QTRY_COMPARE(shown.valueOf(u"am_droprate"_s), u"20"_s);
}

void TestSystemPage::missingTunableCannotBeChanged()
{
    Shown shown;
    QVERIFY(shown.isRead());
    shown.choose(u"conntrack"_s);
    QVERIFY(shown.button(u"changeValue"_s)->isEnabled());
    shown.choose(u"lblc_expiration"_s);
    QVERIFY(!shown.button(u"changeValue"_s)->isEnabled());
    QTest::keyClick(shown.tunables(), Qt::Key_Return);
    QVERIFY(!shown.page.findChild<QDialog *>());
}

void TestSystemPage::daemonsAreStartedAndStopped()
{
    Shown shown;
    QVERIFY(shown.isRead());
    QPushButton *master = shown.button(u"masterDaemon"_s);
    master->click();
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"syncId"_s)->setText(u"7"_s); });
    QCOMPARE(shown.text(u"Master"_s), u"Master: to be started on eth0, ID 7 (drafted)"_s);
    master->click(); // takes it back
    QVERIFY(shown.session.draft().isEmpty());
    master->click();
    shown.withDialog([](QDialog &dialog) { dialog.findChild<QLineEdit *>(u"syncId"_s)->setText(u"8"_s); });
    shown.session.apply();
    QTRY_COMPARE(shown.text(u"Master"_s), u"Master: running on eth0, ID 8, 224.0.0.81, port 8848"_s);
    QCOMPARE(shown.text(u"Backup"_s), u"Backup: not running"_s);

    QTRY_VERIFY(master->isEnabled());
    master->click();
    QCOMPARE(shown.text(u"Master"_s), u"Master: to be stopped (drafted)"_s);
    master->click(); // keeps it
    QVERIFY(shown.session.draft().isEmpty());
    master->click();
    shown.session.apply();
    QTRY_COMPARE(shown.text(u"Master"_s), u"Master: not running"_s);
}

void TestSystemPage::mixedFamiliesAreSaid()
{
    Shown shown;
    QVERIFY(shown.isRead());
    RealServer mixed = server(11);
    mixed.key.address = ip(u"2001:db8::11");
    mixed.forwarding = Forwarding::Tunnelling;
    auto applied = shown.director.apply({{AddService{service(web)}, AddServer{web, mixed}}});
    QTRY_VERIFY(applied.isFinished());
    shown.button(u"backupDaemon"_s)->click();
    const auto said = [&] {
        const auto labels = shown.page.findChild<MessageBar *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [](const QLabel *label) { return label->text().contains(u"IPv4 and IPv6"_s); });
    };
    QTRY_VERIFY(said());
    QVERIFY(!shown.page.findChild<QDialog *>());
}

void TestSystemPage::lockedOffersNothing()
{
    Shown shown;
    QVERIFY(shown.isRead());
    shown.choose(u"conntrack"_s);
    shown.director.lock();
    for (const auto &name : {u"changeTimeouts"_s, u"masterDaemon"_s, u"backupDaemon"_s, u"changeValue"_s})
        QVERIFY(!shown.button(name)->isEnabled());
    shown.director.unlock();
    for (const auto &name : {u"changeTimeouts"_s, u"masterDaemon"_s, u"backupDaemon"_s, u"changeValue"_s})
        QTRY_VERIFY(shown.button(name)->isEnabled()); // a daemon or value may be being read
}

void TestSystemPage::withoutHelperSaysWhatIsMissing()
{
    /// Timeouts need the helper; tunables don't.
    class Partly : public SandboxBackend
    {
    public:
        Result<Timeouts> readTimeouts() override { return failure(ErrorCode::NoHelper); }
        Result<std::vector<SyncDaemon>> readSyncDaemons() override { return failure(ErrorCode::NoHelper); }
    };
    LocalDirector director(u"partly"_s, [] { return std::make_unique<Partly>(); });
    DirectorSession session(&director);
    SystemPage page(&session);
    director.open();
    page.show();
    const auto *tunables = page.findChild<QTreeView *>(u"tunables"_s);
    QTRY_VERIFY(tunables->model()->rowCount() > 20);
    QVERIFY(!page.findChild<QPushButton *>(u"changeTimeouts"_s)->isEnabled());
    QVERIFY(!page.findChild<QPushButton *>(u"masterDaemon"_s)->isEnabled());
}

QTEST_MAIN(TestSystemPage)
#include "tst_systempage.moc"
