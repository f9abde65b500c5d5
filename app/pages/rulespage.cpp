// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/rulespage.h"

#include "app/compare/comparer.h"
#include "app/compare/compareview.h"
#include "app/compare/sourcebox.h"
#include "app/documents/ruledocument.h"
#include "app/editor/findbar.h"
#include "app/editor/problemlist.h"
#include "app/editor/rulechecker.h"
#include "app/editor/ruleeditor.h"
#include "app/pages/serviceactions.h"
#include "app/rules/ruleapplication.h"
#include "app/rules/rulefiles.h"
#include "app/rules/rulemeaning.h"
#include "app/rules/textmerge.h"
#include "app/session/directorsession.h"
#include "app/session/presentstate.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"
#include "core/rules/rulewriter.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTextDocument>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lvs {

namespace {

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

RulesPage::RulesPage(DirectorSession *session, ServiceActions *actions, SessionList *sessions, QWidget *parent)
    : Page(session, parent)
    , m_document(new RuleDocument(this))
    , m_checker(new RuleChecker(m_document->text(), this))
    , m_present(new PresentState(session, this))
    , m_comparer(new Comparer(m_present, m_checker, this))
    , m_fileBar(new MessageBar(this))
    , m_files(new RuleFiles(session->director()->id(), m_document, m_fileBar, this))
    , m_application(new RuleApplication(session, m_checker, this))
    , m_editor(new RuleEditor(m_document->text(), m_checker, this))
    , m_find(new FindBar(m_editor, this))
    , m_problems(new ProblemList(m_checker, this))
    , m_compare(new CompareView(m_comparer, session, sessions, this))
    , m_title(new QLabel(this))
{
    setAcceptDrops(true);
    m_editor->setAcceptDrops(false); // a file that is dropped there is to be opened
    m_editor->setObjectName(QStringLiteral("ruleEditor"));
    addBar(m_fileBar);
    makeTools(actions);

    connect(m_document, &RuleDocument::loadStarted, this, [this] {
        m_isBegun = true;
        m_checker->pause();
        m_editor->setReadOnly(true);
    });
    connect(m_document, &RuleDocument::loaded, this, [this] {
        m_checker->resume();
        m_editor->setReadOnly(false);
        m_editor->moveCursor(QTextCursor::Start);
    });
    connect(m_document, &RuleDocument::stateChanged, this, &RulesPage::refreshState);
    connect(m_files, &RuleFiles::compareRequested, this, &RulesPage::compareWithFile);
    connect(m_present, &PresentState::failed, this, [this](const Error &error) {
        if (std::exchange(m_isAwaitingTable, false))
            tell(std::unexpected(error));
    });
    connect(m_present, &PresentState::changed, this, [this] {
        m_checker->setPresent(m_present->state(), m_present->actual());
        m_editor->setPresent(m_present->state());
        if (std::exchange(m_isAwaitingTable, false))
            newFromTable(); // a text may have been begun meanwhile
    });
    connect(m_application, &RuleApplication::changed, this, [this] { Q_EMIT summaryChanged(summary()); });
    connect(m_application, &RuleApplication::refused, this,
            [this](const Error &error) { tell(std::unexpected(error)); });
    connect(m_editor, &RuleEditor::pasteRefused, this, [this](qsizetype longest) {
        notice()->showMessage(Severity::Warning,
                              tr("Nothing was pasted: it would make a line longer than %1 characters, and no rule is "
                                 "that long.")
                                  .arg(format::count(quint64(longest))));
    });
    connect(m_problems, &ProblemList::chosen, this,
            [this](const Problem &problem) { m_editor->goToLine(problem.line, problem.diagnostic.span().start); });
    connect(m_compare, &CompareView::takeOverRequested, this, &RulesPage::takeOver);
    connect(m_comparer, &Comparer::compared, this, &RulesPage::refreshObstacles);
    connect(m_comparer, &Comparer::outdated, this, &RulesPage::refreshObstacles);
    connect(m_comparer, &Comparer::accessChanged, this, &RulesPage::refreshObstacles);
    connect(session->director(), &Director::statusChanged, this, [this] {
        const Access before = std::exchange(m_access, this->session()->director()->status().access);
        const bool isOtherWay = (before == Access::ReadOnly) != (m_access == Access::ReadOnly);
        if (isVisible() && (!m_present->state() || isOtherWay)) // /proc shows less than a helper
            readNow();
        refreshObstacles();
    });
    setContent(makeContent());
    refreshState();
    refreshObstacles();
}

/// What shows the text goes before the text, which was made first: hiding and losing the focus still ask for it.
RulesPage::~RulesPage()
{
    delete m_compare;
    delete m_problems;
    delete m_find;
    delete m_editor;
}

void RulesPage::makeTools(ServiceActions *actions)
{
    auto *fromTable = new QAction(themeIcon(QStringLiteral("document-new")), tr("&New from the table"), this);
    fromTable->setIconText(format::withoutMnemonic(fromTable->text()));
    fromTable->setObjectName(QStringLiteral("newFromTable"));
    fromTable->setToolTip(tr("Write the present table as rules"));
    connect(fromTable, &QAction::triggered, this, &RulesPage::newFromTable);
    auto *blank = new QAction(tr("New, &empty"), this);
    blank->setObjectName(QStringLiteral("newRules"));
    connect(blank, &QAction::triggered, this, &RulesPage::newText);
    const auto withMenu = [this](QAction *action, QMenu *menu) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setMenu(menu);
        button->setPopupMode(QToolButton::MenuButtonPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        tools()->addWidget(button);
    };
    auto *newMenu = new QMenu(this);
    newMenu->addActions({fromTable, blank});
    withMenu(fromTable, newMenu);
    withMenu(m_files->open, m_files->recentMenu());
    tools()->addActions({m_files->save, m_files->saveAs});
    tools()->addSeparator();
    m_compareAction = new QAction(themeIcon(QStringLiteral("view-split-left-right")), tr("&Compare"), this);
    m_compareAction->setIconText(format::withoutMnemonic(m_compareAction->text()));
    m_compareAction->setObjectName(QStringLiteral("compareRules"));
    m_compareAction->setCheckable(true);
    m_compareAction->setShortcut(Qt::Key_F7);
    m_compareAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_compareAction->setToolTip(tr("Show what differs: text, kernel, boot state, files, directors (F7)"));
    connect(m_compareAction, &QAction::toggled, this, &RulesPage::showCompare);
    tools()->addAction(m_compareAction);
    tools()->addSeparator();
    tools()->addWidget(m_application->modeBox());
    tools()->addWidget(m_application->startBox());
    tools()->addAction(m_application->apply);
    for (QAction *action : tools()->actions()) { // they are in no menu
        if (auto *button = qobject_cast<QToolButton *>(tools()->widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
    whenShown(this, this, actions->filter, &RulesPage::find);
}

QWidget *RulesPage::makeContent()
{
    m_title->setObjectName(QStringLiteral("ruleTitle"));
    m_title->setContentsMargins(8, 2, 8, 4);
    m_title->setTextFormat(Qt::PlainText);
    auto *upper = new QWidget(this);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_title, 1);
    top->addWidget(new RuleMeaning(m_checker, upper));
    column->addLayout(top);
    column->addWidget(m_editor, 1);
    column->addWidget(m_find);
    auto *left = new QSplitter(Qt::Vertical, this);
    left->addWidget(upper);
    left->addWidget(m_problems);
    left->setStretchFactor(0, 1);
    left->setChildrenCollapsible(false);
    left->setSizes({320, 120});
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(left);
    content->addWidget(m_compare);
    content->setChildrenCollapsible(false);
    content->setSizes({500, 560});
    m_compare->hide();
    return content;
}

QString RulesPage::summary() const
{
    return m_application->outcome();
}

void RulesPage::readNow()
{
    if (isConnected(session()->director()->status().link))
        m_present->read();
}

QString RulesPage::unsaved() const
{
    return m_document->isModified() && !m_document->isBlank() ? m_files->title() : QString();
}

void RulesPage::giveUp()
{
    m_files->giveUp();
}

std::optional<Page::Emptiness> RulesPage::emptiness() const
{
    if (m_isBegun)
        return {};
    return Emptiness{QStringLiteral("text-x-generic"),
                     tr("No rules yet: open a file, drop one here, or write the present table as rules."),
                     tr("Start from the present table")};
}

void RulesPage::leadOn()
{
    newFromTable();
}

void RulesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    session()->watcher()->watch(this, {.allServers = true}); // so that foreign edits are noticed
    readNow();
    m_comparer->setActive(m_compareAction->isChecked());
    if (!std::exchange(m_hasLooked, true))
        m_files->offerLeftOver();
}

void RulesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    session()->watcher()->unwatch(this);
    m_comparer->setActive(false);
}

void RulesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RulesPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->openFile(droppedFile(event->mimeData()));
}

void RulesPage::newText()
{
    m_files->whenSafe([this] { m_document->setContent({}); });
}

void RulesPage::newFromTable()
{
    m_files->whenSafe([this] {
        m_isAwaitingTable = !m_present->state();
        if (m_isAwaitingTable)
            m_present->read(); // what is already under way answers, too
        else
            writeTable();
    });
}

void RulesPage::writeTable()
{
    QtConcurrent::run([present = m_present->state()] {
        return writeRules(*present, RuleFlavour::Complete);
    }).then(this, [this, before = m_document->edition()](const QString &text) {
        const auto replace = [this, text] { m_document->setContent({.text = text}); };
        if (before == m_document->edition())
            replace();
        else
            m_files->whenSafe(replace); // somebody typed meanwhile
    });
}

void RulesPage::find()
{
    if (m_compare->isAncestorOf(focusWidget()))
        m_compare->focusSearch();
    else if (m_isBegun)
        m_find->begin();
}

void RulesPage::showCompare(bool isShown)
{
    m_isBegun = m_isBegun || isShown; // there is something to see without a text
    refreshEmptiness();
    m_compare->setVisible(isShown);
    m_comparer->setActive(isShown && isVisible());
    if (isShown)
        m_compare->view()->setFocus();
}

void RulesPage::compareWithFile(const QString &path)
{
    m_compare->box(Side::Left)->setSource({.kind = CompareSource::Kind::Text});
    m_compare->box(Side::Right)->setSource({.kind = CompareSource::Kind::File, .path = path});
    m_compareAction->setChecked(true);
}

void RulesPage::takeOver(const std::vector<ComparedPart> &parts, Side target)
{
    const auto comparison = m_comparer->comparison();
    if (!comparison || !m_comparer->isCurrent() || m_isTakingOver)
        return;
    const auto plan = [comparison, parts, target] { return takingOver(*comparison, parts, target); };
    const CompareSource &source = m_comparer->source(target);
    if (source.kind == CompareSource::Kind::Text)
        return takeIntoText(plan);
    const QPointer edited = source.kind == CompareSource::Kind::Kernel ? session() : source.session.get();
    setTakingOver(true);
    QtConcurrent::run(plan).then(this, [this, edited](const ChangePlan &changes) {
        if (!edited)
            return setTakingOver(false);
        edited->addMany(changes).then(this, [this](const Result<void> &added) {
            setTakingOver(false);
            tell(added);
        });
    });
}

void RulesPage::takeIntoText(const std::function<ChangePlan()> &plan)
{
    setTakingOver(true);
    const auto merge = [this, before = m_document->edition()](const std::vector<LineFix> &changes) {
        setTakingOver(false);
        if (before == m_document->edition())
            mergeIntoText(m_document->text(), changes);
        else
            notice()->showMessage(Severity::Information, tr("The text was edited meanwhile: nothing was taken over."));
    };
    const auto begin = [this, plan, merge] {
        const auto fixes = [plan, checked = m_checker->result(), text = m_document->content()] {
            const QStringList lines = text.split(u'\n');
            return textChange(checked->file, [&lines](qsizetype line) { return lines[line]; }, plan());
        };
        QtConcurrent::run(fixes).then(this, merge);
    };
    if (m_checker->isCurrent())
        begin();
    else // its lines are not yet those of the text
        connect(m_checker, &RuleChecker::checked, this, begin, Qt::SingleShotConnection);
}

void RulesPage::setTakingOver(bool isTakingOver)
{
    m_isTakingOver = isTakingOver;
    refreshObstacles();
}

void RulesPage::refreshState()
{
    refreshEmptiness();
    QStringList parts{m_files->title()};
    switch (m_document->encoding()) {
    case TextEncoding::Utf8:
        break;
    case TextEncoding::Utf8WithMark:
        parts << tr("UTF-8 with byte order mark");
        break;
    case TextEncoding::Latin1:
        parts << QStringLiteral("Latin-1");
        break;
    }
    if (m_document->lineEnd() == LineEnd::Windows)
        parts << QStringLiteral("CRLF");
    m_title->setText(parts.join(QStringLiteral(" · ")));
    m_title->setToolTip(m_document->path());
}

void RulesPage::refreshObstacles()
{
    const auto reason = [this](const CompareSource &source) {
        const auto locked = [](const DirectorSession *edited) {
            return edited && edited->isEditable() ? QString()
                                                  : tr("Editing is locked, or the director can only be read.");
        };
        switch (source.kind) {
        case CompareSource::Kind::Text:
            return m_checker->isCurrent() ? QString() : tr("The text is being read.");
        case CompareSource::Kind::Kernel:
            return locked(session());
        case CompareSource::Kind::Director:
            return locked(source.session);
        case CompareSource::Kind::File:
            return tr("Open the file in the editor to change it.");
        case CompareSource::Kind::Boot:
            return tr("What a boot restores is written as a whole, on the System page.");
        }
        return QString();
    };
    const QString comparing = !m_comparer->isCurrent() ? tr("The sides are being compared.")
                              : m_isTakingOver         ? tr("What was chosen is being taken over.")
                                                       : QString();
    for (const Side side : {Side::Left, Side::Right})
        m_compare->setObstacle(side, comparing.isEmpty() ? reason(m_comparer->source(side)) : comparing);
}

} // namespace lvs
