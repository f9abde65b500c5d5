// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/arpobserver.h"

#include "tests/lab/labhost.h"

#include <QStringList>

namespace lvs::lab {

using namespace Qt::StringLiterals;

namespace {

const QString host = u"router"_s;
const QString name = u"who-has"_s;

/// Prints "asking" with the first request, "first MAC" at the first claim of each, and at the end "requests N" and
/// "claims MAC N".
const QString script = uR"(
import collections, fcntl, select, signal, socket, struct, time
interface = 'outside'
address = socket.inet_aton('%1')
claims = collections.Counter()
isRunning = True
def stop(*_):
    global isRunning
    isRunning = False
signal.signal(signal.SIGTERM, stop)
wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x806))
wire.bind((interface, 0x806))
own = wire.getsockname()[4]
ownAddress = fcntl.ioctl(socket.socket(), 0x8915, struct.pack('256s', interface.encode()))[20:24] # SIOCGIFADDR
request = (b'\xff' * 6 + own + struct.pack('!HHHBBH', 0x806, 1, 0x800, 6, 4, 1) + own + ownAddress + bytes(6) + address)
def listen(until):
    while select.select([wire], [], [], max(0, until - time.monotonic()))[0]:
        packet = wire.recv(128)
        hardware = packet[22:28].hex(':')
        if packet[28:32] == address and hardware != own.hex(':'):
            if hardware not in claims:
                print('first', hardware, flush=True)
            claims[hardware] += 1
requests = 0
due = time.monotonic()
while isRunning:
    wire.send(request)
    requests += 1
    if requests == 1:
        print('asking', flush=True)
    due = max(due + 0.01, time.monotonic() - 1) # not all at once what a busy machine has put off
    listen(due)
listen(time.monotonic() + 0.5)
print('requests', requests)
for hardware, count in claims.items():
    print('claims', hardware, count)
)"_s;

void awaitLine(const QString &line)
{
    need(host, u"timeout 30 bash -c \"until grep -q '%1' /tmp/%2.log; do sleep 0.1; done\""_s.arg(line, name));
}

} // namespace

ArpObserver::ArpObserver(const QString &address)
{
    stopScript(host, name); // what an aborted run may have left
    startScript(host, name, script.arg(address));
    awaitLine(u"asking"_s);
}

ArpObserver::~ArpObserver()
{
    if (!m_hasEnded)
        stopScript(host, name);
}

void ArpObserver::awaitClaim(const QString &hardwareAddress) const
{
    awaitLine(u"first "_s + hardwareAddress);
}

ArpTally ArpObserver::end()
{
    m_hasEnded = true;
    stopScript(host, name);
    ArpTally tally;
    for (const QString &line : need(host, u"cat /tmp/%1.log"_s.arg(name)).split(u'\n')) {
        const QStringList words = line.split(u' ');
        if (words[0] == u"requests")
            tally.requests = words.value(1).toInt();
        else if (words[0] == u"claims")
            tally.claims.insert(words.value(1), words.value(2).toInt());
    }
    return tally;
}

} // namespace lvs::lab
