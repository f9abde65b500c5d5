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

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Empty if there is no such file.
QByteArray digestOnDisk(const QString &path)
{
    static const QByteArray unreadable("?");
    if (!QFileInfo::exists(path))
        return {};
    return readFileBytes(path).transform(digestOf).value_or(unreadable);
}

/// A file as it was read.
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

} // namespace

RuleDocument::RuleDocument(QObject *parent)
    : QObject(parent)
    , m_text(new QTextDocument(this))
    , m_incoming(m_text)
{
    m_text->setDocumentLayout(new QPlainTextDocumentLayout(m_text));
    connect(&m_incoming, &SlicedText::inserted, this, &RuleDocument::finishLoading);
    connect(m_text, &QTextDocument::modificationChanged, this, &RuleDocument::stateChanged);
    connect(&m_watch, &FileWatch::changed, this, &RuleDocument::lookAtFile);
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

TextEdition RuleDocument::edition() const
{
    return {.generation = m_generation, .revision = m_text->revision(), .encoding = m_format.encoding};
}

void RuleDocument::open(const QString &path, TextEncoding encoding)
{
    const QString full = QFileInfo(path).absoluteFilePath();
    const auto take = [this, full, encoding, before = edition(), job = ++m_job](const FileResult<Stored> &stored) {
        if (job != m_job)
            return;
        if (!stored)
            return Q_EMIT failed(stored.error());
        if (before != edition() && isModified())
            return Q_EMIT editedMeanwhile(full, encoding);
        load(stored->content, full, stored->digest, false);
    };
    QtConcurrent::run(read, full, encoding).then(this, take);
}

void RuleDocument::setContent(const FileText &content, const QString &path, const QByteArray &fileDigest)
{
    ++m_job;
    load(content, path, fileDigest, true);
}

void RuleDocument::load(FileText content, const QString &path, const QByteArray &fileDigest, bool isModified)
{
    ++m_generation;
    m_loading = true;
    m_willBeModified = isModified;
    m_path = path;
    m_digest = fileDigest;
    m_told.reset();
    const QString text = std::exchange(content.text, {});
    m_format = content;
    Q_EMIT loadStarted();
    m_watch.setPath(m_path);
    Q_EMIT stateChanged();
    m_incoming.insert(text);
}

void RuleDocument::finishLoading()
{
    m_loading = false;
    m_text->setModified(m_willBeModified);
    m_watch.tellAgain(); // the file may have changed since it was read
    Q_EMIT loaded();
    Q_EMIT stateChanged();
}

void RuleDocument::saveAs(const QString &path)
{
    if (isLoading())
        return; // what is there so far is not the text
    const QString full = QFileInfo(path).absoluteFilePath();
    Saving saving{.path = full, .content = m_format, .edition = edition()};
    saving.content.text = content();
    if (full == m_path)
        saving.replaced = m_digest;
    const bool isWaiting =
        m_savings.size() > 1 && m_savings.back().path == full && m_savings.back().edition.generation == m_generation;
    if (isWaiting)
        m_savings.pop_back(); // overtaken
    m_savings.push_back(std::move(saving));
    if (m_savings.size() == 1)
        startSaving();
}

void RuleDocument::startSaving()
{
    QtConcurrent::run(&RuleDocument::write, m_savings.front()).then(this, [this](const FileResult<Written> &written) {
        finishSaving(written);
    });
}

FileResult<RuleDocument::Written> RuleDocument::write(const Saving &saving)
{
    const FileResult<QByteArray> bytes = encodeText(saving.content, saving.path);
    if (!bytes)
        return std::unexpected(bytes.error());
    QByteArray found;
    const auto mayReplace = [&] {
        found = saving.replaced ? digestOnDisk(saving.path) : QByteArray();
        return found.isEmpty() || found == saving.replaced; // where nothing is, nothing is lost
    };
    const FileResult<void> written = writeTextFile(saving.path, *bytes, mayReplace);
    if (!written && written.error().code == FileProblem::Code::ChangedMeanwhile)
        return Written{.digest = found, .isForeign = true};
    return written.transform([&] { return Written{.digest = digestOf(*bytes)}; });
}

void RuleDocument::finishSaving(const FileResult<Written> &written)
{
    const Saving saving = std::move(m_savings.front());
    m_savings.pop_front();
    if (written && !written->isForeign) {
        for (Saving &waiting : m_savings) {
            if (waiting.path == saving.path && waiting.replaced)
                waiting.replaced = written->digest;
        }
    }
    if (isSaving())
        startSaving();
    takeSaved(saving, written);
    m_watch.tellAgain(); // while saving nobody looked at the file
}

void RuleDocument::takeSaved(const Saving &saving, const FileResult<Written> &written)
{
    const bool isReplaced = saving.edition.generation != m_generation; // by another text, which has its own file
    if (!written)
        return Q_EMIT failed(written.error());
    if (written->isForeign && isReplaced)
        return Q_EMIT failed({.code = FileProblem::Code::ChangedMeanwhile, .path = saving.path});
    if (isReplaced)
        return;
    if (written->isForeign) {
        m_told = written->digest;
        return Q_EMIT changedOnDisk(true);
    }
    m_path = saving.path;
    m_digest = written->digest;
    m_told.reset();
    m_format.isMixed = false;
    if (saving.edition == edition())
        m_text->setModified(false);
    m_watch.setPath(m_path);
    Q_EMIT saved();
    Q_EMIT stateChanged();
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
    m_digest = m_told.value_or(m_digest);
    m_told.reset();
    m_text->setModified(true);
}

void RuleDocument::lookAtFile()
{
    if (m_path.isEmpty() || m_loading || isSaving())
        return;
    QtConcurrent::run(digestOnDisk, m_path)
        .then(this, [this, path = m_path, known = m_digest](const QByteArray &found) {
            if (path != m_path || known != m_digest || m_loading || isSaving())
                return;
            if (found == m_digest)
                return m_told.reset();
            if (found == m_told)
                return; // said once
            m_told = found;
            if (found.isEmpty()) {
                m_digest.clear(); // nothing is there to be overwritten, and this is the only copy
                m_text->setModified(true);
            }
            Q_EMIT changedOnDisk(!found.isEmpty());
        });
}

} // namespace lvs
