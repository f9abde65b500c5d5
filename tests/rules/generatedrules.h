// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QStringList>

namespace lvs::test {

/// Makes lines of ipvsadm, good and broken, in all the ways in which a line can be written.
class GeneratedRules
{
public:
    explicit GeneratedRules(quint32 seed)
        : m_random(seed)
    {
    }

    /// Without a line end in it.
    QString line();
    /// A few lines, which end in one way or another.
    QString file();

private:
    QString oneOf(const QStringList &choices) { return choices[m_random.bounded(choices.size())]; }
    bool isOneIn(int number) { return m_random.bounded(number) == 0; }
    QString number();
    QString address();
    QString endpoint();
    QString value(const QString &option);
    QStringList option(const QString &name);
    QStringList options(const QString &verb);
    void breakWords(QStringList &words);
    void breakText(QString &text);

    QRandomGenerator m_random;
};

} // namespace lvs::test
