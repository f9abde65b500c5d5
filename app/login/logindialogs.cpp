// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/logindialogs.h"

#include "app/login/authenticationdialog.h"
#include "app/login/hostkeydialog.h"
#include "app/login/secretdialog.h"

#include <QFutureWatcher>
#include <QPromise>

namespace lvs {

LoginDialogs::LoginDialogs(QWidget *window)
    : m_window(window)
{
}

LoginDialogs::~LoginDialogs()
{
    m_waiting.clear();
    delete m_shown;
}

QFuture<bool> LoginDialogs::confirmHostKey(const Asker &asker, const HostKeyQuestion &question)
{
    return ask<bool, HostKeyDialog>([=, this] { return new HostKeyDialog(asker, question, m_window); },
                                    [](const HostKeyDialog &) { return true; }, false);
}

QFuture<std::optional<QString>> LoginDialogs::askSecret(const Asker &asker, const SecretQuestion &question)
{
    return ask<std::optional<QString>, SecretDialog>(
        [=, this] { return new SecretDialog(asker, question, m_window); },
        [](const SecretDialog &dialog) { return std::optional(dialog.secret()); }, std::nullopt);
}

QFuture<std::optional<AuthenticationAnswer>> LoginDialogs::authenticate(const Asker &asker,
                                                                        const AuthenticationQuestion &question)
{
    return ask<std::optional<AuthenticationAnswer>, AuthenticationDialog>(
        [=, this] { return new AuthenticationDialog(asker, question, m_window); },
        [](const AuthenticationDialog &dialog) { return std::optional(dialog.answer()); }, std::nullopt);
}

template<class Answer, class Dialog> QFuture<Answer>
LoginDialogs::ask(std::function<Dialog *()> make, std::function<Answer(const Dialog &)> read, Answer refusal)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_waiting.push_back([this, promise, make, read, refusal]() -> QDialog * {
        if (promise->isCanceled())
            return nullptr;
        Dialog *dialog = make();
        const auto answer = [promise](const Answer &given) {
            promise->addResult(given);
            promise->finish();
        };
        connect(dialog, &QDialog::accepted, dialog, [answer, read, dialog] { answer(read(*dialog)); });
        connect(dialog, &QDialog::rejected, dialog, [answer, refusal] { answer(refusal); });
        // Queued: while the signal is sent the dialog still stands in m_shown.
        connect(dialog, &QObject::destroyed, this, &LoginDialogs::showNext, Qt::QueuedConnection);
        auto *watcher = new QFutureWatcher<Answer>(dialog); // nobody waits for the answer any more
        connect(watcher, &QFutureWatcherBase::canceled, dialog, &QDialog::reject);
        watcher->setFuture(promise->future());
        return dialog;
    });
    QMetaObject::invokeMethod(this, &LoginDialogs::showNext, Qt::QueuedConnection);
    return promise->future();
}

void LoginDialogs::showNext()
{
    while (!m_shown && !m_waiting.empty()) {
        const auto make = m_waiting.front();
        m_waiting.pop_front();
        m_shown = make();
        if (m_shown)
            m_shown->open();
    }
}

} // namespace lvs
