// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleplan.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QTextDocument;

namespace lvs {

/// A diagnostic and the line it is about, from 0.
struct Problem {
    qsizetype line = 0;
    RuleDiagnostic diagnostic{};
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What a whole text comes to on a director.
struct CheckedRules {
    static constexpr qsizetype mostProblems = 1000; ///< more are counted, but not listed

    RuleFile file{};
    RulePlan plan{};
    std::vector<Problem> problems{}; ///< errors first, then warnings and hints, each in the order of the lines
    qsizetype errors = 0;
    qsizetype warnings = 0;
    qsizetype hints = 0;
    RuleStart start{};             ///< that the plan is made for
    qsizetype servicesRemoved = 0; ///< by the plan, with all their servers
    qsizetype serversRemoved = 0;  ///< by the plan, of services that stay
    bool hasCommands = false;      ///< false: there is nothing but comments
    bool isPresentKnown = false;   ///< false: nothing is known of the director, and nothing planned
    qsizetype allProblems() const { return errors + warnings + hints; }
};

/// Checks a text while it is being edited: changed lines at once, what they come to a moment later on another thread.
class RuleChecker : public QObject
{
    Q_OBJECT
public:
    /// `text` is not owned.
    explicit RuleChecker(QTextDocument *text, QObject *parent = nullptr);

    void setMode(RuleMode mode);
    RuleMode mode() const { return m_mode; }
    /// Nothing: what the text by itself seems to be.
    void setStart(std::optional<RuleStart> start);
    /// What the rules start from, and what is there without the draft; nullptr while it is not known.
    void setPresent(std::shared_ptr<const RuleState> present, std::shared_ptr<const RuleState> actual);
    /// The text is being replaced, and not looked at until resume().
    void pause();
    void resume();

    /// What is known of a line now: what it says, and, of the last check, what it comes to.
    std::vector<RuleDiagnostic> diagnosticsOf(qsizetype line) const;
    /// Of the last check; null before the first.
    std::shared_ptr<const CheckedRules> result() const { return m_result; }
    /// The result is that of the text, the mode and the table of now.
    bool isCurrent() const { return m_isCurrent && !m_isChecking && m_result; }
    /// The lines as they are now; nothing while many are being read.
    const RuleFile *lines() const { return m_areLinesKnown ? &m_lines : nullptr; }

Q_SIGNALS:
    /// Lines that are edited have other diagnostics.
    void linesChanged();
    void checked();
    /// The result is no longer current.
    void outdated();

private:
    void takeEdit(int position, int removed, int added);
    void outdate();
    void check();

    QTextDocument *m_text;
    RuleMode m_mode = RuleMode::Friendly;
    std::optional<RuleStart> m_start;
    std::shared_ptr<const RuleState> m_present;
    std::shared_ptr<const RuleState> m_actual;
    RuleFile m_lines;
    bool m_areLinesKnown = true;
    std::shared_ptr<const CheckedRules> m_result;
    bool m_isCurrent = false;
    bool m_isPaused = false;
    bool m_isChecking = false;
    QTimer m_pauseOfTyping;
};

} // namespace lvs
