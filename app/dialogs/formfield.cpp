// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/formfield.h"

#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lvs {

namespace {

QFont smallFont(const QWidget &widget)
{
    QFont font = widget.font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

FormField::FormField(const QString &label, QWidget *editor, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, parent))
    , m_editor(editor)
    , m_explanation(new QLabel(this))
    , m_error(makeRemark(QStringLiteral("fieldError")))
    , m_warning(makeRemark(QStringLiteral("fieldWarning")))
{
    m_label->setBuddy(editor);
    m_editor->setAccessibleName(format::withoutMnemonic(label));
    m_explanation->setFont(smallFont(*this));
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(m_explanation);
    layout->addWidget(m_error.row);
    layout->addWidget(m_warning.row);
    setExplanation(explanation);
}

FormField::Remark FormField::makeRemark(const QString &name)
{
    auto *row = new QWidget(this);
    const Remark remark{.row = row, .icon = new QLabel(row), .text = new QLabel(row)};
    remark.text->setObjectName(name);
    remark.text->setFont(smallFont(*this));
    remark.text->setWordWrap(true);
    remark.text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(remark.icon, 0, Qt::AlignTop);
    layout->addWidget(remark.text, 1);
    row->hide();
    return remark;
}

void FormField::show(const Remark &remark, State state, const QString &text)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(state, colors));
    remark.text->setPalette(colors);
    remark.icon->setPixmap(stateIcon(state, colors).pixmap(14));
    remark.text->setText(text);
    remark.row->setVisible(!text.isEmpty());
    describe();
}

void FormField::describe()
{
    QStringList sentences;
    for (const QLabel *label : {m_error.text, m_warning.text, m_explanation})
        sentences << label->text();
    sentences.removeAll(QString());
    m_editor->setAccessibleDescription(sentences.join(u' '));
}

void FormField::setExplanation(const QString &explanation)
{
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    describe();
}

void FormField::setError(const std::optional<Error> &error)
{
    m_hasError = error.has_value();
    show(m_warning, State::Overloaded, {});
    show(m_error, State::Unreachable, error ? errorSummary(*error) : QString());
}

void FormField::addWarning(const QString &sentence)
{
    const QString before = m_warning.text->text();
    const QString warning = tr("Warning: %1").arg(sentence);
    show(m_warning, State::Overloaded, before.isEmpty() ? warning : before + u'\n' + warning);
}

void FormField::setShown(bool shown)
{
    m_shown = shown;
    m_label->setVisible(shown);
    m_editor->setVisible(shown);
    setVisible(shown);
}

bool isPristine(const QLineEdit &edit)
{
    return edit.text().isEmpty() && !edit.isModified();
}

} // namespace lvs
