// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"
#include "core/director/director.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace lvs {

/// Says which machine the page is about, how it stands with it, and whether it can be edited. Never a doubt.
class ContextBar : public QWidget
{
    Q_OBJECT
public:
    explicit ContextBar(Director *director, QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    /// Who else keeps the table; empty: nobody. `isConfigured`: its configuration can be shown.
    void setOwners(const QString &text, const QString &explanation, bool isConfigured);

    /// How often the director is read; empty: it is not.
    void setPace(const QString &text, const QString &explanation);

Q_SIGNALS:
    /// The person wants to see the configuration of who keeps the table.
    void configurationRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void toggleEditing();

    Director *m_director;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_environmentLabel;
    QLabel *m_state;
    QLabel *m_pace;
    QLabel *m_owners;
    QPushButton *m_configuration;
    QLabel *m_accessIcon;
    QLabel *m_access;
    QPushButton *m_edit;
    QTimer m_age;
    Environment m_environment = Environment::Unmarked;
};

} // namespace lvs
