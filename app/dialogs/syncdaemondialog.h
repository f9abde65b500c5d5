// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/model/hostinfo.h"
#include "core/model/settings.h"

class QComboBox;
class QLineEdit;

namespace lvs {

class FormField;

/// Asks how a connection-sync daemon is to run.
class SyncDaemonDialog : public FormDialog
{
    Q_OBJECT
public:
    /// Only one of `interfaces` is taken; any if they are not known.
    SyncDaemonDialog(SyncRole role, const std::vector<HostInterface> &interfaces, QWidget *parent = nullptr);

    /// Valid once accepted.
    SyncDaemon daemon() const { return m_daemon; }

private:
    struct Field {
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };
    Field addNumber(const QString &name, const QString &label, const QString &explanation, const QString &usual);
    void addInterfaces(const std::vector<HostInterface> &interfaces);
    bool readInterface();
    bool readGroup();
    template<class T> static bool readNumber(const Field &field, quint32 smallest, quint32 largest, T &value);
    void refresh();

    SyncDaemon m_daemon;
    std::vector<InterfaceName> m_known;
    QComboBox *m_interface;
    FormField *m_interfaceField;
    Field m_syncId;
    Field m_group;
    Field m_port;
    Field m_ttl;
    Field m_maxLength;
};

} // namespace lvs
