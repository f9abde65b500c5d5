// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace lvs {

/// Warns that the way of this console to machines may be cut, and asks for a word to be typed. Hidden, and confirmed,
/// where there are no such machines.
class RerouteConfirmation : public QWidget
{
    Q_OBJECT
public:
    explicit RerouteConfirmation(QWidget *parent);

    /// As hostsThatMayBeCut() names them; other ones than before have to be confirmed anew.
    void setHosts(const QStringList &hosts);
    bool isConfirmed() const;
    /// The word has been used.
    void clear();

Q_SIGNALS:
    void changed();

private:
    QStringList m_hosts;
    QLabel *m_warning;
    QLineEdit *m_word;
};

} // namespace lvs
