// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/recoveryfile.h"

#include "app/documents/ruledocument.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QTextDocument>
#include <QUuid>
#include <QtConcurrentRun>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto storeAfter = 2s;

QDir folder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s);
}

QString prefixOf(const QString &owner)
{
    return QString::fromLatin1(QCryptographicHash::hash(owner.toUtf8(), QCryptographicHash::Sha1).toHex().first(16));
}

QString lockOf(const QString &path)
{
    return path + u".lock"_s;
}

QByteArray toJson(const RecoveredText &text)
{
    return QJsonDocument(QJsonObject{{u"version"_s, 1},
                                     {u"path"_s, text.path},
                                     {u"fileDigest"_s, QString::fromLatin1(text.fileDigest.toHex())},
                                     {u"text"_s, text.content.text},
                                     {u"encoding"_s, int(text.content.encoding)},
                                     {u"lineEnd"_s, int(text.content.lineEnd)},
                                     {u"leftAt"_s, text.leftAt.toString(Qt::ISODateWithMs)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<RecoveredText> fromJson(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const int encoding = object[u"encoding"].toInt(-1);
    const int lineEnd = object[u"lineEnd"].toInt(-1);
    if (object[u"version"].toInt() != 1 || !object[u"text"].isString() || encoding < 0 ||
        encoding > int(TextEncoding::Latin1) || lineEnd < 0 || lineEnd > int(LineEnd::Windows))
        return std::nullopt;
    return RecoveredText{.content = {.text = object[u"text"].toString(),
                                     .encoding = TextEncoding(encoding),
                                     .lineEnd = LineEnd(lineEnd)},
                         .path = object[u"path"].toString(),
                         .fileDigest = QByteArray::fromHex(object[u"fileDigest"].toString().toLatin1()),
                         .leftAt = QDateTime::fromString(object[u"leftAt"].toString(), Qt::ISODateWithMs)};
}

/// Nothing if another console that runs has it.
std::unique_ptr<QLockFile> locked(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(lockOf(path));
    lock->setStaleLockTime(0ms);
    return lock->tryLock(0ms) ? std::move(lock) : nullptr;
}

} // namespace

RecoveryFile::RecoveryFile(const QString &owner, RuleDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    const QDir place = folder();
    place.mkpath(u"."_s);
    QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_path = place.filePath(prefixOf(owner) + u'-' + QUuid::createUuid().toString(QUuid::Id128) + u".json"_s);
    m_timer.setSingleShot(true);
    m_timer.setInterval(storeAfter);
    connect(&m_timer, &QTimer::timeout, this, &RecoveryFile::store);
    connect(document->text(), &QTextDocument::contentsChanged, this, [this] {
        if (!m_timer.isActive() && m_document->isModified())
            m_timer.start();
    });
    connect(document, &RuleDocument::stateChanged, this, [this] {
        if (!m_document->isModified())
            forget();
        else if (!m_timer.isActive())
            m_timer.start();
    });
}

RecoveryFile::~RecoveryFile() = default;

void RecoveryFile::store()
{
    if (m_document->isLoading() || !m_document->isModified() || m_document->text()->isEmpty())
        return;
    if (m_isStoring)
        return m_timer.start();
    if (!m_lock)
        m_lock = locked(m_path);
    const RecoveredText text{.content = {.text = m_document->content(),
                                         .encoding = m_document->encoding(),
                                         .lineEnd = m_document->lineEnd()},
                             .path = m_document->path(),
                             .fileDigest = m_document->fileDigest(),
                             .leftAt = QDateTime::currentDateTimeUtc()};
    m_isStoring = true;
    m_isForgotten = false;
    const auto write = [path = m_path, text] {
        const FileResult<void> written = writeTextFile(path, toJson(text));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return written;
    };
    QtConcurrent::run(write).then(this, [this, takenOver = m_takenOver](const FileResult<void> &written) {
        m_isStoring = false;
        if (m_isForgotten) // meanwhile
            return forget();
        if (!written)
            Q_EMIT notStored(written.error());
        else if (takenOver == m_takenOver)
            dropTakenOver();
    });
}

void RecoveryFile::takeOver(const RecoveredText &text)
{
    dropTakenOver();
    m_takenOverLock = locked(text.storedIn);
    if (m_takenOverLock)
        m_takenOver = text.storedIn;
}

void RecoveryFile::dropTakenOver()
{
    if (m_takenOverLock)
        QFile::remove(m_takenOver);
    m_takenOver.clear();
    m_takenOverLock.reset();
}

void RecoveryFile::forget()
{
    m_timer.stop();
    m_isForgotten = true;
    dropTakenOver();
    if (m_isStoring || !m_lock)
        return;
    QFile::remove(m_path);
    m_lock.reset();
}

std::vector<RecoveredText> RecoveryFile::leftOvers(const QString &owner)
{
    std::vector<RecoveredText> found;
    const QDir place = folder();
    for (const QString &name : place.entryList({prefixOf(owner) + u"-*.json"_s}, QDir::Files)) {
        const QString path = place.filePath(name);
        const auto lock = locked(path);
        if (!lock)
            continue; // of a console that runs
        const FileResult<QByteArray> bytes = readFileBytes(path);
        if (auto text = bytes ? fromJson(*bytes) : std::nullopt) {
            text->storedIn = path;
            found.push_back(*std::move(text));
        }
    }
    std::ranges::sort(found, std::greater(), &RecoveredText::leftAt);
    return found;
}

void RecoveryFile::discard(const RecoveredText &text)
{
    QFile::remove(text.storedIn);
}

} // namespace lvs
