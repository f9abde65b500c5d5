<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BootText</name>
    <message numerus="yes">
        <source>After a reboot %Ln thing(s) will be different.</source>
        <translation>
            <numerusform>After a reboot %Ln thing will be different.</numerusform>
            <numerusform>After a reboot %Ln things will be different.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %Ln set-up(s) need on this machine comes back, too: tunables, addresses, routes, rules.</source>
        <translation>
            <numerusform>What %Ln set-up needs on this machine comes back, too: tunables, addresses, routes, rules.</numerusform>
            <numerusform>What %Ln set-ups need on this machine comes back, too: tunables, addresses, routes, rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandsText</name>
    <message numerus="yes">
        <source># … and %Ln more change(s)</source>
        <translation>
            <numerusform># … and %Ln more change</numerusform>
            <numerusform># … and %Ln more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%1 was written, but when it was read again %Ln object(s) were missing or different, the first of them: %2</source>
        <translation>
            <numerusform>%1 was written, but when it was read again %Ln object was missing or different: %2</numerusform>
            <numerusform>%1 was written, but when it was read again %Ln objects were missing or different, the first of them: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirewallText</name>
    <message numerus="yes">
        <source>port(s) %1</source>
        <translation>
            <numerusform>port %1</numerusform>
            <numerusform>ports %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 packet(s) (%3)</source>
        <comment>what a rule looks at, how many, whose it is</comment>
        <translation>
            <numerusform>%1: %2 packet (%3)</numerusform>
            <numerusform>%1: %2 packets (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rule(s)</source>
        <translation>
            <numerusform>… and %n more rule</numerusform>
            <numerusform>… and %n more rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has marked %1 packet(s) with %2.</source>
        <translation>
            <numerusform>It has marked %1 packet with %2.</numerusform>
            <numerusform>It has marked %1 packets with %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkWarningText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message numerus="yes">
        <source>Remove service %1 with %Ln real server(s)</source>
        <translation>
            <numerusform>Remove service %1 with %Ln real server</numerusform>
            <numerusform>Remove service %1 with %Ln real servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnerText</name>
    <message numerus="yes">
        <source>%1 will undo %Ln of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 will undo %Ln of these changes. Change its configuration instead.</numerusform>
            <numerusform>%1 will undo %Ln of these changes. Change its configuration instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may undo %Ln of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 may undo %Ln of these changes. Change its configuration instead.</numerusform>
            <numerusform>%1 may undo %Ln of these changes. Change its configuration instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleOption</name>
    <message numerus="yes">
        <source>in %Ln service(s)</source>
        <translation>
            <numerusform>in %Ln service</numerusform>
            <numerusform>in %Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupCheckText</name>
    <message numerus="yes">
        <source>%Ln thing(s) wrong</source>
        <translation>
            <numerusform>%Ln thing wrong</numerusform>
            <numerusform>%Ln things wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing wrong, %Ln not known</source>
        <translation>
            <numerusform>nothing wrong, %Ln not known</numerusform>
            <numerusform>nothing wrong, %Ln not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareText</name>
    <message numerus="yes">
        <source>%n new connection(s) in the last %1.</source>
        <translation>
            <numerusform>%n new connection in the last %1.</numerusform>
            <numerusform>%n new connections in the last %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new connection(s) in the last %2.</source>
        <translation>
            <numerusform>%1 of %n new connection in the last %2.</numerusform>
            <numerusform>%1 of %n new connections in the last %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>VIP of %Ln service(s)</source>
        <translation>
            <numerusform>VIP of %Ln service</numerusform>
            <numerusform>VIP of %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server of %Ln service(s)</source>
        <translation>
            <numerusform>server of %Ln service</numerusform>
            <numerusform>server of %Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Topology</name>
    <message numerus="yes">
        <source>%Ln real server(s)</source>
        <translation>
            <numerusform>%Ln real server</numerusform>
            <numerusform>%Ln real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message numerus="yes">
        <source>%Ln change(s) applied</source>
        <translation>
            <numerusform>%Ln change applied</numerusform>
            <numerusform>%Ln changes applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied: %1</source>
        <translation>
            <numerusform>%Ln change applied: %1</numerusform>
            <numerusform>%Ln changes applied: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by another program</source>
        <translation>
            <numerusform>%Ln change by another program</numerusform>
            <numerusform>%Ln changes by another program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by another program: %1</source>
        <translation>
            <numerusform>%Ln change by another program: %1</numerusform>
            <numerusform>%Ln changes by another program: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln real server(s) drained: %1</source>
        <translation>
            <numerusform>%Ln real server drained: %1</numerusform>
            <numerusform>%Ln real servers drained: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ArchiveLabel</name>
    <message numerus="yes">
        <source>Kept on this computer for %n day(s), at most %1 of all directors.</source>
        <translation>
            <numerusform>Kept on this computer for %n day, at most %1 of all directors.</numerusform>
            <numerusform>Kept on this computer for %n days, at most %1 of all directors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept traffic is damaged in %n place(s). Everything else was read.</source>
        <translation>
            <numerusform>Kept traffic is damaged in %n place. Everything else was read.</numerusform>
            <numerusform>Kept traffic is damaged in %n places. Everything else was read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::BootDialog</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::BootWriteDialog</name>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>… and %Ln more line</numerusform>
            <numerusform>… and %Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ChecksView</name>
    <message numerus="yes">
        <source>&amp;Try it: %Ln connection(s)</source>
        <translation>
            <numerusform>&amp;Try it: %Ln connection</numerusform>
            <numerusform>&amp;Try it: %Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ClearDialog</name>
    <message numerus="yes">
        <source>%Ln real server(s)</source>
        <translation>
            <numerusform>%Ln real server</numerusform>
            <numerusform>%Ln real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln virtual service(s)</source>
        <comment>goes</comment>
        <translation>
            <numerusform>%Ln virtual service</numerusform>
            <numerusform>%Ln virtual services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::CompareView</name>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln different</numerusform>
            <numerusform>%Ln different</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only left</source>
        <translation>
            <numerusform>%Ln only left</numerusform>
            <numerusform>%Ln only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only right</source>
        <translation>
            <numerusform>%Ln only right</numerusform>
            <numerusform>%Ln only right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln line(s) with errors are left out</source>
        <translation>
            <numerusform>%1: %Ln line with errors is left out</numerusform>
            <numerusform>%1: %Ln lines with errors are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsModel</name>
    <message numerus="yes">
        <source>holds %Ln connection(s)</source>
        <translation>
            <numerusform>holds %Ln connection</numerusform>
            <numerusform>holds %Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1 of %Ln entry</numerusform>
            <numerusform>%1 of %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::DetailsPane</name>
    <message numerus="yes">
        <source>… and %n more rule(s)</source>
        <translation>
            <numerusform>… and %n more rule</numerusform>
            <numerusform>… and %n more rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::DirectorFacts</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real server(s)</source>
        <translation>
            <numerusform>%n real server</numerusform>
            <numerusform>%n real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them drained</source>
        <translation>
            <numerusform>%n of them drained</numerusform>
            <numerusform>%n of them drained</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::DrainBar</name>
    <message numerus="yes">
        <source>The removal of %Ln drained server(s) is drafted. Apply it when you like.</source>
        <translation>
            <numerusform>The removal of %Ln drained server is drafted. Apply it when you like.</numerusform>
            <numerusform>The removal of %Ln drained servers is drafted. Apply it when you like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s) draining: %1</source>
        <translation>
            <numerusform>%Ln server draining: %1</numerusform>
            <numerusform>%Ln servers draining: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::HealthBar</name>
    <message numerus="yes">
        <source>Looking at %Ln real server(s) from the director …</source>
        <translation>
            <numerusform>Looking at %Ln real server from the director …</numerusform>
            <numerusform>Looking at %Ln real servers from the director …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of %Ln real server(s) answer, seen from the director at %1.</source>
        <translation>
            <numerusform>The real server answers, seen from the director at %1.</numerusform>
            <numerusform>All of %Ln real servers answer, seen from the director at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s) answer, seen from the director at %2. Of the others that can&apos;t be said from there.</source>
        <translation>
            <numerusform>%1 of %Ln real server answers, seen from the director at %2. Of the others that can&apos;t be said from there.</numerusform>
            <numerusform>%1 of %Ln real servers answer, seen from the director at %2. Of the others that can&apos;t be said from there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s) don&apos;t answer as they should, seen from the director at %2.</source>
        <translation>
            <numerusform>%1 of %Ln real server doesn&apos;t answer as it should, seen from the director at %2.</numerusform>
            <numerusform>%1 of %Ln real servers don&apos;t answer as they should, seen from the director at %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::HealthDialog</name>
    <message numerus="yes">
        <source>Check the health of %Ln real server(s)</source>
        <translation>
            <numerusform>Check the health of %Ln real server</numerusform>
            <numerusform>Check the health of %Ln real servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::KeepalivedDialog</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that nothing in the file explains</source>
        <translation>
            <numerusform>%Ln that nothing in the file explains</numerusform>
            <numerusform>%Ln that nothing in the file explains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::MarkRemovalQuestion</name>
    <message numerus="yes">
        <source>Remove the firewall rule(s), too?</source>
        <translation>
            <numerusform>Remove the firewall rule, too?</numerusform>
            <numerusform>Remove the firewall rules, too?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firewall rule(s) of LVS Console lead to what you remove.</source>
        <translation>
            <numerusform>%n firewall rule of LVS Console leads to what you remove.</numerusform>
            <numerusform>%n firewall rules of LVS Console lead to what you remove.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove the rule(s), too</source>
        <translation>
            <numerusform>&amp;Remove the rule, too</numerusform>
            <numerusform>&amp;Remove the rules, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep the rule(s)</source>
        <translation>
            <numerusform>&amp;Keep the rule</numerusform>
            <numerusform>&amp;Keep the rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::MoveDialog</name>
    <message numerus="yes">
        <source>Move %Ln real server(s)</source>
        <translation>
            <numerusform>Move %Ln real server</numerusform>
            <numerusform>Move %Ln real servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::OverviewPage</name>
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
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft %Ln change(s)</source>
        <translation>
            <numerusform>Draft %Ln change</numerusform>
            <numerusform>Draft %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) will be left out: not understood, or impossible here.</source>
        <translation>
            <numerusform>%Ln command will be left out: not understood, or impossible here.</numerusform>
            <numerusform>%Ln commands will be left out: not understood, or impossible here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::PendingDock</name>
    <message numerus="yes">
        <source>Applying %Ln change(s) …</source>
        <translation>
            <numerusform>Applying %Ln change …</numerusform>
            <numerusform>Applying %Ln changes …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied and verified in %1 ms.</source>
        <translation>
            <numerusform>%Ln change applied and verified in %1 ms.</numerusform>
            <numerusform>%Ln changes applied and verified in %1 ms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) drafted. Nothing happens on the director before you apply.</source>
        <translation>
            <numerusform>%Ln change drafted. Nothing happens on the director before you apply.</numerusform>
            <numerusform>%Ln changes drafted. Nothing happens on the director before you apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied; not all of them are still there.</source>
        <translation>
            <numerusform>%Ln change applied; it is no longer there.</numerusform>
            <numerusform>%Ln changes applied; not all of them are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ProblemList</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln hint</numerusform>
            <numerusform>%Ln hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::RuleApplication</name>
    <message numerus="yes">
        <source>%Ln error(s) must be mended first: if any line is wrong, nothing is applied.</source>
        <translation>
            <numerusform>%Ln error must be mended first: if any line is wrong, nothing is applied.</numerusform>
            <numerusform>%Ln errors must be mended first: if any line is wrong, nothing is applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) lead from the present table to these rules.</source>
        <translation>
            <numerusform>%Ln change leads from the present table to these rules.</numerusform>
            <numerusform>%Ln changes lead from the present table to these rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft as table: %Ln change(s)</source>
        <translation>
            <numerusform>Draft as table: %Ln change</numerusform>
            <numerusform>Draft as table: %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft as commands: %Ln change(s)</source>
        <translation>
            <numerusform>Draft as commands: %Ln change</numerusform>
            <numerusform>Draft as commands: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::RuleMeaning</name>
    <message numerus="yes">
        <source>Whole table, removes %Ln service(s) that it does not name</source>
        <translation>
            <numerusform>Whole table, removes %Ln service that it does not name</numerusform>
            <numerusform>Whole table, removes %Ln services that it does not name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whole table, removes %Ln real server(s) that it does not name</source>
        <translation>
            <numerusform>Whole table, removes %Ln real server that it does not name</numerusform>
            <numerusform>Whole table, removes %Ln real servers that it does not name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ServiceRemoval</name>
    <message numerus="yes">
        <source>%Ln selected object(s)</source>
        <translation>
            <numerusform>%Ln selected object</numerusform>
            <numerusform>%Ln selected objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ServicesPage</name>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made outside this console, the last at %1.</source>
        <translation>
            <numerusform>%Ln change made outside this console, at %1.</numerusform>
            <numerusform>%Ln changes made outside this console, the last at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln before</source>
        <translation>
            <numerusform>… and %Ln before</numerusform>
            <numerusform>… and %Ln before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln service(s)</source>
        <translation>
            <numerusform>%1 of %Ln service</numerusform>
            <numerusform>%1 of %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s)</source>
        <translation>
            <numerusform>%1 of %Ln real server</numerusform>
            <numerusform>%1 of %Ln real servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::SetupPlanModel</name>
    <message numerus="yes">
        <source>(and %Ln more)</source>
        <translation>
            <numerusform>(and %Ln more)</numerusform>
            <numerusform>(and %Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::StrayRulesBar</name>
    <message numerus="yes">
        <source>Remove the rule(s)</source>
        <translation>
            <numerusform>Remove the rule</numerusform>
            <numerusform>Remove the rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firewall rule(s) of LVS Console lead to no service.</source>
        <translation>
            <numerusform>%n firewall rule of LVS Console leads to no service.</numerusform>
            <numerusform>%n firewall rules of LVS Console lead to no service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::TrafficPage</name>
    <message numerus="yes">
        <source>%Ln curve(s)</source>
        <translation>
            <numerusform>%Ln curve</numerusform>
            <numerusform>%Ln curves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s) are not recorded, as there are too many. Those that are drawn are.</source>
        <translation>
            <numerusform>%Ln object is not recorded, as there are too many. Those that are drawn are.</numerusform>
            <numerusform>%Ln objects are not recorded, as there are too many. Those that are drawn are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::WeightsDialog</name>
    <message numerus="yes">
        <source>Weights of %Ln real server(s)</source>
        <translation>
            <numerusform>Weights of %Ln real server</numerusform>
            <numerusform>Weights of %Ln real servers</numerusform>
        </translation>
    </message>
</context>
</TS>
