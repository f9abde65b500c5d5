// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <QKeySequence>
#include <QObject>

#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QMenu;
class QToolBar;

namespace lvs {

/// What the tool bar of the Topology page chooses.
class TopologyTools : public QObject
{
    Q_OBJECT
public:
    /// Fills the tool bar. Shortcuts hold where its parent widget has the focus.
    explicit TopologyTools(QToolBar *bar, QObject *parent = nullptr);

    struct Service {
        ServiceKey key{};
        QString name{};
        friend bool operator==(const Service &, const Service &) = default;
    };
    /// What there is to choose from.
    void offer(const std::vector<Service> &services);
    /// Nothing: the whole director.
    std::optional<ServiceKey> chosen() const { return m_chosen; }
    void choose(const std::optional<ServiceKey> &service);

    QAction *fit;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *unfold;  ///< checked: every real server has its card
    QAction *animate; ///< checked: dashes move
    QMenu *exports;
    QAction *terms;

Q_SIGNALS:
    void serviceChosen();

private:
    QAction *add(const char *name, const char *icon, const QString &text, const QString &explanation,
                 const QKeySequence &key = QKeySequence());
    void showChosen();

    QToolBar *m_bar;
    QComboBox *m_service;
    std::vector<Service> m_offered;
    std::optional<ServiceKey> m_chosen;
};

} // namespace lvs
