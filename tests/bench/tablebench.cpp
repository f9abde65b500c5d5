// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// tablebench: the window with 101,000 rows, all of them open. Does with it what an administrator does, while a new
// reading comes every second, and says the longest turn of the event loop of each step: "NAME MILLISECONDS ms".
#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/directorview.h"
#include "app/pages/servicesview.h"
#include "app/widgets/pendingdock.h"
#include "tests/bench/largedirector.h"
#include "tests/bench/stallprobe.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace lvs;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Step {
    QString name;
    std::function<void()> act;
    std::chrono::milliseconds lasts = 1500ms; ///< after it; long enough for a reading
    int times = 1;                            ///< that it is done, as fast as keys repeat
};

/// What is done to the window, in order.
class Steps
{
public:
    Steps(MainWindow *window, bench::LargeDirector *director)
        : m_window(window)
        , m_director(director)
        , m_view(window->findChild<ServicesView *>())
        , m_filter(window->findChild<QLineEdit *>(u"serviceFilter"_s))
    {
        look();
        sort();
        select();
        filter();
        copy();
        openDialogs();
        draft();
        editByOthers();
    }
    const std::vector<Step> &all() const { return m_steps; }

private:
    void add(const char *name, std::function<void()> act, std::chrono::milliseconds lasts = 3s, int times = 1)
    {
        m_steps.emplace_back(QLatin1StringView(name), std::move(act), lasts, times);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(m_view, &event);
    }
    void trigger(const char *action) { m_window->findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    std::function<void()> triggers(const char *action)
    {
        return [this, action] { trigger(action); };
    }
    std::function<void()> sorts(ServiceColumn column, Qt::SortOrder order = Qt::DescendingOrder)
    {
        return [this, column, order] { m_view->sortByColumn(int(column), order); };
    }
    QDialog *dialog() const
    {
        for (auto *dialog : m_window->findChildren<QDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    void look()
    {
        add("open", [this] { m_director->open(); }, 2s);
        add("read-all", [this] { m_view->expandAll(); }, 4s);
        add("refresh", [] {});
        add("overview", [this] { m_window->findChild<DirectorView *>()->showPage(PageId::Overview); }, 6s);
        add("overview-left", [this] { m_window->findChild<DirectorView *>()->showPage(PageId::Services); });
        add("scroll", [this] { m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2); });
        add("page-down", [this] { press(Qt::Key_PageDown); }, 1s, 60);
        add("down", [this] { press(Qt::Key_Down); }, 1s, 60);
        add("end", [this] { press(Qt::Key_End); });
        add("collapse-all", [this] { m_view->collapseAll(); });
        add("expand-all", [this] { m_view->expandAll(); });
    }
    void sort()
    {
        for (const ColumnTraits &traits : serviceColumns) {
            m_steps.emplace_back(u"sort-%1"_s.arg(columnTitle(traits.column).remove(u' ').toLower()),
                                 sorts(traits.column), 3s);
        }
        add(
            "sort-overtaken",
            [this, order = 0]() mutable {
                m_view->sortByColumn(++order % 2 ? int(ServiceColumn::Weight) : int(ServiceColumn::Active),
                                     Qt::AscendingOrder);
            },
            3s, 10);
        add("sort-back", sorts(ServiceColumn::Name, Qt::AscendingOrder));
    }
    void select()
    {
        add("select-all", [this] { press(Qt::Key_A, Qt::ControlModifier); }, 5s);
        add("shift-end", [this] {
            press(Qt::Key_Home);
            press(Qt::Key_End, Qt::ShiftModifier);
        });
        add("sort-selected", sorts(ServiceColumn::Weight));
        add("sort-selected-back", sorts(ServiceColumn::Name, Qt::AscendingOrder));
    }
    void filter()
    {
        for (const QStringView text : {u"10.128", u"state:drained"}) {
            m_steps.emplace_back(
                u"filter-"_s + text.left(5).toString(),
                [this, text, length = 0]() mutable { m_filter->setText(text.left(++length).toString()); }, 3s,
                int(text.size()));
        }
        add("filter-clear", [this] { m_filter->setText({}); });
    }
    void copy()
    {
        add("select-all-again", [this] { press(Qt::Key_A, Qt::ControlModifier); });
        add("copy-selected", triggers("copy"), 6s);
        add("copy-csv", triggers("copyAllAsCsv"), 6s);
        add("copy-commands", triggers("copyAllAsCommands"), 6s);
    }
    void openDialogs()
    {
        add("unlock", [this] { m_director->unlock(); });
        add("weights-open", triggers("setWeights"));
        add(
            "weights-type",
            [this, text = QString()]() mutable {
                dialog()->findChild<QLineEdit *>(u"number"_s)->setText(text += u'1');
            },
            1s, 4);
        add("weights-close", [this] { dialog()->reject(); });
        add("move-open", triggers("move"), 6s);
        add("move-close", [this] { dialog()->reject(); });
        add("paste-open", triggers("paste"), 15s); // what copy-commands left in the clipboard
        add("paste-close", [this] { dialog()->reject(); });
    }
    void draft()
    {
        add("drain-all", triggers("drain"), 8s);
        add("drafted-refresh", [] {}, 4s);
        add("drafted-select", [this] {
            press(Qt::Key_Home);
            press(Qt::Key_End, Qt::ShiftModifier);
        });
        add("draft-undo", [this] { m_window->findChild<PendingDock *>()->undoDraftAction()->trigger(); }, 8s);
    }
    void editByOthers()
    {
        add("tenth-changed", [this] { m_director->changeTenth(); }, 6s);
        add("foreign-edits", [this] { m_director->editByOthers(500); }, 6s);
    }

    MainWindow *m_window;
    bench::LargeDirector *m_director;
    ServicesView *m_view;
    QLineEdit *m_filter;
    std::vector<Step> m_steps;
};

/// Does the steps and says what each has cost.
class Run : public QObject
{
public:
    explicit Run(const std::vector<Step> &steps)
        : m_steps(steps)
    {
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, &Run::go);
        m_next.start(0);
    }

private:
    void go()
    {
        if (m_done == m_steps[m_at].times) {
            std::printf("table-%s %.0f ms\n", qPrintable(m_steps[m_at].name), m_probe.longest().count());
            std::fflush(stdout);
            m_done = 0;
            if (++m_at == m_steps.size())
                return QCoreApplication::quit();
        }
        if (m_done == 0)
            m_probe.reset();
        m_steps[m_at].act();
        m_next.start(++m_done == m_steps[m_at].times ? m_steps[m_at].lasts : 40ms);
    }

    const std::vector<Step> &m_steps;
    std::size_t m_at = 0;
    int m_done = 0; ///< times, of the step
    QTimer m_next;
    bench::StallProbe m_probe;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tablebench"_s);
    QSettings().clear();

    bench::LargeDirector director;
    MainWindow window;
    window.addDirector(&director);
    window.show();
    window.select(&director);
    window.findChild<DirectorView *>()->showPage(PageId::Services);
    const Steps steps(&window, &director);
    const Run run(steps.all());
    return QCoreApplication::exec();
}
