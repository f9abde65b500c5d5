// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/describeditems.h"
#include "core/model/realserver.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace lvs {

/// A real server of a set-up as it is entered.
struct ServerEntry {
    RealServer server{}; ///< what has no field is as it was
    QString host{};      ///< id of the connection that reaches it; empty: none does
    friend bool operator==(const ServerEntry &, const ServerEntry &) = default;
};

/// Lines of fields, one line a real server: address, port, weight, and the connection that reaches it.
class ServerRows : public QWidget
{
    Q_OBJECT
public:
    explicit ServerRows(QWidget *parent = nullptr);

    /// A connection to choose: id and name.
    struct Host {
        QString id{};
        QString name{};
        std::vector<IpAddress> addresses{}; ///< as far as known: a line with one of them is taken to be that machine
        friend bool operator==(const Host &, const Host &) = default;
    };
    /// What was chosen stays chosen, also where it is no longer offered.
    void setHosts(const std::vector<Host> &hosts);
    /// What servers can be `service`'s: its port is theirs where packets keep it.
    void setService(const ServiceKey &service, Forwarding forwarding);
    /// Offered in lines that are added from now on.
    void setSuggestions(const QList<DescribedItem> &addresses) { m_addresses = addresses; }

    void setEntries(const std::vector<ServerEntry> &entries);
    /// Those of the lines that are in order.
    std::vector<ServerEntry> entries() const;
    /// There are lines, and all of them are in order.
    bool isComplete() const { return m_isComplete; }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        RealServer base{};
        QLineEdit *address = nullptr;
        QLineEdit *port = nullptr;
        QLineEdit *weight = nullptr;
        QComboBox *host = nullptr;
        QToolButton *remove = nullptr;
        QLabel *problem = nullptr;
        bool hostChosen = false; ///< by the person, and no longer to be guessed
        std::vector<QWidget *> widgets() const;
    };

    Row &addRow(const ServerEntry &entry);
    void removeRow(const Row *row);
    void place();
    void refresh();
    /// The server that a line means, or what is wrong with it.
    Result<ServerEntry> read(const Row &row) const;
    void guessHost(Row &row);
    void offerHosts(Row &row, const QString &chosen);

    QGridLayout *m_grid;
    QPushButton *m_add;
    std::vector<QLabel *> m_headers;
    std::vector<std::unique_ptr<Row>> m_rows;
    std::vector<Host> m_hosts;
    QList<DescribedItem> m_addresses;
    ServiceKey m_service;
    Forwarding m_forwarding = Forwarding::Gatewaying;
    bool m_isComplete = false;
};

} // namespace lvs
