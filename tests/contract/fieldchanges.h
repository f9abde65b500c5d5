// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "tests/contract/generatedtable.h"

#include <QObject>

#include <functional>

namespace lvs {

/// Changing one field of an object, through the Applier, leaves its other fields and all other objects as they were:
/// a Qt Test class that goes through 200 generated objects for each field, on whatever backend. It clears the table.
class FieldChanges : public QObject
{
    Q_OBJECT
public:
    /// What somebody else sees of a table, if it is not this one; empty if it is.
    using Witness = std::function<QString(const IpvsTable &)>;

    /// `backend` must outlive the object.
    explicit FieldChanges(Backend &backend, Witness witness = {})
        : m_backend(backend)
        , m_witness(std::move(witness))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void serviceField_data();
    void serviceField();
    void serverField_data();
    void serverField();

private:
    void apply(const Operation &operation);
    void verify();

    Backend &m_backend;
    Witness m_witness;
    contract::GeneratedTable m_generator{20261122};
    IpvsTable m_table; ///< as it should be
};

} // namespace lvs
