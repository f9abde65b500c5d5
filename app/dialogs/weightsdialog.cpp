// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/weightsdialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/types/numbers.h"

#include <QComboBox>
#include <QLineEdit>

namespace lvs {

namespace {

enum How { SetTo, MultiplyBy };
constexpr quint32 largestPercentage = 100'000;

} // namespace

WeightsDialog::WeightsDialog(std::vector<PlacedServer> servers, QWidget *parent)
    : FormDialog(tr("Weights of %Ln real server(s)", nullptr, int(servers.size())), tr("Draft weights"), parent)
    , m_servers(std::move(servers))
    , m_how(new QComboBox(this))
    , m_number(new QLineEdit(this))
{
    m_how->setObjectName(QStringLiteral("how"));
    m_number->setObjectName(QStringLiteral("number"));
    m_how->addItem(tr("Set to"), SetTo);
    m_how->addItem(tr("Multiply by, in percent"), MultiplyBy);
    form()->add(tr("Weight"), m_how, {});
    m_numberField = form()->add(tr("Number"), m_number, QStringLiteral(" "));
    connect(m_how, &QComboBox::currentIndexChanged, this, &WeightsDialog::refresh);
    connect(m_number, &QLineEdit::textChanged, this, &WeightsDialog::refresh);
    refresh();
    m_number->setFocus();
}

void WeightsDialog::refresh()
{
    const bool sets = m_how->currentData().toInt() == SetTo;
    m_numberField->setExplanation(
        sets ? tr("0 drains the servers: connections go on, new ones go elsewhere.")
             : tr("50 halves the weights. Rounding drains nobody: the least is 1. Drained servers stay drained."));
    const auto number = numberFromText(m_number->text(), 0, sets ? limits::largestWeight : largestPercentage);
    m_numberField->setError(isPristine(*m_number) ? std::nullopt : errorOf(number));
    m_plan = {};
    if (number)
        m_plan = sets ? settingWeights(m_servers, *number) : scalingWeights(m_servers, *number);
    refreshed(m_plan);
}

} // namespace lvs
