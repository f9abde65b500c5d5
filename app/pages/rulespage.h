// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/compare/takeover.h"
#include "core/director/director.h"

#include <functional>

class QLabel;
class QSplitter;

namespace lvs {

class Comparer;
class CompareView;
class FindBar;
class MessageBar;
class PresentState;
class ProblemList;
class RuleApplication;
class RuleChecker;
class RuleDocument;
class RuleEditor;
class RuleFiles;
class ServiceActions;
class SessionList;

/// Rules as text: a rule file in an editor, checked against the director, compared with it, and drafted for it.
class RulesPage : public Page
{
    Q_OBJECT
public:
    /// Nothing is owned.
    RulesPage(DirectorSession *session, ServiceActions *actions, SessionList *sessions, QWidget *parent = nullptr);
    ~RulesPage() override;

    QString summary() const override;
    void readNow() override;
    QString unsaved() const override;
    void giveUp() override;

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTools(ServiceActions *actions);
    QWidget *makeContent();
    void newText();
    void newFromTable();
    void writeTable();
    void find();
    void showCompare(bool isShown);
    void compareWithFile(const QString &path);
    void takeOver(const std::vector<ComparedPart> &parts, Side target);
    void takeIntoText(const std::function<ChangePlan()> &plan);
    void setTakingOver(bool isTakingOver);
    void refreshState();
    void refreshObstacles();

    RuleDocument *m_document;
    RuleChecker *m_checker;
    PresentState *m_present;
    Comparer *m_comparer;
    MessageBar *m_fileBar;
    RuleFiles *m_files;
    RuleApplication *m_application;
    RuleEditor *m_editor;
    FindBar *m_find;
    ProblemList *m_problems;
    CompareView *m_compare;
    QAction *m_compareAction = nullptr;
    QLabel *m_title;
    Access m_access{};      ///< at the last look
    bool m_isBegun = false; ///< the person has begun a text, if an empty one
    bool m_hasLooked = false;
    bool m_isAwaitingTable = false; ///< the table is to be written as text as soon as it is read
    bool m_isTakingOver = false;    ///< one at a time: the next starts from what this one leaves
};

} // namespace lvs
