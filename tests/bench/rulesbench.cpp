// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// rulesbench: the Rules page with a file of 101,000 lines on a director with as many rules. Opens, scrolls, edits,
// saves, compares and drafts as a person does, and says the longest turn of the event loop of each step: "NAME
// MILLISECONDS ms". Each step lasts until what it is about has happened.
#include "app/compare/compareview.h"
#include "app/editor/rulechecker.h"
#include "app/editor/ruleeditor.h"
#include "app/pages/rulespage.h"
#include "app/pages/serviceactions.h"
#include "app/rules/rulefiles.h"
#include "app/session/directorsession.h"
#include "app/session/sessionlist.h"
#include "core/change/workingtable.h"
#include "core/director/localdirector.h"
#include "core/rules/rulewriter.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/bench/largetable.h"
#include "tests/bench/stallprobe.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <functional>

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The rules of the large table, ten of which have another weight.
QByteArray largeFile()
{
    const IpvsTable table = applied(IpvsTable(), bench::largeTable());
    QStringList lines = writeRules({.table = table}, RuleFlavour::Complete).split(u'\n');
    for (int i = 1; i <= 10; ++i) {
        QString &line = lines[i * 10'000];
        line.replace(u"-w 1"_s, u"-w 7"_s);
    }
    return lines.join(u'\n').toUtf8();
}

struct Step {
    const char *name;
    std::function<void()> act;
    std::function<bool()> isDone;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"rulesbench"_s);
    QSettings().clear();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"large.rules"_s);
    if (!writeTextFile(path, largeFile()))
        return 1;

    LocalDirector director(u"large"_s, [] { return std::make_unique<SandboxBackend>(); });
    director.open();
    while (!isConnected(director.status().link))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    auto filled = director.apply(bench::largeTable());
    filled.waitForFinished();
    if (!filled.result())
        return 1;
    DirectorSession session(&director);
    ServiceActions actions;
    SessionList sessions;
    sessions.add(&session);
    RulesPage page(&session, &actions, &sessions);
    page.resize(1200, 700);
    page.show();

    auto *editor = page.findChild<RuleEditor *>(u"ruleEditor"_s);
    auto *checker = page.findChild<RuleChecker *>();
    auto *files = page.findChild<RuleFiles *>();
    auto *comparison = page.findChild<QTreeView *>(u"comparison"_s);
    const auto action = [&](const QString &name) { return page.findChild<QAction *>(name); };
    const auto isChecked = [&] {
        return checker->isCurrent() && checker->result() && checker->lines() && checker->result()->isPresentKnown &&
               checker->result()->file.lineCount() == editor->blockCount();
    };
    const auto isDrafted = [&] { return !session.draft().isEmpty(); };
    const auto rows = [comparison] { return comparison->model()->rowCount(); };

    bench::StallProbe probe;
    int scrolled = 0;
    const std::vector<Step> steps{
        {"read", [&] { page.readNow(); },
         [&] { return session.isEditable() && checker->result() && checker->result()->isPresentKnown; }},
        {"open", [&] { files->openFile(path); }, [&] { return editor->blockCount() > 100'000 && isChecked(); }},
        {"scroll", [] {},
         [&] {
             QScrollBar *bar = editor->verticalScrollBar();
             bar->setValue(bar->maximum() / 50 * ++scrolled);
             return scrolled == 50;
         }},
        {"type",
         [&] {
             editor->goToLine(50'000);
             editor->insertPlainText(u"# note\n"_s);
         },
         isChecked},
        {"save", [&] { action(u"saveRules"_s)->trigger(); }, [&] { return page.unsaved().isEmpty(); }},
        {"error", [&] { editor->insertPlainText(u"-x\n"_s); }, isChecked},
        {"undo",
         [&] {
             editor->undo();
             editor->undo();
         },
         isChecked},
        {"compare", [&] { action(u"compareRules"_s)->setChecked(true); }, [&] { return rows() == 10; }},
        {"compare-all", [&] { page.findChild<QCheckBox *>(u"onlyDifferences"_s)->setChecked(false); },
         [&] { return rows() > 1000; }},
        {"compare-open", [&] { comparison->expandAll(); }, [] { return true; }},
        {"compare-search", [&] { page.findChild<QLineEdit *>(u"compareSearch"_s)->setText(u"10.128.1"_s); },
         [&] { return rows() < 1000; }},
        {"compare-different",
         [&] {
             page.findChild<QLineEdit *>(u"compareSearch"_s)->clear();
             page.findChild<QCheckBox *>(u"onlyDifferences"_s)->setChecked(true);
         },
         [&] { return rows() == 10; }},
        {"take-into-text",
         [&] {
             comparison->setCurrentIndex(comparison->model()->index(0, 0));
             action(u"takeLeft"_s)->trigger();
         },
         [&] { return rows() == 9; }},
        {"take-into-draft",
         [&] {
             comparison->setCurrentIndex(comparison->model()->index(0, 0));
             action(u"takeRight"_s)->trigger();
         },
         [&] { return rows() == 8; }},
        {"draft", [&] { action(u"applyRules"_s)->trigger(); }, [&] { return rows() == 0 && isDrafted(); }},
        {"replace-text",
         [&] {
             editor->selectAll();
             editor->insertPlainText(u"-C\n"_s);
         },
         isChecked},
        {"undo-all", [&] { editor->undo(); }, isChecked},
    };

    size_t at = 0;
    bool isBegun = false;
    QElapsedTimer clock;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &application, [&] {
        if (!isBegun) {
            probe.reset();
            clock.start();
            isBegun = true;
            return steps[at].act();
        }
        constexpr auto patience = 60s;
        const bool isDone = steps[at].isDone();
        if (!isDone && clock.durationElapsed() < patience)
            return;
        if (!isDone) {
            std::fprintf(stderr, "rulesbench: %s does not end\n", steps[at].name);
            return QCoreApplication::exit(1);
        }
        std::printf("rules-%s %.0f ms\n", steps[at].name, probe.longest().count());
        std::fflush(stdout);
        isBegun = false;
        if (++at == steps.size())
            QCoreApplication::quit();
    });
    pulse.start(100ms);
    return QCoreApplication::exec();
}
