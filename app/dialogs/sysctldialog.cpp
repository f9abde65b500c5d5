// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sysctldialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/sysctltext.h"
#include "core/change/changeplan.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>

#include <algorithm>

namespace lvs {

namespace {

/// What there is to choose from; empty for what has to be entered.
QStringList choices(const Sysctl &sysctl)
{
    const Sysctl::Range range = sysctl.usefulRange();
    QStringList values;
    switch (sysctl.kind) {
    case Sysctl::Kind::Switch:
    case Sysctl::Kind::Level:
        for (int value = range.smallest; value <= range.largest; ++value)
            values << QString::number(value);
        break;
    case Sysctl::Kind::Defence: // the kernel itself makes 2 of 1
        values = {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("3")};
        break;
    case Sysctl::Kind::PowerOfTwo:
        for (int value = range.smallest; value <= range.largest; value *= 2)
            values << QString::number(value);
        break;
    default:
        break;
    }
    return values;
}

} // namespace

SysctlDialog::SysctlDialog(const QString &name, const QString &present, const QString &planned, QWidget *parent)
    : FormDialog(tr("Change %1").arg(sysctlTitle(name)), tr("Change value"), parent)
    , m_sysctl(*sysctlNamed(name))
    , m_planned(planned)
    , m_change{.name = name, .before = present, .after = planned}
{
    form()->addText(tr("Tunable"), sysctlFullName(name));
    form()->addText(tr("At present"), present.isEmpty() ? QStringLiteral("–") : present);
    if (const QStringList values = choices(m_sysctl); !values.isEmpty())
        addChoice(values);
    else if (m_sysctl.kind == Sysctl::Kind::Pair)
        addPair();
    else
        m_value = addText(QStringLiteral("value"), tr("&Value"), planned, sysctlExplanation(m_sysctl));
    const QString ofIpvs =
        tr("A reboot forgets the value. To keep it, put this line into a file in /etc/sysctl.d on the director, and "
           "the line ip_vs into one in /etc/modules-load.d: before IPVS is loaded there is nothing to set.");
    const QString ofMachine =
        tr("A reboot forgets the value. To keep it, put this line into a file in /etc/sysctl.d on the director.");
    m_line = addText(QStringLiteral("line"), tr("For the next &boot"), {}, isIpvsSysctl(name) ? ofIpvs : ofMachine);
    m_line.edit->setReadOnly(true);
    m_line.edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    refresh();
    if (m_choice) {
        connect(m_choice, &QComboBox::currentIndexChanged, this, &SysctlDialog::refresh);
        m_choice->setFocus();
    } else {
        for (const Field &field : {m_value, m_second}) {
            if (field.edit)
                connect(field.edit, &QLineEdit::textChanged, this, &SysctlDialog::refresh);
        }
        m_value.edit->setFocus();
        m_value.edit->selectAll();
    }
}

void SysctlDialog::addChoice(const QStringList &values)
{
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("value"));
    const auto isPlanned = [this](const QString &value) { return isSameSetting(m_change.name, value, m_planned); };
    if (std::ranges::none_of(values, isPlanned)) // another program's
        m_choice->addItem(m_planned, m_planned);
    for (const QString &value : values) {
        m_choice->addItem(sysctlMeaning(m_sysctl, value), value);
        if (isPlanned(value))
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    form()->add(tr("&Value"), m_choice, sysctlExplanation(m_sysctl));
}

void SysctlDialog::addPair()
{
    const QStringList parts = m_planned.split(u' ');
    m_value = addText(QStringLiteral("value"), tr("At &packet"), parts.value(0), {});
    m_second = addText(QStringLiteral("second"), tr("Of &every"), parts.value(1), sysctlExplanation(m_sysctl));
}

SysctlDialog::Field SysctlDialog::addText(const QString &name, const QString &label, const QString &text,
                                          const QString &explanation)
{
    auto *edit = new QLineEdit(text, this);
    edit->setObjectName(name);
    return {.edit = edit, .field = form()->add(label, edit, explanation)};
}

QString SysctlDialog::enteredText() const
{
    if (m_choice)
        return m_choice->currentData().toString();
    return m_second.edit ? m_value.edit->text() + u' ' + m_second.edit->text() : m_value.edit->text();
}

void SysctlDialog::showErrors(const Result<QString> &value)
{
    if (m_choice)
        return;
    std::optional<Error> error = errorOf(value);
    if (m_second.edit) {
        // Whatever the second number is, 0 fits it.
        const auto second = errorOf(sysctlValueFromText(m_sysctl, QStringLiteral("0 ") + m_second.edit->text()));
        m_second.field->setError(second);
        if (second)
            error.reset();
    }
    m_value.field->setError(error);
}

void SysctlDialog::refresh()
{
    const QString text = enteredText();
    // What the machine has already may stay, whatever it is.
    const auto value = text == m_planned ? Result<QString>(text) : sysctlValueFromText(m_sysctl, text);
    showErrors(value);
    if (value)
        m_change.after = *value;
    const bool acceptable = value && !isSameSetting(m_change.name, *value, m_planned);
    m_line.edit->setText(value ? sysctlLine({m_change.name, *value}) : QString());
    m_line.edit->setCursorPosition(0);
    refreshed(acceptable, acceptable ? commandsFor(m_change) : QStringList());
}

} // namespace lvs
