// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

#include <optional>

class QStackedLayout;
class QToolBar;
class QVBoxLayout;

namespace lvs {

class DirectorSession;
class EmptyState;
class MessageBar;

/// One page of a director: tools, messages, and the content or what stands in its place while there is none.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// The session is not owned.
    explicit Page(DirectorSession *session, QWidget *parent = nullptr);

    DirectorSession *session() const { return m_session; }
    /// One line for the status bar; may be empty.
    virtual QString summary() const { return {}; }
    /// Reads what the page shows now, because the person asked for it: the table, unless overridden.
    virtual void readNow();
    /// What the person would lose if the page went now, by name; empty if there is nothing.
    virtual QString unsaved() const { return {}; }
    /// The person gives that up.
    virtual void giveUp() {}
    /// Says in the page why something the person wanted could not be done; does nothing with a success.
    void tell(const Result<void> &result);

Q_SIGNALS:
    void summaryChanged(const QString &summary);

protected:
    /// What stands in the place of the content.
    struct Emptiness {
        QString icon;
        QString sentence;
        QString action; ///< of the button; none if empty
    };

    QToolBar *tools() const { return m_tools; }
    MessageBar *notice() const { return m_notice; }
    void addBar(MessageBar *bar);
    /// Takes ownership.
    void setContent(QWidget *content);
    /// Nothing while there is content to show.
    virtual std::optional<Emptiness> emptiness() const = 0;
    /// The button of the empty state was pressed. Connects, unless overridden.
    virtual void leadOn();
    /// Why there is nothing to show as long as the director does not answer; nothing once it does.
    std::optional<Emptiness> linkEmptiness() const;
    void refreshEmptiness();

    void showEvent(QShowEvent *event) override;

private:
    DirectorSession *m_session;
    QToolBar *m_tools;
    QVBoxLayout *m_bars;
    MessageBar *m_notice;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
};

} // namespace lvs
