// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QWidget>

#include <array>

class QMenu;

namespace lvs {

/// How rows are written to the clipboard.
enum class CopyFormat : quint8 { Table, Csv, Commands };
inline constexpr std::array copyFormats{CopyFormat::Table, CopyFormat::Csv, CopyFormat::Commands};

/// What can be done on the Services page: one set of actions for menus, tool bar and context menu.
class ServiceActions : public QObject
{
    Q_OBJECT
public:
    explicit ServiceActions(QObject *parent = nullptr);

    /// Makes the single-key shortcuts work while `view` has the focus, and only then.
    void addTo(QWidget *view) const;

    /// Says in its tool tip why an action is not possible at the moment; with an empty reason what it does.
    static void explain(QAction *action, const QString &reason);

    /// Those that need a view of services that is shown.
    QList<QAction *> all() const;

    QAction *copySelectedAs(CopyFormat format) const { return m_copySelectedAs[std::size_t(format)]; }
    QAction *copyAllAs(CopyFormat format) const { return m_copyAllAs[std::size_t(format)]; }
    /// Adds everything about copying, with submenus.
    void addCopyTo(QMenu *menu) const;

    QAction *const addService;
    QAction *const addMarkedService;
    QAction *const addServer;
    QAction *const edit;
    QAction *const editWeight;
    QAction *const drain;
    QAction *const undrain;
    QAction *const remove;
    QAction *const expand;
    QAction *const checkHealth;
    QAction *const checkHealthWith;
    QAction *const keepChecking; ///< checkable; each page has its own choice
    QAction *const annotate;
    QAction *const exportNames;
    QAction *const importNames;
    QAction *const compareKeepalived;
    QAction *const exportKeepalived;
    QAction *const setUpServers;
    QAction *const copy;
    QAction *const filter;
    QAction *const lookUpNames;
    QAction *const refresh;
    QAction *const exactValues; ///< checkable; kept and in force by itself, views follow by toggled()

    // On many objects at once.
    QAction *const drainEverywhere;
    QAction *const undrainEverywhere;
    QAction *const setWeights;
    QAction *const move;
    QAction *const duplicate;
    QAction *const zeroSelected;
    QAction *const zeroAll;
    QAction *const clear;
    QAction *const paste;
    QAction *const pasteRules; ///< Ctrl+V in the table; paste is for everywhere
    QAction *const showDrains;

Q_SIGNALS:
    /// The menu of columns is about to be shown, empty.
    void columnMenuOpened(QMenu *menu);

private:
    std::array<QAction *, copyFormats.size()> m_copySelectedAs{};
    std::array<QAction *, copyFormats.size()> m_copyAllAs{};
};

/// Lets an action call a member of `receiver` while `page` is shown: every director has a page of its own, and they
/// share the actions.
template<class Receiver>
void whenShown(const QWidget *page, Receiver *receiver, const QAction *action, void (Receiver::*act)())
{
    QObject::connect(action, &QAction::triggered, receiver, [page, receiver, act] {
        if (page->isVisible())
            (receiver->*act)();
    });
}

} // namespace lvs
