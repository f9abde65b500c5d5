// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A window with one widget of each kind the console uses, so that the driver has a test of its own. What is done to it
// shows in the label "Log".
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(u"Specimen"_s);
    auto *central = new QWidget;
    auto *form = new QFormLayout(central);
    window.setCentralWidget(central);

    auto *log = new QLabel(u"nothing yet"_s);
    log->setObjectName(u"log"_s);
    log->setAccessibleName(u"Log"_s);
    const auto say = [log](const QString &text) { log->setAccessibleDescription(text); };

    auto *edit = new QLineEdit;
    edit->setAccessibleName(u"Address"_s);
    auto *password = new QLineEdit;
    password->setEchoMode(QLineEdit::Password);
    password->setAccessibleName(u"Password"_s);
    auto *spin = new QSpinBox;
    spin->setRange(0, 100);
    spin->setAccessibleName(u"Weight"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"rr"_s, u"wrr"_s, u"wlc"_s});
    auto *check = new QCheckBox(u"Persistent"_s);
    auto *button = new QPushButton(u"Add"_s);
    auto *disabled = new QPushButton(u"Never"_s);
    disabled->setEnabled(false);

    auto *model = new QStandardItemModel(&window);
    model->setHorizontalHeaderLabels({u"Server"_s, u"Weight"_s});
    auto *service = new QStandardItem(u"172.18.100.6:80"_s);
    service->appendRow({new QStandardItem(u"192.168.10.11:80"_s), new QStandardItem(u"10"_s)});
    service->appendRow({new QStandardItem(u"192.168.10.12:80"_s), new QStandardItem(u"3"_s)});
    model->appendRow({service, new QStandardItem(u""_s)});
    auto *tree = new QTreeView;
    tree->setModel(model);
    tree->expandAll();
    tree->setAccessibleName(u"Services"_s);

    form->addRow(edit);
    form->addRow(password);
    form->addRow(spin);
    form->addRow(u"&Scheduler"_s, combo);
    form->addRow(check);
    form->addRow(button);
    form->addRow(disabled);
    form->addRow(tree);
    form->addRow(log);

    auto *action = window.menuBar()->addMenu(u"&File"_s)->addAction(u"&Refresh"_s);
    auto *tool = window.addToolBar(u"Tools"_s)->addAction(u"Undo"_s);
    window.statusBar(); // shows one
    auto *dialog = new QDialog(&window);
    dialog->setWindowTitle(u"Really?"_s);
    auto *yes = new QPushButton(u"Yes"_s, dialog);

    QObject::connect(action, &QAction::triggered, log, [say] { say(u"refreshed"_s); });
    QObject::connect(tool, &QAction::triggered, log, [say] { say(u"undone"_s); });
    QObject::connect(button, &QPushButton::clicked, dialog, &QDialog::open);
    QObject::connect(yes, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, log, [=] {
        say(u"%1 %2 %3 %4 %5"_s.arg(edit->text(), password->text())
                .arg(spin->value())
                .arg(combo->currentText())
                .arg(check->isChecked()));
    });

    window.resize(700, 700);
    window.show();
    return application.exec();
}
