// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/bootwritedialog.h"

#include "app/text/boottext.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "core/boot/bootfiles.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

namespace lvs {

namespace {

/// Lines of a file that are shown.
constexpr qsizetype mostLines = 2000;

QString beginningOf(const QByteArray &content)
{
    qsizetype end = 0;
    for (qsizetype line = 0; line < mostLines && end >= 0 && end < content.size(); ++line)
        end = content.indexOf('\n', end) + 1;
    const qsizetype more = content.sliced(end).count('\n');
    QString text = QString::fromUtf8(content.first(end));
    if (more > 0)
        text += BootWriteDialog::tr("… and %Ln more line(s)", "", int(more));
    return text;
}

QWidget *commandLine(const QString &command, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *edit = new QLineEdit(command, line);
    edit->setReadOnly(true);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setAccessibleName(BootWriteDialog::tr("Command that enables the unit"));
    auto *copy = new QToolButton(line);
    copy->setIcon(themeIcon(QStringLiteral("edit-copy")));
    copy->setToolTip(BootWriteDialog::tr("Copy this command"));
    copy->setAccessibleName(BootWriteDialog::tr("Copy this command"));
    QObject::connect(copy, &QToolButton::clicked, edit,
                     [edit] { QGuiApplication::clipboard()->setText(edit->text()); });
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(edit, 1);
    row->addWidget(copy);
    return line;
}

} // namespace

BootWriteDialog::BootWriteDialog(const BootPicture &picture, BootLayout layout, QWidget *parent)
    : QDialog(parent)
    , m_problem(new QLabel(this))
    , m_files(new QTabWidget(this))
{
    const bool isDebian = layout == BootLayout::Debian;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("bootWriteDialog"));
    setWindowTitle(isDebian ? tr("Write the boot files of Debian") : tr("Write the boot file of RHEL"));
    auto *explanation = new QLabel(layoutExplanation(layout), this);
    explanation->setWordWrap(true);
    auto *title = new QLabel(tr("Exactly this is written:"), this);
    title->setBuddy(m_files);
    m_files->setAccessibleName(tr("Content of the files"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write =
        buttons->addButton(isDebian ? tr("Write both files") : tr("Write the file"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(QStringLiteral("accept"));
    m_write->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(explanation);
    if (const auto [remainder, command] = layoutRemainder(picture.state, layout); !remainder.isEmpty()) {
        auto *label = new QLabel(remainder, this);
        label->setWordWrap(true);
        column->addWidget(label);
        if (!command.isEmpty())
            column->addWidget(commandLine(command, this));
    }
    column->addWidget(title);
    column->addWidget(m_files, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(760, 560);

    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(), [picture, layout] { return filesFor(picture, layout); })
        .then(this, [this](const Result<QList<File>> &files) { showFiles(files); });
}

Result<QList<BootWriteDialog::File>> BootWriteDialog::filesFor(const BootPicture &picture, BootLayout layout)
{
    if (layout == BootLayout::Rhel)
        return QList{File{bootpath::rhelRules, beginningOf(rhelBootFile(picture.now))}};
    return debianBootFiles(picture.now, picture.state.debianDefaults.content)
        .transform([](const DebianBootFiles &files) {
            return QList{File{bootpath::debianRules, beginningOf(files.rules)},
                         File{bootpath::debianDefaults, beginningOf(files.defaults)}};
        });
}

void BootWriteDialog::showFiles(const Result<QList<File>> &files)
{
    m_problem->setVisible(!files);
    m_write->setEnabled(files.has_value());
    if (!files) {
        m_problem->setText(errorSummary(files.error()));
        return;
    }
    for (const auto &[path, text] : *files) {
        auto *view = new QPlainTextEdit(text, m_files);
        view->setReadOnly(true);
        view->setLineWrapMode(QPlainTextEdit::NoWrap);
        view->setTabChangesFocus(true);
        view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        view->setAccessibleName(tr("Content of %1").arg(path));
        m_files->addTab(view, path);
    }
}

} // namespace lvs
