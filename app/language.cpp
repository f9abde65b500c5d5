// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lvs {

void setLanguage(const QString &language, QObject *owner)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [owner](auto &&load) {
        auto *translator = new QTranslator(owner);
        if (load(*translator))
            QCoreApplication::installTranslator(translator);
    };
    install([&](QTranslator &translator) {
        return translator.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                               QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
    install([&](QTranslator &translator) {
        // English has a translation too, for its plurals; it serves every language that has none.
        return translator.load(locale, QStringLiteral("lvs-console"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
               translator.load(QStringLiteral(":/i18n/lvs-console_en"));
    });
}

} // namespace lvs
