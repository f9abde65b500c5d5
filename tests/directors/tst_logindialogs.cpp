// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/connectdialog.h"
#include "app/login/logindialogs.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestLoginDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostKeyIsTrustedDeliberately();
    void secretIsTyped();
    void closedQuestionIsNoAnswer();
    void oneQuestionAtATime();
    void withdrawnQuestionCloses();
    void authenticationNamesEverything();
    void farSideWritesPlainText();
    void everyFieldHasAName();
    void connectDialogReadsTargets();
};

namespace {

const Asker production{.hostName = u"root@director-1"_s, .environment = Environment::Production};

/// The dialogs that are to be seen.
QList<QDialog *> shown(const QWidget &window)
{
    QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    dialogs.removeIf([](const QDialog *dialog) { return !dialog->isVisible(); });
    return dialogs;
}

QDialog *next(const QWidget &window)
{
    if (!QTest::qWaitFor([&] { return shown(window).size() == 1; }))
        return nullptr;
    return shown(window).front();
}

} // namespace

void TestLoginDialogs::hostKeyIsTrustedDeliberately()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    auto answer = dialogs.confirmHostKey(
        production, {.host = u"director-1 (172.18.100.6)"_s, .keyType = u"ED25519"_s, .fingerprint = u"SHA256:abc"_s});
    QDialog *dialog = next(window);
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(u"root@director-1 (production)"_s));
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == "SHA256:abc"_L1; }));
    QTest::keyClick(dialog, Qt::Key_Return); // the default is not to trust
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), false);

    answer = dialogs.confirmHostKey(production, {});
    dialog = next(window);
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), true);
}

void TestLoginDialogs::secretIsTyped()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    const auto answer = dialogs.askSecret(production, {.subject = u"root@director-1"_s});
    QDialog *dialog = next(window);
    QVERIFY(dialog);
    auto *secret = dialog->findChild<QLineEdit *>(u"secret"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QTest::keyClicks(secret, u"correct horse"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result(), u"correct horse"_s);
}

void TestLoginDialogs::closedQuestionIsNoAnswer()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    const auto answer = dialogs.askSecret(production, {});
    QDialog *dialog = next(window);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
}

void TestLoginDialogs::oneQuestionAtATime()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    QList<QFuture<std::optional<QString>>> answers;
    for (int i = 0; i < 3; ++i)
        answers << dialogs.askSecret(production, {.subject = QString::number(i)});
    for (const auto &answer : answers) {
        QDialog *dialog = next(window);
        QVERIFY(dialog);
        dialog->accept();
        QTRY_VERIFY(answer.isFinished());
    }
    QTRY_VERIFY(shown(window).isEmpty());
}

void TestLoginDialogs::withdrawnQuestionCloses()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    auto first = dialogs.askSecret(production, {});
    auto waiting = dialogs.askSecret(production, {});
    const auto last = dialogs.confirmHostKey(production, {.host = u"last"_s});
    QVERIFY(next(window));
    waiting.cancel();
    first.cancel();
    QTRY_VERIFY(shown(window).size() == 1 && shown(window).front()->accessibleDescription().contains(u"last"_s));
    QVERIFY(!last.isFinished());
}

void TestLoginDialogs::authenticationNamesEverything()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    const auto answer = dialogs.authenticate(production, {.actionId = u"org.lvsconsole.helper1.edit-servers"_s,
                                                          .message = u"Change real servers"_s,
                                                          .users = {u"ann"_s, u"root"_s},
                                                          .prompt = u"Password: "_s});
    QDialog *dialog = next(window);
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(u"root@director-1 (production)"_s));
    QCOMPARE(dialog->accessibleDescription(), u"Change real servers"_s);
    dialog->findChild<QComboBox *>()->setCurrentIndex(1);
    dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"pw"_s);
    dialog->accept();
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result());
    QCOMPARE(answer.result()->user, 1);
    QCOMPARE(answer.result()->secret, u"pw"_s);
}

void TestLoginDialogs::farSideWritesPlainText()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    const QString text = u"<b>Enter</b> <img src='x'>"_s;
    const auto answer = dialogs.askSecret(production, {.kind = SecretQuestion::Kind::Other, .text = text});
    QDialog *dialog = next(window);
    QVERIFY(dialog);
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->text() == text)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    dialog->reject();
    QTRY_VERIFY(answer.isFinished());
}

void TestLoginDialogs::everyFieldHasAName()
{
    QWidget window;
    LoginDialogs dialogs(&window);
    dialogs.authenticate(production, {.users = {u"ann"_s, u"root"_s}});
    QVERIFY(next(window));
    ConnectDialog connectDialog(&window);
    connectDialog.setAttribute(Qt::WA_DeleteOnClose, false);
    for (const QWidget *field : window.findChildren<QWidget *>()) {
        const bool isInDialog = qobject_cast<const QDialog *>(field->window()); // not in a combo box's popup
        if (!isInDialog || field->focusPolicy() == Qt::NoFocus || !field->isVisibleTo(field->window()))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(field);
        QVERIFY2(!field->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 field->metaObject()->className());
    }
}

void TestLoginDialogs::connectDialogReadsTargets()
{
    QWidget window;
    ConnectDialog dialog(&window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *host = dialog.findChild<QLineEdit *>();
    auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
    auto *error = dialog.findChild<QLabel *>(u"fieldError"_s);
    dialog.open();
    QVERIFY(!accept->isEnabled());
    QVERIFY(!error->isVisible()); // nothing is wrong with an empty field yet
    host->setText(u"-oProxyCommand=x"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(error->isVisible() && !error->text().isEmpty());
    host->setText(u" root@director-1:2222 "_s);
    QVERIFY(accept->isEnabled());
    QVERIFY(!error->isVisible());
    dialog.findChild<QComboBox *>()->setCurrentIndex(2);
    accept->click();
    QCOMPARE(dialog.target().toString(), u"root@director-1:2222"_s);
    QCOMPARE(dialog.environment(), Environment::Production);
}

QTEST_MAIN(TestLoginDialogs)
#include "tst_logindialogs.moc"
