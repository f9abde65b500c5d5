// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace lvs {

/// Names of addresses as the name service of this computer has them. Nothing waits for it: a name is there, or comes
/// later, or never.
class HostNames : public QObject
{
    Q_OBJECT
public:
    /// Asks for the name of an address and gives it to `answer` on this thread, empty if there is none.
    using Ask = std::function<void(const IpAddress &address, std::function<void(const QString &name)> answer)>;

    static constexpr int mostAtOnce = 4; ///< questions under way
    static constexpr std::chrono::hours lifetime{1};
    static constexpr std::chrono::minutes lifetimeOfNone{10}; ///< of the answer that there is no name

    explicit HostNames(QObject *parent = nullptr);
    HostNames(Ask ask, QObject *parent);

    /// Off at first: the name server learns which addresses somebody looks at. What is known is kept while it is off.
    void setEnabled(bool enabled);
    /// Empty when it is off, not known yet or there is none.
    QString nameOf(const IpAddress &address) const;
    /// These are in sight now; questions for others that have not been asked yet are dropped.
    void want(std::vector<IpAddress> addresses);

Q_SIGNALS:
    /// One or several names have come, or it was switched on or off.
    void changed();

private:
    struct Known {
        QString name{};
        QDeadlineTimer until{};
    };

    void askNext();
    bool isKnown(const IpAddress &address) const;

    Ask m_ask;
    std::map<IpAddress, Known> m_known;
    std::vector<IpAddress> m_wanted; ///< in the order of asking, from the end
    std::vector<IpAddress> m_underWay;
    QTimer m_changedTimer; ///< names that come together make one change
    bool m_enabled = false;
};

} // namespace lvs
