// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/comparer.h"
#include "app/compare/compareview.h"
#include "app/documents/filetext.h"
#include "app/editor/ruleeditor.h"
#include "app/pages/rulespage.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/session/sessionlist.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace lvs::test {

/// A sandbox and a person's work on it.
struct Machine {
    explicit Machine(
        const QString &id, LocalDirector::BackendFactory factory = [] { return std::make_unique<SandboxBackend>(); })
        : director(id, std::move(factory))
    {
        director.open();
        session.watcher()->watch(&session, {});
    }
    bool make(const ChangePlan &plan)
    {
        if (!QTest::qWaitFor([this] { return session.isEditable(); }))
            return false;
        auto applied = director.apply(plan);
        return QTest::qWaitFor([&] { return applied.isFinished(); }) && applied.result().has_value();
    }
    LocalDirector director;
    DirectorSession session{&director};
};

/// The Rules page of a sandbox with the web service and two servers, and what a person does there.
struct ShownRules {
    ShownRules()
    {
        sessions.add(&machine.session);
        if (!machine.make(
                plan({AddService{service(web, u"wrr")}, AddServer{web, server(11, 3)}, AddServer{web, server(12, 1)}})))
            qFatal("the sandbox refuses");
        page = std::make_unique<RulesPage>(&machine.session, &actions, &sessions);
        page->resize(1200, 700);
        page->show();
    }
    template<class T> T *find(const QString &name) const { return page->findChild<T *>(name); }
    RuleEditor *editor() const { return find<RuleEditor>(QStringLiteral("ruleEditor")); }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    QString text() const { return editor()->toPlainText(); }
    void write(const QString &content)
    {
        action(QStringLiteral("newRules"))->trigger();
        editor()->selectAll();
        editor()->insertPlainText(content);
    }
    bool canApply() const
    {
        return QTest::qWaitFor([this] { return action(QStringLiteral("applyRules"))->isEnabled(); }, 20'000);
    }
    QTreeView *comparison() const { return find<QTreeView>(QStringLiteral("comparison")); }
    CompareView *compare() const { return page->findChild<CompareView *>(); }
    void showComparison() const
    {
        action(QStringLiteral("compareRules"))->setChecked(true);
        (void)isSettled();
    }
    bool isSettled() const
    {
        auto *comparer = page->findChild<Comparer *>();
        return QTest::qWaitFor([comparer] { return comparer->isCurrent(); }, 10'000);
    }
    void take(const QString &name) const
    {
        if (!isSettled())
            qFatal("the comparison does not settle");
        action(name)->trigger();
    }
    /// The rows as text, indented: "service | state | left | right".
    QStringList rows(const QModelIndex &parent = {}, const QString &indent = {}) const
    {
        QStringList found;
        const QAbstractItemModel *model = comparison()->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column, parent).data().toString();
            found << indent + cells.join(QStringLiteral(" | "));
            found << rows(model->index(row, 0, parent), indent + QStringLiteral("  "));
        }
        return found;
    }
    bool isCompared(const QStringList &expected) const
    {
        return QTest::qWaitFor([&] { return rows() == expected && page->findChild<Comparer *>()->isCurrent(); },
                               10'000);
    }
    void select(int row, int child = -1, int field = -1) const
    {
        QModelIndex index = comparison()->model()->index(row, 0);
        for (const int below : {child, field}) {
            if (below >= 0)
                index = comparison()->model()->index(below, 0, index);
        }
        comparison()->setCurrentIndex(index);
    }
    QPushButton *choice(const QString &text) const
    {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    ServiceActions actions;
    SessionList sessions;
    Machine machine{QStringLiteral("sandbox")};
    std::unique_ptr<RulesPage> page;
};

/// The rules of that sandbox.
inline QString presentRules()
{
    return QStringLiteral("-A -t 172.18.100.6:80 -s wrr\n"
                          "-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 3\n"
                          "-a -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 1\n");
}

inline QString fileWith(const QTemporaryDir &folder, const QByteArray &content)
{
    const QString path = folder.filePath(QStringLiteral("a.rules"));
    if (!writeTextFile(path, content))
        qFatal("the test's file can't be written");
    return path;
}

} // namespace lvs::test
