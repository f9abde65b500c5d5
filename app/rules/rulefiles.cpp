// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/rulefiles.h"

#include "app/text/fileproblemtext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QtConcurrentRun>

#include <algorithm>

namespace lvs {

namespace {

const QString recentKey = QStringLiteral("rules/recent");
constexpr qsizetype mostRecent = 10;

QAction *make(QObject *owner, const char *name, const char *icon, const QString &text, QKeySequence::StandardKey key,
              const QString &explanation)
{
    auto *action = new QAction(themeIcon(QLatin1StringView(icon)), text, owner);
    action->setObjectName(QLatin1StringView(name));
    action->setIconText(format::withoutMnemonic(text));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(explanation, action->shortcut().toString(QKeySequence::NativeText)));
    return action;
}

QString filters()
{
    return RuleFiles::tr("Rules (*.rules *.ipvsadm ipvsadm);;All files (*)");
}

} // namespace

RuleFiles::RuleFiles(const QString &owner, RuleDocument *document, MessageBar *bar, QWidget *window)
    : QObject(window)
    , open(make(this, "openRules", "document-open", tr("&Open…"), QKeySequence::Open, tr("Open a rule file")))
    , save(make(this, "saveRules", "document-save", tr("&Save"), QKeySequence::Save, tr("Save the rule file")))
    , saveAs(make(this, "saveRulesAs", "document-save-as", tr("Save &as…"), QKeySequence::SaveAs,
                  tr("Save the rules under another name")))
    , m_owner(owner)
    , m_document(document)
    , m_bar(bar)
    , m_window(window)
    , m_recent(new QMenu(tr("Recent files"), window))
    , m_recovery(owner, document, this)
{
    window->addActions({open, save, saveAs});
    connect(open, &QAction::triggered, this, &RuleFiles::askForFile);
    connect(save, &QAction::triggered, this, [this] {
        if (m_document->path().isEmpty())
            askWhereToSave();
        else
            m_document->save();
    });
    connect(saveAs, &QAction::triggered, this, &RuleFiles::askWhereToSave);
    connect(m_recent, &QMenu::aboutToShow, this, &RuleFiles::fillRecent);
    connect(document, &RuleDocument::failed, this, [this](const FileProblem &problem) {
        m_afterSave = {};
        tellProblem(problem);
    });
    connect(document, &RuleDocument::changedOnDisk, this, [this](bool exists) {
        m_afterSave = {}; // it may have been this that was to be saved
        tellChange(exists);
    });
    connect(document, &RuleDocument::editedMeanwhile, this, &RuleFiles::openFile);
    connect(document, &RuleDocument::loadStarted, this, [this] {
        if (m_isOfDocument) // the one before
            m_bar->hide();
    });
    connect(document, &RuleDocument::loaded, this, &RuleFiles::tellLoaded);
    connect(document, &RuleDocument::saved, this, [this] {
        m_bar->hide();
        remember(m_document->path());
        if (m_document->isModified() && m_document->isSaving())
            return; // the save that was asked for comes next
        if (const auto act = std::exchange(m_afterSave, {}); act && !m_document->isModified())
            act();
    });
    connect(&m_recovery, &RecoveryFile::notStored, this, &RuleFiles::tellNotStored);
    connect(document, &RuleDocument::stateChanged, this, [this] {
        save->setEnabled(!m_document->isLoading() && !m_document->isBlank() &&
                         (m_document->isModified() || m_document->path().isEmpty()));
        saveAs->setEnabled(!m_document->isLoading());
    });
}

QString RuleFiles::title() const
{
    const QString name = m_document->path().isEmpty() ? tr("Untitled") : QFileInfo(m_document->path()).fileName();
    return m_document->isModified() ? name + u'*' : name;
}

void RuleFiles::openFile(const QString &path, TextEncoding encoding)
{
    whenSafe([this, path, encoding] {
        m_bar->hide();
        m_document->open(path, encoding);
    });
}

void RuleFiles::whenSafe(const std::function<void()> &act)
{
    if (!m_document->isModified() || m_document->isBlank())
        return act();
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Save the rules?"),
                        tr("“%1” has changes that are not saved.").arg(title()), QMessageBox::NoButton, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->addButton(QMessageBox::Cancel);
    QAbstractButton *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *keep = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    question->setDefaultButton(keep);
    connect(question, &QMessageBox::buttonClicked, this, [this, discard, keep, act](QAbstractButton *button) {
        if (button == discard)
            return act();
        if (button == keep) {
            m_afterSave = act;
            save->trigger();
        }
    });
    question->open();
}

void RuleFiles::askForFile()
{
    whenSafe([this] {
        auto *dialog =
            new QFileDialog(m_window, tr("Open a rule file"), QFileInfo(m_document->path()).absolutePath(), filters());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            m_bar->hide();
            m_document->open(path);
        });
        dialog->open();
    });
}

void RuleFiles::askWhereToSave()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the rules"), m_document->path(), filters());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("rules"));
    connect(dialog, &QFileDialog::fileSelected, m_document, &RuleDocument::saveAs);
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSave = {}; });
    dialog->open();
}

void RuleFiles::remember(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(recentKey, recent.first(std::min(recent.size(), mostRecent)));
}

void RuleFiles::fillRecent()
{
    m_recent->clear();
    for (const QString &path : QSettings().value(recentKey).toStringList()) {
        QAction *file = m_recent->addAction(QFileInfo(path).fileName());
        file->setToolTip(path);
        connect(file, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    m_recent->setToolTipsVisible(true);
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No files yet"))->setEnabled(false);
}

void RuleFiles::tellProblem(const FileProblem &problem)
{
    const ErrorText text = fileProblemText(problem);
    std::vector<MessageBar::Choice> choices;
    if (problem.code == FileProblem::Code::NotUtf8)
        choices.push_back(
            {tr("Open as Latin-1"), [this, path = problem.path] { openFile(path, TextEncoding::Latin1); }});
    if (problem.code == FileProblem::Code::CharacterNotInEncoding)
        choices.push_back({tr("Save as UTF-8"), [this, path = problem.path] {
                               m_document->setEncoding(TextEncoding::Utf8);
                               m_document->saveAs(path);
                           }});
    m_isOfDocument = true;
    m_bar->ask(Severity::Failure, text.what, text.meaning + u'\n' + text.remedy, choices);
}

void RuleFiles::tellChange(bool exists)
{
    m_isOfDocument = true;
    const QString name = QFileInfo(m_document->path()).fileName();
    const MessageBar::Choice keep{tr("Keep mine"), [this] { m_document->keepMine(); }};
    if (!exists)
        return m_bar->ask(Severity::Warning, tr("“%1” is no longer there.").arg(name),
                          tr("Somebody removed or renamed it. The text is still here, and saving writes it anew."),
                          {keep});
    const QString details =
        m_document->isModified()
            ? tr("Reloading discards your changes. Keeping them overwrites the other change when you save.")
            : QString();
    const auto reload = [this, told = m_document->edition()] {
        if (told == m_document->edition())
            m_document->open(m_document->path(), m_document->encoding());
        else // more was typed than the details speak of
            openFile(m_document->path(), m_document->encoding());
    };
    m_bar->ask(
        Severity::Warning, tr("“%1” was changed by another program.").arg(name), details,
        {{tr("Reload"), reload}, keep, {tr("Compare"), [this] { Q_EMIT compareRequested(m_document->path()); }}});
}

void RuleFiles::tellLoaded()
{
    if (!m_document->path().isEmpty())
        remember(m_document->path());
    if (!m_document->isMixed())
        return;
    m_isOfDocument = true;
    m_bar->showMessage(Severity::Information, tr("The lines of this file end in different ways."),
                       tr("Saving gives all of them the end that most of them have."));
}

/// Once, and not in place of a question.
void RuleFiles::tellNotStored(const FileProblem &problem)
{
    if (m_isNotStoredTold || !m_bar->isHidden())
        return;
    m_isNotStoredTold = true;
    m_isOfDocument = false;
    const ErrorText text = fileProblemText(problem);
    m_bar->showMessage(Severity::Warning, tr("Unsaved text is not kept safe: it would be lost in a crash."),
                       text.what + u'\n' + text.remedy);
}

void RuleFiles::offerLeftOver()
{
    QtConcurrent::run(&RecoveryFile::leftOvers, m_owner).then(this, [this](const std::vector<RecoveredText> &found) {
        if (!found.empty())
            offer(found.front());
    });
}

void RuleFiles::offer(const RecoveredText &text)
{
    m_isOfDocument = false;
    const QString name = text.path.isEmpty() ? tr("Untitled") : QFileInfo(text.path).fileName();
    m_bar->ask(Severity::Information,
               tr("Unsaved text of “%1” was left from %2.").arg(name, format::timeOfDay(text.leftAt)),
               tr("The console ended before it was saved."),
               {{tr("Restore"),
                 [this, text] {
                     whenSafe([this, text] {
                         m_document->setContent(text.content, text.path, text.fileDigest);
                         m_recovery.takeOver(text);
                     });
                 }},
                {tr("Discard"), [text] { RecoveryFile::discard(text); }}});
}

} // namespace lvs
