// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/directorview.h"
#include "tests/app/everydialog.h"
#include "tests/support/objects.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Everything works without a mouse and without sight: each control has a name and is reached by Tab, or is also in the
/// menus.
class TestKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void obstaclesAreFound();
    void everyDialogIsLookedAt();
    void dialogs();
    void pages();
};

namespace {

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget) ||
           qobject_cast<const QTabBar *>(&widget);
}

/// It belongs to another control, which a person works with as a whole.
bool isPart(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above && !widget.isWindow(); above = above->parentWidget()) {
        if (isControl(*above))
            return true;
    }
    return widget.objectName().startsWith(u"qt_");
}

bool hasName(const QWidget &widget)
{
    if (!widget.accessibleName().isEmpty())
        return true;
    if (qobject_cast<const QComboBox *>(&widget)) // Qt calls it after its current entry
        return std::ranges::any_of(widget.window()->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->buddy() == &widget; });
    auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return accessible && !accessible->text(QAccessible::Name).isEmpty();
}

/// What Tab comes to, once around.
QSet<QWidget *> reachedByTab(QWidget &window)
{
    QSet<QWidget *> reached;
    constexpr int mostControls = 200;
    for (int i = 0; i < mostControls; ++i) {
        QWidget *focus = window.focusWidget();
        if (focus && reached.contains(focus) && i > 1)
            break;
        for (QWidget *widget = focus; widget && widget != &window; widget = widget->parentWidget())
            reached.insert(widget); // a list that is edited in its line
        QTest::keyClick(&window, Qt::Key_Tab);
    }
    return reached;
}

/// Whether Tab comes to another choice of the same group, from which the arrow keys lead on.
bool isReachedByArrows(const QWidget &widget, const QSet<QWidget *> &reached)
{
    const auto *choice = qobject_cast<const QRadioButton *>(&widget);
    return choice && std::ranges::any_of(reached, [&](const QWidget *other) {
               return qobject_cast<const QRadioButton *>(other) && other->parent() == choice->parent();
           });
}

/// Whether the menus offer what the button does.
bool isInMenus(const QWidget &button, const QSet<QAction *> &menus)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    return tool && tool->defaultAction() && menus.contains(tool->defaultAction());
}

QStringList obstacles(QWidget &window, const QSet<QAction *> &menus = {})
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {u"it does not become active"_s};
    const QSet<QWidget *> reached = reachedByTab(window);
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isControl(*widget) || isPart(*widget) || !widget->isVisible() || !widget->isEnabled() ||
            widget->window() != &window)
            continue;
        const QString what = u"%1 “%2” in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                    widget->objectName(), widget->parentWidget()->objectName());
        if (!hasName(*widget))
            found << what + u" has no name"_s;
        if (!reached.contains(widget) && !isReachedByArrows(*widget, reached) && !isInMenus(*widget, menus))
            found << what + u" is not reached"_s;
    }
    return found;
}

QSet<QAction *> actionsOf(const QWidget &menu)
{
    QSet<QAction *> actions;
    for (QAction *action : menu.actions()) {
        actions.insert(action);
        if (action->menu())
            actions += actionsOf(*action->menu());
    }
    return actions;
}

} // namespace

void TestKeyboard::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_keyboard"_s);
    QSettings().clear();
}

void TestKeyboard::obstaclesAreFound()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *edit = new QLineEdit(&window);
    auto *button = new QPushButton(u"Apply"_s, &window);
    layout->addWidget(edit);
    layout->addWidget(button);
    QCOMPARE(obstacles(window), QStringList{u"QLineEdit “” in  has no name"_s});
    edit->setAccessibleName(u"Address"_s);
    QCOMPARE(obstacles(window), QStringList());
    button->setFocusPolicy(Qt::NoFocus);
    QCOMPARE(obstacles(window), QStringList{u"QPushButton “” in  is not reached"_s});
}

/// A class of a dialog that everyDialog() does not know fails here.
void TestKeyboard::everyDialogIsLookedAt()
{
    SandboxWork work;
    work.open();
    QSet<QString> known;
    for (const auto &[name, dialog] : everyDialog(work))
        known.insert(QString::fromLatin1(dialog->metaObject()->className()).section(u"::"_s, -1));
    static const QRegularExpression declared(
        u"^class (\\w+) : public (?:QDialog|FormDialog|QuestionDialog|QMessageBox)\\n\\{(?=[^}]*?public:\\n)"_s,
        QRegularExpression::MultilineOption);
    int classes = 0;
    for (const QString &folder : {u"dialogs"_s, u"keepalived"_s, u"login"_s, u"setup"_s}) {
        const QDir directory(QStringLiteral(LVS_SOURCE_DIR "/app/") + folder);
        for (const QString &file : directory.entryList({u"*.h"_s})) {
            QFile header(directory.filePath(file));
            QVERIFY(header.open(QIODevice::ReadOnly));
            for (const auto &match : declared.globalMatch(QString::fromUtf8(header.readAll()))) {
                const QString name = match.captured(1);
                if (name == u"FormDialog" || name == u"QuestionDialog") // what others are made of
                    continue;
                ++classes;
                QVERIFY2(known.contains(name), qPrintable(name));
            }
        }
    }
    QCOMPARE(classes, known.size());
}

void TestKeyboard::dialogs()
{
    SandboxWork work;
    work.open();
    QStringList found;
    for (const auto &[name, dialog] : everyDialog(work)) {
        for (const QString &obstacle : obstacles(*dialog))
            found << name + u": "_s + obstacle;
        dialog->hide();
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestKeyboard::pages()
{
    SandboxWork work;
    MainWindow window;
    window.addDirector(&work.director);
    connect(&window, &MainWindow::openRequested, this, [](Director *opened) { opened->open(); });
    window.show();
    window.select(&work.director);
    window.findChild<DirectorView *>()->showPage(PageId::Services);
    const auto *model = window.findChild<ServiceTreeModel *>();
    QTRY_VERIFY(model->rowCount(model->indexOf(web)) > 0);
    work.director.unlock();
    const QSet<QAction *> menus = actionsOf(*window.menuBar());
    QStringList found;
    auto *tabs = window.findChild<QTabWidget *>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        // It shows nothing but a sentence until it has read.
        QTRY_VERIFY(std::ranges::any_of(tabs->currentWidget()->findChildren<QWidget *>(), [](const QWidget *widget) {
            const bool canBeWorkedWith = qobject_cast<const QAbstractItemView *>(widget) ||
                                         qobject_cast<const QPushButton *>(widget); // of an empty state
            return canBeWorkedWith && widget->isVisible();
        }));
        for (const QString &obstacle : obstacles(window, menus))
            found << tabs->tabText(page) + u": "_s + obstacle;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
