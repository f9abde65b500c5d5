// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <utility>

namespace lvs {
class FormDialog;
}

namespace lvs::test {

// What a person does in a dialog's fields, and what the dialog says about it. Fields go by their object names.

/// Steps of a person: field and value.
using Entries = QList<std::pair<QString, QString>>;

/// Columns and rows of a test of values: after the steps `before`, each of `good` is taken in the field, and each of
/// `bad` is not.
void addValueColumns();
void addValues(const char *what, const Entries &before, const QString &field, const QStringList &good,
               const QStringList &bad);

/// Types into a line edit or an editable list, chooses the entry of a list, or sets a check box ("on", "off").
void enter(const FormDialog &dialog, const QString &field, const QString &value);
/// What stands in the field; "on" or "off" for a check box.
QString entered(const FormDialog &dialog, const QString &field);
bool isShown(const FormDialog &dialog, const QString &field);
QString errorAt(const FormDialog &dialog, const QString &field);
QString warningAt(const FormDialog &dialog, const QString &field);
QString explanationAt(const FormDialog &dialog, const QString &field);
/// Names of the fields with an error, or a warning.
QStringList fieldsWithError(const FormDialog &dialog);
QStringList fieldsWithWarning(const FormDialog &dialog);
bool canAccept(const FormDialog &dialog);
QString command(const FormDialog &dialog);
/// What keeps a person without a mouse or without sight from a field: no name, no label, two equal mnemonics in sight.
QStringList obstacles(const FormDialog &dialog);

} // namespace lvs::test
