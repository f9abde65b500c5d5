// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/kepttext.h"

#include "core/boot/keptline.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr QByteArrayView heading("# What set-ups of LVS Console need on this machine: restored at boot, a setting a "
                                 "line. Written by its helper.\n");

class Reader
{
public:
    KeptText read(QByteArrayView text)
    {
        for (qsizetype at = 0, number = 1; at < text.size(); ++number) {
            const qsizetype end = text.indexOf('\n', at);
            const QByteArrayView line = text.sliced(at, (end < 0 ? text.size() : end) - at);
            if (!line.isEmpty() && !line.startsWith('#') && !take(line))
                m_text.faultyLines.push_back(number);
            at = end < 0 ? text.size() : end + 1;
        }
        return std::move(m_text);
    }

private:
    bool take(QByteArrayView bytes)
    {
        const QString line = QString::fromUtf8(bytes);
        const bool isText = line.toUtf8() == bytes;
        if (line.startsWith(u"setup "))
            return begin(isText ? setupFromLine(line) : std::nullopt);
        if (!m_current)
            return m_isPassingOver;
        if (isText && addLine(line, m_text.setups[*m_current]))
            return true;
        markIncomplete(m_text.setups[*m_current].id);
        return false;
    }

    bool begin(const std::optional<KeptSetup> &setup)
    {
        m_current.reset();
        m_isPassingOver = true;
        const bool isNew = setup && !m_ids.contains(setup->id);
        if (!isNew || qsizetype(m_text.setups.size()) >= KeptSetup::mostSetups)
            return false;
        m_ids.insert(setup->id);
        m_current = m_text.setups.size();
        m_text.setups.push_back(*setup);
        return true;
    }

    void markIncomplete(const QString &id)
    {
        if (m_text.incomplete.empty() || m_text.incomplete.back() != id)
            m_text.incomplete.push_back(id);
    }

    KeptText m_text;
    QSet<QString> m_ids;
    std::optional<std::size_t> m_current;
    bool m_isPassingOver = false; ///< lines of a set-up whose first line was faulty
};

} // namespace

QByteArray keptText(const std::vector<KeptSetup> &setups)
{
    QByteArray text = heading.toByteArray();
    for (const KeptSetup &setup : setups)
        text += '\n' + linesOf(setup).join(u'\n').toUtf8() + '\n';
    return text;
}

KeptText readKeptText(QByteArrayView text)
{
    return Reader().read(text);
}

} // namespace lvs
