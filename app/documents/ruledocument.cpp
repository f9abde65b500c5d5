// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/ruledocument.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QtConcurrentRun>

#include <utility>

namespace lvs {

using namespace std::chrono_literals;

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// A file as it was read, or written.
struct Stored {
    FileText content{};
    QByteArray digest{};
};

FileResult<Stored> read(const QString &path, TextEncoding encoding)
{
    const FileResult<QByteArray> bytes = readFileBytes(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return decodeText(*bytes, path, encoding).transform([&](const FileText &text) {
        return Stored{text, digestOf(*bytes)};
    });
}

FileResult<QByteArray> write(const QString &path, const FileText &content)
{
    const FileResult<QByteArray> bytes = encodeText(content);
    if (!bytes)
        return bytes;
    return writeTextFile(path, *bytes).transform([&] { return digestOf(*bytes); });
}

} // namespace

RuleDocument::RuleDocument(QObject *parent)
    : QObject(parent)
    , m_text(new QTextDocument(this))
    , m_incoming(m_text)
{
    m_text->setDocumentLayout(new QPlainTextDocumentLayout(m_text));
    connect(&m_incoming, &SlicedText::inserted, this, &RuleDocument::finishLoading);
    connect(m_text, &QTextDocument::modificationChanged, this, &RuleDocument::stateChanged);
    m_settling.setSingleShot(true);
    m_settling.setInterval(200ms); // a file is often written in several steps
    connect(&m_settling, &QTimer::timeout, this, &RuleDocument::lookAtFile);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settling, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling, qOverload<>(&QTimer::start));
}

QString RuleDocument::content() const
{
    QString text;
    text.reserve(m_text->characterCount());
    for (QTextBlock block = m_text->begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0)
            text += u'\n';
        text += block.text(); // toPlainText() would make blanks of no-break spaces
    }
    return text;
}

bool RuleDocument::isModified() const
{
    return m_loading ? m_willBeModified : m_text->isModified();
}

bool RuleDocument::isBlank() const
{
    return !m_loading && m_path.isEmpty() && m_text->isEmpty();
}

void RuleDocument::open(const QString &path, TextEncoding encoding)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    QtConcurrent::run(read, full, encoding).then(this, [this, full, job = ++m_job](const FileResult<Stored> &stored) {
        if (job != m_job)
            return;
        if (!stored)
            return Q_EMIT failed(stored.error());
        m_digest = stored->digest;
        load(stored->content, full, false);
    });
}

void RuleDocument::setContent(const FileText &content, const QString &path)
{
    ++m_job;
    m_digest.clear();
    load(content, path, true);
}

void RuleDocument::load(FileText content, const QString &path, bool isModified)
{
    m_loading = true;
    m_willBeModified = isModified;
    m_path = path;
    const QString text = std::exchange(content.text, {});
    m_format = content;
    Q_EMIT loadStarted();
    watch();
    Q_EMIT stateChanged();
    m_incoming.insert(text);
}

void RuleDocument::finishLoading()
{
    m_loading = false;
    m_text->setModified(m_willBeModified);
    Q_EMIT loaded();
    Q_EMIT stateChanged();
}

void RuleDocument::saveAs(const QString &path)
{
    if (isLoading())
        return; // what is there so far is not the text
    const QString full = QFileInfo(path).absoluteFilePath();
    FileText content = m_format;
    content.text = this->content();
    const int revision = m_text->revision();
    QtConcurrent::run(write, full, content).then(this, [this, full, revision](const FileResult<QByteArray> &digest) {
        if (!digest)
            return Q_EMIT failed(digest.error());
        m_path = full;
        m_digest = *digest;
        m_format.isMixed = false;
        if (m_text->revision() == revision)
            m_text->setModified(false);
        watch();
        Q_EMIT saved();
        Q_EMIT stateChanged();
    });
}

void RuleDocument::setEncoding(TextEncoding encoding)
{
    if (std::exchange(m_format.encoding, encoding) == encoding)
        return;
    m_text->setModified(true);
    Q_EMIT stateChanged();
}

void RuleDocument::keepMine()
{
    m_digest.clear();
    m_text->setModified(true);
}

/// The folder too: most programs replace a file by a new one.
void RuleDocument::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!m_path.isEmpty())
        m_watcher.addPaths({m_path, QFileInfo(m_path).absolutePath()});
}

void RuleDocument::lookAtFile()
{
    if (m_path.isEmpty() || m_digest.isEmpty() || m_loading)
        return;
    const auto digest = [](const QString &path) { return readFileBytes(path).transform(digestOf); };
    QtConcurrent::run(digest, m_path)
        .then(this, [this, path = m_path, known = m_digest](const FileResult<QByteArray> &found) {
            if (path != m_path || known != m_digest)
                return;
            if (!m_watcher.files().contains(m_path))
                watch(); // the file is another one now
            if (found == known)
                return;
            m_digest = found.value_or(QByteArray("gone")); // said once
            Q_EMIT changedOnDisk(found.has_value());
        });
}

} // namespace lvs
