<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BootText</name>
    <message numerus="yes">
        <source>After a reboot %n thing(s) will be different.</source>
        <translation>
            <numerusform>After a reboot %n thing will be different.</numerusform>
            <numerusform>After a reboot %n things will be different.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandsText</name>
    <message numerus="yes">
        <source># … and %n more change(s)</source>
        <translation>
            <numerusform># … and %n more change</numerusform>
            <numerusform># … and %n more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%1 was written, but when it was read again %n object(s) were missing or different, the first of them: %2</source>
        <translation>
            <numerusform>%1 was written, but when it was read again %n object was missing or different: %2</numerusform>
            <numerusform>%1 was written, but when it was read again %n objects were missing or different, the first of them: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message numerus="yes">
        <source>Remove service %1 with %n real server(s)</source>
        <translation>
            <numerusform>Remove service %1 with %n real server</numerusform>
            <numerusform>Remove service %1 with %n real servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnerText</name>
    <message numerus="yes">
        <source>%1 will undo %n of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 will undo %n of these changes. Change its configuration instead.</numerusform>
            <numerusform>%1 will undo %n of these changes. Change its configuration instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may undo %n of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 may undo %n of these changes. Change its configuration instead.</numerusform>
            <numerusform>%1 may undo %n of these changes. Change its configuration instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleOption</name>
    <message numerus="yes">
        <source>in %n service(s)</source>
        <translation>
            <numerusform>in %n service</numerusform>
            <numerusform>in %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>VIP of %n service(s)</source>
        <translation>
            <numerusform>VIP of %n service</numerusform>
            <numerusform>VIP of %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server of %n service(s)</source>
        <translation>
            <numerusform>server of %n service</numerusform>
            <numerusform>server of %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message numerus="yes">
        <source>%n change(s) applied</source>
        <translation>
            <numerusform>%n change applied</numerusform>
            <numerusform>%n changes applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) applied: %1</source>
        <translation>
            <numerusform>%n change applied: %1</numerusform>
            <numerusform>%n changes applied: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by another program</source>
        <translation>
            <numerusform>%n change by another program</numerusform>
            <numerusform>%n changes by another program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by another program: %1</source>
        <translation>
            <numerusform>%n change by another program: %1</numerusform>
            <numerusform>%n changes by another program: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real server(s) drained: %1</source>
        <translation>
            <numerusform>%n real server drained: %1</numerusform>
            <numerusform>%n real servers drained: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::BootDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::BootWriteDialog</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ClearDialog</name>
    <message numerus="yes">
        <source>%n real server(s)</source>
        <translation>
            <numerusform>%n real server</numerusform>
            <numerusform>%n real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual service(s)</source>
        <comment>goes</comment>
        <translation>
            <numerusform>%n virtual service</numerusform>
            <numerusform>%n virtual services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::CompareView</name>
    <message numerus="yes">
        <source>%n different</source>
        <translation>
            <numerusform>%n different</numerusform>
            <numerusform>%n different</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only left</source>
        <translation>
            <numerusform>%n only left</numerusform>
            <numerusform>%n only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) with errors are left out</source>
        <translation>
            <numerusform>%1: %n line with errors is left out</numerusform>
            <numerusform>%1: %n lines with errors are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsModel</name>
    <message numerus="yes">
        <source>holds %n connection(s)</source>
        <translation>
            <numerusform>holds %n connection</numerusform>
            <numerusform>holds %n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::DrainBar</name>
    <message numerus="yes">
        <source>The removal of %n drained server(s) is drafted. Apply it when you like.</source>
        <translation>
            <numerusform>The removal of %n drained server is drafted. Apply it when you like.</numerusform>
            <numerusform>The removal of %n drained servers is drafted. Apply it when you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s) draining: %1</source>
        <translation>
            <numerusform>%n server draining: %1</numerusform>
            <numerusform>%n servers draining: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::KeepalivedDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that nothing in the file explains</source>
        <translation>
            <numerusform>%n that nothing in the file explains</numerusform>
            <numerusform>%n that nothing in the file explains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::MoveDialog</name>
    <message numerus="yes">
        <source>Move %n real server(s)</source>
        <translation>
            <numerusform>Move %n real server</numerusform>
            <numerusform>Move %n real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::PasteDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft %n change(s)</source>
        <translation>
            <numerusform>Draft %n change</numerusform>
            <numerusform>Draft %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) will be left out: not understood, or impossible here.</source>
        <translation>
            <numerusform>%n command will be left out: not understood, or impossible here.</numerusform>
            <numerusform>%n commands will be left out: not understood, or impossible here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::PendingDock</name>
    <message numerus="yes">
        <source>Applying %n change(s) …</source>
        <translation>
            <numerusform>Applying %n change …</numerusform>
            <numerusform>Applying %n changes …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) applied and verified in %1 ms.</source>
        <translation>
            <numerusform>%n change applied and verified in %1 ms.</numerusform>
            <numerusform>%n changes applied and verified in %1 ms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) drafted. Nothing happens on the director before you apply.</source>
        <translation>
            <numerusform>%n change drafted. Nothing happens on the director before you apply.</numerusform>
            <numerusform>%n changes drafted. Nothing happens on the director before you apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) applied; not all of them are still there.</source>
        <translation>
            <numerusform>%n change applied; it is no longer there.</numerusform>
            <numerusform>%n changes applied; not all of them are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ProblemList</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::RuleApplication</name>
    <message numerus="yes">
        <source>%n error(s) must be mended first: if any line is wrong, nothing is applied.</source>
        <translation>
            <numerusform>%n error must be mended first: if any line is wrong, nothing is applied.</numerusform>
            <numerusform>%n errors must be mended first: if any line is wrong, nothing is applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) lead from the present table to these rules.</source>
        <translation>
            <numerusform>%n change leads from the present table to these rules.</numerusform>
            <numerusform>%n changes lead from the present table to these rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft table: %n change(s)</source>
        <translation>
            <numerusform>Draft table: %n change</numerusform>
            <numerusform>Draft table: %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft commands: %n change(s)</source>
        <translation>
            <numerusform>Draft commands: %n change</numerusform>
            <numerusform>Draft commands: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::RuleMeaning</name>
    <message numerus="yes">
        <source>Whole table, removes %n service(s) that it does not name</source>
        <translation>
            <numerusform>Whole table, removes %n service that it does not name</numerusform>
            <numerusform>Whole table, removes %n services that it does not name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whole table, removes %n real server(s) that it does not name</source>
        <translation>
            <numerusform>Whole table, removes %n real server that it does not name</numerusform>
            <numerusform>Whole table, removes %n real servers that it does not name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ServiceEdits</name>
    <message numerus="yes">
        <source>%n selected object(s)</source>
        <translation>
            <numerusform>%n selected object</numerusform>
            <numerusform>%n selected objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ServicesPage</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made outside this console, the last at %1.</source>
        <translation>
            <numerusform>%n change made outside this console, at %1.</numerusform>
            <numerusform>%n changes made outside this console, the last at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n before</source>
        <translation>
            <numerusform>… and %n before</numerusform>
            <numerusform>… and %n before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 of %n service</numerusform>
            <numerusform>%1 of %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n real server(s)</source>
        <translation>
            <numerusform>%1 of %n real server</numerusform>
            <numerusform>%1 of %n real servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::TrafficPage</name>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n curve</numerusform>
            <numerusform>%n curves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are not recorded, as there are too many. Those that are drawn are.</source>
        <translation>
            <numerusform>%n object is not recorded, as there are too many. Those that are drawn are.</numerusform>
            <numerusform>%n objects are not recorded, as there are too many. Those that are drawn are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::WeightsDialog</name>
    <message numerus="yes">
        <source>Weights of %n real server(s)</source>
        <translation>
            <numerusform>Weights of %n real server</numerusform>
            <numerusform>Weights of %n real servers</numerusform>
        </translation>
    </message>
</context>
</TS>
