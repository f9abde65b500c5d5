// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keepalived/configtextdialog.h"

#include "app/documents/filetext.h"
#include "app/documents/slicedtext.h"
#include "app/text/fileproblemtext.h"
#include "app/theme/icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lvs {

ConfigTextDialog::ConfigTextDialog(const QString &title, const QString &introduction, QWidget *parent)
    : QDialog(parent)
    , m_introduction(new QLabel(introduction, this))
    , m_problems(new QLabel(this))
    , m_tabs(new QTabWidget(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_introduction->setWordWrap(true);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setObjectName(QStringLiteral("configProblems"));
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tabs->setDocumentMode(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copyText = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyText->setIcon(themeIcon(QStringLiteral("edit-copy")));
    auto *save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    save->setIcon(themeIcon(QStringLiteral("document-export")));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_introduction);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problems);
    layout->addWidget(buttons);
    connect(copyText, &QPushButton::clicked, this, &ConfigTextDialog::copy);
    connect(save, &QPushButton::clicked, this, &ConfigTextDialog::saveAs);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(760, 560);
}

QCheckBox *ConfigTextDialog::addOption(const QString &text, const QString &explanation)
{
    auto *option = new QCheckBox(text, this);
    option->setToolTip(explanation);
    qobject_cast<QVBoxLayout *>(layout())->insertWidget(1, option);
    return option;
}

void ConfigTextDialog::show(const std::vector<keepalived::ConfigFile> &files, const QStringList &problems)
{
    m_files = files;
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
    for (const keepalived::ConfigFile &file : files) {
        auto *text = new QPlainTextEdit(this);
        text->setReadOnly(true);
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        text->setTabChangesFocus(true);
        text->setObjectName(QStringLiteral("configText"));
        text->setAccessibleName(file.path);
        m_tabs->addTab(text, file.path);
        auto *incoming = new SlicedText(text->document(), text);
        connect(incoming, &SlicedText::inserted, text, [text] { text->moveCursor(QTextCursor::Start); });
        incoming->insert(file.text);
    }
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    QDialog::show();
}

const keepalived::ConfigFile *ConfigTextDialog::current() const
{
    const int tab = m_tabs->currentIndex();
    return tab < 0 ? nullptr : &m_files[std::size_t(tab)];
}

void ConfigTextDialog::copy()
{
    if (const keepalived::ConfigFile *file = current())
        QGuiApplication::clipboard()->setText(file->text);
}

void ConfigTextDialog::saveAs()
{
    if (!current())
        return;
    const keepalived::ConfigFile file = *current();
    auto *dialog = new QFileDialog(this, tr("Save configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file.path.section(u'/', -1));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        QtConcurrent::run([path, file] {
            return writeTextFile(path, file.bytes());
        }).then(this, [this](const FileResult<void> &written) {
            if (written)
                return;
            m_problems->setText(fileProblemText(written.error()).what);
            m_problems->show();
        });
    });
    dialog->open();
}

} // namespace lvs
