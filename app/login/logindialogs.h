// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/loginprompter.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

class QDialog;
class QWidget;

namespace lvs {

/// The questions of logins as dialogs above a window, one after the other.
class LoginDialogs : public QObject, public LoginPrompter
{
    Q_OBJECT
public:
    /// `window` is the parent of every dialog and must outlive this object.
    explicit LoginDialogs(QWidget *window);
    ~LoginDialogs() override;

    QFuture<bool> confirmHostKey(const Asker &asker, const HostKeyQuestion &question) override;
    QFuture<std::optional<QString>> askSecret(const Asker &asker, const SecretQuestion &question) override;
    QFuture<std::optional<AuthenticationAnswer>> authenticate(const Asker &asker,
                                                              const AuthenticationQuestion &question) override;

private:
    /// Shows what `make` makes when its turn comes. The answer is what `read` reads from the accepted dialog.
    template<class Answer, class Dialog>
    QFuture<Answer> ask(std::function<Dialog *()> make, std::function<Answer(const Dialog &)> read, Answer refusal);
    void showNext();

    QWidget *m_window;
    std::deque<std::function<QDialog *()>> m_waiting; ///< each gives nullptr if its question was withdrawn
    QPointer<QDialog> m_shown;
};

} // namespace lvs
