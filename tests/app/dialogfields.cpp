// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dialogfields.h"

#include "app/dialogs/formdialog.h"
#include "app/dialogs/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const FormField *fieldOf(const FormDialog &dialog, const QString &name)
{
    for (const auto *field : dialog.findChildren<FormField *>()) {
        if (field->editor()->objectName() == name)
            return field;
    }
    qFatal("there is no field %s", qPrintable(name));
}

QString remark(const FormField &field, const QString &kind)
{
    const auto *label = field.findChild<QLabel *>(kind);
    return label->isVisibleTo(&field) ? label->text() : QString();
}

QStringList fieldsWith(const FormDialog &dialog, const QString &kind)
{
    QStringList names;
    for (const auto *field : dialog.findChildren<FormField *>()) {
        if (field->isShown() && !remark(*field, kind).isEmpty())
            names << field->editor()->objectName();
    }
    return names;
}

} // namespace

void addValueColumns()
{
    QTest::addColumn<Entries>("before");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
}

void addValues(const char *what, const Entries &before, const QString &field, const QStringList &good,
               const QStringList &bad)
{
    for (const QString &value : good)
        QTest::addRow("%s %s", what, qPrintable(value)) << before << field << value << true;
    for (const QString &value : bad)
        QTest::addRow("%s not “%s”", what, qPrintable(value)) << before << field << value << false;
}

void enter(const FormDialog &dialog, const QString &field, const QString &value)
{
    QWidget *editor = fieldOf(dialog, field)->editor();
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentText(value);
    else if (auto *box = qobject_cast<QCheckBox *>(editor))
        box->setChecked(value == "on"_L1);
    else
        qobject_cast<QLineEdit *>(editor)->setText(value);
}

QString entered(const FormDialog &dialog, const QString &field)
{
    const QWidget *editor = fieldOf(dialog, field)->editor();
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->currentText();
    if (const auto *box = qobject_cast<const QCheckBox *>(editor))
        return box->isChecked() ? u"on"_s : u"off"_s;
    return qobject_cast<const QLineEdit *>(editor)->text();
}

bool isShown(const FormDialog &dialog, const QString &field)
{
    return fieldOf(dialog, field)->isShown();
}

QString errorAt(const FormDialog &dialog, const QString &field)
{
    return remark(*fieldOf(dialog, field), u"fieldError"_s);
}

QString warningAt(const FormDialog &dialog, const QString &field)
{
    return remark(*fieldOf(dialog, field), u"fieldWarning"_s);
}

QString explanationAt(const FormDialog &dialog, const QString &field)
{
    return fieldOf(dialog, field)->editor()->accessibleDescription();
}

QStringList fieldsWithError(const FormDialog &dialog)
{
    return fieldsWith(dialog, u"fieldError"_s);
}

QStringList fieldsWithWarning(const FormDialog &dialog)
{
    return fieldsWith(dialog, u"fieldWarning"_s);
}

bool canAccept(const FormDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"accept"_s)->isEnabled();
}

QString command(const FormDialog &dialog)
{
    return dialog.findChild<QPlainTextEdit *>(u"dialogCommands"_s)->toPlainText();
}

QStringList obstacles(const FormDialog &dialog)
{
    QStringList found;
    QStringList mnemonics;
    for (const auto *field : dialog.findChildren<FormField *>()) {
        const QString name = field->editor()->objectName();
        if (name.isEmpty() || field->editor()->accessibleName().isEmpty())
            found << u"“%1” has no name"_s.arg(field->label()->text());
        if (field->label()->buddy() != field->editor())
            found << u"the label of %1 does not lead there"_s.arg(name);
        if (!field->isShown())
            continue;
        const QString mnemonic = QKeySequence::mnemonic(field->label()->text()).toString();
        if (mnemonic.isEmpty() || mnemonics.contains(mnemonic))
            found << u"%1 has no key of its own: “%2”"_s.arg(name, mnemonic);
        mnemonics << mnemonic;
    }
    for (const auto *button : dialog.findChildren<QAbstractButton *>()) {
        const QString mnemonic = QKeySequence::mnemonic(button->text()).toString();
        if (mnemonic.isEmpty() || !button->isVisibleTo(&dialog))
            continue;
        if (mnemonics.contains(mnemonic))
            found << u"“%1” has no key of its own"_s.arg(button->text());
        mnemonics << mnemonic;
    }
    return found;
}

} // namespace lvs::test
