// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/markedtextedit.h"
#include "core/rules/rulediagnostic.h"
#include "core/rules/ruleplanner.h"

#include <QTimer>

#include <memory>

class QCompleter;
class QMenu;

namespace lvs {

class LineGutter;
class RuleChecker;
class RuleHighlighter;

/// An editor of rule files: coloured, with line numbers, what is wrong or surprising underlined, fixes for it (context
/// menu, Alt+Return), and completion (while typing, Ctrl+Space).
class RuleEditor : public MarkedTextEdit
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the editor. The document has a QPlainTextDocumentLayout.
    RuleEditor(QTextDocument *text, RuleChecker *checker, QWidget *parent = nullptr);
    ~RuleEditor() override;

    /// Where completion takes addresses from; nullptr: nowhere.
    void setPresent(std::shared_ptr<const RuleState> present) { m_present = std::move(present); }
    /// Puts the cursor there and shows the line.
    void goToLine(qsizetype line, qsizetype column = 0);

    /// A line in sight; pixels of the viewport.
    struct VisibleLine {
        int number = 0;
        int top = 0;
        int height = 0;
    };
    std::vector<VisibleLine> visibleLines() const;
    /// The worst that there is to say about a line.
    std::optional<Severity> severityOf(int line) const;
    /// It is said of every comment, or of every line that is applied already: in the list, that is enough.
    static bool isEverywhere(const RuleDiagnostic &diagnostic);

    /// Something that a person may put in the place of another text.
    struct Proposal {
        QString text{};   ///< what it does
        QString reason{}; ///< why
        TextSpan span{};  ///< in the document
        QString replacement{};
    };
    /// For what stands at a place of the document; of the whole line if nothing does.
    std::vector<Proposal> proposalsAt(int position) const;
    void accept(const Proposal &proposal);

    void complete();
    QCompleter *completer() const { return m_completer; }

Q_SIGNALS:
    /// A line would have become longer than `longest`, in characters.
    void pasteRefused(qsizetype longest);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refreshSoon() { m_refresh.start(); }
    void refreshVisible();
    void makeRoomForGutter();
    bool addProposals(QMenu *menu, int position);
    void showProposals();
    void insertCompletion(const QString &word);

    RuleChecker *m_checker;
    std::unique_ptr<RuleHighlighter> m_highlighter;
    LineGutter *m_gutter;
    QCompleter *m_completer;
    std::shared_ptr<const RuleState> m_present;
    TextSpan m_completed{}; ///< in the document: what a completion replaces
    QTimer m_refresh;
};

} // namespace lvs
