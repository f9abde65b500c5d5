// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <functional>
#include <memory>

namespace lvs::test {

/// A director to test, with its machine.
class DirectorFixture
{
public:
    DirectorFixture() = default;
    virtual ~DirectorFixture() = default;
    Q_DISABLE_COPY_MOVE(DirectorFixture)

    /// Closed when the fixture is made.
    virtual Director &director() = 0;
    virtual void destroyDirector() = 0;
    /// What another program does on the machine; must succeed.
    virtual void meanwhile(const Operation &operation) = 0;
};

/// What every editable Director does: a Qt Test class that runs unchanged on all of them. It clears the table it is
/// given.
class DirectorContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<DirectorFixture>()>;

    explicit DirectorContract(Factory factory)
        : m_factory(std::move(factory))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void startsClosed();
    void opens();
    void readsWhatIsAskedFor();
    void readsTheMachine();
    void appliesAndComesBack();
    void saysAlreadySo();
    void refusesStalePlans();
    void refusesInvalidPlans();
    void takesBackAFailure();
    void appliesOnlyWhenUnlocked();
    void keepsTheTableForTheNextBoot();
    void keepsWhatSetupsNeed();
    void writesBootFiles();
    void bootFilesNeedUnlocking();
    void closingFinishesEveryFuture();
    void destructionFinishesEveryFuture();
    void opensAgain();

private:
    Director &director() { return m_fixture->director(); }
    void openForEditing();
    Snapshot read(const Interest &interest);
    IpvsTable table();
    ApplyReport apply(const ChangePlan &plan);
    BootState boot();
    /// Asks for everything at once.
    std::vector<std::function<bool()>> askManyThings();

    Factory m_factory;
    std::unique_ptr<DirectorFixture> m_fixture;
};

} // namespace lvs::test
