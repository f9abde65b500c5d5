<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BootText</name>
    <message>
        <source>written %1</source>
        <translation>写入于 %1</translation>
    </message>
    <message>
        <source>%1 is enabled</source>
        <translation>%1 已启用</translation>
    </message>
    <message>
        <source>%1 is not enabled</source>
        <translation>%1 未启用</translation>
    </message>
    <message>
        <source>%1 is masked</source>
        <translation>%1 已屏蔽</translation>
    </message>
    <message>
        <source>there is no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>只有 root 可以读取</translation>
    </message>
    <message>
        <source>no regular file, or too large</source>
        <translation>不是普通文件，或过大</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>read at boot</source>
        <translation>启动时读取</translation>
    </message>
    <message>
        <source>not read by the %1 of this machine</source>
        <translation>本机的 %1 不读取它</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不会读取</translation>
    </message>
    <message>
        <source>What the next boot restores is not known in full.</source>
        <translation>下次启动会恢复什么，目前无法完全得知。</translation>
    </message>
    <message>
        <source>A reboot changes nothing: everything comes back.</source>
        <translation>重启不会改变任何内容：全部都会恢复。</translation>
    </message>
    <message>
        <source>A reboot loses everything: nothing is set up to bring it back.</source>
        <translation>重启会丢失全部内容：没有设置任何恢复方式。</translation>
    </message>
    <message numerus="yes">
        <source>After a reboot %Ln thing(s) will be different.</source>
        <translation>
            <numerusform>重启后将有 %Ln 处不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>After the next boot</source>
        <translation>下次启动之后</translation>
    </message>
    <message>
        <source>Kept by LVS Console</source>
        <translation>由 LVS Console 保存</translation>
    </message>
    <message>
        <source>not known in full</source>
        <translation>无法完全得知</translation>
    </message>
    <message>
        <source>nothing kept; %1</source>
        <translation>没有保存；%1</translation>
    </message>
    <message>
        <source>Nothing is set up to bring the table back after a reboot.</source>
        <translation>没有设置在重启后恢复配置表的任何方式。</translation>
    </message>
    <message>
        <source>%1 did not restore everything at the last boot. Its reasons: journalctl -b -u %1</source>
        <translation>上次启动时 %1 没有恢复全部内容。查看原因：journalctl -b -u %1</translation>
    </message>
    <message>
        <source>Line %1 of the kept table can&apos;t be carried out. Keep the table again.</source>
        <translation>保存的配置表第 %1 行无法执行。请重新保存。</translation>
    </message>
    <message>
        <source>%1 does not say AUTO=&quot;true&quot;, so the rules of Debian&apos;s layout are not read. That is how the package is installed.</source>
        <translation>%1 中没有 AUTO=&quot;true&quot;，因此不会读取 Debian 布局的规则。软件包安装后默认如此。</translation>
    </message>
    <message>
        <source>%1 has a value that can&apos;t be understood.</source>
        <translation>%1 中有无法理解的值。</translation>
    </message>
    <message>
        <source>The sync daemon %1 is started by DAEMON= in /etc/default/ipvsadm and by --start-daemon in the rules. The second start fails, and with it the unit.</source>
        <translation>同步守护进程 %1 既由 /etc/default/ipvsadm 中的 DAEMON= 启动，又由规则中的 --start-daemon 启动。第二次启动会失败，单元也随之失败。</translation>
    </message>
    <message>
        <source>%1 is not enabled, so its files are not read at boot. Enable it with: systemctl enable %1</source>
        <translation>%1 未启用，启动时不会读取它的文件。启用命令：systemctl enable %1</translation>
    </message>
    <message>
        <source>%1 failed at the last boot. Its reasons: journalctl -b -u %1</source>
        <translation>上次启动时 %1 失败。查看原因：journalctl -b -u %1</translation>
    </message>
    <message>
        <source>There is %1, but no ipvsadm.service that reads it.</source>
        <translation>存在 %1，但没有读取它的 ipvsadm.service。</translation>
    </message>
    <message>
        <source>Line %1 of %2 is refused by ipvsadm; what follows may be missing after a reboot.</source>
        <translation>%2 的第 %1 行会被 ipvsadm 拒绝；其后的内容在重启后可能缺失。</translation>
    </message>
    <message>
        <source>Stopping ipvsadm.service, as every shutdown does, overwrites %1 with the table of that moment. What counts is the table when the machine goes down, not the file.</source>
        <translation>停止 ipvsadm.service（每次关机都会）会用当时的配置表覆盖 %1。起作用的是关机时的配置表，而不是这个文件。</translation>
    </message>
    <message>
        <source>What stopping the unit writes into %1 has no thresholds, timeouts and sync daemons: they are lost with the first reboot.</source>
        <translation>停止单元时写入 %1 的内容不含阈值、超时和同步守护进程：第一次重启就会丢失它们。</translation>
    </message>
    <message>
        <source>%1 does not exist; ipvsadm.service fails without it.</source>
        <translation>%1 不存在；缺少它，ipvsadm.service 会失败。</translation>
    </message>
    <message>
        <source>Only root may read %1.</source>
        <translation>只有 root 可以读取 %1。</translation>
    </message>
    <message>
        <source>Two units restore: first ipvsadm.service, then LVS Console&apos;s adds what is missing.</source>
        <translation>有两个单元负责恢复：先是 ipvsadm.service，然后由 LVS Console 的单元补上缺少的部分。</translation>
    </message>
    <message>
        <source>Debian and Ubuntu: ipvsadm.service reads /etc/ipvsadm.rules if /etc/default/ipvsadm says AUTO=&quot;true&quot;; as installed it says &quot;false&quot;. It clears the table first, and again when it is stopped. Sync daemons are started by DAEMON=; only if that can&apos;t say them, by lines in the rules: never by both, for the second start fails. Comments and other variables of /etc/default/ipvsadm stay as they are.</source>
        <translation>Debian 和 Ubuntu：只有 /etc/default/ipvsadm 中写有 AUTO=&quot;true&quot; 时，ipvsadm.service 才读取 /etc/ipvsadm.rules；安装后默认为 &quot;false&quot;。它会先清空配置表，停止时再次清空。同步守护进程由 DAEMON= 启动；只有在它无法表达时才写成规则行，绝不同时使用两者，因为第二次启动会失败。/etc/default/ipvsadm 中的注释和其他变量保持不变。</translation>
    </message>
    <message>
        <source>RHEL, Rocky Linux and openEuler: ipvsadm.service restores /etc/sysconfig/ipvsadm and fails without it. Stopping the unit, as every shutdown does, overwrites the file with the table of that moment, without thresholds, timeouts and sync daemons. If the unit is running, this file lives until the machine goes down.</source>
        <translation>RHEL、Rocky Linux 和 openEuler：ipvsadm.service 恢复 /etc/sysconfig/ipvsadm，缺少该文件时会失败。停止单元（每次关机都会）会用当时的配置表覆盖该文件，其中不含阈值、超时和同步守护进程。如果单元正在运行，这个文件只保留到关机为止。</translation>
    </message>
    <message>
        <source>This machine has no ipvsadm.service. Install ipvsadm, or nothing reads what is written.</source>
        <translation>本机没有 ipvsadm.service。请安装 ipvsadm，否则写入的内容不会被读取。</translation>
    </message>
    <message>
        <source>The ipvsadm.service of this machine has the other layout and does not read this.</source>
        <translation>本机的 ipvsadm.service 使用另一种布局，不会读取这里写入的内容。</translation>
    </message>
    <message>
        <source>The unit is masked; allow it with:</source>
        <translation>该单元已屏蔽；解除命令：</translation>
    </message>
    <message>
        <source>The unit is not enabled; enable it with:</source>
        <translation>该单元未启用；启用命令：</translation>
    </message>
    <message>
        <source>Something is kept for the next boot, but %1 is not enabled and will not restore it. Enable it with: systemctl enable %1</source>
        <translation>已为下次启动保留内容，但 %1 未启用，不会恢复它。启用命令：systemctl enable %1</translation>
    </message>
    <message numerus="yes">
        <source>What %Ln set-up(s) need on this machine comes back, too: tunables, addresses, routes, rules.</source>
        <translation>
            <numerusform>%Ln 项设置在本机所需的内核参数、地址、路由和规则也会恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2 is not understood, and left out. Set up again what it belongs to.</source>
        <translation>无法识别 %2 的第 %1 行，已忽略。请重新进行它所属的设置。</translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>The scheduler %1 chooses %2 for this client.</source>
        <comment>name, real server</comment>
        <translation>调度算法 %1 为此客户端选择 %2。</translation>
    </message>
    <message>
        <source>The scheduler %1 finds no real server that may take a connection, so the director refuses this client.</source>
        <translation>调度算法 %1 找不到可以接受连接的真实服务器，因此调度器拒绝此客户端。</translation>
    </message>
    <message>
        <source>It goes by the table alone, so the kernel chooses the same.</source>
        <translation>它只依据配置表，因此内核的选择相同。</translation>
    </message>
    <message>
        <source>It goes by the connections that were counted at %1.</source>
        <comment>time</comment>
        <translation>它依据 %1 时统计的连接数。</translation>
    </message>
    <message>
        <source>Whose turn it is cannot be read from the kernel: this is the choice after a fresh start.</source>
        <translation>无法从内核读出轮到哪一台：这是重新开始时的选择。</translation>
    </message>
    <message>
        <source>Which weights the drained real servers had cannot be read from the kernel, and it may choose another one.</source>
        <translation>无法从内核读出已排空的真实服务器原来的权重，内核可能选择另一台。</translation>
    </message>
    <message>
        <source>What it remembers or draws by lot cannot be read from the kernel: this is what wlc would choose by the connections of %1.</source>
        <comment>time</comment>
        <translation>无法从内核读出它记住的内容或随机抽取的结果：这是 wlc 依据 %1 时的连接数会作出的选择。</translation>
    </message>
    <message>
        <source>The service has no scheduler, so it never chooses a real server.</source>
        <translation>虚拟服务没有调度算法，因此从不选择真实服务器。</translation>
    </message>
    <message>
        <source>How the scheduler %1 chooses is not known here.</source>
        <translation>这里不知道调度算法 %1 如何选择。</translation>
    </message>
    <message>
        <source>A client that persistence remembers goes to the same real server as before.</source>
        <translation>持久连接记住的客户端会到达与之前相同的真实服务器。</translation>
    </message>
</context>
<context>
    <name>CommandsText</name>
    <message numerus="yes">
        <source># … and %Ln more change(s)</source>
        <translation>
            <numerusform># … 另有 %Ln 项更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>%1, ID %2</source>
        <translation>%1，ID %2</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度算法</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>持久连接</translation>
    </message>
    <message>
        <source>Netmask</source>
        <translation>网络掩码</translation>
    </message>
    <message>
        <source>Persistence engine</source>
        <translation>持久引擎</translation>
    </message>
    <message>
        <source>One-packet scheduling</source>
        <translation>单包调度</translation>
    </message>
    <message>
        <source>Scheduler flags</source>
        <translation>调度算法标志</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>其他标志</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>转发方式</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Upper threshold</source>
        <translation>上限阈值</translation>
    </message>
    <message>
        <source>Lower threshold</source>
        <translation>下限阈值</translation>
    </message>
    <message>
        <source>Tunnel type</source>
        <translation>隧道类型</translation>
    </message>
    <message>
        <source>Tunnel port</source>
        <translation>隧道端口</translation>
    </message>
    <message>
        <source>Tunnel checksum</source>
        <translation>隧道校验和</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Sync ID</source>
        <translation>同步 ID</translation>
    </message>
    <message>
        <source>Multicast group</source>
        <translation>组播组</translation>
    </message>
    <message>
        <source>Multicast port</source>
        <translation>组播端口</translation>
    </message>
    <message>
        <source>Longest message</source>
        <translation>最大消息长度</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>仅左侧</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>仅右侧</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>DirectorState</name>
    <message>
        <source>%1 · %2 old</source>
        <comment>link state, age of the last reading</comment>
        <translation>%1 · %2 前</translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>正在重连</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>协议 %1</translation>
    </message>
    <message>
        <source>Firewall mark %1, IPv6</source>
        <translation>防火墙标记 %1，IPv6</translation>
    </message>
    <message>
        <source>Firewall mark %1</source>
        <translation>防火墙标记 %1</translation>
    </message>
    <message>
        <source>NAT</source>
        <translation>NAT</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>TUN</source>
        <translation>TUN</translation>
    </message>
    <message>
        <source>DR</source>
        <translation>DR</translation>
    </message>
    <message>
        <source>bypass</source>
        <translation>旁路</translation>
    </message>
    <message>
        <source>Masquerading (NAT)</source>
        <translation>地址转换（NAT）</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Tunnelling (TUN)</source>
        <translation>隧道（TUN）</translation>
    </message>
    <message>
        <source>Gatewaying (DR)</source>
        <translation>直接路由（DR）</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>旁路</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>persistence timeout, netmask</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (sandbox)</source>
        <comment>name of a machine</comment>
        <translation>%1（沙盒）</translation>
    </message>
</context>
<context>
    <name>Drain</name>
    <message>
        <source>%1 active, %2 inactive connections, %3 templates</source>
        <translation>%1 个活动连接，%2 个非活动连接，%3 个模板</translation>
    </message>
    <message>
        <source>drafted, not yet applied</source>
        <translation>已起草，尚未应用</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>正在排空</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>已空</translation>
    </message>
    <message>
        <source>removal drafted</source>
        <translation>已起草移除</translation>
    </message>
    <message>
        <source>What happens to connections when their server is removed is up to net.ipv4.vs.expire_nodest_conn, which could not be read.</source>
        <translation>移除服务器后其连接如何处理取决于 net.ipv4.vs.expire_nodest_conn，该值未能读取。</translation>
    </message>
    <message>
        <source>When their server is removed, connections are not ended: their packets are dropped without an answer until the connection times out or the server comes back (net.ipv4.vs.expire_nodest_conn = 0).</source>
        <translation>移除服务器后，连接不会结束：其数据包会被丢弃且无应答，直到连接超时或服务器恢复（net.ipv4.vs.expire_nodest_conn = 0）。</translation>
    </message>
    <message>
        <source>When their server is removed, the kernel ends its connections; clients that connect again get another server (net.ipv4.vs.expire_nodest_conn = %1).</source>
        <translation>移除服务器后，内核会结束其连接；重新连接的客户端会分配到另一台服务器（net.ipv4.vs.expire_nodest_conn = %1）。</translation>
    </message>
    <message>
        <source>Whether persistent clients are released while their server is drained is up to net.ipv4.vs.expire_quiescent_template, which could not be read.</source>
        <translation>服务器排空期间是否释放持久客户端取决于 net.ipv4.vs.expire_quiescent_template，该值未能读取。</translation>
    </message>
    <message>
        <source>Templates go on pinning persistent clients to the drained server: their new connections still come here, and prolong the template (net.ipv4.vs.expire_quiescent_template = 0).</source>
        <translation>模板会继续将持久客户端固定在已排空的服务器上：它们的新连接仍会到这里，并延长模板（net.ipv4.vs.expire_quiescent_template = 0）。</translation>
    </message>
    <message>
        <source>Templates release persistent clients when they connect again (net.ipv4.vs.expire_quiescent_template = %1).</source>
        <translation>持久客户端重新连接时，模板会释放它们（net.ipv4.vs.expire_quiescent_template = %1）。</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>director and its environment</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Nothing has been entered.</source>
        <translation>尚未输入任何内容。</translation>
    </message>
    <message>
        <source>A value is needed here.</source>
        <translation>此处需要一个值。</translation>
    </message>
    <message>
        <source>Enter a value.</source>
        <translation>请输入一个值。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文本太长。</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters.</source>
        <translation>文本超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The kernel has no room for a longer one.</source>
        <translation>内核容纳不下更长的文本。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>A character is not allowed here.</source>
        <translation>此处有不允许的字符。</translation>
    </message>
    <message>
        <source>The character “%1” is not allowed here.</source>
        <translation>此处不允许字符“%1”。</translation>
    </message>
    <message>
        <source>The kernel would not accept it, or read it differently.</source>
        <translation>内核不会接受它，或者会作不同的解释。</translation>
    </message>
    <message>
        <source>Remove the character.</source>
        <translation>请删除该字符。</translation>
    </message>
    <message>
        <source>This is not a decimal number.</source>
        <translation>这不是十进制数。</translation>
    </message>
    <message>
        <source>Only the digits 0 to 9 are read, without sign, blanks or leading zeros.</source>
        <translation>只接受数字 0 到 9，不能有符号、空格或前导零。</translation>
    </message>
    <message>
        <source>Enter a plain number.</source>
        <translation>请输入普通数字。</translation>
    </message>
    <message>
        <source>The number is out of range.</source>
        <translation>数值超出范围。</translation>
    </message>
    <message>
        <source>The number is not between %1 and %2.</source>
        <translation>数值不在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <source>The kernel would not accept it.</source>
        <translation>内核不会接受它。</translation>
    </message>
    <message>
        <source>Enter a number in the range.</source>
        <translation>请输入范围内的数值。</translation>
    </message>
    <message>
        <source>This is not an IPv4 or IPv6 address.</source>
        <translation>这不是 IPv4 或 IPv6 地址。</translation>
    </message>
    <message>
        <source>Host names are not looked up here.</source>
        <translation>此处不解析主机名。</translation>
    </message>
    <message>
        <source>Enter an address such as 172.18.100.6 or 2001:db8::6.</source>
        <translation>请输入 172.18.100.6 或 2001:db8::6 这样的地址。</translation>
    </message>
    <message>
        <source>This is not a network mask.</source>
        <translation>这不是网络掩码。</translation>
    </message>
    <message>
        <source>An IPv4 mask has no holes; an IPv6 prefix is 1 to 128.</source>
        <translation>IPv4 掩码必须连续；IPv6 前缀为 1 到 128。</translation>
    </message>
    <message>
        <source>Enter a mask such as 255.255.255.0.</source>
        <translation>请输入 255.255.255.0 这样的掩码。</translation>
    </message>
    <message>
        <source>This name can&apos;t exist in the kernel.</source>
        <translation>内核中不可能有这个名称。</translation>
    </message>
    <message>
        <source>Names of schedulers, engines and interfaces are short and have no blanks.</source>
        <translation>调度算法、引擎和网络接口的名称很短，且没有空格。</translation>
    </message>
    <message>
        <source>Choose a name from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>The port is missing.</source>
        <translation>缺少端口。</translation>
    </message>
    <message>
        <source>An address alone does not say where to send connections.</source>
        <translation>仅有地址无法确定连接发往何处。</translation>
    </message>
    <message>
        <source>Add the port after a colon, as in 192.168.10.11:80.</source>
        <translation>请在冒号后加上端口，例如 192.168.10.11:80。</translation>
    </message>
    <message>
        <source>Something follows the value.</source>
        <translation>值的后面还有内容。</translation>
    </message>
    <message>
        <source>Only one value can stand here.</source>
        <translation>此处只能有一个值。</translation>
    </message>
    <message>
        <source>Remove the text after the value.</source>
        <translation>请删除值后面的文本。</translation>
    </message>
    <message>
        <source>A service for every port (port 0) has to be persistent.</source>
        <translation>面向所有端口的服务（端口 0）必须使用持久连接。</translation>
    </message>
    <message>
        <source>The kernel would accept the service and then refuse each of its connections.</source>
        <translation>内核会接受该服务，然后拒绝它的每个连接。</translation>
    </message>
    <message>
        <source>Turn persistence on, or name a port.</source>
        <translation>请启用持久连接，或指定端口。</translation>
    </message>
    <message>
        <source>The port differs from the port of the service.</source>
        <translation>端口与虚拟服务的端口不同。</translation>
    </message>
    <message>
        <source>Gatewaying (DR) and tunnelling leave the port of a packet as it is.</source>
        <translation>直接路由（DR）和隧道不改变数据包的端口。</translation>
    </message>
    <message>
        <source>Use the port of the service, or masquerading (NAT).</source>
        <translation>请使用虚拟服务的端口，或改用地址转换（NAT）。</translation>
    </message>
    <message>
        <source>One-packet scheduling works only for UDP.</source>
        <translation>单包调度只适用于 UDP。</translation>
    </message>
    <message>
        <source>Every packet would go to another real server, and no TCP connection would hold.</source>
        <translation>每个数据包都会到达不同的真实服务器，TCP 连接无法维持。</translation>
    </message>
    <message>
        <source>Turn one-packet scheduling off, or use a UDP service.</source>
        <translation>请关闭单包调度，或使用 UDP 服务。</translation>
    </message>
    <message>
        <source>The service and the real server mix IPv4 and IPv6.</source>
        <translation>虚拟服务与真实服务器混用了 IPv4 和 IPv6。</translation>
    </message>
    <message>
        <source>Only tunnelling can join the two.</source>
        <translation>只有隧道可以连接两者。</translation>
    </message>
    <message>
        <source>Use an address of the same family, or tunnelling.</source>
        <translation>请使用同一协议族的地址，或改用隧道。</translation>
    </message>
    <message>
        <source>The lower threshold is above the upper one.</source>
        <translation>下限阈值高于上限阈值。</translation>
    </message>
    <message>
        <source>A server that is full could never count as free again.</source>
        <translation>已满的服务器将永远不会再被视为空闲。</translation>
    </message>
    <message>
        <source>Make the lower threshold smaller, or 0 for three quarters of the upper one.</source>
        <translation>请减小下限阈值，或设为 0 表示上限的四分之三。</translation>
    </message>
    <message>
        <source>A GUE tunnel needs a port.</source>
        <translation>GUE 隧道需要端口。</translation>
    </message>
    <message>
        <source>The real server receives the tunnel on a UDP port.</source>
        <translation>真实服务器在 UDP 端口上接收隧道。</translation>
    </message>
    <message>
        <source>Enter the port the real server listens on.</source>
        <translation>请输入真实服务器监听的端口。</translation>
    </message>
    <message>
        <source>This protocol can&apos;t be balanced.</source>
        <translation>无法对此协议做负载均衡。</translation>
    </message>
    <message>
        <source>The kernel balances TCP, UDP and SCTP.</source>
        <translation>内核支持 TCP、UDP 和 SCTP 的负载均衡。</translation>
    </message>
    <message>
        <source>Choose one of the three, or a firewall mark.</source>
        <translation>请选择三者之一，或使用防火墙标记。</translation>
    </message>
    <message>
        <source>This forwarding method can&apos;t be configured.</source>
        <translation>无法配置这种转发方式。</translation>
    </message>
    <message>
        <source>It exists for connections the kernel makes by itself.</source>
        <translation>它只用于内核自己建立的连接。</translation>
    </message>
    <message>
        <source>Choose masquerading, gatewaying or tunnelling.</source>
        <translation>请选择地址转换、直接路由或隧道。</translation>
    </message>
    <message>
        <source>This kind of tunnel is unknown.</source>
        <translation>未知的隧道类型。</translation>
    </message>
    <message>
        <source>The kernel has IPIP, GUE and GRE.</source>
        <translation>内核支持 IPIP、GUE 和 GRE。</translation>
    </message>
    <message>
        <source>Choose one of the three.</source>
        <translation>请选择三者之一。</translation>
    </message>
    <message>
        <source>A firewall mark of 0 means “no mark”.</source>
        <translation>防火墙标记 0 表示“无标记”。</translation>
    </message>
    <message>
        <source>No packet could ever match the service.</source>
        <translation>不会有任何数据包匹配该服务。</translation>
    </message>
    <message>
        <source>Enter a mark from 1 to 4294967295.</source>
        <translation>请输入 1 到 4294967295 的标记。</translation>
    </message>
    <message>
        <source>Enter the address of the machine itself.</source>
        <translation>请输入该机器自身的地址。</translation>
    </message>
    <message>
        <source>There are too many changes.</source>
        <translation>更改太多。</translation>
    </message>
    <message>
        <source>There are more than %1 changes.</source>
        <translation>更改超过 %1 项。</translation>
    </message>
    <message>
        <source>They can&apos;t be applied in one go.</source>
        <translation>无法一次全部应用。</translation>
    </message>
    <message>
        <source>Apply them in smaller parts.</source>
        <translation>请分批应用。</translation>
    </message>
    <message>
        <source>Two of the changes contradict each other.</source>
        <translation>有两项更改相互矛盾。</translation>
    </message>
    <message>
        <source>Both can&apos;t hold at the same time.</source>
        <translation>两者不能同时成立。</translation>
    </message>
    <message>
        <source>Discard one of them.</source>
        <translation>请放弃其中一项。</translation>
    </message>
    <message>
        <source>Nothing was changed by this operation.</source>
        <translation>此操作没有更改任何内容。</translation>
    </message>
    <message>
        <source>Look at the table as it is now, and draft the change again.</source>
        <translation>请查看当前的表，然后重新起草更改。</translation>
    </message>
    <message>
        <source>There is such a virtual service already.</source>
        <translation>该虚拟服务已存在。</translation>
    </message>
    <message>
        <source>Edit the existing service, or choose another address or port.</source>
        <translation>请编辑现有服务，或选择其他地址或端口。</translation>
    </message>
    <message>
        <source>There is no such virtual service any more.</source>
        <translation>该虚拟服务已不存在。</translation>
    </message>
    <message>
        <source>The service has this real server already.</source>
        <translation>该服务已有此真实服务器。</translation>
    </message>
    <message>
        <source>Edit the existing server, or choose another address or port.</source>
        <translation>请编辑现有服务器，或选择其他地址或端口。</translation>
    </message>
    <message>
        <source>The service does not have this real server any more.</source>
        <translation>该服务已没有此真实服务器。</translation>
    </message>
    <message>
        <source>The kernel could not load the scheduler.</source>
        <translation>内核无法加载该调度算法。</translation>
    </message>
    <message>
        <source>The kernel could not load “%1”.</source>
        <translation>内核无法加载“%1”。</translation>
    </message>
    <message>
        <source>Its module is not installed on the director, or loading it is forbidden there.</source>
        <translation>调度器上没有安装其模块，或禁止加载。</translation>
    </message>
    <message>
        <source>Choose another scheduler, or install the kernel&apos;s extra modules on the director.</source>
        <translation>请选择其他调度算法，或在调度器上安装内核的附加模块。</translation>
    </message>
    <message>
        <source>The sync daemon is running already.</source>
        <translation>同步守护进程已在运行。</translation>
    </message>
    <message>
        <source>Stop it first to change its settings.</source>
        <translation>要更改设置，请先停止它。</translation>
    </message>
    <message>
        <source>The sync daemon is not running.</source>
        <translation>同步守护进程没有运行。</translation>
    </message>
    <message>
        <source>There is nothing to stop.</source>
        <translation>没有可停止的进程。</translation>
    </message>
    <message>
        <source>There is no such network interface.</source>
        <translation>没有该网络接口。</translation>
    </message>
    <message>
        <source>There is no network interface “%1”.</source>
        <translation>没有网络接口“%1”。</translation>
    </message>
    <message>
        <source>Choose an interface that exists on the director.</source>
        <translation>请选择调度器上存在的接口。</translation>
    </message>
    <message>
        <source>Somebody else has changed this object in the meantime.</source>
        <translation>在此期间有人更改了该对象。</translation>
    </message>
    <message>
        <source>To overwrite the other change unseen would be wrong, so nothing was changed.</source>
        <translation>不应在未查看的情况下覆盖他人的更改，因此没有任何更改。</translation>
    </message>
    <message>
        <source>The change was made, but the kernel now shows something else.</source>
        <translation>更改已执行，但内核现在显示的内容不同。</translation>
    </message>
    <message>
        <source>Another program, such as keepalived, may have changed it back.</source>
        <translation>可能有其他程序（例如 keepalived）又改了回去。</translation>
    </message>
    <message>
        <source>Find out which program manages this table before you try again.</source>
        <translation>重试之前，请先查明是哪个程序在管理此表。</translation>
    </message>
    <message>
        <source>The kernel refused the change: %1.</source>
        <translation>内核拒绝了更改：%1。</translation>
    </message>
    <message>
        <source>The kernel&apos;s log on the director may say more.</source>
        <translation>调度器上的内核日志可能有更多信息。</translation>
    </message>
    <message>
        <source>The kernel of this machine has no IPVS.</source>
        <translation>此机器的内核没有 IPVS。</translation>
    </message>
    <message>
        <source>The module ip_vs is missing or could not be loaded, so there is no table to show.</source>
        <translation>模块 ip_vs 缺失或无法加载，因此没有可显示的表。</translation>
    </message>
    <message>
        <source>Load the module with “modprobe ip_vs” on the machine, or install a kernel that has it.</source>
        <translation>请在该机器上用“modprobe ip_vs”加载模块，或安装带有该模块的内核。</translation>
    </message>
    <message>
        <source>The helper is not running on this machine.</source>
        <translation>此机器上没有运行助手。</translation>
    </message>
    <message>
        <source>The table can be read, but not its counters, and nothing can be changed.</source>
        <translation>可以读取表，但读不到计数器，也无法更改。</translation>
    </message>
    <message>
        <source>Install the package lvs-console-helper on the director.</source>
        <translation>请在调度器上安装软件包 lvs-console-helper。</translation>
    </message>
    <message>
        <source>The helper gave an answer that makes no sense%1.</source>
        <translation>助手给出了无法理解的回答%1。</translation>
    </message>
    <message>
        <source>Console and helper may be of different versions.</source>
        <translation>控制台与助手的版本可能不同。</translation>
    </message>
    <message>
        <source>Install the same version on both machines; the journal of lvs-console-helper says more.</source>
        <translation>请在两台机器上安装相同版本；lvs-console-helper 的日志有更多信息。</translation>
    </message>
    <message>
        <source>You are not allowed to do this on the director.</source>
        <translation>您无权在该调度器上执行此操作。</translation>
    </message>
    <message>
        <source>Its polkit rules refused the change. Nothing was changed.</source>
        <translation>其 polkit 规则拒绝了更改。没有任何更改。</translation>
    </message>
    <message>
        <source>Ask its administrator, or connect as another user.</source>
        <translation>请联系其管理员，或以其他用户连接。</translation>
    </message>
    <message>
        <source>The password question was closed.</source>
        <translation>密码提问已被关闭。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Apply again and enter the password. Your changes are still drafted.</source>
        <translation>请再次应用并输入密码。您的草稿仍然保留。</translation>
    </message>
    <message>
        <source>The director had nobody to ask for a password.</source>
        <translation>调度器找不到可以询问密码的对象。</translation>
    </message>
    <message>
        <source>No polkit agent is running for your session. Nothing was changed.</source>
        <translation>您的会话没有运行 polkit 代理。没有任何更改。</translation>
    </message>
    <message>
        <source>On this computer, start your desktop&apos;s authentication agent. Over SSH, install pkttyagent (package polkitd) on the director, log in as root, or let its administrator add a polkit rule that allows you this.</source>
        <translation>在本机上，请启动桌面的身份验证代理。通过 SSH 时，请在调度器上安装 pkttyagent（软件包 polkitd）、以 root 登录，或请其管理员添加允许您执行此操作的 polkit 规则。</translation>
    </message>
    <message>
        <source>Another change is being applied.</source>
        <translation>正在应用另一项更改。</translation>
    </message>
    <message>
        <source>Another change is being applied by %1.</source>
        <translation>%1 正在应用另一项更改。</translation>
    </message>
    <message>
        <source>Changes are applied one after the other. Nothing was changed.</source>
        <translation>更改会逐一应用。没有任何更改。</translation>
    </message>
    <message>
        <source>Apply again in a moment.</source>
        <translation>请稍后再次应用。</translation>
    </message>
    <message>
        <source>There are too many requests at once.</source>
        <translation>同时的请求太多。</translation>
    </message>
    <message>
        <source>The helper protects the director from overload.</source>
        <translation>助手保护调度器免于过载。</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>This director is read-only%1.</source>
        <translation>此调度器为只读%1。</translation>
    </message>
    <message>
        <source>Nothing can be changed from here.</source>
        <translation>无法从这里进行更改。</translation>
    </message>
    <message>
        <source>Install lvs-console-helper on it, or unlock editing if that is offered.</source>
        <translation>请在其上安装 lvs-console-helper；如果可以解锁编辑，请解锁。</translation>
    </message>
    <message>
        <source>What you see is the last state that was read. Drafted changes are kept.</source>
        <translation>您看到的是最后一次读取的状态。草稿会保留。</translation>
    </message>
    <message>
        <source>This is not a host name.</source>
        <translation>这不是主机名。</translation>
    </message>
    <message>
        <source>The machine can&apos;t be reached under such a name.</source>
        <translation>无法通过这样的名称连接机器。</translation>
    </message>
    <message>
        <source>Enter USER@HOST, or USER@HOST:PORT if ssh listens on another port.</source>
        <translation>请输入 用户@主机；如果 ssh 使用其他端口，请输入 用户@主机:端口。</translation>
    </message>
    <message>
        <source>The machine can&apos;t be reached%1.</source>
        <translation>无法连接该机器%1。</translation>
    </message>
    <message>
        <source>Either it is off, or the network does not lead there, or ssh is not listening.</source>
        <translation>机器可能已关机，网络不可达，或 ssh 没有监听。</translation>
    </message>
    <message>
        <source>Check the name and port, and try “ssh HOST” in a terminal.</source>
        <translation>请检查名称和端口，并在终端中尝试“ssh 主机”。</translation>
    </message>
    <message>
        <source>The host key of this machine is not known yet.</source>
        <translation>尚不知道此机器的主机密钥。</translation>
    </message>
    <message>
        <source>Nothing proves so far that it is the machine you mean.</source>
        <translation>目前还无法证明它就是您要连接的机器。</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one its administrator gave you, then accept it.</source>
        <translation>请将指纹与管理员提供的指纹核对，然后接受。</translation>
    </message>
    <message>
        <source>The host key of this machine has changed%1.</source>
        <translation>此机器的主机密钥已改变%1。</translation>
    </message>
    <message>
        <source>It was installed anew, or another machine pretends to be it. The connection was not made.</source>
        <translation>它可能重新安装过，或有其他机器冒充它。连接没有建立。</translation>
    </message>
    <message>
        <source>Ask its administrator. If the change is genuine, remove the old key from known_hosts.</source>
        <translation>请询问其管理员。如果改变属实，请从 known_hosts 中删除旧密钥。</translation>
    </message>
    <message>
        <source>The host key was not accepted.</source>
        <translation>主机密钥未被接受。</translation>
    </message>
    <message>
        <source>The connection was not made.</source>
        <translation>连接没有建立。</translation>
    </message>
    <message>
        <source>Connect again and accept the key once you have compared it.</source>
        <translation>请重新连接，核对密钥后再接受。</translation>
    </message>
    <message>
        <source>The login was refused.</source>
        <translation>登录被拒绝。</translation>
    </message>
    <message>
        <source>The user name, password or key is not accepted there.</source>
        <translation>对方不接受该用户名、密码或密钥。</translation>
    </message>
    <message>
        <source>Check the user name, and connect again.</source>
        <translation>请检查用户名，然后重新连接。</translation>
    </message>
    <message>
        <source>The login was cancelled.</source>
        <translation>登录已取消。</translation>
    </message>
    <message>
        <source>Connect again when you like.</source>
        <translation>您可以随时重新连接。</translation>
    </message>
    <message>
        <source>The connection to the director ended.</source>
        <translation>与调度器的连接已断开。</translation>
    </message>
    <message>
        <source>It is made again by itself as soon as the machine answers.</source>
        <translation>机器一有响应就会自动重新连接。</translation>
    </message>
    <message>
        <source>The director did not answer in time.</source>
        <translation>调度器没有及时响应。</translation>
    </message>
    <message>
        <source>Check the machine and the network; reading goes on by itself.</source>
        <translation>请检查机器和网络；读取会自动继续。</translation>
    </message>
    <message>
        <source>The operation was cancelled.</source>
        <translation>操作已取消。</translation>
    </message>
    <message>
        <source>It was not finished.</source>
        <translation>操作没有完成。</translation>
    </message>
    <message>
        <source>Start it again if you need it.</source>
        <translation>如有需要，请重新开始。</translation>
    </message>
    <message>
        <source>This director can&apos;t do that%1.</source>
        <translation>此调度器不支持该操作%1。</translation>
    </message>
    <message>
        <source>Its kernel, its helper or the way it is connected lacks the function.</source>
        <translation>其内核、助手或连接方式缺少此功能。</translation>
    </message>
    <message>
        <source>Connect to it through lvs-console-helper of this version.</source>
        <translation>请通过此版本的 lvs-console-helper 连接。</translation>
    </message>
    <message>
        <source>The helper no longer has the plan that was to be applied.</source>
        <translation>助手已没有要应用的计划。</translation>
    </message>
    <message>
        <source>It was restarted, or the plan waited too long. Nothing was changed.</source>
        <translation>助手已重启，或计划等待过久。没有任何更改。</translation>
    </message>
    <message>
        <source>Apply again. Your changes are still drafted.</source>
        <translation>请再次应用。您的草稿仍然保留。</translation>
    </message>
    <message>
        <source>The name of the machine could not be found%1.</source>
        <translation>找不到该机器的名称%1。</translation>
    </message>
    <message>
        <source>Neither the name service nor your ssh configuration knows it.</source>
        <translation>名称服务和您的 ssh 配置都不认识它。</translation>
    </message>
    <message>
        <source>Check the spelling, or enter the machine&apos;s address.</source>
        <translation>请检查拼写，或输入机器的地址。</translation>
    </message>
    <message>
        <source>The machine refused the connection%1.</source>
        <translation>机器拒绝了连接%1。</translation>
    </message>
    <message>
        <source>It is running, but no ssh server listens on this port.</source>
        <translation>机器在运行，但此端口上没有 ssh 服务器监听。</translation>
    </message>
    <message>
        <source>Check the port, or start the ssh server on the machine.</source>
        <translation>请检查端口，或启动该机器上的 ssh 服务器。</translation>
    </message>
    <message>
        <source>There is no ssh program on this computer.</source>
        <translation>本机没有 ssh 程序。</translation>
    </message>
    <message>
        <source>Other machines can&apos;t be reached without it.</source>
        <translation>没有它就无法连接其他机器。</translation>
    </message>
    <message>
        <source>Install the package openssh-client on this computer.</source>
        <translation>请在本机安装软件包 openssh-client。</translation>
    </message>
    <message>
        <source>The password was wrong.</source>
        <translation>密码错误。</translation>
    </message>
    <message>
        <source>The director could not tell who you are. Nothing was changed.</source>
        <translation>调度器无法确认您的身份。没有任何更改。</translation>
    </message>
    <message>
        <source>Apply again and enter the right password. Your changes are still drafted.</source>
        <translation>请再次应用并输入正确的密码。您的草稿仍然保留。</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer could not be understood.</source>
        <translation>无法理解内核的回答。</translation>
    </message>
    <message>
        <source>Whether the operation took effect is not known from it.</source>
        <translation>由此无法得知操作是否生效。</translation>
    </message>
    <message>
        <source>Read the table again to see what holds, and look at the director&apos;s kernel log.</source>
        <translation>请重新读取表以确认当前状态，并查看调度器的内核日志。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>It is not known whether the changes were applied.</source>
        <translation>不清楚更改是否已应用。</translation>
    </message>
    <message>
        <source>The connection ended after they were sent. What the director has begun it finishes or takes back.</source>
        <translation>更改发出后连接中断。调度器会完成或撤回已经开始的操作。</translation>
    </message>
    <message>
        <source>Look at the table once it is read again. Applying again does only what is still missing.</source>
        <translation>重新读取后请查看表；再次应用只会补上尚缺的更改。</translation>
    </message>
    <message>
        <source>“%1” is not a command of ipvsadm.</source>
        <translation>“%1”不是 ipvsadm 的命令。</translation>
    </message>
    <message>
        <source>A line begins with what is to be done, such as -A, -E, -D, -a, -e, -d, -C or -Z.</source>
        <translation>每行以要执行的操作开头，例如 -A、-E、-D、-a、-e、-d、-C 或 -Z。</translation>
    </message>
    <message>
        <source>Begin the line with a command.</source>
        <translation>请以命令开始这一行。</translation>
    </message>
    <message>
        <source>ipvsadm has no option “%1”.</source>
        <translation>ipvsadm 没有选项“%1”。</translation>
    </message>
    <message>
        <source>Long options can&apos;t be abbreviated.</source>
        <translation>长选项不能缩写。</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>请检查拼写。</translation>
    </message>
    <message>
        <source>“%1” and “%2” can&apos;t stand on one line.</source>
        <translation>“%1”和“%2”不能出现在同一行。</translation>
    </message>
    <message>
        <source>ipvsadm would refuse the line.</source>
        <translation>ipvsadm 会拒绝这一行。</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be used with “%2”.</source>
        <translation>“%1”不能与“%2”一起使用。</translation>
    </message>
    <message>
        <source>Remove the option.</source>
        <translation>请去掉该选项。</translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <comment>command, options</comment>
        <translation>“%1”需要 %2。</translation>
    </message>
    <message>
        <source>Add what is missing.</source>
        <translation>请补上缺少的部分。</translation>
    </message>
    <message>
        <source>“%1” needs “%2”.</source>
        <comment>option, option</comment>
        <translation>“%1”需要“%2”。</translation>
    </message>
    <message>
        <source>Without it the option means nothing.</source>
        <translation>没有它，该选项没有意义。</translation>
    </message>
    <message>
        <source>Add the one, or remove the other.</source>
        <translation>请补上前者，或去掉后者。</translation>
    </message>
    <message>
        <source>“%1” has too few values.</source>
        <translation>“%1”的值不够。</translation>
    </message>
    <message>
        <source>Write the value behind the option.</source>
        <translation>请把值写在选项后面。</translation>
    </message>
    <message>
        <source>“%1” belongs to no option.</source>
        <translation>“%1”不属于任何选项。</translation>
    </message>
    <message>
        <source>Remove it, or write the option before it.</source>
        <translation>请去掉它，或在它前面写上选项。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>这里不认识“%1”。</translation>
    </message>
    <message>
        <source>“%1” is a host name.</source>
        <translation>“%1”是主机名。</translation>
    </message>
    <message>
        <source>Names are not looked up: to the director the name may mean another machine.</source>
        <translation>不解析名称：在调度器上，同一名称可能指另一台机器。</translation>
    </message>
    <message>
        <source>Write the address instead.</source>
        <translation>请改写成地址。</translation>
    </message>
    <message>
        <source>“%1” is the name of a port.</source>
        <translation>“%1”是端口的名称。</translation>
    </message>
    <message>
        <source>Names are not looked up: which number is meant is up to each machine.</source>
        <translation>不解析名称：它代表哪个端口号由各台机器决定。</translation>
    </message>
    <message>
        <source>Write the number instead.</source>
        <translation>请改写成数字。</translation>
    </message>
    <message>
        <source>“%1” is not ipvsadm.</source>
        <translation>“%1”不是 ipvsadm。</translation>
    </message>
    <message>
        <source>Only commands of ipvsadm are read, nothing is executed.</source>
        <translation>只读取 ipvsadm 的命令，不执行任何程序。</translation>
    </message>
    <message>
        <source>Leave it out, or do it by hand.</source>
        <translation>请忽略它，或手工执行。</translation>
    </message>
    <message>
        <source>Only a shell could say what “%1” stands for.</source>
        <translation>只有 shell 才知道“%1”代表什么。</translation>
    </message>
    <message>
        <source>Nothing is executed, so that variables and patterns have no value here.</source>
        <translation>这里不执行任何内容，因此变量和通配符没有值。</translation>
    </message>
    <message>
        <source>Write the value itself.</source>
        <translation>请直接写出值。</translation>
    </message>
    <message>
        <source>The rules that this reads are not in the text.</source>
        <translation>它要读取的规则不在这段文本中。</translation>
    </message>
    <message>
        <source>Files are not opened from a pasted text.</source>
        <translation>不会根据粘贴的文本打开文件。</translation>
    </message>
    <message>
        <source>Paste the rules themselves.</source>
        <translation>请粘贴规则本身。</translation>
    </message>
    <message>
        <source>%1 could not be read%2.</source>
        <translation>%1 无法读取%2。</translation>
    </message>
    <message>
        <source>The file is missing, or you may not read it.</source>
        <translation>文件不存在，或者您无权读取。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>%1 could not be written%2.</source>
        <translation>%1 无法写入%2。</translation>
    </message>
    <message>
        <source>Nothing was changed: the old file, if there was one, is still there.</source>
        <translation>没有任何更改：原有的文件（如果有）仍在。</translation>
    </message>
    <message>
        <source>Look at the free space and at who may write there.</source>
        <translation>请检查剩余空间以及该位置的写权限。</translation>
    </message>
    <message>
        <source>%1 is not a file that this version understands.</source>
        <translation>%1 不是此版本能识别的文件。</translation>
    </message>
    <message>
        <source>It has another format, or was written by a later version. Nothing was changed.</source>
        <translation>它的格式不同，或由更新的版本写成。没有任何更改。</translation>
    </message>
    <message>
        <source>Choose another file, or move this one away to start anew.</source>
        <translation>请选择另一个文件，或移走该文件重新开始。</translation>
    </message>
    <message>
        <source>This address does not lead to a single machine.</source>
        <translation>该地址不指向单独一台机器。</translation>
    </message>
    <message>
        <source>Multicast, broadcast, link-local and unspecified addresses can&apos;t be balanced.</source>
        <translation>组播、广播、链路本地和未指定地址无法负载均衡。</translation>
    </message>
    <message>
        <source>A character that can&apos;t be seen stands here: %1.</source>
        <translation>此处有一个看不见的字符：%1。</translation>
    </message>
    <message>
        <source>ipvsadm would take it for part of a word.</source>
        <translation>ipvsadm 会把它当作单词的一部分。</translation>
    </message>
    <message>
        <source>Something here is not text in UTF-8.</source>
        <translation>此处有内容不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It could not be written back as it was.</source>
        <translation>无法原样写回。</translation>
    </message>
    <message>
        <source>Write it anew, or save the file as UTF-8.</source>
        <translation>请重新输入，或将文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>This is not a text but a file of another kind: %1.</source>
        <translation>这不是文本，而是另一种文件：%1。</translation>
    </message>
    <message>
        <source>There are no rules to read in it.</source>
        <translation>其中没有可读取的规则。</translation>
    </message>
    <message>
        <source>Unpack or convert the file first.</source>
        <translation>请先解压或转换该文件。</translation>
    </message>
    <message>
        <source>“%1” is an option of DPVS or of Alibaba&apos;s LVS.</source>
        <translation>“%1”是 DPVS 或阿里巴巴 LVS 的选项。</translation>
    </message>
    <message>
        <source>The kernel&apos;s IPVS and its ipvsadm do not have it; FullNAT, for one, is set up differently here.</source>
        <translation>内核的 IPVS 及其 ipvsadm 没有该选项；例如 FullNAT 在这里以其他方式设置。</translation>
    </message>
    <message>
        <source>Write the line for ipvsadm, or apply the file where it was made for.</source>
        <translation>请按 ipvsadm 的写法改写这一行，或在该文件所针对的系统上应用它。</translation>
    </message>
    <message>
        <source>The file has more than %1 lines.</source>
        <translation>该文件超过 %1 行。</translation>
    </message>
    <message>
        <source>The lines from here on are not read.</source>
        <translation>从此处起的各行不会读取。</translation>
    </message>
    <message>
        <source>Divide the file.</source>
        <translation>请拆分该文件。</translation>
    </message>
    <message>
        <source>There is no rule in this file.</source>
        <translation>该文件中没有规则。</translation>
    </message>
    <message>
        <source>As a whole table it would stand for an empty one, and every service would go.</source>
        <translation>作为完整的表，它表示空表，所有虚拟服务都会被移除。</translation>
    </message>
    <message>
        <source>Write -C into it if the table shall be empty.</source>
        <translation>如果确实要清空该表，请在其中写入 -C。</translation>
    </message>
    <message>
        <source>%1 is the new file already, and could not be put back.</source>
        <translation>%1 已是新文件，无法恢复为原来的文件。</translation>
    </message>
    <message>
        <source>Not everything will come back after a reboot.</source>
        <translation>重启后并非所有内容都会恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%1 was written, but when it was read again %Ln object(s) were missing or different, the first of them: %2</source>
        <translation>
            <numerusform>已写入 %1，但重新读取时有 %Ln 个对象缺失或不同，其中第一个是：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Change these to what ipvsadm can restore, and write again.</source>
        <translation>请将这些对象改为 ipvsadm 能够恢复的内容，然后重新写入。</translation>
    </message>
    <message>
        <source>The helper could not make sense of a request.</source>
        <translation>助手无法理解一个请求。</translation>
    </message>
    <message>
        <source>Use the same version of the console and of the helper.</source>
        <translation>请使用同一版本的控制台与助手。</translation>
    </message>
    <message>
        <source>The director does not have this tunable.</source>
        <translation>调度器没有这个可调参数。</translation>
    </message>
    <message>
        <source>Look at the System page, which says what it needs: a module or a later kernel.</source>
        <translation>请查看“系统”页，那里说明它需要什么：模块或更新的内核。</translation>
    </message>
    <message>
        <source>The director does not let this tunable be written.</source>
        <translation>调度器不允许写入这个可调参数。</translation>
    </message>
    <message>
        <source>It is a container, or the helper was started before IPVS was loaded. Nothing was changed.</source>
        <translation>它是容器，或者助手在加载 IPVS 之前就已启动。未做任何更改。</translation>
    </message>
    <message>
        <source>Run “systemctl restart lvs-console-helper” on the director and apply again.</source>
        <translation>请在调度器上运行“systemctl restart lvs-console-helper”，然后重新应用。</translation>
    </message>
    <message>
        <source>The kernel does not take this value for the tunable.</source>
        <translation>内核不接受这个可调参数的该值。</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>请选择其他值。</translation>
    </message>
    <message>
        <source>The address can&apos;t have this label.</source>
        <translation>该地址不能使用这个标签。</translation>
    </message>
    <message>
        <source>A label begins with the name of the interface and has at most 15 characters.</source>
        <translation>标签以接口名称开头，最多 15 个字符。</translation>
    </message>
    <message>
        <source>A label here begins with “%1” and has at most 15 characters.</source>
        <translation>此处的标签以“%1”开头，最多 15 个字符。</translation>
    </message>
    <message>
        <source>Choose another label, or none.</source>
        <translation>请选择其他标签，或不使用标签。</translation>
    </message>
    <message>
        <source>The interface has this address already.</source>
        <translation>该接口已有此地址。</translation>
    </message>
    <message>
        <source>Its label, prefix or scope is another one than wanted. Nothing was changed.</source>
        <translation>其标签、前缀或作用范围与要求的不同。未做任何更改。</translation>
    </message>
    <message>
        <source>The interface does not have this address any more.</source>
        <translation>该接口上已没有此地址。</translation>
    </message>
    <message>
        <source>Other addresses of its network would go with this one.</source>
        <translation>同一网络的其他地址会随它一起消失。</translation>
    </message>
    <message>
        <source>It is the first of the network on its interface, and the kernel would not keep the others (net.ipv4.conf.*.promote_secondaries is 0). Nothing was changed.</source>
        <translation>它是接口上该网络的第一个地址，内核不会保留其余地址（net.ipv4.conf.*.promote_secondaries 为 0）。未做任何更改。</translation>
    </message>
    <message>
        <source>Remove the others first, or set that tunable to 1.</source>
        <translation>请先删除其余地址，或将该参数设为 1。</translation>
    </message>
    <message>
        <source>There is another route to this destination already.</source>
        <translation>已有到此目的地的另一条路由。</translation>
    </message>
    <message>
        <source>Change that route, or choose another metric.</source>
        <translation>请更改那条路由，或选择其他度量值。</translation>
    </message>
    <message>
        <source>The route does not exist any more.</source>
        <translation>该路由已不存在。</translation>
    </message>
    <message>
        <source>The gateway can&apos;t be reached through this interface.</source>
        <translation>无法通过此接口到达该网关。</translation>
    </message>
    <message>
        <source>It is on none of the interface&apos;s networks. Nothing was changed.</source>
        <translation>它不在该接口的任何网络上。未做任何更改。</translation>
    </message>
    <message>
        <source>Choose a gateway on a network of the interface.</source>
        <translation>请选择该接口所在网络上的网关。</translation>
    </message>
    <message>
        <source>There is an interface of this name, or a tunnel with the same ends, already.</source>
        <translation>已有同名接口，或两端相同的隧道。</translation>
    </message>
    <message>
        <source>Use the one that is there, or choose another name.</source>
        <translation>请使用现有的，或选择其他名称。</translation>
    </message>
    <message>
        <source>The tunnel interface has an address that would go with it.</source>
        <translation>隧道接口上有一个会随它一起消失的地址。</translation>
    </message>
    <message>
        <source>Somebody else may need it. Nothing was changed.</source>
        <translation>可能有人需要它。未做任何更改。</translation>
    </message>
    <message>
        <source>Remove that address first.</source>
        <translation>请先删除该地址。</translation>
    </message>
    <message>
        <source>The tunnel interface does not exist any more.</source>
        <translation>该隧道接口已不存在。</translation>
    </message>
    <message>
        <source>The health of real servers can&apos;t be checked from this machine.</source>
        <translation>无法从这台机器检查真实服务器的健康状况。</translation>
    </message>
    <message>
        <source>Its probe service, lvs-console-probe, is not installed or can&apos;t be started.</source>
        <translation>它的探测服务 lvs-console-probe 未安装或无法启动。</translation>
    </message>
    <message>
        <source>Install lvs-console-helper of this version on the director.</source>
        <translation>请在调度器上安装此版本的 lvs-console-helper。</translation>
    </message>
    <message>
        <source>An address is not in the director&apos;s table.</source>
        <translation>有地址不在调度器的表中。</translation>
    </message>
    <message>
        <source>%1 is not in the director&apos;s table.</source>
        <translation>%1 不在调度器的表中。</translation>
    </message>
    <message>
        <source>Only the machines of the table are looked at, and it may have changed.</source>
        <translation>只查看表中的机器，而表可能已经更改。</translation>
    </message>
    <message>
        <source>Read the table, and check again.</source>
        <translation>请重新读取表，然后再次检查。</translation>
    </message>
    <message>
        <source>What the machine has could not be read%1.</source>
        <translation>无法读取这台机器的状况%1。</translation>
    </message>
    <message>
        <source>Without its addresses, routes and tunables nobody can say what has to be changed on it.</source>
        <translation>不知道它的地址、路由和可调参数，就无法判断需要更改什么。</translation>
    </message>
    <message>
        <source>Connect to it, or set it up by the script that is offered for machines that can&apos;t be reached.</source>
        <translation>请连接到它，或使用为无法连接的机器提供的脚本来设置。</translation>
    </message>
    <message>
        <source>The machine does not have the address %1.</source>
        <translation>这台机器没有地址 %1。</translation>
    </message>
    <message>
        <source>It is another machine than the real server, or the real server&apos;s address has changed.</source>
        <translation>它不是那台真实服务器，或者真实服务器的地址已经改变。</translation>
    </message>
    <message>
        <source>Choose the connection that leads to this real server, or correct its address.</source>
        <translation>请选择通向这台真实服务器的连接，或更正它的地址。</translation>
    </message>
    <message>
        <source>A real server has the VIP %1 on the interface %2.</source>
        <translation>一台真实服务器在接口 %2 上有 VIP %1。</translation>
    </message>
    <message>
        <source>There it answers ARP for the VIP, or other addresses depend on it. It is not moved without you.</source>
        <translation>它在那里会应答对 VIP 的 ARP 请求，或者有其他地址依赖于它。未经您决定，不会移动它。</translation>
    </message>
    <message>
        <source>Take the VIP off that interface, or choose another machine, and plan again.</source>
        <translation>请从该接口上移除 VIP，或选择另一台机器，然后重新规划。</translation>
    </message>
    <message>
        <source>The director has no address in the network of the real server %1.</source>
        <translation>调度器在真实服务器 %1 所在的网络中没有地址。</translation>
    </message>
    <message>
        <source>Replies would not come back to it, and it could not be the real server&apos;s gateway.</source>
        <translation>应答不会回到调度器，它也不能作为真实服务器的网关。</translation>
    </message>
    <message>
        <source>Give the director an address there, or choose another method.</source>
        <translation>请给调度器配置一个该网络中的地址，或选择另一种方法。</translation>
    </message>
    <message>
        <source>The interface for the VIP is down.</source>
        <translation>用于 VIP 的接口未启用。</translation>
    </message>
    <message>
        <source>The interface “%1”, which is to have the VIP, is down.</source>
        <translation>要配置 VIP 的接口“%1”未启用。</translation>
    </message>
    <message>
        <source>An address on it takes no packets. Nothing was changed.</source>
        <translation>其上的地址收不到数据包。未做任何更改。</translation>
    </message>
    <message>
        <source>Bring the interface up, or choose another one, and plan again.</source>
        <translation>请启用该接口或选择其他接口，然后重新制定计划。</translation>
    </message>
    <message>
        <source>The director&apos;s IPv6 default route comes from router advertisements%1.</source>
        <translation>调度器的 IPv6 默认路由来自路由器通告%1。</translation>
    </message>
    <message>
        <source>A machine that forwards IPv6 drops such a route unless accept_ra is 2, and the director would lose its way to the clients, and perhaps this console.</source>
        <translation>转发 IPv6 的机器会丢弃这样的路由，除非 accept_ra 为 2；调度器将失去通往客户端（也可能包括本控制台）的路径。</translation>
    </message>
    <message>
        <source>Set net.ipv6.conf.INTERFACE.accept_ra=2 for that interface and then net.ipv6.conf.all.forwarding=1 on the director, and plan again; or give it a route of its own.</source>
        <translation>请在调度器上为该接口设置 net.ipv6.conf.INTERFACE.accept_ra=2，再设置 net.ipv6.conf.all.forwarding=1，然后重新制定计划；或为它配置固定路由。</translation>
    </message>
    <message>
        <source>The firewall rule exists already.</source>
        <translation>该防火墙规则已经存在。</translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation>没有需要添加的。</translation>
    </message>
    <message>
        <source>The firewall rule does not exist.</source>
        <translation>该防火墙规则不存在。</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>没有需要移除的。</translation>
    </message>
    <message>
        <source>The kernel&apos;s packet filter refused%1.</source>
        <translation>内核的数据包过滤器拒绝了请求%1。</translation>
    </message>
    <message>
        <source>The rules of the firewall could not be read or changed.</source>
        <translation>无法读取或更改防火墙规则。</translation>
    </message>
    <message>
        <source>Check with “nft list ruleset” on the director whether its kernel has nftables.</source>
        <translation>在调度器上用“nft list ruleset”检查其内核是否有 nftables。</translation>
    </message>
    <message>
        <source>Somebody else has put rules into LVS Console&apos;s own firewall table.</source>
        <translation>有人在 LVS Console 自己的防火墙表中放入了规则。</translation>
    </message>
    <message>
        <source>To change the table would remove them. Nothing was changed.</source>
        <translation>更改该表会把它们移除。未做任何更改。</translation>
    </message>
    <message>
        <source>Look at them with “nft list table inet lvs-console”, and move them into a table of their own.</source>
        <translation>用“nft list table inet lvs-console”查看这些规则，并把它们移到单独的表中。</translation>
    </message>
    <message>
        <source>Another firewall rule of LVS Console gives some of these packets another mark: %1</source>
        <translation>LVS Console 的另一条防火墙规则会给其中一些数据包打上别的标记：%1</translation>
    </message>
    <message>
        <source>Which of the two marks a packet gets would depend on their order. Nothing was changed.</source>
        <translation>数据包得到哪个标记将取决于两条规则的顺序。未做任何更改。</translation>
    </message>
    <message>
        <source>Remove that rule first, or choose other ports.</source>
        <translation>请先删除那条规则，或选择其他端口。</translation>
    </message>
</context>
<context>
    <name>FileProblem</name>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>%1 could not be read%2.</source>
        <translation>无法读取 %1%2。</translation>
    </message>
    <message>
        <source>The file is missing, you may not read it, or it is no ordinary file.</source>
        <translation>文件不存在、您无权读取，或者它不是普通文件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2.</source>
        <translation>%1 大于 %2。</translation>
    </message>
    <message>
        <source>No rule file is that large, so that it was not opened.</source>
        <translation>规则文件不会这么大，因此没有打开。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: line %2 has other bytes.</source>
        <translation>%1 不是 UTF-8：第 %2 行含有其他字节。</translation>
    </message>
    <message>
        <source>It is in another encoding, or no text. It was not opened, so that nothing is lost.</source>
        <translation>它使用其他编码，或者不是文本。为避免丢失内容，没有打开。</translation>
    </message>
    <message>
        <source>Open it as Latin-1, which keeps every byte, or convert it first.</source>
        <translation>请以 Latin-1 打开（保留每个字节），或先转换编码。</translation>
    </message>
    <message>
        <source>%1 is no text: line %2 has characters that no text has.</source>
        <translation>%1 不是文本：第 %2 行含有文本中不会出现的字符。</translation>
    </message>
    <message>
        <source>It may be compressed, or a program. It was not opened.</source>
        <translation>它可能是压缩文件或程序，没有打开。</translation>
    </message>
    <message>
        <source>%1 could not be written%2.</source>
        <translation>无法写入 %1%2。</translation>
    </message>
    <message>
        <source>Nothing was changed: the old file, if there was one, is still there.</source>
        <translation>没有任何更改：原来的文件（如果有）仍在。</translation>
    </message>
    <message>
        <source>Look at the free space and at who may write there.</source>
        <translation>请检查可用空间和该位置的写入权限。</translation>
    </message>
    <message>
        <source>Latin-1 has no “%1”, which stands in line %2.</source>
        <translation>Latin-1 中没有第 %2 行的“%1”。</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>文件没有写入。</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or write something else.</source>
        <translation>请另存为 UTF-8，或改写这些字符。</translation>
    </message>
    <message>
        <source>%1 has a line that is too long: line %2 goes on at column %3.</source>
        <translation>%1 中有一行过长：第 %2 行到第 %3 列仍未结束。</translation>
    </message>
    <message>
        <source>No rule is that long, so that the file was not opened. It may be no rule file, or have lost its line ends.</source>
        <translation>没有这么长的规则，因此未打开该文件。它可能不是规则文件，或丢失了换行符。</translation>
    </message>
    <message>
        <source>Choose another file, or break the line first.</source>
        <translation>请选择其他文件，或先将该行拆开。</translation>
    </message>
    <message>
        <source>%1 was not written: another program has changed it.</source>
        <translation>%1 没有写入：它已被其他程序更改。</translation>
    </message>
    <message>
        <source>What is there now was left as it is.</source>
        <translation>现有内容保持原样。</translation>
    </message>
    <message>
        <source>Open it, or save under another name.</source>
        <translation>请打开该文件，或另存为其他名称。</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>Has no real server: every client is refused.</source>
        <translation>没有真实服务器：所有客户端都会被拒绝。</translation>
    </message>
    <message>
        <source>Every real server is drained: new connections are refused.</source>
        <translation>所有真实服务器都已排空：新连接会被拒绝。</translation>
    </message>
    <message>
        <source>Add a real server to it, or remove the service.</source>
        <translation>请添加真实服务器，或移除该服务。</translation>
    </message>
    <message>
        <source>Give at least one of them a weight above 0. Connections that are open stay.</source>
        <translation>请至少给其中一台设置大于 0 的权重。已打开的连接会保留。</translation>
    </message>
    <message>
        <source>New connections are not shared out as the scheduler promises.</source>
        <translation>新连接的分配与调度算法的承诺不符。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No virtual services yet: nobody is served. Add one on the Services page.</source>
        <translation>还没有虚拟服务，不为任何人服务。请在“服务”页添加。</translation>
    </message>
    <message>
        <source>Nothing stands out: every service takes new connections.</source>
        <translation>没有需要注意的问题：每个服务都接受新连接。</translation>
    </message>
    <message>
        <source>No real server answers (by probe): new connections fail.</source>
        <translation>没有真实服务器应答（探测结果）：新连接会失败。</translation>
    </message>
    <message>
        <source>Seen from the director by the last health check. The Services page shows what each server answered.</source>
        <translation>这是最近一次健康检查从调度器看到的结果。“服务”页显示每台服务器的应答。</translation>
    </message>
    <message>
        <source>No firewall rule that can be read gives its mark.</source>
        <translation>可读取的防火墙规则中没有设置它的标记的。</translation>
    </message>
    <message>
        <source>No firewall rule gives its mark: probably no packet reaches it.</source>
        <translation>没有防火墙规则设置它的标记：很可能没有数据包能到达它。</translation>
    </message>
    <message>
        <source>There is no such service, but a firewall rule of LVS Console leads to it: %1</source>
        <comment>rule</comment>
        <translation>没有这个服务，但 LVS Console 有一条防火墙规则指向它：%1</translation>
    </message>
    <message>
        <source>Add the rule with “Add marked service”: with a mark that has a service it adds the rule alone. Or add one of nftables or iptables that marks packets for the VIP before they reach IPVS (hook prerouting). What else can mark packets, such as traffic control (tc), is not looked at.</source>
        <translation>用“添加标记服务”添加规则：填入已有服务的标记时，只添加规则。也可以添加一条 nftables 或 iptables 规则，在数据包到达 IPVS 之前（prerouting 挂接点）给发往 VIP 的数据包打上标记。其他能打标记的机制（例如流量控制 tc）不在检查范围内。</translation>
    </message>
    <message>
        <source>Packets it marks come to another service if there is one for their address, or to the director itself. The Services page offers to remove the rule; with “Add service” the mark gets a service again.</source>
        <translation>被它打上标记的数据包会到达对应地址的其他服务（如果有），否则到达调度器本身。可以在“服务”页移除该规则；用“添加服务”可以重新为该标记建立服务。</translation>
    </message>
</context>
<context>
    <name>FirewallText</name>
    <message>
        <source>every IPv4 address</source>
        <translation>所有 IPv4 地址</translation>
    </message>
    <message>
        <source>every IPv6 address</source>
        <translation>所有 IPv6 地址</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>所有端口</translation>
    </message>
    <message numerus="yes">
        <source>port(s) %1</source>
        <translation>
            <numerusform>端口 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>LVS Console</source>
        <translation>LVS Console</translation>
    </message>
    <message>
        <source>nftables</source>
        <translation>nftables</translation>
    </message>
    <message>
        <source>iptables</source>
        <translation>iptables</translation>
    </message>
    <message>
        <source>legacy iptables</source>
        <translation>旧版 iptables</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a rule looks at, whose it is</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>所在位置：%1</translation>
    </message>
    <message>
        <source>It also looks at something else, such as an interface or a source, so not all of these packets get the mark.</source>
        <translation>它还检查其他条件，例如接口或来源，因此这些数据包并非全都会得到标记。</translation>
    </message>
    <message>
        <source>It sets only some bits of the mark: 0x%1.</source>
        <translation>它只设置标记中的部分位：0x%1。</translation>
    </message>
    <message>
        <source>It does not count its packets.</source>
        <translation>它不统计数据包。</translation>
    </message>
    <message>
        <source>Mark packets for %1 with %2</source>
        <comment>what a rule looks at, mark</comment>
        <translation>给发往 %1 的数据包打上标记 %2</translation>
    </message>
    <message>
        <source>Give what goes to %1 for %2 the source %3</source>
        <comment>network of the real servers, VIP, address</comment>
        <translation>把为 %2 发往 %1 的数据包的源地址改为 %3</translation>
    </message>
    <message>
        <source>%1 (%2): there, but can&apos;t be read</source>
        <comment>place of rules, whose they are</comment>
        <translation>%1（%2）：存在，但无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 packet(s) (%3)</source>
        <comment>what a rule looks at, how many, whose it is</comment>
        <translation>
            <numerusform>%1：%2 个数据包（%3）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → mark %2</source>
        <comment>what a rule looks at, mark</comment>
        <translation>%1 → 标记 %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rule(s)</source>
        <translation>
            <numerusform>… 以及另外 %n 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has marked %1 packet(s) with %2.</source>
        <translation>
            <numerusform>它已标记 %1 个数据包，共 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer mark packets for %1 with %2 (its counters are lost)</source>
        <comment>what a rule looks at, mark</comment>
        <translation>不再给发往 %1 的数据包打上标记 %2（其计数会丢失）</translation>
    </message>
    <message>
        <source>No longer give what goes to %1 for %2 the source %3 (its counters are lost)</source>
        <comment>network of the real servers, VIP, address</comment>
        <translation>不再把为 %2 发往 %1 的数据包的源地址改为 %3（其计数会丢失）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>place of rules, whose they are</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a command</comment>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>以及另外 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>This console can&apos;t read all rules of %1; they may lead to it. On the director they are shown by %2.</source>
        <comment>places of rules, commands</comment>
        <translation>本控制台无法读取 %1 中的全部规则；它们可能指向该服务。在调度器上可以用 %2 查看。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>from the director, %1 ago</source>
        <translation>从调度器查看，%1前</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no way there</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>无法理解</translation>
    </message>
    <message>
        <source>ping %1</source>
        <translation>ping %1</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Network: it answered a ping within %1.</source>
        <translation>网络层：在 %1 内应答了 ping。</translation>
    </message>
    <message>
        <source>Network: no answer to two pings within %1. A firewall may drop them.</source>
        <translation>网络层：%1 内没有应答两次 ping。防火墙可能丢弃了它们。</translation>
    </message>
    <message>
        <source>Network: no ping could be sent (%1).</source>
        <translation>网络层：无法发送 ping（%1）。</translation>
    </message>
    <message>
        <source>Transport: it took a TCP connection within %1.</source>
        <translation>传输层：在 %1 内接受了 TCP 连接。</translation>
    </message>
    <message>
        <source>Transport: it refused a TCP connection. Nobody listens on that port, or a firewall says so.</source>
        <translation>传输层：拒绝了 TCP 连接。该端口上没有程序监听，或者防火墙作此答复。</translation>
    </message>
    <message>
        <source>Transport: no answer to a TCP connection within %1. It is down, or a firewall drops the packets.</source>
        <translation>传输层：%1 内没有应答 TCP 连接。服务器已停机，或者防火墙丢弃了数据包。</translation>
    </message>
    <message>
        <source>Transport: there is no way to it (%1).</source>
        <translation>传输层：无法到达（%1）。</translation>
    </message>
    <message>
        <source>Application: HTTP status %1, %2 of content, within %3.</source>
        <translation>应用层：HTTP 状态 %1，内容 %2，用时 %3。</translation>
    </message>
    <message>
        <source>Application: it answered with something that is no HTTP.</source>
        <translation>应用层：应答的内容不是 HTTP。</translation>
    </message>
    <message>
        <source>Application: no answer by HTTP within %1.</source>
        <translation>应用层：%1 内没有 HTTP 应答。</translation>
    </message>
    <message>
        <source>Application: the request by HTTP failed (%1).</source>
        <translation>应用层：HTTP 请求失败（%1）。</translation>
    </message>
    <message>
        <source>Its packets come for the virtual address, and it may listen there alone: none of this says that it is down.</source>
        <translation>发给它的数据包以虚拟地址为目标，它可能只在该地址上监听：这些都不能说明它已停机。</translation>
    </message>
    <message>
        <source>Seen from the director at %1.</source>
        <translation>于 %1 从调度器查看。</translation>
    </message>
</context>
<context>
    <name>KeepalivedText</name>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>This quote is not closed on its line.</source>
        <translation>此引号在本行内没有闭合。</translation>
    </message>
    <message>
        <source>keepalived reads 1023 bytes of a line; this one has %1.</source>
        <translation>keepalived 每行只读 1023 字节；本行有 %1 字节。</translation>
    </message>
    <message>
        <source>A control character (%1).</source>
        <translation>控制字符（%1）。</translation>
    </message>
    <message>
        <source>This { belongs to no keyword.</source>
        <translation>此 { 不属于任何关键字。</translation>
    </message>
    <message>
        <source>There is no block for this } to close.</source>
        <translation>没有可由此 } 结束的块。</translation>
    </message>
    <message>
        <source>The block that begins here is not closed.</source>
        <translation>从这里开始的块没有结束。</translation>
    </message>
    <message>
        <source>Too many blocks inside each other: not read.</source>
        <translation>块的嵌套过深：未读取。</translation>
    </message>
    <message>
        <source>Depends on how keepalived was started (%1): left out here.</source>
        <translation>取决于 keepalived 的启动方式（%1）：此处略去。</translation>
    </message>
    <message>
        <source>A sequence: left out here.</source>
        <translation>序列：此处略去。</translation>
    </message>
    <message>
        <source>%1 stands for more than one word: left out here.</source>
        <translation>%1 代表多个词：此处略去。</translation>
    </message>
    <message>
        <source>%1 was not read.</source>
        <translation>未读取 %1。</translation>
    </message>
    <message>
        <source>%1 includes itself, or there are too many files.</source>
        <translation>%1 包含了自身，或者文件过多。</translation>
    </message>
    <message>
        <source>keepalived chooses the firewall marks of groups itself: left out here.</source>
        <translation>组的防火墙标记由 keepalived 自行选择：此处略去。</translation>
    </message>
    <message>
        <source>keepalived works in network namespace %1, on another table.</source>
        <translation>keepalived 在网络命名空间 %1 中工作，使用的是另一张表。</translation>
    </message>
    <message>
        <source>More services and servers than are read here (%1).</source>
        <translation>服务和服务器的数量超过此处读取的上限（%1）。</translation>
    </message>
    <message>
        <source>Unknown keyword %1.</source>
        <translation>未知关键字 %1。</translation>
    </message>
    <message>
        <source>Unknown keyword %1 in %2.</source>
        <translation>%2 中的未知关键字 %1。</translation>
    </message>
    <message>
        <source>A block in { } is missing.</source>
        <translation>缺少 { } 中的块。</translation>
    </message>
    <message>
        <source>%1 is missing, or has no value.</source>
        <translation>缺少 %1，或者它没有值。</translation>
    </message>
    <message>
        <source>%1 is nothing that %2 can be.</source>
        <translation>%2 不能是 %1。</translation>
    </message>
    <message>
        <source>%1 is not a number from %2 to %3.</source>
        <translation>%1 不是 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>%1 is not an address.</source>
        <translation>%1 不是地址。</translation>
    </message>
    <message>
        <source>%1 is not a range of addresses.</source>
        <translation>%1 不是地址范围。</translation>
    </message>
    <message>
        <source>There is no group %1.</source>
        <translation>没有名为 %1 的组。</translation>
    </message>
    <message>
        <source>Group %1 is empty.</source>
        <translation>组 %1 是空的。</translation>
    </message>
    <message>
        <source>A virtual server without real servers: keepalived leaves it out.</source>
        <translation>没有真实服务器的虚拟服务：keepalived 会略去它。</translation>
    </message>
    <message>
        <source>Only a tunnel may join IPv4 and IPv6: keepalived leaves this out.</source>
        <translation>只有隧道能连接 IPv4 与 IPv6：keepalived 会略去它。</translation>
    </message>
    <message>
        <source>This real server stands above already: keepalived leaves it out.</source>
        <translation>上面已有这台真实服务器：keepalived 会略去它。</translation>
    </message>
    <message>
        <source>%1 stands above already.</source>
        <translation>上面已有 %1。</translation>
    </message>
    <message>
        <source>These options don&apos;t fit the type of tunnel.</source>
        <translation>这些选项与隧道类型不符。</translation>
    </message>
    <message>
        <source>Without a protocol keepalived takes UDP.</source>
        <translation>未写协议时 keepalived 采用 UDP。</translation>
    </message>
    <message>
        <source>Without a scheduler keepalived takes wlc.</source>
        <translation>未写调度算法时 keepalived 采用 wlc。</translation>
    </message>
    <message>
        <source>Without a forwarding method keepalived takes NAT.</source>
        <translation>未写转发方式时 keepalived 采用 NAT。</translation>
    </message>
    <message>
        <source>Without a port keepalived makes the service persistent for 360 s.</source>
        <translation>没有端口时 keepalived 会使该服务保持持久连接 360 秒。</translation>
    </message>
    <message>
        <source>Only UDP can be scheduled packet by packet: keepalived drops ops.</source>
        <translation>只有 UDP 能逐包调度：keepalived 会忽略 ops。</translation>
    </message>
    <message>
        <source>DR and TUN leave the port alone: keepalived takes %1.</source>
        <translation>DR 和 TUN 不改变端口：keepalived 采用 %1。</translation>
    </message>
    <message>
        <source>A firewall mark has no protocol: keepalived ignores it.</source>
        <translation>防火墙标记没有协议：keepalived 会忽略它。</translation>
    </message>
    <message>
        <source>keepalived ignores the granularity of groups.</source>
        <translation>keepalived 忽略组的持久连接粒度。</translation>
    </message>
    <message>
        <source>%1 has no effect without its scheduler before it.</source>
        <translation>前面没有相应的调度算法时，%1 不起作用。</translation>
    </message>
    <message>
        <source>keepalived counts only the last part of an address: it may not get to the end of this range.</source>
        <translation>keepalived 只递增地址的最后一段：可能到不了此范围的末尾。</translation>
    </message>
    <message>
        <source>All weights together are %1: keepalived lowers the quorum.</source>
        <translation>权重之和为 %1：keepalived 会降低法定值（quorum）。</translation>
    </message>
    <message>
        <source>keepalived leaves out services without real servers.</source>
        <translation>keepalived 会略去没有真实服务器的服务。</translation>
    </message>
    <message>
        <source>keepalived refuses services whose servers are all drained.</source>
        <translation>keepalived 拒绝服务器全部被排空的服务。</translation>
    </message>
    <message>
        <source>keepalived does not know the protocol.</source>
        <translation>keepalived 不认识该协议。</translation>
    </message>
    <message>
        <source>keepalived does not know the scheduler %1.</source>
        <translation>keepalived 不认识调度算法 %1。</translation>
    </message>
    <message>
        <source>keepalived has no word for the flags.</source>
        <translation>keepalived 无法表达这些标志。</translation>
    </message>
    <message>
        <source>keepalived does not take this persistence.</source>
        <translation>keepalived 不接受这样的持久连接。</translation>
    </message>
    <message>
        <source>keepalived has no word for the forwarding method.</source>
        <translation>keepalived 无法表达该转发方式。</translation>
    </message>
    <message>
        <source>keepalived would replace the port of the server.</source>
        <translation>keepalived 会改掉服务器的端口。</translation>
    </message>
    <message>
        <source>Only a tunnel may join IPv4 and IPv6.</source>
        <translation>只有隧道能连接 IPv4 与 IPv6。</translation>
    </message>
    <message>
        <source>not in the configuration</source>
        <translation>不在配置中</translation>
    </message>
    <message>
        <source>the value is that of a variable</source>
        <translation>其值来自变量</translation>
    </message>
    <message>
        <source>the block makes other services, too, which would change with it</source>
        <translation>该块还生成其他服务，它们会随之改变</translation>
    </message>
    <message>
        <source>keepalived has no words for it</source>
        <translation>keepalived 无法表达</translation>
    </message>
    <message>
        <source>not about a service</source>
        <translation>与服务无关</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>存在与否</translation>
    </message>
    <message>
        <source>Nothing in the file explains it</source>
        <translation>文件中没有原因</translation>
    </message>
    <message>
        <source>A failed check may explain it</source>
        <translation>可能是健康检查失败</translation>
    </message>
    <message>
        <source>The sorry server stands in</source>
        <translation>由备用服务器（sorry_server）顶替</translation>
    </message>
    <message>
        <source>A check sets the weight</source>
        <translation>权重由检查设定</translation>
    </message>
    <message>
        <source>Not keepalived&apos;s</source>
        <translation>不属于 keepalived</translation>
    </message>
</context>
<context>
    <name>KernelText</name>
    <message>
        <source>Protocol %1</source>
        <translation>协议 %1</translation>
    </message>
    <message>
        <source>Scheduler %1</source>
        <translation>调度算法 %1</translation>
    </message>
    <message>
        <source>Persistence engine %1</source>
        <translation>持久引擎 %1</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Connection tracking</source>
        <translation>连接跟踪</translation>
    </message>
    <message>
        <source>FTP through NAT</source>
        <translation>经 NAT 的 FTP</translation>
    </message>
    <message>
        <source>IPVS</source>
        <translation>IPVS</translation>
    </message>
    <message>
        <source>persistence by the Call-ID of SIP</source>
        <translation>按 SIP 的 Call-ID 保持持久连接</translation>
    </message>
    <message>
        <source>IPsec</source>
        <translation>IPsec</translation>
    </message>
    <message>
        <source>virtual services with IPv6 addresses</source>
        <translation>使用 IPv6 地址的虚拟服务</translation>
    </message>
    <message>
        <source>FullNAT, and firewall rules on balanced connections</source>
        <translation>FullNAT，以及针对负载均衡连接的防火墙规则</translation>
    </message>
    <message>
        <source>data connections of FTP with masquerading</source>
        <translation>地址转换（NAT）下的 FTP 数据连接</translation>
    </message>
    <message>
        <source>the load balancer itself</source>
        <translation>负载均衡本身</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Module, not loaded</source>
        <translation>模块，未加载</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内建</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>This kernel was built without it: install one that was built with CONFIG_%1.</source>
        <translation>此内核编译时未包含它：请安装启用了 CONFIG_%1 的内核。</translation>
    </message>
    <message>
        <source>Nothing to do: the kernel loads it with the first service that uses it.</source>
        <translation>无需操作：第一个使用它的服务出现时，内核会自动加载。</translation>
    </message>
    <message>
        <source>Load it with: modprobe %1</source>
        <translation>加载命令：modprobe %1</translation>
    </message>
    <message>
        <source>The kernel&apos;s configuration could not be read: no file /boot/config of this release.</source>
        <translation>无法读取内核配置：没有此版本的 /boot/config 文件。</translation>
    </message>
    <message>
        <source>The size of the connection table is not known.</source>
        <translation>连接表的大小未知。</translation>
    </message>
    <message>
        <source>%1 buckets (2^%2): finding a connection is quick up to about %3 connections. There is no limit, but with more of them each packet takes longer.</source>
        <translation>%1 个桶（2^%2）：约 %3 个连接以内查找很快。连接数没有上限，但更多时每个数据包的处理时间会变长。</translation>
    </message>
    <message>
        <source>This kernel was built without IPVS.</source>
        <translation>此内核编译时不含 IPVS。</translation>
    </message>
    <message>
        <source>What this kernel was built with is not known.</source>
        <translation>不知道此内核编译时包含哪些部分。</translation>
    </message>
    <message>
        <source>The kernel has every part of IPVS.</source>
        <translation>内核具备 IPVS 的所有部分。</translation>
    </message>
    <message>
        <source>Missing in the kernel: %1</source>
        <translation>内核缺少：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MarkWarningText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>IPVS looks for a mark first: while the service of the mark is there, these packets no longer come to %1.</source>
        <translation>IPVS 先按标记查找：只要标记的服务存在，这些数据包就不再到达 %1。</translation>
    </message>
    <message>
        <source>A rule of %1 gives packets for %2 the mark %3. Which mark they keep depends on the order of the rules.</source>
        <comment>program, what the rule looks at, mark</comment>
        <translation>%1 的一条规则给发往 %2 的数据包打上标记 %3。最终保留哪个标记取决于规则的顺序。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Director and real servers in one network segment: no router in between</source>
        <translation>调度器与真实服务器在同一网段，中间没有路由器</translation>
    </message>
    <message>
        <source>Any: real servers may stand in other networks and other places</source>
        <translation>任意：真实服务器可以在其他网络、其他地点</translation>
    </message>
    <message>
        <source>Real servers usually in a network of their own behind the director</source>
        <translation>真实服务器通常在调度器后面自己的网络中</translation>
    </message>
    <message>
        <source>Any that the director can reach</source>
        <translation>调度器能到达的任意网络</translation>
    </message>
    <message>
        <source>Gateway of the real servers</source>
        <translation>真实服务器的网关</translation>
    </message>
    <message>
        <source>The usual router, not the director</source>
        <translation>平常的路由器，而不是调度器</translation>
    </message>
    <message>
        <source>The director (DIP)</source>
        <translation>调度器（DIP）</translation>
    </message>
    <message>
        <source>Any that leads back to the director</source>
        <translation>任意，只要能回到调度器</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Can be mapped</source>
        <translation>可以映射</translation>
    </message>
    <message>
        <source>Who carries the replies</source>
        <translation>由谁传送应答</translation>
    </message>
    <message>
        <source>Each real server itself: the director sees requests alone</source>
        <translation>各真实服务器自己：调度器只看到请求</translation>
    </message>
    <message>
        <source>The director: it is the bottleneck first</source>
        <translation>调度器：它最先成为瓶颈</translation>
    </message>
    <message>
        <source>Systems of the real servers</source>
        <translation>真实服务器的系统</translation>
    </message>
    <message>
        <source>Those that can have the VIP without answering ARP for it</source>
        <translation>能拥有 VIP 而不应答对它的 ARP 请求的系统</translation>
    </message>
    <message>
        <source>Those that take packets out of tunnels (IP in IP)</source>
        <translation>能解开隧道数据包（IP in IP）的系统</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Client&apos;s address at the real server</source>
        <translation>真实服务器看到的客户端地址</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Hidden: all come from an address of the director</source>
        <translation>被隐藏：都来自调度器的一个地址</translation>
    </message>
    <message>
        <source>Keeping sessions</source>
        <translation>保持会话</translation>
    </message>
    <message>
        <source>What an application remembers of a client must be where the client comes to. Persistence sends a client to the same real server for a while, but that server&apos;s failure still ends its sessions, and clients behind one address all go to one server. Sessions that are kept in a shared store, or copied between the servers, need neither.</source>
        <translation>应用程序记住的客户端信息必须在客户端所到之处。持久连接在一段时间内把客户端送到同一台真实服务器，但该服务器发生故障时会话仍会丢失，而且同一地址后面的客户端都会去同一台服务器。会话若保存在共享存储中，或在服务器之间复制，就不需要这样。</translation>
    </message>
    <message>
        <source>Shared files</source>
        <translation>共享文件</translation>
    </message>
    <message>
        <source>All real servers must give the same answer. Files that seldom change are copied to each (rsync); those that many write belong on shared storage (NFS, a cluster file system, an object store), which is then the next thing that may fail alone.</source>
        <translation>所有真实服务器必须给出相同的应答。很少改变的文件复制到每一台（rsync）；多方写入的文件应放在共享存储上（NFS、集群文件系统、对象存储），而它又成为下一个可能单独发生故障的部件。</translation>
    </message>
    <message>
        <source>Layer 4 or layer 7</source>
        <translation>四层还是七层</translation>
    </message>
    <message>
        <source>IPVS decides by addresses and ports, in the kernel, for very many connections. Where the choice depends on what is inside (the path of a URL, a cookie, the name in TLS), a proxy such as HAProxy or nginx is the right tool; several of them can be the real servers of IPVS.</source>
        <translation>IPVS 在内核中按地址和端口决定，能处理极多连接。如果选择取决于内容（URL 路径、cookie、TLS 中的名称），HAProxy 或 nginx 这样的代理才是合适的工具；多个这样的代理可以作为 IPVS 的真实服务器。</translation>
    </message>
    <message>
        <source>The director as a single point of failure</source>
        <translation>调度器是单点故障</translation>
    </message>
    <message>
        <source>However many real servers there are: when the director fails, so does the service. keepalived runs two directors, moves the VIP to the second one when the first is silent (VRRP), checks the real servers, and the sync daemon tells the second one of the connections there are.</source>
        <translation>无论有多少真实服务器：调度器发生故障，服务就中断。keepalived 运行两台调度器，当第一台没有声音时把 VIP 移到第二台（VRRP），并检查真实服务器；同步守护进程把现有的连接告诉第二台。</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>field, old value, new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>master</source>
        <translation>主</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度算法</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>持久连接</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>persistence engine</source>
        <translation>持久引擎</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>forwarding</source>
        <translation>转发方式</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>upper threshold</source>
        <translation>上限阈值</translation>
    </message>
    <message>
        <source>lower threshold</source>
        <translation>下限阈值</translation>
    </message>
    <message>
        <source>tunnel options</source>
        <translation>隧道选项</translation>
    </message>
    <message>
        <source>Drain %1 of %2: weight %3 → 0</source>
        <translation>排空 %2 的 %1：权重 %3 → 0</translation>
    </message>
    <message>
        <source>Edit %1 of %2: %3</source>
        <translation>编辑 %2 的 %1：%3</translation>
    </message>
    <message>
        <source>Add real server %1 to %2: %3, weight %4</source>
        <translation>向 %2 添加真实服务器 %1：%3，权重 %4</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TCP after FIN</source>
        <translation>TCP（FIN 之后）</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Set timeouts in seconds: %1</source>
        <translation>设置超时（秒）：%1</translation>
    </message>
    <message>
        <source>Add service %1: scheduler %2</source>
        <translation>添加虚拟服务 %1：调度算法 %2</translation>
    </message>
    <message>
        <source>Edit service %1: %2</source>
        <translation>编辑虚拟服务 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Remove service %1 with %Ln real server(s)</source>
        <translation>
            <numerusform>移除虚拟服务 %1 及其 %Ln 台真实服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove real server %1 from %2</source>
        <translation>从 %2 移除真实服务器 %1</translation>
    </message>
    <message>
        <source>Clear the whole table</source>
        <translation>清空整个表</translation>
    </message>
    <message>
        <source>Start the %1 sync daemon on %2</source>
        <translation>在 %2 上启动同步守护进程（%1）</translation>
    </message>
    <message>
        <source>Stop the %1 sync daemon</source>
        <translation>停止同步守护进程（%1）</translation>
    </message>
    <message>
        <source>Zero the counters of %1 (can&apos;t be undone)</source>
        <translation>将 %1 的计数器清零（无法撤销）</translation>
    </message>
    <message>
        <source>Zero all counters (can&apos;t be undone)</source>
        <translation>将所有计数器清零（无法撤销）</translation>
    </message>
    <message>
        <source>Set tunable %1: %2 → %3</source>
        <comment>name, old value, new value</comment>
        <translation>设置可调参数 %1：%2 → %3</translation>
    </message>
    <message>
        <source>Add address %1 to %2</source>
        <comment>address, interface</comment>
        <translation>在 %2 上添加地址 %1</translation>
    </message>
    <message>
        <source>Add address %1 to %2 (label %3)</source>
        <comment>address, interface, label</comment>
        <translation>在 %2 上添加地址 %1（标签 %3）</translation>
    </message>
    <message>
        <source>Remove address %1 from %2</source>
        <comment>address, interface</comment>
        <translation>从 %2 上删除地址 %1</translation>
    </message>
    <message>
        <source>Add route to %1 %2</source>
        <comment>destination, way</comment>
        <translation>添加到%1的路由：%2</translation>
    </message>
    <message>
        <source>Change route to %1: %2 → %3</source>
        <comment>destination, old way, new way</comment>
        <translation>更改到%1的路由：%2 → %3</translation>
    </message>
    <message>
        <source>Remove route to %1 %2</source>
        <comment>destination, way</comment>
        <translation>删除到%1的路由：%2</translation>
    </message>
    <message>
        <source>Add tunnel interface %1 that unpacks IP in IP for %2</source>
        <comment>interface, address</comment>
        <translation>添加隧道接口 %1，为 %2 解封装 IP-in-IP 数据包</translation>
    </message>
    <message>
        <source>Remove tunnel interface %1</source>
        <translation>删除隧道接口 %1</translation>
    </message>
    <message>
        <source>everywhere (default)</source>
        <translation>任意目的地（默认路由）</translation>
    </message>
    <message>
        <source>everywhere (IPv6 default)</source>
        <translation>任意目的地（IPv6 默认路由）</translation>
    </message>
    <message>
        <source>through %1 on %2</source>
        <comment>gateway, interface</comment>
        <translation>经 %1，接口 %2</translation>
    </message>
    <message>
        <source>directly on %1</source>
        <comment>interface</comment>
        <translation>直连，接口 %1</translation>
    </message>
</context>
<context>
    <name>OwnerText</name>
    <message>
        <source>%1 owns this table</source>
        <translation>此表归 %1 所有</translation>
    </message>
    <message>
        <source>%1 owns %2 of %3</source>
        <translation>%3 个服务中 %2 个归 %1 所有</translation>
    </message>
    <message>
        <source>%1 runs here</source>
        <translation>%1 在此运行</translation>
    </message>
    <message>
        <source>It keeps the table as it thinks it should be, and undoes what others change.</source>
        <translation>它按自己的配置维护此表，并撤销他人所做的更改。</translation>
    </message>
    <message>
        <source>Which services are keepalived&apos;s is not known:</source>
        <translation>不知道哪些服务归 keepalived：</translation>
    </message>
    <message numerus="yes">
        <source>%1 will undo %Ln of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 将撤销其中 %Ln 项更改。请改为修改它的配置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may undo %Ln of these changes. Change its configuration instead.</source>
        <translation>
            <numerusform>%1 可能会撤销其中 %Ln 项更改。请改为修改它的配置。</numerusform>
        </translation>
    </message>
    <message>
        <source>other owners not known</source>
        <translation>是否另有程序管理此表未知</translation>
    </message>
    <message>
        <source>The machine does not show all of its processes to this console: keepalived, ldirectord or another program that keeps the table may run there unseen, and undo what is changed here.</source>
        <translation>该机器没有向此控制台显示全部进程：keepalived、ldirectord 或其他管理此表的程序可能正在其上运行而不可见，并会撤销在这里所做的更改。</translation>
    </message>
    <message>
        <source>Whether another program keeps this table is not known.</source>
        <translation>不知道是否有其他程序维护此表。</translation>
    </message>
    <message>
        <source>No other program that keeps this table was found.</source>
        <translation>没有发现维护此表的其他程序。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>&amp;Services</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>Virtual services and their real servers</source>
        <translation>虚拟服务及其真实服务器</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Who is connected where, and which clients are tied to a real server</source>
        <translation>谁连接到哪里，以及哪些客户端被绑定到真实服务器</translation>
    </message>
    <message>
        <source>S&amp;ystem</source>
        <translation>系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Kernel support, timeouts, connection synchronisation and tunables</source>
        <translation>内核支持、超时、连接同步和可调参数</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Rule files: edit, check, compare and draft them</source>
        <translation>规则文件：编辑、检查、比较并起草</translation>
    </message>
    <message>
        <source>&amp;Traffic</source>
        <translation>流量(&amp;T)</translation>
    </message>
    <message>
        <source>Rates and connections over time, as graphs</source>
        <translation>以曲线图显示速率和连接数随时间的变化</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>What stands out, the busiest, and how the director stands</source>
        <translation>需要注意的问题、最繁忙的对象，以及调度器的状况</translation>
    </message>
    <message>
        <source>Real ser&amp;vers</source>
        <translation>真实服务器(&amp;V)</translation>
    </message>
    <message>
        <source>What DR, TUN and NAT need on director and real servers: set up, checked, taken back</source>
        <translation>DR、TUN 和 NAT 在调度器与真实服务器上所需的一切：设置、检查、撤回</translation>
    </message>
    <message>
        <source>Topolo&amp;gy</source>
        <translation>拓扑(&amp;G)</translation>
    </message>
    <message>
        <source>What stands where, as a diagram, and the way of a packet through it</source>
        <translation>以图显示各部分的位置，以及数据包经过的路径</translation>
    </message>
</context>
<context>
    <name>PastedMarks</name>
    <message>
        <source>LVS Console&apos;s firewall table has this rule already.</source>
        <translation>LVS Console 的防火墙表中已有这条规则。</translation>
    </message>
    <message>
        <source>The same rule stands in %1 (%2) already: the new one does nothing beside it.</source>
        <comment>place of a rule, whose it is</comment>
        <translation>%1（%2）中已有相同的规则：新规则不会再起作用。</translation>
    </message>
    <message>
        <source>This rule stands in %1 (%2), and LVS Console changes its own rules alone. Run the command on the director.</source>
        <comment>place of a rule, whose it is</comment>
        <translation>这条规则位于 %1（%2），而 LVS Console 只修改自己的规则。请在调度器上执行该命令。</translation>
    </message>
    <message>
        <source>LVS Console&apos;s firewall table has no such rule.</source>
        <translation>LVS Console 的防火墙表中没有这条规则。</translation>
    </message>
    <message>
        <source>Only a rule in LVS Console&apos;s own firewall table is removed. Whether it is there could not be read.</source>
        <translation>只会移除 LVS Console 自己防火墙表中的规则。无法读取它是否存在。</translation>
    </message>
</context>
<context>
    <name>PersistenceFields</name>
    <message>
        <source>Per firewall mark (PFWMC): all of a client&apos;s connections with this mark, whatever their address, port and protocol, meet one real server.</source>
        <translation>按防火墙标记（PFWMC）：同一客户端带此标记的所有连接，不论地址、端口和协议，都到同一台真实服务器。</translation>
    </message>
    <message>
        <source>Per client (PCC): all of a client&apos;s connections to this address, whatever their port, meet one real server.</source>
        <translation>按客户端（PCC）：同一客户端到此地址的所有连接，不论端口，都到同一台真实服务器。</translation>
    </message>
    <message>
        <source>Per port (PPC): a client&apos;s connections to this port meet one real server, and the data connections of FTP with them.</source>
        <translation>按端口（PPC）：同一客户端到此端口的连接都到同一台真实服务器，FTP 的数据连接也随之到那里。</translation>
    </message>
    <message>
        <source>Per port (PPC): a client&apos;s connections to this port meet one real server.</source>
        <translation>按端口（PPC）：同一客户端到此端口的连接都到同一台真实服务器。</translation>
    </message>
    <message>
        <source>Seconds after a client&apos;s last connection, %1 to %2.</source>
        <translation>客户端最后一个连接之后的秒数，%1 到 %2。</translation>
    </message>
    <message>
        <source>%1 s are %2 min.</source>
        <translation>%1 s 即 %2 分钟。</translation>
    </message>
    <message>
        <source>%1 s are %2 h.</source>
        <translation>%1 s 即 %2 小时。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>A mask such as 255.255.255.0, or a prefix length, 0 to 32.</source>
        <translation>掩码，例如 255.255.255.0，或前缀长度，0 到 32。</translation>
    </message>
    <message>
        <source>A prefix length, 1 to 128.</source>
        <translation>前缀长度，1 到 128。</translation>
    </message>
    <message>
        <source>Every client address counts for itself.</source>
        <translation>每个客户端地址单独计算。</translation>
    </message>
    <message>
        <source>Clients whose first %1 bits agree count as one.</source>
        <translation>前 %1 位相同的客户端算作一个。</translation>
    </message>
    <message>
        <source>None: clients are known by their address.</source>
        <translation>无：按地址识别客户端。</translation>
    </message>
    <message>
        <source>sip: calls are known by their Call-ID instead of the client&apos;s address, for SIP over UDP.</source>
        <translation>sip：按 Call-ID 而不是客户端地址识别呼叫，用于 UDP 上的 SIP。</translation>
    </message>
    <message>
        <source>Not one of the kernel&apos;s own.</source>
        <translation>不是内核自带的。</translation>
    </message>
</context>
<context>
    <name>RowExcerpt</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>RuleNote</name>
    <message>
        <source>-p without a number means 360 seconds, whatever the manual page says.</source>
        <translation>不带数字的 -p 表示 360 秒，与手册页的说法不同。</translation>
    </message>
    <message>
        <source>ipvsadm reads this address as %1.</source>
        <translation>ipvsadm 将此地址读作 %1。</translation>
    </message>
    <message>
        <source>ipvsadm reads this mask as %1, which has holes.</source>
        <translation>ipvsadm 将此掩码读作 %1，它不连续。</translation>
    </message>
    <message>
        <source>ipvsadm forgets the mask, because it stands before what makes the service IPv6.</source>
        <translation>掩码写在使服务成为 IPv6 的选项之前，ipvsadm 会丢弃它。</translation>
    </message>
    <message>
        <source>Without -p the mask has no effect.</source>
        <translation>没有 -p，掩码不起作用。</translation>
    </message>
    <message>
        <source>DR and TUN leave the port alone, so that ipvsadm uses port %1. Another port needs -m.</source>
        <translation>DR 和 TUN 不改变端口，因此 ipvsadm 使用端口 %1。其他端口需要 -m。</translation>
    </message>
    <message>
        <source>The port becomes 0, because -r stands before the service.</source>
        <translation>-r 写在服务之前，端口因此变为 0。</translation>
    </message>
    <message>
        <source>Without --mcast-interface the daemon runs on eth0.</source>
        <translation>没有 --mcast-interface 时，守护进程在 eth0 上运行。</translation>
    </message>
    <message>
        <source>An edit resets what it does not name. To keep it, add: %1</source>
        <translation>修改会重置未写明的设置。要保留它们，请加上：%1</translation>
    </message>
    <message>
        <source>This changes nothing.</source>
        <translation>这不会改变任何内容。</translation>
    </message>
    <message>
        <source>An edit without -g, -i or -m makes the server DR, whatever it was.</source>
        <translation>不带 -g、-i 或 -m 的修改会把服务器变成 DR，不管它原来是什么。</translation>
    </message>
    <message>
        <source>ipvsadm -R ends at a comment. ipvsadm-restore passes over lines that begin with #.</source>
        <translation>ipvsadm -R 遇到注释就结束。ipvsadm-restore 会跳过以 # 开头的行。</translation>
    </message>
    <message>
        <source>ipvsadm takes a comment behind a command for part of it, and stops.</source>
        <translation>ipvsadm 把命令后面的注释当作命令的一部分，并就此停止。</translation>
    </message>
    <message>
        <source>ipvsadm reads each line alone: a backslash joins no lines there.</source>
        <translation>ipvsadm 逐行单独读取：反斜杠在那里不会连接各行。</translation>
    </message>
    <message>
        <source>ipvsadm refuses brackets without a port. It reads %1.</source>
        <translation>ipvsadm 拒绝不带端口的方括号。它能读取的写法是 %1。</translation>
    </message>
    <message>
        <source>ipvsadm refuses this way to write a mask. It reads %1.</source>
        <translation>ipvsadm 拒绝这种掩码写法。它能读取的写法是 %1。</translation>
    </message>
    <message>
        <source>ipvsadm refuses hexadecimal marks. It reads %1.</source>
        <translation>ipvsadm 拒绝十六进制的标记。它能读取的写法是 %1。</translation>
    </message>
    <message>
        <source>ipvsadm passes over its own name, but not with a path before it.</source>
        <translation>ipvsadm 会跳过自己的名称，但前面带路径时不会。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, and ipvsadm refuses it.</source>
        <translation>文件以字节顺序标记（BOM）开头，ipvsadm 会拒绝它。</translation>
    </message>
    <message>
        <source>ipvsadm does not read the last line if two blanks and no line end follow it.</source>
        <translation>如果最后一行后面有两个空白而没有换行，ipvsadm 就不会读取这一行。</translation>
    </message>
</context>
<context>
    <name>RuleOption</name>
    <message numerus="yes">
        <source>in %Ln service(s)</source>
        <translation>
            <numerusform>在 %Ln 个虚拟服务中</numerusform>
        </translation>
    </message>
    <message>
        <source>add a virtual service</source>
        <translation>添加虚拟服务</translation>
    </message>
    <message>
        <source>replace the values of a virtual service</source>
        <translation>替换虚拟服务的设置</translation>
    </message>
    <message>
        <source>remove a virtual service with its real servers</source>
        <translation>移除虚拟服务及其真实服务器</translation>
    </message>
    <message>
        <source>add a real server</source>
        <translation>添加真实服务器</translation>
    </message>
    <message>
        <source>replace the values of a real server</source>
        <translation>替换真实服务器的设置</translation>
    </message>
    <message>
        <source>remove a real server</source>
        <translation>移除真实服务器</translation>
    </message>
    <message>
        <source>remove everything</source>
        <translation>移除全部</translation>
    </message>
    <message>
        <source>zero counters</source>
        <translation>计数器清零</translation>
    </message>
    <message>
        <source>timeouts of TCP, TCP FIN and UDP in seconds</source>
        <translation>TCP、TCP FIN 和 UDP 的超时（秒）</translation>
    </message>
    <message>
        <source>start a sync daemon: master or backup</source>
        <translation>启动同步守护进程：master 或 backup</translation>
    </message>
    <message>
        <source>stop a sync daemon: master or backup</source>
        <translation>停止同步守护进程：master 或 backup</translation>
    </message>
    <message>
        <source>TCP service: address and port</source>
        <translation>TCP 服务：地址和端口</translation>
    </message>
    <message>
        <source>UDP service: address and port</source>
        <translation>UDP 服务：地址和端口</translation>
    </message>
    <message>
        <source>SCTP service: address and port</source>
        <translation>SCTP 服务：地址和端口</translation>
    </message>
    <message>
        <source>service by firewall mark</source>
        <translation>按防火墙标记的服务</translation>
    </message>
    <message>
        <source>the firewall mark is for IPv6</source>
        <translation>防火墙标记用于 IPv6</translation>
    </message>
    <message>
        <source>scheduler</source>
        <translation>调度算法</translation>
    </message>
    <message>
        <source>persistence, with its timeout in seconds</source>
        <translation>持久连接及其超时（秒）</translation>
    </message>
    <message>
        <source>clients that persistence takes for one</source>
        <translation>持久连接视为同一客户端的范围</translation>
    </message>
    <message>
        <source>persistence engine</source>
        <translation>持久引擎</translation>
    </message>
    <message>
        <source>one-packet scheduling</source>
        <translation>单包调度</translation>
    </message>
    <message>
        <source>flags of the scheduler</source>
        <translation>调度算法的标志</translation>
    </message>
    <message>
        <source>real server: address and port</source>
        <translation>真实服务器：地址和端口</translation>
    </message>
    <message>
        <source>direct routing (DR)</source>
        <translation>直接路由（DR）</translation>
    </message>
    <message>
        <source>tunnelling (TUN)</source>
        <translation>隧道（TUN）</translation>
    </message>
    <message>
        <source>masquerading (NAT)</source>
        <translation>地址转换（NAT）</translation>
    </message>
    <message>
        <source>kind of tunnel</source>
        <translation>隧道类型</translation>
    </message>
    <message>
        <source>UDP port of a GUE tunnel</source>
        <translation>GUE 隧道的 UDP 端口</translation>
    </message>
    <message>
        <source>tunnel without checksum</source>
        <translation>隧道不带校验和</translation>
    </message>
    <message>
        <source>tunnel with checksum</source>
        <translation>隧道带校验和</translation>
    </message>
    <message>
        <source>tunnel with remote checksum offload</source>
        <translation>隧道使用远端校验和卸载</translation>
    </message>
    <message>
        <source>weight; 0 drains</source>
        <translation>权重；0 为排空</translation>
    </message>
    <message>
        <source>upper threshold of connections</source>
        <translation>连接数上限阈值</translation>
    </message>
    <message>
        <source>lower threshold of connections</source>
        <translation>连接数下限阈值</translation>
    </message>
    <message>
        <source>interface of the sync daemon</source>
        <translation>同步守护进程的接口</translation>
    </message>
    <message>
        <source>ID of the sync daemon</source>
        <translation>同步守护进程的 ID</translation>
    </message>
    <message>
        <source>multicast group</source>
        <translation>组播组</translation>
    </message>
    <message>
        <source>multicast port</source>
        <translation>组播端口</translation>
    </message>
    <message>
        <source>TTL of the multicast packets</source>
        <translation>组播包的 TTL</translation>
    </message>
    <message>
        <source>longest sync message in bytes</source>
        <translation>同步消息的最大长度（字节）</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>写作“%1”</translation>
    </message>
    <message>
        <source>End the line</source>
        <translation>结束该行</translation>
    </message>
    <message>
        <source>Join the lines</source>
        <translation>合并各行</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>删除“%1”</translation>
    </message>
</context>
<context>
    <name>SchedulerText</name>
    <message>
        <source>round robin: one after the other</source>
        <translation>轮询：依次分配</translation>
    </message>
    <message>
        <source>weighted round robin: in turn, as often as the weights say</source>
        <translation>加权轮询：按权重决定的次数依次分配</translation>
    </message>
    <message>
        <source>weighted least connections: fewest for their weight</source>
        <translation>加权最少连接：相对权重连接最少者优先</translation>
    </message>
    <message>
        <source>least connections</source>
        <translation>最少连接</translation>
    </message>
    <message>
        <source>source hashing: a client always meets the same server</source>
        <translation>源地址散列：同一客户端总是到同一台服务器</translation>
    </message>
    <message>
        <source>Maglev hashing: few clients move when servers change</source>
        <translation>Maglev 散列：服务器变动时只有少数客户端换服务器</translation>
    </message>
    <message>
        <source>shortest expected delay</source>
        <translation>最短期望延迟</translation>
    </message>
    <message>
        <source>never queue: an idle server first</source>
        <translation>不排队：空闲服务器优先</translation>
    </message>
    <message>
        <source>destination hashing</source>
        <translation>目标地址散列</translation>
    </message>
    <message>
        <source>failover: the available server with the highest weight</source>
        <translation>故障切换：权重最高的可用服务器</translation>
    </message>
    <message>
        <source>overflow: the highest weight until its connections reach it</source>
        <translation>溢出：先用权重最高者，直到其连接数达到权重</translation>
    </message>
    <message>
        <source>locality-based least connections</source>
        <translation>基于局部性的最少连接</translation>
    </message>
    <message>
        <source>locality-based least connections with replication</source>
        <translation>带复制的基于局部性的最少连接</translation>
    </message>
    <message>
        <source>twos: the better of two random choices</source>
        <translation>twos：随机选两台，取较优者</translation>
    </message>
    <message>
        <source>Good for equal servers and short, similar requests. Not where servers differ: it sees neither weight nor load.</source>
        <translation>适合性能相同的服务器和短而相似的请求。不适合性能不同的服务器：它既不看权重也不看负载。</translation>
    </message>
    <message>
        <source>Good for unequal servers and short, similar requests. Not for long connections: it does not see how many a server still holds.</source>
        <translation>适合性能不同的服务器和短而相似的请求。不适合长连接：它不看服务器还保持着多少连接。</translation>
    </message>
    <message>
        <source>Good for most services, above all with long or uneven connections. Not where a server that was just added must not get all new connections at first.</source>
        <translation>适合大多数服务，尤其是长短不一的连接。不适合新加入的服务器不宜一开始就接收全部新连接的场合。</translation>
    </message>
    <message>
        <source>Good for long or uneven connections on equal servers. Not where servers differ: it does not see weights.</source>
        <translation>适合性能相同的服务器上长短不一的连接。不适合性能不同的服务器：它不看权重。</translation>
    </message>
    <message>
        <source>Good where clients must stay with their server without any memory on the director. Not for clients behind one proxy: they all meet the same server.</source>
        <translation>适合客户端须固定到一台服务器、而调度器不必记忆的场合。不适合同一代理后面的客户端：它们全都到同一台服务器。</translation>
    </message>
    <message>
        <source>Good for several directors side by side, which all choose alike. Not for clients behind one proxy: they all meet the same server.</source>
        <translation>适合并列的多台调度器，它们的选择一致。不适合同一代理后面的客户端：它们全都到同一台服务器。</translation>
    </message>
    <message>
        <source>Good for TCP on few servers of very different weight: slow ones wait until fast ones have work. Not for UDP, whose connections never count as active.</source>
        <translation>适合权重相差很大的少数服务器上的 TCP：快的有负载后才用慢的。不适合 UDP：其连接从不算作活动连接。</translation>
    </message>
    <message>
        <source>Good for TCP with few and long requests, which no idle server should miss. Not for UDP, whose connections never count as active.</source>
        <translation>适合请求少而长、不应让服务器空闲的 TCP。不适合 UDP：其连接从不算作活动连接。</translation>
    </message>
    <message>
        <source>Good for caches behind a firewall mark that covers many addresses: each has its cache. Not for a single VIP.</source>
        <translation>适合涵盖许多地址的防火墙标记后面的缓存：每个地址各有其缓存。不适合单个 VIP。</translation>
    </message>
    <message>
        <source>Good for a standby that gets nothing until the others are gone. Not for sharing load.</source>
        <translation>适合备用服务器：其他服务器都不可用时才启用。不适合分担负载。</translation>
    </message>
    <message>
        <source>Good for filling one server before the next is used; the weight is its number of active connections. Not for UDP, which has none.</source>
        <translation>适合先用满一台再用下一台；权重就是它的活动连接数。不适合没有活动连接的 UDP。</translation>
    </message>
    <message>
        <source>Good for caches behind a firewall mark that covers many addresses, moving them away from a busy server. Not for a single VIP.</source>
        <translation>适合涵盖许多地址的防火墙标记后面的缓存，会把地址从繁忙的服务器移走。不适合单个 VIP。</translation>
    </message>
    <message>
        <source>As lblc, with several caches for an address in demand. Not for a single VIP.</source>
        <translation>同 lblc，但热门地址可有多个缓存。不适合单个 VIP。</translation>
    </message>
    <message>
        <source>Good for many servers and several directors that do not see each other’s load. Not for few servers, which wlc fills more evenly.</source>
        <translation>适合服务器很多、多台调度器互不知晓负载的场合。不适合服务器很少时：wlc 分配得更均匀。</translation>
    </message>
    <message>
        <source>%1 does not look at weights; only 0 counts, which drains the server.</source>
        <translation>%1 不看权重；只有 0 有意义，表示排空服务器。</translation>
    </message>
    <message>
        <source>The server with the highest weight gets everything; 0 drains it.</source>
        <translation>权重最高的服务器接收全部连接；0 表示排空。</translation>
    </message>
    <message>
        <source>Active connections the server gets before the next one is used; 0 drains it.</source>
        <translation>使用下一台之前该服务器接收的活动连接数；0 表示排空。</translation>
    </message>
    <message>
        <source>Its part of new connections, relative to the other servers; 0 drains it.</source>
        <translation>相对于其他服务器，它在新连接中所占的部分；0 表示排空。</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Replies go back through the director, which must be the real server&apos;s gateway.</source>
        <translation>应答经调度器返回，调度器必须是真实服务器的网关。</translation>
    </message>
    <message>
        <source>Same network segment; the real server has the VIP on lo and answers clients directly.</source>
        <translation>同一网段；真实服务器在 lo 上配置 VIP，并直接应答客户端。</translation>
    </message>
    <message>
        <source>Any network; the real server unpacks the tunnel and answers clients directly.</source>
        <translation>任意网络；真实服务器解开隧道，并直接应答客户端。</translation>
    </message>
    <message>
        <source>0 to %1. %2</source>
        <comment>range and meaning of a number</comment>
        <translation>0 到 %1。%2</translation>
    </message>
    <message>
        <source>New connections again below this many, at most the upper threshold.</source>
        <translation>低于此数时重新接收新连接，不大于上限阈值。</translation>
    </message>
    <message>
        <source>0 means three quarters of it.</source>
        <translation>0 表示上限的四分之三。</translation>
    </message>
    <message>
        <source>0 means three quarters of it: %1.</source>
        <translation>0 表示上限的四分之三：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ServiceColumns</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no real servers</source>
        <translation>没有真实服务器</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Service / real server</source>
        <translation>虚拟服务 / 真实服务器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>持久连接</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动连接</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>非活动连接</translation>
    </message>
    <message>
        <source>Conns/s</source>
        <translation>连接/秒</translation>
    </message>
    <message>
        <source>In B/s</source>
        <translation>入站 B/秒</translation>
    </message>
    <message>
        <source>Out B/s</source>
        <translation>出站 B/秒</translation>
    </message>
    <message>
        <source>In pkts/s</source>
        <translation>入站 包/秒</translation>
    </message>
    <message>
        <source>Out pkts/s</source>
        <translation>出站 包/秒</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>连接模板</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>The kernel&apos;s estimate: smoothed over about 7 seconds, renewed every 2 seconds.</source>
        <translation>内核的估计值：约 7 秒平滑，每 2 秒更新。</translation>
    </message>
    <message>
        <source>Virtual address and port, or firewall mark, of a service; below it its real servers.</source>
        <translation>服务的虚拟地址和端口，或防火墙标记；下方是其真实服务器。</translation>
    </message>
    <message>
        <source>How a service chooses a real server, and how packets reach it.</source>
        <translation>服务如何选择真实服务器，以及数据包如何到达它。</translation>
    </message>
    <message>
        <source>How long a client keeps meeting the same real server after its last connection.</source>
        <translation>客户端最后一次连接之后，多长时间内仍到达同一真实服务器。</translation>
    </message>
    <message>
        <source>The real server&apos;s part of new connections, relative to the others. 0 drains it.</source>
        <translation>真实服务器相对其他服务器分得的新连接比例。0 表示排空。</translation>
    </message>
    <message>
        <source>Connections in the established state, counted by the kernel now.</source>
        <translation>内核当前统计的已建立连接。</translation>
    </message>
    <message>
        <source>Connections in any other state, such as waiting to be forgotten.</source>
        <translation>处于其他状态的连接，例如等待超时。</translation>
    </message>
    <message>
        <source>New connections per second.</source>
        <translation>每秒新连接数。</translation>
    </message>
    <message>
        <source>Bytes per second from clients, IP packets without link header.</source>
        <translation>每秒来自客户端的字节数，IP 数据包，不含链路层头部。</translation>
    </message>
    <message>
        <source>Packets per second from clients.</source>
        <translation>每秒来自客户端的数据包数。</translation>
    </message>
    <message>
        <source>Connection templates: clients pinned to the real server by persistence.</source>
        <translation>连接模板：因持久连接而固定到该真实服务器的客户端。</translation>
    </message>
    <message>
        <source>Lower and upper limit of connections; above the upper one the server gets no new ones.</source>
        <translation>连接数的下限和上限；超过上限后不再分配新连接。</translation>
    </message>
    <message>
        <source>Connections scheduled since the counters were zeroed.</source>
        <translation>计数器清零以来调度的连接数。</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已排空</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>to be added</source>
        <translation>待添加</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>待移除</translation>
    </message>
    <message>
        <source>changed outside</source>
        <translation>外部更改</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Your remark, kept by this console (Ctrl+M).</source>
        <translation>您的备注，由本控制台保存（Ctrl+M）。</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Part of new connections that the real server received, of the part that the scheduler promises it.</source>
        <translation>真实服务器实际得到的新连接份额，以及调度算法承诺的份额。</translation>
    </message>
    <message>
        <source>New connections per second over the last %1, each row on a scale of its own.</source>
        <translation>最近 %1 内每秒的新连接数，每行使用各自的刻度。</translation>
    </message>
    <message>
        <source>Bytes per second to clients.</source>
        <translation>每秒发往客户端的字节数。</translation>
    </message>
    <message>
        <source>Packets per second to clients.</source>
        <translation>每秒发往客户端的数据包数。</translation>
    </message>
    <message>
        <source>failing (by probe)</source>
        <translation>异常（探测）</translation>
    </message>
    <message>
        <source>Serving: has a weight above 0. Drained: weight 0, keeps its connections and gets no new ones. Unreachable or failing: what the last health check found.</source>
        <translation>服务中：权重大于 0。已排空：权重为 0，保留已有连接，不再接受新连接。不可达或异常：最近一次健康检查的结果。</translation>
    </message>
    <message>
        <source>unreachable (by probe)</source>
        <translation>不可达（探测）</translation>
    </message>
</context>
<context>
    <name>SetupCheckText</name>
    <message>
        <source>This console has no connection to the machine, and does not know.</source>
        <translation>本控制台没有到该机器的连接，无从得知。</translation>
    </message>
    <message>
        <source>Seen on %1.</source>
        <comment>name of a machine</comment>
        <translation>在 %1 上所见。</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>符合要求</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value, meaning</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Port of the real server</source>
        <translation>真实服务器的端口</translation>
    </message>
    <message>
        <source>Address of the real server</source>
        <translation>真实服务器的地址</translation>
    </message>
    <message>
        <source>Same network as the director</source>
        <translation>与调度器在同一网络</translation>
    </message>
    <message>
        <source>VIP on the director</source>
        <translation>调度器上的 VIP</translation>
    </message>
    <message>
        <source>Director forwards</source>
        <translation>调度器转发数据包</translation>
    </message>
    <message>
        <source>Connection tracking of IPVS</source>
        <translation>IPVS 的连接跟踪</translation>
    </message>
    <message>
        <source>arp_ignore in force on %1</source>
        <comment>interface</comment>
        <translation>%1 上生效的 arp_ignore</translation>
    </message>
    <message>
        <source>arp_announce in force on %1</source>
        <comment>interface</comment>
        <translation>%1 上生效的 arp_announce</translation>
    </message>
    <message>
        <source>ARP settings of lo</source>
        <translation>lo 的 ARP 设置</translation>
    </message>
    <message>
        <source>VIP on the real server</source>
        <translation>真实服务器上的 VIP</translation>
    </message>
    <message>
        <source>Prefix of the VIP</source>
        <translation>VIP 的前缀</translation>
    </message>
    <message>
        <source>VIP where ARP is answered</source>
        <translation>会应答 ARP 的接口上的 VIP</translation>
    </message>
    <message>
        <source>Tunnel interface</source>
        <translation>隧道接口</translation>
    </message>
    <message>
        <source>rp_filter in force on %1</source>
        <comment>interface</comment>
        <translation>%1 上生效的 rp_filter</translation>
    </message>
    <message>
        <source>Default gateway</source>
        <translation>默认网关</translation>
    </message>
    <message>
        <source>ICMP redirects of the director</source>
        <translation>调度器的 ICMP 重定向</translation>
    </message>
    <message>
        <source>Service in the IPVS table</source>
        <translation>IPVS 表中的虚拟服务</translation>
    </message>
    <message>
        <source>Real server in the IPVS table</source>
        <translation>IPVS 表中的真实服务器</translation>
    </message>
    <message>
        <source>answers for every address of the machine</source>
        <translation>应答本机的任何地址</translation>
    </message>
    <message>
        <source>answers only for addresses of the interface asked</source>
        <translation>只应答收到请求的接口上的地址</translation>
    </message>
    <message>
        <source>the same, and only to askers of its subnet</source>
        <translation>同上，且只应答同一子网的询问者</translation>
    </message>
    <message>
        <source>answers for all addresses but those of scope host</source>
        <translation>应答除 host 范围以外的所有地址</translation>
    </message>
    <message>
        <source>reserved, works as 0</source>
        <translation>保留值，作用同 0</translation>
    </message>
    <message>
        <source>never answers, not even for the real server&apos;s own address</source>
        <translation>从不应答，连真实服务器自己的地址也不应答</translation>
    </message>
    <message>
        <source>not a value of the kernel&apos;s, works as 0</source>
        <translation>不是内核的取值，作用同 0</translation>
    </message>
    <message>
        <source>names the packet&apos;s source, so the VIP</source>
        <translation>用数据包的源地址，即 VIP</translation>
    </message>
    <message>
        <source>names the packet&apos;s source where it is of the subnet, as the VIP often is</source>
        <translation>源地址在该子网内时用源地址，VIP 常常如此</translation>
    </message>
    <message>
        <source>names an address of the interface it asks on</source>
        <translation>用发出请求的接口的地址</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>不是 %1</translation>
    </message>
    <message>
        <source>DR and TUN leave the port of a packet as it is, so the real server has to listen on the service&apos;s.</source>
        <translation>DR 和 TUN 不改变数据包的端口，因此真实服务器必须监听虚拟服务的端口。</translation>
    </message>
    <message>
        <source>The connection leads to the machine that the director knows as this real server.</source>
        <translation>该连接通往调度器所认识的这台真实服务器。</translation>
    </message>
    <message>
        <source>DR only changes the hardware address of a packet, and no router takes it further.</source>
        <translation>DR 只改变数据包的硬件地址，没有路由器会继续转送它。</translation>
    </message>
    <message>
        <source>The director takes packets for the VIP and answers ARP for it.</source>
        <translation>调度器接收发往 VIP 的数据包，并应答对它的 ARP 请求。</translation>
    </message>
    <message>
        <source>Replies of the real servers pass through the director, which sends them on only with ip_forward.</source>
        <translation>真实服务器的应答经过调度器，只有开启 ip_forward 它才会转送。</translation>
    </message>
    <message>
        <source>SNAT, which makes FullNAT of masquerading, sees IPVS&apos;s connections only with it.</source>
        <translation>SNAT 使地址转换成为 FullNAT，只有开启它才能看到 IPVS 的连接。</translation>
    </message>
    <message>
        <source>The real server has the VIP and must not answer who asks the network for it. The greater value of “all” and the interface holds.</source>
        <translation>真实服务器拥有 VIP，但不得应答网络中对它的询问。以“all”与该接口两者中较大的值为准。</translation>
    </message>
    <message>
        <source>In its own requests the real server must not say that the VIP is at its hardware address. The greater value of “all” and the interface holds.</source>
        <translation>真实服务器在自己的请求中不得声称 VIP 位于它的硬件地址。以“all”与该接口两者中较大的值为准。</translation>
    </message>
    <message>
        <source>What is set for lo has no effect on the VIP, as no ARP request comes in on lo. Many instructions set it all the same; it does no harm.</source>
        <translation>对 lo 的设置不影响 VIP，因为 lo 上不会收到 ARP 请求。许多教程仍然设置它，并无害处。</translation>
    </message>
    <message>
        <source>The real server takes packets for the VIP as its own.</source>
        <translation>真实服务器把发往 VIP 的数据包当作自己的接收。</translation>
    </message>
    <message>
        <source>On lo the VIP is to stand alone, as a /32 or /128.</source>
        <translation>在 lo 上 VIP 应为单个地址，即 /32 或 /128。</translation>
    </message>
    <message>
        <source>On an interface of the network the VIP is announced, whatever arp_ignore says.</source>
        <translation>VIP 若在连接网络的接口上，不论 arp_ignore 如何都会被通告。</translation>
    </message>
    <message>
        <source>Takes the packets out of the director&apos;s tunnel.</source>
        <translation>从调度器的隧道中取出数据包。</translation>
    </message>
    <message>
        <source>A packet out of the tunnel seems to come from the wrong side; strict rp_filter drops it. The greater value of “all” and the interface holds.</source>
        <translation>从隧道取出的数据包看似来自错误的方向，严格的 rp_filter 会丢弃它。以“all”与该接口两者中较大的值为准。</translation>
    </message>
    <message>
        <source>The way that replies take to the clients.</source>
        <translation>应答回到客户端所走的路。</translation>
    </message>
    <message>
        <source>Where all are in one network, a redirect would tell real servers a way past the director.</source>
        <translation>若都在同一网络，重定向会告诉真实服务器一条绕过调度器的路。</translation>
    </message>
    <message>
        <source>IPVS balances what comes to the VIP.</source>
        <translation>IPVS 分配发往 VIP 的数据包。</translation>
    </message>
    <message>
        <source>IPVS sends clients to this real server.</source>
        <translation>IPVS 把客户端分配到这台真实服务器。</translation>
    </message>
    <message>
        <source>Replies go to the director, which takes them for forged, as they come from its own VIP, and drops them: clients wait in vain.</source>
        <translation>应答发往调度器，因其源地址是调度器自己的 VIP 而被视为伪造并丢弃：客户端白白等待。</translation>
    </message>
    <message>
        <source>Replies go to the director. If it forwards IPv6, it carries what this method was to spare it; if not, it drops them, and clients wait in vain.</source>
        <translation>应答发往调度器。如果调度器转发 IPv6，它就要承担这种方式本来替它省去的流量；如果不转发，应答被丢弃，客户端白白等待。</translation>
    </message>
    <message>
        <source>Replies pass the director by. Clients get them from an address that they never asked, and drop them.</source>
        <translation>应答绕过调度器。客户端收到来自从未联系过的地址的应答，将其丢弃。</translation>
    </message>
    <message>
        <source>Packets come to the real server on the port of the service, where nothing listens.</source>
        <translation>数据包以虚拟服务的端口到达真实服务器，而那里没有程序监听。</translation>
    </message>
    <message>
        <source>What is changed over this connection would happen on another machine than the real server.</source>
        <translation>经此连接所做的更改会发生在真实服务器以外的机器上。</translation>
    </message>
    <message>
        <source>The packet goes to a router, which sends it back to the director: the real server gets nothing.</source>
        <translation>数据包到达路由器，又被送回调度器：真实服务器什么也收不到。</translation>
    </message>
    <message>
        <source>Nobody answers for the VIP, so no client&apos;s packet comes to the director.</source>
        <translation>没有机器应答 VIP，客户端的数据包到不了调度器。</translation>
    </message>
    <message>
        <source>Replies end at the director. Clients wait in vain, and connections stay half open.</source>
        <translation>应答止于调度器。客户端白白等待，连接停留在半开状态。</translation>
    </message>
    <message>
        <source>Replies miss the SNAT rule: the real server answers the client directly, or not at all.</source>
        <translation>应答不经过 SNAT 规则：真实服务器直接应答客户端，或根本不应答。</translation>
    </message>
    <message>
        <source>The real server no longer answers for its own address either, and the director loses it.</source>
        <translation>真实服务器连自己的地址也不再应答，调度器会找不到它。</translation>
    </message>
    <message>
        <source>The real server answers for the VIP. Some clients go past the director straight to it, and balancing is over, now and then or for good.</source>
        <translation>真实服务器应答 VIP。部分客户端会绕过调度器直接访问它，负载分配时而或永久失效。</translation>
    </message>
    <message>
        <source>When it answers a client, the neighbours learn that the VIP is at the real server, and send the next packets there instead of to the director.</source>
        <translation>它应答客户端时，邻居会以为 VIP 在这台真实服务器上，之后的数据包便发往它而不是调度器。</translation>
    </message>
    <message>
        <source>The real server drops packets for the VIP as not meant for it: its share of the clients waits in vain.</source>
        <translation>真实服务器把发往 VIP 的数据包当作与己无关而丢弃：分配给它的客户端白白等待。</translation>
    </message>
    <message>
        <source>The machine takes the whole network for its own: it can&apos;t reach the director, the router or any neighbour.</source>
        <translation>机器把整个网络当作自己的：无法连到调度器、路由器或任何邻居。</translation>
    </message>
    <message>
        <source>The real server answers for the VIP, and clients go past the director straight to it.</source>
        <translation>真实服务器应答 VIP，客户端会绕过调度器直接访问它。</translation>
    </message>
    <message>
        <source>Nothing unpacks what the director sends: its share of the clients waits in vain.</source>
        <translation>没有接口拆开调度器发来的数据包：分配给它的客户端白白等待。</translation>
    </message>
    <message>
        <source>Packets are unpacked and then dropped without a word.</source>
        <translation>数据包被拆开后，又被无声地丢弃。</translation>
    </message>
    <message>
        <source>A real server may be told to answer clients directly; they get replies from an address that they never asked.</source>
        <translation>真实服务器可能被告知直接应答客户端，客户端会收到来自从未联系过的地址的应答。</translation>
    </message>
    <message>
        <source>Nothing balances what comes to the VIP.</source>
        <translation>发往 VIP 的数据包没有被分配。</translation>
    </message>
    <message>
        <source>No client is sent to this real server.</source>
        <translation>没有客户端被分配到这台真实服务器。</translation>
    </message>
    <message>
        <source>Let the real server listen on the service&apos;s port, or choose NAT.</source>
        <translation>请让真实服务器监听服务的端口，或选择 NAT。</translation>
    </message>
    <message>
        <source>Choose the connection that leads to the real server, or correct its address.</source>
        <translation>选择通往该真实服务器的连接，或改正其地址。</translation>
    </message>
    <message>
        <source>Choose TUN or NAT, or bring both into one network.</source>
        <translation>请选择 TUN 或 NAT，或将两者置于同一网络。</translation>
    </message>
    <message>
        <source>Take the VIP off there, and set up again.</source>
        <translation>从那里移除 VIP，然后重新配置。</translation>
    </message>
    <message>
        <source>Give the real server the usual router as its default gateway; set up again with that router.</source>
        <translation>把通常的路由器设为真实服务器的默认网关；用该路由器重新配置。</translation>
    </message>
    <message>
        <source>A rule of routing (ip rule) leads these replies by a table of its own: correct the default route there, or take the rule away.</source>
        <translation>一条路由规则（ip rule）让这些应答走另一张路由表：请在那张表里改正默认路由，或者去掉该规则。</translation>
    </message>
    <message>
        <source>Set up again: the default route is turned to the director.</source>
        <translation>重新配置：默认路由将指向调度器。</translation>
    </message>
    <message>
        <source>Set up again: it does what is missing, and nothing else.</source>
        <translation>重新配置：只补上缺少的部分。</translation>
    </message>
    <message>
        <source>default route</source>
        <translation>默认路由</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>evidence: name, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Evidence: %1.</source>
        <translation>依据：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) wrong</source>
        <translation>
            <numerusform>%Ln 项有误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing wrong, %Ln not known</source>
        <translation>
            <numerusform>没有错误，%Ln 项未知</numerusform>
        </translation>
    </message>
    <message>
        <source>all as it should be</source>
        <translation>全部符合要求</translation>
    </message>
    <message>
        <source>arp_ignore in force</source>
        <translation>生效的 arp_ignore</translation>
    </message>
    <message>
        <source>arp_announce in force</source>
        <translation>生效的 arp_announce</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>value, its meaning</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Rule that sets the mark</source>
        <translation>设置标记的规则</translation>
    </message>
    <message>
        <source>Source that the real server sees</source>
        <translation>真实服务器看到的源地址</translation>
    </message>
    <message>
        <source>The packet filter gives packets for the VIP the mark before IPVS sees them: the service takes what has it, and nothing else.</source>
        <translation>包过滤器在 IPVS 处理之前给发往 VIP 的数据包打上标记：该服务只接收带有此标记的数据包。</translation>
    </message>
    <message>
        <source>A rule of the director&apos;s packet filter makes one of its own addresses the source of what it sends to the real server, so that replies come back to it. Rules of other programs count where they are for all clients; what else they ask for is not known.</source>
        <translation>调度器包过滤器中的一条规则把调度器自己的一个地址作为发往真实服务器的数据包的源地址，使应答回到调度器。其他程序的规则只要针对所有客户端也算数；它们还要求什么则不得而知。</translation>
    </message>
    <message>
        <source>Packets without the mark pass the service by: clients of such a port are refused, or served by the director itself.</source>
        <translation>没有标记的数据包不会进入该服务：访问这类端口的客户端会被拒绝，或由调度器自己应答。</translation>
    </message>
    <message>
        <source>The real server sees the client, and answers past the director. Clients get replies from an address that they never asked, and drop them.</source>
        <translation>真实服务器看到的是客户端地址，应答会绕过调度器。客户端收到来自从未请求过的地址的应答，会将其丢弃。</translation>
    </message>
    <message>
        <source>Replies go to an address that the director does not have: clients wait in vain.</source>
        <translation>应答发往调度器没有的地址：客户端一直等不到应答。</translation>
    </message>
    <message>
        <source>Set up again and name the ports, or let the program that sets marks do it.</source>
        <translation>请重新设置并指定端口，或由负责打标记的程序来完成。</translation>
    </message>
    <message>
        <source>Set up again: it adds the rule for these ports. Rules that are there stay as they are.</source>
        <translation>请重新设置：会为这些端口添加规则，已有的规则保持不变。</translation>
    </message>
    <message>
        <source>there, but can&apos;t be read</source>
        <translation>存在，但无法读取</translation>
    </message>
    <message>
        <source>Not looked at on %1: that takes an administrator&apos;s password. “Check again” asks for it.</source>
        <comment>name of a machine</comment>
        <translation>尚未在 %1 上检查：需要管理员密码，“再次检查”会询问该密码。</translation>
    </message>
    <message>
        <source>Not known on %1: %2</source>
        <comment>name of a machine, error</comment>
        <translation>在 %1 上无从得知：%2</translation>
    </message>
    <message>
        <source>Tried from %1 at %2.</source>
        <comment>name of a machine, time</comment>
        <translation>于 %2 从 %1 试过。</translation>
    </message>
</context>
<context>
    <name>SetupText</name>
    <message>
        <source>Direct routing (DR)</source>
        <translation>直接路由（DR）</translation>
    </message>
    <message>
        <source>Tunnelling (TUN)</source>
        <translation>隧道（TUN）</translation>
    </message>
    <message>
        <source>Address translation (NAT)</source>
        <translation>地址转换（NAT）</translation>
    </message>
    <message>
        <source>Full address translation (FullNAT)</source>
        <translation>完全地址转换（FullNAT）</translation>
    </message>
    <message>
        <source>FullNAT</source>
        <translation>FullNAT</translation>
    </message>
    <message>
        <source>Real servers answer clients themselves; they are in the director&apos;s network and have the VIP, hidden from ARP. Ports stay as they are. The gateway is the usual router, not the director.</source>
        <translation>真实服务器自己应答客户端；它们与调度器在同一网络，拥有对 ARP 隐藏的 VIP。端口不变。网关是通常的路由器，而不是调度器。</translation>
    </message>
    <message>
        <source>Real servers answer clients themselves, from any network: packets come to them inside IPv4. Ports stay as they are. The gateway is the usual router, not the director.</source>
        <translation>真实服务器自己应答客户端，可在任何网络：数据包封装在 IPv4 中到达。端口不变。网关是通常的路由器，而不是调度器。</translation>
    </message>
    <message>
        <source>Replies go back through the director, which must be the gateway of the real servers. Ports can be mapped. Real servers need nothing but that gateway.</source>
        <translation>应答经调度器返回，调度器必须是真实服务器的网关。端口可以映射。真实服务器只需要这个网关。</translation>
    </message>
    <message>
        <source>Replies go back through the director, because it takes its own address as the client&apos;s. Ports can be mapped, and the gateway does not matter. Real servers don&apos;t see who the client is. The kernel has no such method: it is made of masquerading, SNAT and connection tracking.</source>
        <translation>应答经调度器返回，因为它以自己的地址充当客户端地址。端口可以映射，网关无关紧要。真实服务器看不到客户端是谁。内核没有这种方式：它由地址转换、SNAT 和连接跟踪组成。</translation>
    </message>
    <message>
        <source>Restrict ARP</source>
        <translation>限制 ARP</translation>
    </message>
    <message>
        <source>Take packets out of tunnels</source>
        <translation>从隧道取出数据包</translation>
    </message>
    <message>
        <source>VIP on the real server</source>
        <translation>真实服务器上的 VIP</translation>
    </message>
    <message>
        <source>Forwarding on the director</source>
        <translation>调度器上的转发</translation>
    </message>
    <message>
        <source>Default route</source>
        <translation>默认路由</translation>
    </message>
    <message>
        <source>VIP on the director</source>
        <translation>调度器上的 VIP</translation>
    </message>
    <message>
        <source>Rules of IPVS</source>
        <translation>IPVS 规则</translation>
    </message>
    <message>
        <source>Before the real server has the VIP, so that it never answers a request for it.</source>
        <translation>在真实服务器拥有 VIP 之前，使它从不应答对 VIP 的请求。</translation>
    </message>
    <message>
        <source>An interface that unpacks what the director sends, before anything comes.</source>
        <translation>在数据包到来之前，备好拆开调度器所发数据包的接口。</translation>
    </message>
    <message>
        <source>After ARP is restricted: the real server takes packets for the VIP and stays silent about it.</source>
        <translation>在限制 ARP 之后：真实服务器接收发往 VIP 的数据包，并对此保持沉默。</translation>
    </message>
    <message>
        <source>Replies pass through the director, which has to send them on.</source>
        <translation>应答经过调度器，由它转送。</translation>
    </message>
    <message>
        <source>Decides which way the replies take.</source>
        <translation>决定应答走哪条路。</translation>
    </message>
    <message>
        <source>After the real servers are ready: from now on clients&apos; packets come to the director.</source>
        <translation>在真实服务器就绪之后：从此客户端的数据包到达调度器。</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>at work …</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>to be taken back</source>
        <translation>待撤回</translation>
    </message>
    <message>
        <source>being taken back …</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>could not be taken back</source>
        <translation>无法撤回</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>已配置</translation>
    </message>
    <message>
        <source>not all taken back</source>
        <translation>未全部撤回</translation>
    </message>
    <message>
        <source>half taken back</source>
        <translation>撤回到一半</translation>
    </message>
    <message>
        <source>half set up</source>
        <translation>配置到一半</translation>
    </message>
    <message>
        <source>failed, nothing is left of it</source>
        <translation>失败，未留下任何更改</translation>
    </message>
    <message>
        <source>set up in part</source>
        <translation>部分已配置</translation>
    </message>
    <message>
        <source>Everything is set up.</source>
        <translation>一切已配置好。</translation>
    </message>
    <message>
        <source>It was stopped half way. What is done stays until you go on or undo it.</source>
        <translation>中途停止。已完成的部分保留，直到您继续或撤销。</translation>
    </message>
    <message>
        <source>Something could not be taken back on %1.</source>
        <translation>%1 上有内容无法撤回。</translation>
    </message>
    <message>
        <source>%1 could not be set up, and what was done for it was taken back. The others are set up.</source>
        <comment>names of machines</comment>
        <translation>%1 无法配置，为它所做的已撤回。其余机器已配置好。</translation>
    </message>
    <message>
        <source>Everything was taken back.</source>
        <translation>一切已撤回。</translation>
    </message>
    <message>
        <source>%1 could not be set up, and everything was taken back.</source>
        <comment>names of machines</comment>
        <translation>%1 无法配置，一切已撤回。</translation>
    </message>
    <message>
        <source>Nothing was taken back: %1 can&apos;t be read, and the set-up in it may need what would go. Undo with the version of LVS Console that wrote it; or move the file away if that set-up is gone, and undo again.</source>
        <translation>未撤回任何内容：无法读取 %1，其中的配置可能需要将被移除的内容。请用写入该文件的 LVS Console 版本撤销；如果该配置已不存在，请移走该文件后再次撤销。</translation>
    </message>
    <message>
        <source>Source NAT</source>
        <translation>源地址转换（SNAT）</translation>
    </message>
    <message>
        <source>Firewall mark</source>
        <translation>防火墙标记</translation>
    </message>
    <message>
        <source>Keep for the next boot</source>
        <translation>为下次启动保留</translation>
    </message>
    <message>
        <source>Before anything is balanced: a connection that begins without it keeps the client as its source.</source>
        <translation>在开始负载均衡之前：没有它时建立的连接会一直以客户端为源地址。</translation>
    </message>
    <message>
        <source>From now on packets go to real servers, all of which are ready for them.</source>
        <translation>从此数据包会发往真实服务器，它们都已就绪。</translation>
    </message>
    <message>
        <source>At last: from now on packets for these ports belong to the service, whose real servers are there.</source>
        <translation>最后：从此发往这些端口的数据包归该服务处理，其真实服务器已就绪。</translation>
    </message>
    <message>
        <source>So that the set-up is back after a reboot of the machine. LVS Console&apos;s own unit restores it; nothing in /etc is touched.</source>
        <translation>使该机器重启后设置得以恢复。由 LVS Console 自己的单元恢复，不改动 /etc。</translation>
    </message>
    <message>
        <source>set up, but not kept for the next boot</source>
        <translation>已设置，但未为下次启动保留</translation>
    </message>
    <message>
        <source>Everything is set up, but a reboot of %1 loses it: it could not be kept.</source>
        <comment>names of machines</comment>
        <translation>全部设置完毕，但 %1 重启后会丢失：未能保留。</translation>
    </message>
</context>
<context>
    <name>SetupTrialText</name>
    <message>
        <source>Packets that the firewall drops</source>
        <translation>防火墙丢弃的数据包</translation>
    </message>
    <message>
        <source>Program on port %1</source>
        <translation>端口 %1 上的程序</translation>
    </message>
    <message>
        <source>Connection to port %1</source>
        <translation>到端口 %1 的连接</translation>
    </message>
    <message>
        <source>Others that answer for the VIP</source>
        <translation>还有谁应答 VIP</translation>
    </message>
    <message>
        <source>Who answers for the VIP</source>
        <translation>谁应答 VIP</translation>
    </message>
    <message>
        <source>Connections of a client</source>
        <translation>客户端的连接</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>answers for the VIP</comment>
        <translation>没有</translation>
    </message>
    <message>
        <source>none</source>
        <comment>packets dropped</comment>
        <translation>没有</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>没有程序监听</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>connections that came about, those tried</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, promised %2</source>
        <comment>connections received, and promised</comment>
        <translation>%1，承诺 %2</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no way there</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>The packet filter lets through what clients send, what goes on to real servers, and replies where they pass. Rules that drop some of it, for some clients perhaps, are only evidence.</source>
        <translation>包过滤放行客户端发来的数据包、转往真实服务器的数据包，以及从这里经过的应答。只丢弃其中一部分（也许只针对某些客户端）的规则仅作为依据列出。</translation>
    </message>
    <message>
        <source>A program on the real server waits for what comes to it: on this address, or on all of the machine.</source>
        <translation>真实服务器上有程序在等待发来的连接：监听此地址，或监听本机所有地址。</translation>
    </message>
    <message>
        <source>The director connects to the real server&apos;s own address by TCP, and hangs up.</source>
        <translation>调度器用 TCP 连接真实服务器自己的地址，然后断开。</translation>
    </message>
    <message>
        <source>The director asks its networks who has the VIP. Nobody else may answer.</source>
        <translation>调度器在其网络中询问谁拥有 VIP。别人都不应应答。</translation>
    </message>
    <message>
        <source>A neighbour asks the network who has the VIP. The director is to answer, and nobody else.</source>
        <translation>邻居在网络中询问谁拥有 VIP。应当由调度器应答，别人都不应应答。</translation>
    </message>
    <message>
        <source>What is sent to this real server, or what it answers, ends there: its share of the clients waits in vain.</source>
        <translation>发往这台真实服务器的数据包或它的应答到此为止：分给它的客户端一直等不到应答。</translation>
    </message>
    <message>
        <source>Packets end at the director: clients wait in vain, or are refused.</source>
        <translation>数据包止于调度器：客户端一直等不到应答，或被拒绝。</translation>
    </message>
    <message>
        <source>Clients that are sent to this real server are refused.</source>
        <translation>分到这台真实服务器的客户端会被拒绝。</translation>
    </message>
    <message>
        <source>The program listens on another address only: clients are refused.</source>
        <translation>程序只监听别的地址：客户端会被拒绝。</translation>
    </message>
    <message>
        <source>The machine is there, but nobody takes the connection.</source>
        <translation>机器在，但没有程序接受连接。</translation>
    </message>
    <message>
        <source>The director does not reach the real server: clients that are sent there wait in vain.</source>
        <translation>调度器到不了这台真实服务器：分到那里的客户端一直等不到应答。</translation>
    </message>
    <message>
        <source>The real server answers for the VIP. Some clients go past the director straight to it, and balancing is over, now and then or for good.</source>
        <translation>这台真实服务器会应答 VIP。一些客户端会绕过调度器直接找它，负载均衡时有时无，或彻底失效。</translation>
    </message>
    <message>
        <source>Another machine has the VIP, too. Clients reach the one that they heard last.</source>
        <translation>另有机器也配置了 VIP。客户端会找它们最后听到的那一台。</translation>
    </message>
    <message>
        <source>Nobody answers, so no neighbour can send a packet for the VIP.</source>
        <translation>没有机器应答，因此邻居都无法向 VIP 发送数据包。</translation>
    </message>
    <message>
        <source>Whoever asks here sends its packets for the VIP to the one that answers last, which may not be the director.</source>
        <translation>在这里询问的机器会把发往 VIP 的数据包交给最后应答者，而那未必是调度器。</translation>
    </message>
    <message>
        <source>The connections came about, but none of them through the director: another machine answers for the VIP.</source>
        <translation>连接建立了，但没有一个经过调度器：另有机器在应答 VIP。</translation>
    </message>
    <message>
        <source>Some clients are not served.</source>
        <translation>有些客户端得不到服务。</translation>
    </message>
    <message>
        <source>Allow these packets in front of that rule, with the program that made it.</source>
        <translation>请用创建该规则的程序，在它之前放行这些数据包。</translation>
    </message>
    <message>
        <source>Start the program, or have it listen on this port.</source>
        <translation>请启动程序，或让它监听此端口。</translation>
    </message>
    <message>
        <source>Have it listen on this address, or on all.</source>
        <translation>请让它监听此地址，或监听所有地址。</translation>
    </message>
    <message>
        <source>Start the program there, or open the port in the real server&apos;s firewall.</source>
        <translation>请在那里启动程序，或在真实服务器的防火墙上开放此端口。</translation>
    </message>
    <message>
        <source>Look whether the machine is up, at the route to it, and at firewalls on the way.</source>
        <translation>请查看机器是否已启动、到它的路由以及途中的防火墙。</translation>
    </message>
    <message>
        <source>Look at the findings above; where there are none, at the health of the real servers.</source>
        <translation>请查看上面的发现；若没有，请检查真实服务器的健康状况。</translation>
    </message>
    <message>
        <source>Find the machine with this hardware address, and take the VIP off it.</source>
        <translation>请找到具有此硬件地址的机器，并从它上面去掉 VIP。</translation>
    </message>
    <message>
        <source>Certificate on port %1</source>
        <translation>端口 %1 上的证书</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>没有 TLS</translation>
    </message>
    <message>
        <source>SHA-256 %1, valid until %2</source>
        <comment>fingerprint, date</comment>
        <translation>SHA-256 %1，有效期至 %2</translation>
    </message>
    <message>
        <source>The director begins TLS with each real server. All of them are to show the same certificate: a client does not know which of them answers.</source>
        <translation>调度器与每台真实服务器开始 TLS。它们都应出示相同的证书：客户端不知道应答的是哪一台。</translation>
    </message>
    <message>
        <source>A machine connects to the VIP as a client does, each time from another port, and hangs up. The director&apos;s counters show which real servers got the connections; those of other clients are among them.</source>
        <translation>一台机器像客户端那样连接 VIP，每次用不同的端口，然后断开。调度器的计数器显示哪些真实服务器得到了连接；其中也包括其他客户端的连接。</translation>
    </message>
    <message>
        <source>Clients that are sent to this real server can&apos;t begin to speak HTTPS.</source>
        <translation>被送到这台真实服务器的客户端无法开始 HTTPS 通信。</translation>
    </message>
    <message>
        <source>Clients see another certificate now and then, as if somebody were between them and the site; where names or dates differ, some of them are refused.</source>
        <translation>客户端时而看到另一个证书，好像有人在它们与网站之间；如果名称或日期不同，其中一些会被拒绝。</translation>
    </message>
    <message>
        <source>Switch TLS on for this port of the web server.</source>
        <translation>在 Web 服务器的这个端口上启用 TLS。</translation>
    </message>
    <message>
        <source>Install the certificate and key that the others have, and have the web server read them anew.</source>
        <translation>安装其他服务器所用的证书和密钥，并让 Web 服务器重新读取。</translation>
    </message>
    <message>
        <source>Look who answers for the VIP in the network of that client.</source>
        <translation>查看在该客户端的网络中由谁应答 VIP。</translation>
    </message>
</context>
<context>
    <name>ShareText</name>
    <message>
        <source>%1 of %2</source>
        <comment>received and promised part</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>no promise</source>
        <translation>无承诺</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>样本太少</translation>
    </message>
    <message>
        <source>as promised</source>
        <translation>符合承诺</translation>
    </message>
    <message>
        <source>skewed</source>
        <translation>偏离</translation>
    </message>
    <message>
        <source>Promised: as many to each real server that is not drained.</source>
        <translation>承诺：未排空的真实服务器各得同样多。</translation>
    </message>
    <message>
        <source>Promised: as the weights are.</source>
        <translation>承诺：按权重分配。</translation>
    </message>
    <message>
        <source>No part is promised: the scheduler looks at the connections there are, so a faster real server gets more new ones.</source>
        <translation>不承诺份额：该调度算法看的是现有连接，因此较快的真实服务器会得到更多新连接。</translation>
    </message>
    <message>
        <source>No part is promised: the client&apos;s address decides by a hash, so that many clients come near the weights and few do not.</source>
        <translation>不承诺份额：由客户端地址的哈希决定，客户端多时接近权重，少时则不然。</translation>
    </message>
    <message>
        <source>No part is promised: the address that clients ask for decides, and a VIP is only one.</source>
        <translation>不承诺份额：由客户端访问的地址决定，而一个 VIP 只是一个地址。</translation>
    </message>
    <message>
        <source>No part is promised: one real server is used before the next.</source>
        <translation>不承诺份额：先用完一台真实服务器，再用下一台。</translation>
    </message>
    <message>
        <source>Nothing is known of what this scheduler promises.</source>
        <translation>不知道该调度算法承诺什么。</translation>
    </message>
    <message>
        <source>Likely because persistence still leads clients to a drained real server.</source>
        <translation>可能的原因：持久连接仍把客户端带到已排空的真实服务器。</translation>
    </message>
    <message>
        <source>Likely because a real server is near its upper threshold, and gets nothing while it is full.</source>
        <translation>可能的原因：有真实服务器接近上限阈值，达到上限期间得不到新连接。</translation>
    </message>
    <message>
        <source>Likely because weights or real servers changed lately, and persistence keeps earlier clients where they were.</source>
        <translation>可能的原因：权重或真实服务器最近有变化，而持久连接让先前的客户端留在原处。</translation>
    </message>
    <message>
        <source>Likely because persistence keeps each client at one real server, and there are few of them.</source>
        <translation>可能的原因：持久连接让每个客户端固定在一台真实服务器上，而客户端很少。</translation>
    </message>
    <message>
        <source>Likely because persistence keeps each client at one real server, and some open more connections than others.</source>
        <translation>可能的原因：持久连接让每个客户端固定在一台真实服务器上，而有些客户端打开的连接比其他的多。</translation>
    </message>
    <message>
        <source>The cause is not seen here. A program that writes weights again and again starts each round anew.</source>
        <translation>这里看不出原因。反复写入权重的程序会使每一轮重新开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n new connection(s) in the last %1.</source>
        <translation>
            <numerusform>最近 %1 内有 %n 个新连接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new connection(s) in the last %2.</source>
        <translation>
            <numerusform>最近 %2 内 %n 个新连接中的 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few yet to say whether the promise is kept: it takes at least %1 connections, a whole round of the weights and some 20 s.</source>
        <translation>目前太少，无法判断是否符合承诺：至少需要 %1 个连接、满一轮权重，以及约 20 秒。</translation>
    </message>
    <message>
        <source>Off by %1 at most, as chance explains.</source>
        <translation>最多相差 %1，属于偶然波动。</translation>
    </message>
    <message>
        <source>Off by up to %1, more than chance explains.</source>
        <translation>相差达 %1，超出偶然波动。</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>VIP of %Ln service(s)</source>
        <translation>
            <numerusform>%Ln 个虚拟服务的 VIP</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server of %Ln service(s)</source>
        <translation>
            <numerusform>%Ln 个虚拟服务的真实服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>address of the director</source>
        <translation>调度器的地址</translation>
    </message>
    <message>
        <source>neighbour of the director</source>
        <translation>调度器的邻居</translation>
    </message>
</context>
<context>
    <name>SysctlText</name>
    <message>
        <source>Keeps netfilter&apos;s connection tracking for balanced connections. FullNAT and firewall rules that look at a connection&apos;s state need it; it costs memory and time.</source>
        <translation>为经过负载均衡的连接保留 netfilter 连接跟踪。FullNAT 和按连接状态过滤的防火墙规则需要它；会占用内存和时间。</translation>
    </message>
    <message>
        <source>What becomes of the connections of a removed real server: 0 drops their packets without a word until they time out, 1 ends them at once, so that clients can connect anew.</source>
        <translation>真实服务器被删除后，它的连接如何处理：0 表示静默丢弃数据包直到超时，1 表示立即结束连接，客户端可以重新连接。</translation>
    </message>
    <message>
        <source>1 releases persistent clients from a drained real server: their next connection is scheduled anew. 0 goes on sending them there.</source>
        <translation>1 表示真实服务器排空后释放持久连接的客户端：它们的下一个连接重新调度。0 表示继续发往该服务器。</translation>
    </message>
    <message>
        <source>When a client uses a port again: 0 keeps to the old real server, 1 schedules anew after TIME_WAIT or CLOSE, 2 and 3 with DR and TUN also after FIN_WAIT.</source>
        <translation>客户端重用端口时：0 表示沿用原来的真实服务器，1 表示在 TIME_WAIT 或 CLOSE 之后重新调度，2 和 3 表示使用 DR 和 TUN 时在 FIN_WAIT 之后也重新调度。</translation>
    </message>
    <message>
        <source>Throws half-open and idle connections out of the table to save memory: 0 never, 1 and 2 while memory is short (the kernel goes from one to the other), 3 always.</source>
        <translation>从连接表中清除半开和空闲的连接以节省内存：0 从不，1 和 2 在内存不足时（内核会在两者之间自动切换），3 始终。</translation>
    </message>
    <message>
        <source>Drops some of the packets that would open a connection: 0 never, 1 and 2 while memory is short, 3 always.</source>
        <translation>丢弃一部分将建立新连接的数据包：0 从不，1 和 2 在内存不足时，3 始终。</translation>
    </message>
    <message>
        <source>Follows TCP connections by another table of states, made for floods of half-open connections: 0 never, 1 and 2 while memory is short, 3 always.</source>
        <translation>使用另一套针对半开连接洪泛的 TCP 状态表来跟踪连接：0 从不，1 和 2 在内存不足时，3 始终。</translation>
    </message>
    <message>
        <source>With drop_packet 3, one of this many packets is dropped.</source>
        <translation>drop_packet 为 3 时，每这么多个数据包丢弃一个。</translation>
    </message>
    <message>
        <source>Free memory below which the automatic modes of drop_entry, drop_packet and secure_tcp begin.</source>
        <translation>空闲内存低于此值时，drop_entry、drop_packet 和 secure_tcp 的自动模式开始生效。</translation>
    </message>
    <message>
        <source>1 lets any TCP packet but RST open a connection, not only SYN. A director that takes over without having been sent all connections then goes on serving them.</source>
        <translation>1 表示除 RST 之外的任何 TCP 数据包都能建立连接，而不仅是 SYN。这样，未同步到全部连接而接管的调度器也能继续提供服务。</translation>
    </message>
    <message>
        <source>1 lets any SCTP packet but ABORT open a connection, not only INIT.</source>
        <translation>1 表示除 ABORT 之外的任何 SCTP 数据包都能建立连接，而不仅是 INIT。</translation>
    </message>
    <message>
        <source>For transparent caches: when a firewall-mark service has no usable real server, 1 sends packets on to where they were going.</source>
        <translation>用于透明缓存：防火墙标记服务没有可用的真实服务器时，1 表示把数据包转发到原来的目的地址。</translation>
    </message>
    <message>
        <source>1 looks up the route of NAT replies as if they came from the director itself, which policy routing may need.</source>
        <translation>1 表示按调度器自身发出的数据包为 NAT 应答重新查找路由，策略路由可能需要它。</translation>
    </message>
    <message>
        <source>1 answers a real server with “port unreachable” when it sends packets of a NAT connection that no longer exists.</source>
        <translation>1 表示真实服务器发来的数据包属于已不存在的 NAT 连接时，以“端口不可达”应答。</translation>
    </message>
    <message>
        <source>1 lets ICMP errors open a connection, so that they reach a real server.</source>
        <translation>1 表示 ICMP 差错消息也能建立连接，从而到达真实服务器。</translation>
    </message>
    <message>
        <source>1 tells clients when their packets are too large for the tunnel to the real server; 0 sends them in fragments.</source>
        <translation>1 表示客户端的数据包大于通往真实服务器的隧道时通知客户端；0 表示分片发送。</translation>
    </message>
    <message>
        <source>1 marks packets of protocols that IPVS does not know, so that the packets inside a tunnel are not balanced.</source>
        <translation>1 表示标记 IPVS 不认识的协议的数据包，使隧道内层的数据包不被调度。</translation>
    </message>
    <message>
        <source>1 stops balancing while a backup sync daemon runs, which avoids loops where a director is a real server as well.</source>
        <translation>1 表示备份同步守护进程运行时停止调度，避免调度器同时也是真实服务器时出现环路。</translation>
    </message>
    <message>
        <source>Format in which the master sends: 1 is the present one, 0 is for very old backups. Both are understood.</source>
        <translation>主节点发送的格式：1 为当前格式，0 用于很旧的备份节点。两种格式都能接收。</translation>
    </message>
    <message>
        <source>Threads and ports of a sync daemon, a power of two up to 64. Taken when the daemon starts; master and backup need the same.</source>
        <translation>同步守护进程的线程和端口数，2 的幂，最大 64。在守护进程启动时生效；主备必须一致。</translation>
    </message>
    <message>
        <source>1 synchronises only the templates of persistent services, not their connections.</source>
        <translation>1 表示对持久连接的服务只同步模板，不同步连接。</translation>
    </message>
    <message>
        <source>A connection is synchronised when its packets, divided by the second number, leave the first: with 3 50 at packet 3, 53, 103.</source>
        <translation>连接的数据包数除以第二个数的余数等于第一个数时同步：3 50 表示在第 3、53、103 个数据包时同步。</translation>
    </message>
    <message>
        <source>A connection is synchronised again when its timer has moved by so much; 0 leaves it to sync_threshold.</source>
        <translation>连接的定时器变化达到此值时再次同步；0 表示只由 sync_threshold 决定。</translation>
    </message>
    <message>
        <source>How often a connection is sent again at an eighth of sync_refresh_period, against lost messages.</source>
        <translation>为防止消息丢失，按 sync_refresh_period 的八分之一间隔重发连接的次数。</translation>
    </message>
    <message>
        <source>Messages that may wait to be sent; more are thrown away.</source>
        <translation>等待发送的消息的最大数目；超出的将被丢弃。</translation>
    </message>
    <message>
        <source>Buffer of a sync daemon&apos;s socket; 0 is the system&apos;s usual size. Taken when the daemon starts.</source>
        <translation>同步守护进程套接字的缓冲区；0 为系统默认大小。在守护进程启动时生效。</translation>
    </message>
    <message>
        <source>0 stops measuring: counters and rates freeze, while connections are still counted.</source>
        <translation>0 表示停止测量：计数器和速率不再变化，连接数仍然更新。</translation>
    </message>
    <message>
        <source>Processors on which the measuring threads may run.</source>
        <translation>测量线程可以使用的处理器。</translation>
    </message>
    <message>
        <source>Priority of the measuring threads, from -20 (first) to 19 (last).</source>
        <translation>测量线程的优先级，从 -20（最先）到 19（最后）。</translation>
    </message>
    <message>
        <source>How long the scheduler lblc remembers the real server of an address that nobody asks for.</source>
        <translation>调度算法 lblc 对无人访问的地址记住其真实服务器的时间。</translation>
    </message>
    <message>
        <source>How long the scheduler lblcr keeps a set of real servers unchanged before the busiest leaves it.</source>
        <translation>调度算法 lblcr 的真实服务器集合保持不变多久之后，最忙的一台退出集合。</translation>
    </message>
    <message>
        <source>How full the connection table may get before the kernel makes it larger.</source>
        <translation>连接表达到怎样的装填程度时内核将其扩大。</translation>
    </message>
    <message>
        <source>How full the table of services may get before the kernel makes it larger.</source>
        <translation>服务表达到怎样的装填程度时内核将其扩大。</translation>
    </message>
    <message>
        <source>How many connections are kept at most.</source>
        <translation>最多保留的连接数。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 或 1</translation>
    </message>
    <message>
        <source>pages of memory</source>
        <translation>内存页</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>两个数</translation>
    </message>
    <message>
        <source>list of processors</source>
        <translation>处理器列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>%1 It takes: %2.</source>
        <comment>what a tunable does (sentences), its range</comment>
        <translation>%1取值：%2。</translation>
    </message>
    <message>
        <source>a power of two from %1 to %2</source>
        <translation>2 的幂，%1 至 %2</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>while memory is short</source>
        <translation>内存不足时</translation>
    </message>
    <message>
        <source>for very old backups</source>
        <translation>用于很旧的备份节点</translation>
    </message>
    <message>
        <source>present format</source>
        <translation>当前格式</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value, meaning</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>It is there only while the module ip_vs_lblc is loaded, as it is from the first service with the scheduler lblc on.</source>
        <translation>仅在加载模块 ip_vs_lblc 时存在；第一个使用调度算法 lblc 的服务会使内核加载它。</translation>
    </message>
    <message>
        <source>It is there only while the module ip_vs_lblcr is loaded, as it is from the first service with the scheduler lblcr on.</source>
        <translation>仅在加载模块 ip_vs_lblcr 时存在；第一个使用调度算法 lblcr 的服务会使内核加载它。</translation>
    </message>
    <message>
        <source>The kernel of this director does not have it.</source>
        <translation>此调度器的内核没有该参数。</translation>
    </message>
    <message>
        <source>1 lets the machine pass packets on from one network to another, which a director of NAT needs for the replies. It sets the forwarding of every interface.</source>
        <translation>1 让机器在网络之间转发数据包；使用地址转换（NAT）的调度器需要它来转发应答。它会设置每个接口的转发。</translation>
    </message>
    <message>
        <source>The same for IPv6. While it is 1, interfaces take no router advertisements any more unless their accept_ra is 2, so that a default route that came with them ends.</source>
        <translation>IPv6 的同一设置。为 1 时，除非接口的 accept_ra 为 2，否则不再接受路由器通告，由通告得来的默认路由会失效。</translation>
    </message>
    <message>
        <source>Whom the machine answers when it is asked for a hardware address. A real server of DR or TUN has the virtual IP on lo and must keep silent about it: 1 or 2. The larger value of all and of the interface that is asked counts; the one of lo has no effect.</source>
        <translation>被询问硬件地址时，机器应答哪些请求。直接路由（DR）或隧道（TUN）的真实服务器在 lo 上有虚拟 IP，必须对它保持沉默：1 或 2。以 all 与收到请求的接口中较大的值为准；lo 的值不起作用。</translation>
    </message>
    <message>
        <source>As whom the machine asks for a hardware address. A real server of DR or TUN needs 2, or its questions announce the virtual IP as its own. The larger value of all and of the interface that asks counts; the one of lo has no effect.</source>
        <translation>机器以哪个地址的名义询问硬件地址。直接路由（DR）或隧道（TUN）的真实服务器需要 2，否则其请求会把虚拟 IP 宣告为自己的地址。以 all 与发出请求的接口中较大的值为准；lo 的值不起作用。</translation>
    </message>
    <message>
        <source>1 drops packets whose replies would leave by another interface, as those out of a tunnel do; 2 drops only those that could be answered by none. The larger value of all and of the interface that receives counts.</source>
        <translation>1 丢弃应答会从其他接口发出的数据包，从隧道出来的数据包正是如此；2 只丢弃无法从任何接口应答的数据包。以 all 与接收接口中较大的值为准。</translation>
    </message>
    <message>
        <source>Tells a sender when there is a shorter way. A director of NAT that has clients and real servers on one network needs 0, or the real servers learn a way past it. It is on when that of all or that of the interface is.</source>
        <translation>有更短的路径时通知发送方。客户端与真实服务器在同一网络上的地址转换（NAT）调度器需要 0，否则真实服务器会学到绕过它的路径。all 或该接口的值有一个开启即生效。</translation>
    </message>
    <message>
        <source>answers for every address of the machine</source>
        <translation>应答本机的任何地址</translation>
    </message>
    <message>
        <source>only for those of the interface that is asked</source>
        <translation>只为收到请求的接口的地址应答</translation>
    </message>
    <message>
        <source>as 1, and only senders of its network</source>
        <translation>同 1，且只应答其网络内的发送方</translation>
    </message>
    <message>
        <source>not for those of scope host</source>
        <translation>不为作用范围为 host 的地址应答</translation>
    </message>
    <message>
        <source>answers nobody, not even for its own address</source>
        <translation>不应答任何请求，连自身地址也不应答</translation>
    </message>
    <message>
        <source>reserved, the same as 0</source>
        <translation>保留，与 0 相同</translation>
    </message>
    <message>
        <source>rather as one of the asked machine&apos;s network</source>
        <translation>优先使用与对方同一网络的地址</translation>
    </message>
    <message>
        <source>always as the interface&apos;s own address</source>
        <translation>始终使用该接口自身的地址</translation>
    </message>
    <message>
        <source>as any address of the machine</source>
        <translation>使用机器的任何地址</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>loose</source>
        <translation>宽松</translation>
    </message>
</context>
<context>
    <name>TermTips</name>
    <message>
        <source>%1 (%2): %3</source>
        <comment>abbreviation, in full, a sentence</comment>
        <translation>%1，即%2：%3</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>virtual IP address</source>
        <translation>虚拟 IP 地址（virtual IP address）</translation>
    </message>
    <message>
        <source>The address of a service, which clients connect to. The director has it; with DR and TUN the real servers have it, too, hidden from ARP.</source>
        <translation>虚拟服务的地址，客户端连接到它。调度器拥有它；使用 DR 和 TUN 时真实服务器也拥有它，但对 ARP 隐藏。</translation>
    </message>
    <message>
        <source>director&apos;s IP address</source>
        <translation>调度器的 IP 地址（director&apos;s IP address）</translation>
    </message>
    <message>
        <source>The director&apos;s own address in the network of the real servers.</source>
        <translation>调度器在真实服务器所在网络中自己的地址。</translation>
    </message>
    <message>
        <source>real server&apos;s IP address</source>
        <translation>真实服务器的 IP 地址（real server&apos;s IP address）</translation>
    </message>
    <message>
        <source>A real server&apos;s own address, where the director reaches it.</source>
        <translation>真实服务器自己的地址，调度器通过它到达真实服务器。</translation>
    </message>
    <message>
        <source>client&apos;s IP address</source>
        <translation>客户端的 IP 地址（client&apos;s IP address）</translation>
    </message>
    <message>
        <source>The address from which a client connects.</source>
        <translation>客户端发起连接的地址。</translation>
    </message>
    <message>
        <source>network address translation</source>
        <translation>网络地址转换（network address translation）</translation>
    </message>
    <message>
        <source>The director replaces the VIP by the address and port of a real server, and the other way round in replies, which therefore have to come back through it.</source>
        <translation>调度器把 VIP 改为真实服务器的地址和端口，并在应答中反向改回，因此应答必须经调度器返回。</translation>
    </message>
    <message>
        <source>direct routing</source>
        <translation>直接路由（direct routing）</translation>
    </message>
    <message>
        <source>The director sends the packet as it is to the hardware address of a real server, which has the VIP, too, and answers the client itself.</source>
        <translation>调度器把数据包原样发往真实服务器的硬件地址；真实服务器也拥有 VIP，并直接应答客户端。</translation>
    </message>
    <message>
        <source>tunnelling</source>
        <translation>隧道（tunnelling）</translation>
    </message>
    <message>
        <source>The director wraps the packet into another one for a real server, which unwraps it, has the VIP, too, and answers the client itself.</source>
        <translation>调度器把数据包封装到发往真实服务器的另一个数据包中；真实服务器将其解封，也拥有 VIP，并直接应答客户端。</translation>
    </message>
    <message>
        <source>full network address translation</source>
        <translation>完全地址转换（full network address translation）</translation>
    </message>
    <message>
        <source>The director replaces both addresses, so that real servers answer to it wherever they are. The kernel has no such method: it is made of NAT, SNAT and connection tracking.</source>
        <translation>调度器同时替换两个地址，因此真实服务器无论位于何处都应答给调度器。内核没有这种方式：它由 NAT、SNAT 和连接跟踪组成。</translation>
    </message>
    <message>
        <source>source network address translation</source>
        <translation>源地址转换（source network address translation）</translation>
    </message>
    <message>
        <source>A rule of the packet filter that makes an address of the director the source of packets to real servers.</source>
        <translation>包过滤器的一条规则，把发往真实服务器的数据包的源改为调度器的地址。</translation>
    </message>
    <message>
        <source>firewall mark</source>
        <translation>防火墙标记（firewall mark）</translation>
    </message>
    <message>
        <source>A number that the packet filter gives to packets on the director. A service can be for a mark instead of an address and a port.</source>
        <translation>包过滤器在调度器上给数据包打上的数字。虚拟服务可以针对标记，而不是地址和端口。</translation>
    </message>
    <message>
        <source>persistent port connections</source>
        <translation>持久端口连接（persistent port connections）</translation>
    </message>
    <message>
        <source>Persistence per port: a client&apos;s connections to one port meet one real server.</source>
        <translation>按端口的持久连接：客户端到同一端口的连接都到达同一台真实服务器。</translation>
    </message>
    <message>
        <source>persistent client connections</source>
        <translation>持久客户端连接（persistent client connections）</translation>
    </message>
    <message>
        <source>Persistence per client: all of a client&apos;s connections to the VIP meet one real server, whatever their port. The service has port 0.</source>
        <translation>按客户端的持久连接：客户端到该 VIP 的所有连接，无论端口，都到达同一台真实服务器。虚拟服务的端口为 0。</translation>
    </message>
    <message>
        <source>persistent firewall mark connections</source>
        <translation>持久防火墙标记连接（persistent firewall mark connections）</translation>
    </message>
    <message>
        <source>Persistence per firewall mark: all of a client&apos;s connections with the mark meet one real server, whatever their address, port and protocol.</source>
        <translation>按防火墙标记的持久连接：客户端带有该标记的所有连接，无论地址、端口和协议，都到达同一台真实服务器。</translation>
    </message>
    <message>
        <source>connections per second</source>
        <translation>每秒连接数（connections per second）</translation>
    </message>
    <message>
        <source>New connections that were given to a real server.</source>
        <translation>分配给真实服务器的新连接。</translation>
    </message>
    <message>
        <source>packets in per second</source>
        <translation>每秒入站数据包数（packets in per second）</translation>
    </message>
    <message>
        <source>Packets from clients.</source>
        <translation>来自客户端的数据包。</translation>
    </message>
    <message>
        <source>packets out per second</source>
        <translation>每秒出站数据包数（packets out per second）</translation>
    </message>
    <message>
        <source>Packets of replies that pass the director: none with DR and TUN.</source>
        <translation>经过调度器的应答数据包：使用 DR 和 TUN 时没有。</translation>
    </message>
    <message>
        <source>bytes in per second</source>
        <translation>每秒入站字节数（bytes in per second）</translation>
    </message>
    <message>
        <source>Bytes, not bits, from clients.</source>
        <translation>来自客户端的字节数，而不是比特数。</translation>
    </message>
    <message>
        <source>bytes out per second</source>
        <translation>每秒出站字节数（bytes out per second）</translation>
    </message>
    <message>
        <source>Bytes, not bits, of replies that pass the director: none with DR and TUN.</source>
        <translation>经过调度器的应答的字节数，而不是比特数：使用 DR 和 TUN 时没有。</translation>
    </message>
    <message>
        <source>mean time between failures</source>
        <translation>平均故障间隔时间（mean time between failures）</translation>
    </message>
    <message>
        <source>How long a system works until it fails, on average.</source>
        <translation>系统平均工作多久才发生故障。</translation>
    </message>
    <message>
        <source>mean time to repair</source>
        <translation>平均修复时间（mean time to repair）</translation>
    </message>
    <message>
        <source>How long it takes until a failed system works again, on average.</source>
        <translation>发生故障的系统平均多久恢复工作。</translation>
    </message>
    <message>
        <source>Virtual Router Redundancy Protocol</source>
        <translation>虚拟路由器冗余协议（Virtual Router Redundancy Protocol）</translation>
    </message>
    <message>
        <source>Lets several directors agree on which of them has the VIP. keepalived speaks it.</source>
        <translation>让多台调度器商定由哪一台拥有 VIP。keepalived 使用它。</translation>
    </message>
    <message>
        <source>Linux Virtual Server</source>
        <translation>Linux 虚拟服务器（Linux Virtual Server）</translation>
    </message>
    <message>
        <source>Several machines that look like one server to clients, with IPVS in front of them.</source>
        <translation>多台机器，前面是 IPVS，在客户端看来如同一台服务器。</translation>
    </message>
    <message>
        <source>IP Virtual Server</source>
        <translation>IP 虚拟服务器（IP Virtual Server）</translation>
    </message>
    <message>
        <source>The part of the Linux kernel that gives connections to real servers.</source>
        <translation>Linux 内核中把连接分配给真实服务器的部分。</translation>
    </message>
    <message>
        <source>LVS on DPDK</source>
        <translation>基于 DPDK 的 LVS（LVS on DPDK）</translation>
    </message>
    <message>
        <source>Another program than the kernel&apos;s IPVS, with options of its own.</source>
        <translation>不同于内核 IPVS 的另一个程序，有自己的选项。</translation>
    </message>
    <message>
        <source>Red Hat Enterprise Linux</source>
        <translation>红帽企业版 Linux（Red Hat Enterprise Linux）</translation>
    </message>
    <message>
        <source>Its files for rules at boot are laid out differently from those of Debian.</source>
        <translation>它的启动规则文件的布局与 Debian 不同。</translation>
    </message>
    <message>
        <source>Address Resolution Protocol</source>
        <translation>地址解析协议（Address Resolution Protocol）</translation>
    </message>
    <message>
        <source>How a machine asks its network which hardware address has an IPv4 address. With DR and TUN the director alone may answer for the VIP.</source>
        <translation>机器以此询问网络某个 IPv4 地址属于哪个硬件地址。使用 DR 和 TUN 时只有调度器可以应答 VIP 的询问。</translation>
    </message>
    <message>
        <source>Internet Control Message Protocol</source>
        <translation>互联网控制消息协议（Internet Control Message Protocol）</translation>
    </message>
    <message>
        <source>Messages about other packets, such as errors, echoes (ping) and redirects.</source>
        <translation>关于其他数据包的消息，例如错误、回显（ping）和重定向。</translation>
    </message>
    <message>
        <source>time to live</source>
        <translation>生存时间（time to live）</translation>
    </message>
    <message>
        <source>How many routers a packet may pass.</source>
        <translation>数据包最多可以经过多少个路由器。</translation>
    </message>
    <message>
        <source>IP in IP</source>
        <translation>IP 套 IP（IP in IP）</translation>
    </message>
    <message>
        <source>A tunnel that puts an IP packet into another one, with nothing between.</source>
        <translation>把一个 IP 数据包直接放入另一个 IP 数据包的隧道。</translation>
    </message>
    <message>
        <source>Generic UDP Encapsulation</source>
        <translation>通用 UDP 封装（Generic UDP Encapsulation）</translation>
    </message>
    <message>
        <source>A tunnel that puts packets into UDP, which needs a port.</source>
        <translation>把数据包放入 UDP 的隧道，需要一个端口。</translation>
    </message>
    <message>
        <source>Generic Routing Encapsulation</source>
        <translation>通用路由封装（Generic Routing Encapsulation）</translation>
    </message>
    <message>
        <source>A tunnel that puts packets behind a small header of its own.</source>
        <translation>在数据包前加上自己的小包头的隧道。</translation>
    </message>
    <message>
        <source>Encapsulating Security Payload</source>
        <translation>封装安全载荷（Encapsulating Security Payload）</translation>
    </message>
    <message>
        <source>The protocol of encrypted IPsec packets.</source>
        <translation>加密的 IPsec 数据包的协议。</translation>
    </message>
    <message>
        <source>Session Initiation Protocol</source>
        <translation>会话发起协议（Session Initiation Protocol）</translation>
    </message>
    <message>
        <source>Sets up telephone calls over IP. IPVS can keep a call at one real server.</source>
        <translation>通过 IP 建立电话呼叫。IPVS 可以让一次呼叫保持在同一台真实服务器。</translation>
    </message>
    <message>
        <source>synchronise</source>
        <translation>同步（synchronise）</translation>
    </message>
    <message>
        <source>The flag of the first packet of a TCP connection.</source>
        <translation>TCP 连接第一个数据包的标志。</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>结束（finish）</translation>
    </message>
    <message>
        <source>The flag with which one side of a TCP connection says that it is done.</source>
        <translation>TCP 连接的一方表示自己已发送完毕的标志。</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置（reset）</translation>
    </message>
    <message>
        <source>The flag that ends a TCP connection at once, or refuses it.</source>
        <translation>立即终止或拒绝 TCP 连接的标志。</translation>
    </message>
    <message>
        <source>initiation</source>
        <translation>发起（initiation）</translation>
    </message>
    <message>
        <source>The first packet of an SCTP connection.</source>
        <translation>SCTP 连接的第一个数据包。</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止（abort）</translation>
    </message>
    <message>
        <source>The packet that ends an SCTP connection at once.</source>
        <translation>立即终止 SCTP 连接的数据包。</translation>
    </message>
    <message>
        <source>established</source>
        <translation>已建立（established）</translation>
    </message>
    <message>
        <source>State of a connection: it is open, and counts as active.</source>
        <translation>连接的状态：已建立，计为活动连接。</translation>
    </message>
    <message>
        <source>SYN sent</source>
        <translation>已发送 SYN（SYN sent）</translation>
    </message>
    <message>
        <source>State of a TCP connection: it is being opened, and counts as active.</source>
        <translation>TCP 连接的状态：正在建立，计为活动连接。</translation>
    </message>
    <message>
        <source>SYN received</source>
        <translation>已收到 SYN（SYN received）</translation>
    </message>
    <message>
        <source>State of a TCP connection: the client has asked for it. It counts as active.</source>
        <translation>TCP 连接的状态：客户端已请求建立。计为活动连接。</translation>
    </message>
    <message>
        <source>SYN acknowledged</source>
        <translation>已确认 SYN（SYN acknowledged）</translation>
    </message>
    <message>
        <source>State of a TCP connection: the client&apos;s request was answered. It counts as active.</source>
        <translation>TCP 连接的状态：客户端的请求已得到应答。计为活动连接。</translation>
    </message>
    <message>
        <source>waiting for the other FIN</source>
        <translation>等待对方的 FIN（waiting for the other FIN）</translation>
    </message>
    <message>
        <source>State of a TCP connection: one side is done. It counts as inactive.</source>
        <translation>TCP 连接的状态：一方已结束。计为非活动连接。</translation>
    </message>
    <message>
        <source>waiting for time to pass</source>
        <translation>等待时间过去（waiting for time to pass）</translation>
    </message>
    <message>
        <source>State of a TCP connection: it has ended, and late packets are waited for.</source>
        <translation>TCP 连接的状态：已结束，等待迟到的数据包。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭（closed）</translation>
    </message>
    <message>
        <source>State of a TCP connection: it has ended, or was refused.</source>
        <translation>TCP 连接的状态：已结束，或被拒绝。</translation>
    </message>
    <message>
        <source>waiting to close</source>
        <translation>等待关闭（waiting to close）</translation>
    </message>
    <message>
        <source>State of a TCP connection: the client is done, the real server not yet.</source>
        <translation>TCP 连接的状态：客户端已结束，真实服务器尚未结束。</translation>
    </message>
    <message>
        <source>last acknowledgement</source>
        <translation>最后确认（last acknowledgement）</translation>
    </message>
    <message>
        <source>State of a TCP connection: both sides are done, and the last packet is missing.</source>
        <translation>TCP 连接的状态：双方都已结束，还缺最后一个数据包。</translation>
    </message>
    <message>
        <source>assured</source>
        <translation>已确认（assured）</translation>
    </message>
    <message>
        <source>State of a connection template: a connection it pins was really used.</source>
        <translation>连接模板的状态：它固定的连接已被实际使用。</translation>
    </message>
    <message>
        <source>before routing</source>
        <translation>路由之前（before routing）</translation>
    </message>
    <message>
        <source>The hook where rules see a packet that has just come in.</source>
        <translation>规则在此钩子看到刚进入的数据包。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入（input）</translation>
    </message>
    <message>
        <source>The hook where rules see a packet that is for the machine itself. IPVS comes behind them.</source>
        <translation>规则在此钩子看到发给本机的数据包。IPVS 在它们之后。</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>转送（forward）</translation>
    </message>
    <message>
        <source>The hook where rules see a packet that the machine passes on for others.</source>
        <translation>规则在此钩子看到本机为其他机器转送的数据包。</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出（output）</translation>
    </message>
    <message>
        <source>The hook where rules see a packet that the machine itself sends.</source>
        <translation>规则在此钩子看到本机自己发出的数据包。</translation>
    </message>
    <message>
        <source>after routing</source>
        <translation>路由之后（after routing）</translation>
    </message>
    <message>
        <source>The hook where rules see a packet that is about to leave. SNAT is made here.</source>
        <translation>规则在此钩子看到即将离开的数据包。SNAT 在这里进行。</translation>
    </message>
    <message>
        <source>Internet Protocol</source>
        <translation>互联网协议（Internet Protocol）</translation>
    </message>
    <message>
        <source>Carries packets from address to address.</source>
        <translation>把数据包从一个地址送到另一个地址。</translation>
    </message>
    <message>
        <source>Internet Protocol, version 4</source>
        <translation>互联网协议第 4 版（Internet Protocol, version 4）</translation>
    </message>
    <message>
        <source>Has addresses such as 192.0.2.1.</source>
        <translation>使用 192.0.2.1 这样的地址。</translation>
    </message>
    <message>
        <source>Internet Protocol, version 6</source>
        <translation>互联网协议第 6 版（Internet Protocol, version 6）</translation>
    </message>
    <message>
        <source>Has addresses such as 2001:db8::1.</source>
        <translation>使用 2001:db8::1 这样的地址。</translation>
    </message>
    <message>
        <source>Transmission Control Protocol</source>
        <translation>传输控制协议（Transmission Control Protocol）</translation>
    </message>
    <message>
        <source>Connections that carry bytes in order, as for the web.</source>
        <translation>按顺序传送字节的连接，例如用于网页。</translation>
    </message>
    <message>
        <source>User Datagram Protocol</source>
        <translation>用户数据报协议（User Datagram Protocol）</translation>
    </message>
    <message>
        <source>Single packets without a connection, as for names.</source>
        <translation>没有连接的单个数据包，例如用于名称解析。</translation>
    </message>
    <message>
        <source>Stream Control Transmission Protocol</source>
        <translation>流控制传输协议（Stream Control Transmission Protocol）</translation>
    </message>
    <message>
        <source>Connections that carry several streams of messages, as in telephony.</source>
        <translation>传送多个消息流的连接，例如用于电话。</translation>
    </message>
    <message>
        <source>Domain Name System</source>
        <translation>域名系统（Domain Name System）</translation>
    </message>
    <message>
        <source>Finds the addresses of names.</source>
        <translation>查找名称对应的地址。</translation>
    </message>
    <message>
        <source>File Transfer Protocol</source>
        <translation>文件传输协议（File Transfer Protocol）</translation>
    </message>
    <message>
        <source>Copies files; each copy is a connection beside the first one.</source>
        <translation>复制文件；每次复制都在第一个连接之外另建一个连接。</translation>
    </message>
    <message>
        <source>Hypertext Transfer Protocol</source>
        <translation>超文本传输协议（Hypertext Transfer Protocol）</translation>
    </message>
    <message>
        <source>What web servers speak.</source>
        <translation>网页服务器使用的协议。</translation>
    </message>
    <message>
        <source>HTTP over TLS</source>
        <translation>基于 TLS 的 HTTP（HTTP over TLS）</translation>
    </message>
    <message>
        <source>What web servers speak, encrypted.</source>
        <translation>网页服务器使用的协议，经过加密。</translation>
    </message>
    <message>
        <source>Transport Layer Security</source>
        <translation>传输层安全（Transport Layer Security）</translation>
    </message>
    <message>
        <source>Encrypts a connection, and shows by a certificate who answers.</source>
        <translation>加密连接，并用证书表明应答者是谁。</translation>
    </message>
    <message>
        <source>IP security</source>
        <translation>IP 安全（IP security）</translation>
    </message>
    <message>
        <source>Encrypts packets between machines.</source>
        <translation>加密机器之间的数据包。</translation>
    </message>
    <message>
        <source>Secure Shell</source>
        <translation>安全外壳（Secure Shell）</translation>
    </message>
    <message>
        <source>How the console reaches other machines.</source>
        <translation>控制台以此到达其他机器。</translation>
    </message>
    <message>
        <source>Network File System</source>
        <translation>网络文件系统（Network File System）</translation>
    </message>
    <message>
        <source>Files of one machine that others use as their own.</source>
        <translation>一台机器的文件，其他机器可以像自己的文件一样使用。</translation>
    </message>
    <message>
        <source>Remote Authentication Dial-In User Service</source>
        <translation>远程用户拨号认证服务（Remote Authentication Dial-In User Service）</translation>
    </message>
    <message>
        <source>Asks a server whether somebody may use the network.</source>
        <translation>询问服务器某人是否可以使用网络。</translation>
    </message>
    <message>
        <source>Uniform Resource Locator</source>
        <translation>统一资源定位符（Uniform Resource Locator）</translation>
    </message>
    <message>
        <source>The address of a page of the web.</source>
        <translation>网页的地址。</translation>
    </message>
</context>
<context>
    <name>Topology</name>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>DIP</source>
        <translation>DIP</translation>
    </message>
    <message>
        <source>RIP</source>
        <translation>RIP</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已排空</translation>
    </message>
    <message>
        <source>unreachable (by probe)</source>
        <translation>不可达（由探测得知）</translation>
    </message>
    <message>
        <source>%1, weight %2</source>
        <comment>state of a real server</comment>
        <translation>%1，权重 %2</translation>
    </message>
    <message>
        <source>no real server</source>
        <translation>没有真实服务器</translation>
    </message>
    <message>
        <source>%1 of %2 serving</source>
        <translation>%2 台中有 %1 台服务中</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>调度器</translation>
    </message>
    <message numerus="yes">
        <source>%Ln real server(s)</source>
        <translation>
            <numerusform>%Ln 台真实服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>address, interface</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Replies pass the director by, which does not count them</source>
        <translation>应答不经过调度器，因此不计入</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>New connections per second</source>
        <translation>每秒新建连接</translation>
    </message>
    <message>
        <source>Packets in per second</source>
        <translation>每秒入站数据包</translation>
    </message>
    <message>
        <source>Packets out per second</source>
        <translation>每秒出站数据包</translation>
    </message>
    <message>
        <source>Bytes in per second</source>
        <translation>每秒入站字节数</translation>
    </message>
    <message>
        <source>Bytes out per second</source>
        <translation>每秒出站字节数</translation>
    </message>
    <message>
        <source>Active connections</source>
        <translation>活动连接</translation>
    </message>
    <message>
        <source>Inactive connections</source>
        <translation>非活动连接</translation>
    </message>
    <message>
        <source>Connections that were given to a real server (CPS of ipvsadm)</source>
        <translation>分配给真实服务器的连接（ipvsadm 的 CPS）</translation>
    </message>
    <message>
        <source>Packets from clients (InPPS of ipvsadm); segments that the network card joined count once</source>
        <translation>来自客户端的数据包（ipvsadm 的 InPPS）；被网卡合并的数据段只计一次</translation>
    </message>
    <message>
        <source>Packets of replies that pass the director (OutPPS of ipvsadm)</source>
        <translation>经过调度器的应答数据包（ipvsadm 的 OutPPS）</translation>
    </message>
    <message>
        <source>Bytes, not bits, from clients: IP packets without link headers (InBPS of ipvsadm)</source>
        <translation>来自客户端的字节数（不是比特）：IP 数据包，不含链路层头部（ipvsadm 的 InBPS）</translation>
    </message>
    <message>
        <source>Bytes, not bits, of replies that pass the director (OutBPS of ipvsadm)</source>
        <translation>经过调度器的应答字节数（不是比特）（ipvsadm 的 OutBPS）</translation>
    </message>
    <message>
        <source>Established connections at the moment; UDP has none</source>
        <translation>当前已建立的连接；UDP 没有活动连接</translation>
    </message>
    <message>
        <source>Connections at the moment that are opening, closing or waiting to be forgotten, and all of UDP</source>
        <translation>当前正在建立、正在关闭或等待清除的连接，以及所有 UDP 连接</translation>
    </message>
    <message>
        <source>smoothed by the kernel</source>
        <translation>内核平滑值</translation>
    </message>
    <message>
        <source>The kernel&apos;s estimator, as ipvsadm --rate shows it: whole numbers, smoothed over about 7 s, renewed every 2 s. A step takes some 20 s to be shown in full.</source>
        <translation>内核估算器的值，与 ipvsadm --rate 所示相同：整数，按约 7 s 平滑，每 2 s 更新一次。阶跃变化约需 20 s 才能完全显示。</translation>
    </message>
    <message>
        <source>exact, from counters</source>
        <translation>由计数器精确计算</translation>
    </message>
    <message>
        <source>How much the counters grew, by the time between two changes of them that were seen: nothing is smoothed, a point stands for 4 s or more.</source>
        <translation>计数器的增量除以观察到的两次变化之间的时间：不做平滑，每个点代表 4 s 或更长时间。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>所有服务</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: replies go past the director (DR, TUN or local), which can&apos;t count them.</source>
        <translation>%1：应答不经过调度器（DR、TUN 或本地），因此无法统计。</translation>
    </message>
    <message>
        <source>%1: only replies through the director (NAT) are counted, those of other real servers go past it.</source>
        <translation>%1：只统计经过调度器（NAT）的应答，其他真实服务器的应答不经过调度器。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied</source>
        <translation>
            <numerusform>已应用 %Ln 项更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied: %1</source>
        <translation>
            <numerusform>已应用 %Ln 项更改：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by another program</source>
        <translation>
            <numerusform>其他程序做了 %Ln 项更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by another program: %1</source>
        <translation>
            <numerusform>其他程序做了 %Ln 项更改：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln real server(s) drained: %1</source>
        <translation>
            <numerusform>已排空 %Ln 台真实服务器：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to the director was lost</source>
        <translation>与调度器的连接已断开</translation>
    </message>
    <message>
        <source>The director answers again</source>
        <translation>调度器恢复应答</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>changed outside</source>
        <translation>外部更改</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已排空</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1 now, at most %2 in the last %3</source>
        <translation>现在 %1，最近 %3 内最高 %2</translation>
    </message>
    <message>
        <source>Nothing was recorded in the last minutes</source>
        <translation>最近几分钟没有记录</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficExport</name>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>%1, least</source>
        <translation>%1，最小值</translation>
    </message>
    <message>
        <source>%1, most</source>
        <translation>%1，最大值</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 – %2 (within 0.05 % or 1/32)</source>
        <translation>%1 – %2（误差不超过 0.05 % 或 1/32）</translation>
    </message>
</context>
<context>
    <name>TunnelFields</name>
    <message>
        <source>IP in IP: the simplest, 20 bytes more per packet over IPv4.</source>
        <translation>IP in IP：最简单，IPv4 上每个数据包多 20 字节。</translation>
    </message>
    <message>
        <source>Generic UDP encapsulation: passes where only UDP does, 32 bytes more per packet over IPv4.</source>
        <translation>通用 UDP 封装：在只放行 UDP 的地方也能通过，IPv4 上每个数据包多 32 字节。</translation>
    </message>
    <message>
        <source>Generic routing encapsulation: 24 bytes more per packet over IPv4.</source>
        <translation>通用路由封装：IPv4 上每个数据包多 24 字节。</translation>
    </message>
    <message>
        <source>Another program has set a type without a name.</source>
        <translation>其他程序设置了没有名称的类型。</translation>
    </message>
    <message>
        <source>No checksum</source>
        <translation>无校验和</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Remote checksum offload</source>
        <translation>远程校验和卸载</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>未知（%1）</translation>
    </message>
    <message>
        <source>The outer header has none; what is inside keeps its own.</source>
        <translation>外层报头没有校验和；内层的保持不变。</translation>
    </message>
    <message>
        <source>The outer header has one, too, which the real server verifies.</source>
        <translation>外层报头也有校验和，由真实服务器验证。</translation>
    </message>
    <message>
        <source>The real server fills in the inner checksum; its tunnel must have been set up for that.</source>
        <translation>由真实服务器填写内层校验和；其隧道须为此配置。</translation>
    </message>
</context>
<context>
    <name>WalkText</name>
    <message>
        <source>Client sends</source>
        <translation>客户端发送</translation>
    </message>
    <message>
        <source>Router forwards</source>
        <translation>路由器转发</translation>
    </message>
    <message>
        <source>Arrives at the VIP</source>
        <translation>到达 VIP</translation>
    </message>
    <message>
        <source>IPVS takes it</source>
        <translation>IPVS 接收</translation>
    </message>
    <message>
        <source>Sent on by IPVS</source>
        <translation>IPVS 送出</translation>
    </message>
    <message>
        <source>Leaves the director</source>
        <translation>离开调度器</translation>
    </message>
    <message>
        <source>Real server receives</source>
        <translation>真实服务器接收</translation>
    </message>
    <message>
        <source>Real server answers</source>
        <translation>真实服务器应答</translation>
    </message>
    <message>
        <source>Reply arrives at the director</source>
        <translation>应答到达调度器</translation>
    </message>
    <message>
        <source>Reply passed on</source>
        <translation>应答被转发</translation>
    </message>
    <message>
        <source>Reply leaves the director</source>
        <translation>应答离开调度器</translation>
    </message>
    <message>
        <source>Router returns it</source>
        <translation>路由器送回</translation>
    </message>
    <message>
        <source>Client receives</source>
        <translation>客户端收到</translation>
    </message>
    <message>
        <source>NAT makes the real server&apos;s address (RIP) and port the destination. The packet goes on like one that the director sends itself: it never comes to FORWARD, and needs no ip_forward.</source>
        <translation>NAT 把目的改为真实服务器的地址（RIP）和端口。之后数据包像调度器自己发送的那样继续前进：它不经过 FORWARD，也不需要 ip_forward。</translation>
    </message>
    <message>
        <source>TUN leaves the packet as it is and wraps it into another one, from the DIP to the RIP. Rules of OUTPUT see the outer one.</source>
        <translation>TUN 不改动数据包，而是把它封装到另一个从 DIP 到 RIP 的数据包中。OUTPUT 的规则看到的是外层数据包。</translation>
    </message>
    <message>
        <source>DR leaves addresses as they are, and asks for the way to the RIP instead of to the VIP.</source>
        <translation>DR 不改动地址，只是查找到 RIP 而不是到 VIP 的路径。</translation>
    </message>
    <message>
        <source>DR leaves addresses and port %1 as they are, and asks for the way to the RIP instead of to the VIP.</source>
        <translation>DR 不改动地址和端口 %1，只是查找到 RIP 而不是到 VIP 的路径。</translation>
    </message>
    <message>
        <source>A rule of source NAT makes the director&apos;s own address, %1, the source. So the real server answers the director, whatever its default route is.</source>
        <translation>一条源地址转换（SNAT）规则把源改为调度器自己的地址 %1。因此无论真实服务器的默认路由是什么，它都应答调度器。</translation>
    </message>
    <message>
        <source>The outer packet is routed to the RIP like any other: routers may be between the two machines.</source>
        <translation>外层数据包像其他数据包一样被路由到 RIP：两台机器之间可以有路由器。</translation>
    </message>
    <message>
        <source>Only the hardware address says which real server gets it. No router takes that further, so both machines have to be in one network.</source>
        <translation>只有硬件地址说明由哪台真实服务器得到它。路由器不会把硬件地址带到下一网络，所以两台机器必须在同一网络中。</translation>
    </message>
    <message>
        <source>The source stays that of the client (CIP), so the real server sees who asks, and answers to there.</source>
        <translation>源仍是客户端的地址（CIP），因此真实服务器看得到是谁在请求，并向那里应答。</translation>
    </message>
    <message>
        <source>The destination is the VIP. The real server has it, too, without answering ARP for it, and so takes the packet as its own: a program that listens there gets it.</source>
        <translation>目的是 VIP。真实服务器也有这个地址，但不应答对它的 ARP 请求，因此把数据包当作自己的：在那里监听的程序会得到它。</translation>
    </message>
    <message>
        <source>The outer packet is for the RIP, and the tunnel&apos;s interface unwraps it. Inside is one for the VIP, which the real server has, too: a program that listens there gets it.</source>
        <translation>外层数据包发往 RIP，由隧道接口解开。里面是发往 VIP 的数据包，真实服务器也有 VIP：在那里监听的程序会得到它。</translation>
    </message>
    <message>
        <source>This real server is the director itself: the packet goes on upwards, and a program gets it without leaving the machine.</source>
        <translation>这台真实服务器就是调度器本身：数据包继续向上，程序不离开本机就得到它。</translation>
    </message>
    <message>
        <source>The destination is the machine&apos;s own address (RIP): a program that listens there gets the packet, and knows nothing of the VIP.</source>
        <translation>目的是这台机器自己的地址（RIP）：在那里监听的程序得到数据包，对 VIP 一无所知。</translation>
    </message>
    <message>
        <source>The answer already has the VIP as its source. It goes to the client by the real server&apos;s own routes, and the director does not see it.</source>
        <translation>应答的源已经是 VIP。它按真实服务器自己的路由去往客户端，调度器看不到它。</translation>
    </message>
    <message>
        <source>The answer has the VIP as its source, for that is what the program was asked on.</source>
        <translation>应答的源是 VIP，因为程序正是在这个地址上收到请求的。</translation>
    </message>
    <message>
        <source>The program answers, and IPVS makes the VIP the source before the rules of OUTPUT see it.</source>
        <translation>程序应答，在 OUTPUT 的规则看到之前，IPVS 把源改为 VIP。</translation>
    </message>
    <message>
        <source>The real server answers to whom it has seen: %1, where the director has its address. No default route is needed for that.</source>
        <translation>真实服务器应答它所看到的对方：%1，即调度器的地址。这不需要默认路由。</translation>
    </message>
    <message>
        <source>The answer goes from the RIP to the client. It has to lead through the director, the real server&apos;s default gateway, for only there can the RIP become the VIP again.</source>
        <translation>应答从 RIP 去往客户端。它必须经过调度器，即真实服务器的默认网关，因为只有在那里 RIP 才能变回 VIP。</translation>
    </message>
    <message>
        <source>Connection tracking knows what source NAT has done, and makes the client (CIP) the destination again.</source>
        <translation>连接跟踪知道 SNAT 做过什么，并把目的改回客户端（CIP）。</translation>
    </message>
    <message>
        <source>The real server&apos;s default route leads to the director. The answer should have passed it by.</source>
        <translation>真实服务器的默认路由指向调度器。应答本不该经过它。</translation>
    </message>
    <message>
        <source>The director gets the answer as the real server&apos;s gateway: it is for the client (CIP), not for the machine itself.</source>
        <translation>调度器作为真实服务器的网关得到应答：它发往客户端（CIP），而不是发往本机。</translation>
    </message>
    <message>
        <source>The client (CIP) connects to the VIP. It knows of no real servers.</source>
        <translation>客户端（CIP）连接 VIP。它不知道有真实服务器。</translation>
    </message>
    <message>
        <source>The router asks by ARP who has the VIP. The director alone may answer, and gets the packet at its hardware address.</source>
        <translation>路由器用 ARP 询问谁有 VIP。只有调度器可以应答，并在其硬件地址上得到数据包。</translation>
    </message>
    <message>
        <source>The router asks by neighbour discovery who has the VIP. The director alone may answer, and gets the packet at its hardware address.</source>
        <translation>路由器用邻居发现询问谁有 VIP。只有调度器可以应答，并在其硬件地址上得到数据包。</translation>
    </message>
    <message>
        <source>The VIP is an address of the director, so routing takes the packet as one for the machine itself: it goes to INPUT, not to FORWARD.</source>
        <translation>VIP 是调度器的地址，因此路由把数据包当作发给本机的：它进入 INPUT，而不是 FORWARD。</translation>
    </message>
    <message>
        <source>Behind the rules of INPUT, IPVS finds the service by the packet&apos;s firewall mark, lets the scheduler choose a real server, and remembers the connection.</source>
        <translation>在 INPUT 的规则之后，IPVS 按数据包的防火墙标记找到虚拟服务，由调度算法选择一台真实服务器，并记住这个连接。</translation>
    </message>
    <message>
        <source>Behind the rules of INPUT, IPVS finds the service by VIP, protocol and port, lets the scheduler choose a real server, and remembers the connection.</source>
        <translation>在 INPUT 的规则之后，IPVS 按 VIP、协议和端口找到虚拟服务，由调度算法选择一台真实服务器，并记住这个连接。</translation>
    </message>
    <message>
        <source>Routing would have to pass on a packet that has the director&apos;s own VIP as its source.</source>
        <translation>路由需要转发一个以调度器自己的 VIP 为源的数据包。</translation>
    </message>
    <message>
        <source>Routing passes the answer on, which ip_forward has to allow. The rules of FORWARD still see the RIP as its source; behind them IPVS makes it the VIP again.</source>
        <translation>路由转发应答，这需要 ip_forward 允许。FORWARD 的规则看到的源仍是 RIP；在它们之后 IPVS 把源改回 VIP。</translation>
    </message>
    <message>
        <source>The answer goes to the client with the VIP as its source, as if the director had written it.</source>
        <translation>应答以 VIP 为源去往客户端，就像由调度器写成的一样。</translation>
    </message>
    <message>
        <source>The router looks at the destination alone, and takes the answer to the client.</source>
        <translation>路由器只看目的地址，把应答送到客户端。</translation>
    </message>
    <message>
        <source>The client accepts the answer because it comes from where it has sent to: the VIP.</source>
        <translation>客户端接受应答，因为它来自客户端发往的地址：VIP。</translation>
    </message>
    <message>
        <source>The rule: %1.</source>
        <translation>规则：%1。</translation>
    </message>
    <message>
        <source>The rule: %1, in %2.</source>
        <comment>rule, table and chain</comment>
        <translation>规则：%1，位于 %2。</translation>
    </message>
    <message>
        <source>The director has no route to the real server.</source>
        <translation>调度器没有到真实服务器的路由。</translation>
    </message>
    <message>
        <source>The kernel gives no packet from outside to an address of loopback: under NAT, a real server on the director needs another address.</source>
        <translation>内核不会把外来的数据包交给环回地址：使用 NAT 时，调度器上的真实服务器需要另一个地址。</translation>
    </message>
    <message>
        <source>The real server has no route to the client.</source>
        <translation>真实服务器没有到客户端的路由。</translation>
    </message>
    <message>
        <source>The director does not pass on what comes from its own VIP.</source>
        <translation>调度器不转发来自自己 VIP 的数据包。</translation>
    </message>
    <message>
        <source>The director has no route to the client.</source>
        <translation>调度器没有到客户端的路由。</translation>
    </message>
    <message>
        <source>The answer comes from %1, which the client has never asked: it drops the packet, and waits in vain.</source>
        <translation>应答来自 %1，而客户端从未向它请求：客户端丢弃数据包，徒然等待。</translation>
    </message>
    <message>
        <source>The packet ends here.</source>
        <translation>数据包到此终止。</translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message>
        <source>A link-local address means nothing without its interface, which IPVS does not keep: replies may get lost.</source>
        <translation>链路本地地址离开所属接口就没有意义，而 IPVS 不记录接口：应答可能丢失。</translation>
    </message>
    <message>
        <source>Only programs on the director itself reach a loopback address.</source>
        <translation>只有调度器本机上的程序能到达环回地址。</translation>
    </message>
    <message>
        <source>The kernel takes “none” for no scheduler at all, and refuses every connection.</source>
        <translation>内核把“none”当作没有调度算法，会拒绝所有连接。</translation>
    </message>
    <message>
        <source>UDP connections never count as active, so this scheduler gives all of them to one server.</source>
        <translation>UDP 连接从不算作活动连接，因此此调度算法会把它们全部交给一台服务器。</translation>
    </message>
    <message>
        <source>This scheduler chooses by the address clients connect to. Here that is only one, so everything goes to one server.</source>
        <translation>此调度算法按客户端所连接的地址选择。这里只有一个地址，因此全部到一台服务器。</translation>
    </message>
    <message>
        <source>This scheduler pays no attention to flags.</source>
        <translation>此调度算法不看标志。</translation>
    </message>
    <message>
        <source>Of the marked packets only those of UDP are scheduled one by one.</source>
        <translation>在带标记的数据包中，只有 UDP 的会逐包调度。</translation>
    </message>
    <message>
        <source>All clients count as one, so everything goes to one server at a time.</source>
        <translation>所有客户端算作一个，因此同一时间全部到一台服务器。</translation>
    </message>
    <message>
        <source>The engine does nothing without persistence.</source>
        <translation>没有持久连接时，引擎不起作用。</translation>
    </message>
    <message>
        <source>The engine reads SIP over UDP only; the kernel drops what it can&apos;t read.</source>
        <translation>引擎只能读懂 UDP 上的 SIP；内核会丢弃读不懂的数据包。</translation>
    </message>
    <message>
        <source>The kernel drops packets from other machines to a loopback address.</source>
        <translation>内核会丢弃其他机器发往环回地址的数据包。</translation>
    </message>
    <message>
        <source>This is the virtual address itself: the packets stay on the director.</source>
        <translation>这就是虚拟地址本身：数据包留在调度器上。</translation>
    </message>
    <message>
        <source>Packets keep their port here, whatever this says; 0 is usual.</source>
        <translation>这里数据包保持原来的端口，与此处的值无关；通常填 0。</translation>
    </message>
    <message>
        <source>With weight 0 the server is drained: it gets no new connections.</source>
        <translation>权重为 0 时服务器已排空：不接收新连接。</translation>
    </message>
    <message>
        <source>ipvsadm takes weights up to 65535 only, except in Debian&apos;s version.</source>
        <translation>除 Debian 的版本外，ipvsadm 只接受不超过 65535 的权重。</translation>
    </message>
    <message>
        <source>Clients that persistence has bound to the server are let in above the threshold, too.</source>
        <translation>已由持久连接绑定到该服务器的客户端，超过阈值时仍会被接收。</translation>
    </message>
    <message>
        <source>While IPv4 and IPv6 are mixed, no sync daemon can run on the director.</source>
        <translation>混用 IPv4 和 IPv6 时，调度器上无法运行同步守护进程。</translation>
    </message>
</context>
<context>
    <name>lvs::AnnotationDialog</name>
    <message>
        <source>Name and note of %1</source>
        <translation>%1 的名称和备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Keep name and note</source>
        <translation>保存名称和备注</translation>
    </message>
</context>
<context>
    <name>lvs::ArchiveLabel</name>
    <message>
        <source>Of all services together, of each service and of real servers that are kept, each minute with its least, mean and most. Days that are too old or too much are removed, the oldest first. Seconds and other real servers are forgotten after some ten minutes.</source>
        <translation>保存所有服务合计、每个服务以及设为保留的真实服务器每分钟的最小值、平均值和最大值。过旧或超出容量的日期会被删除，最旧的先删。按秒的数据和其他真实服务器约十分钟后不再保留。</translation>
    </message>
    <message>
        <source>A day is kept, until this console ends.</source>
        <translation>保留一天，直到本控制台退出。</translation>
    </message>
    <message>
        <source>Reading what was kept …</source>
        <translation>正在读取已保存的流量…</translation>
    </message>
    <message numerus="yes">
        <source>Kept on this computer for %n day(s), at most %1 of all directors.</source>
        <translation>
            <numerusform>在本机保存 %n 天，所有调度器合计最多 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another console keeps this director&apos;s traffic. What this one records is forgotten when it ends.</source>
        <translation>另一个控制台正在保存该调度器的流量。本控制台记录的内容在退出后丢失。</translation>
    </message>
    <message>
        <source>The %1 for kept traffic are used up by today. What comes now is forgotten when this console ends.</source>
        <translation>用于保存流量的 %1 已被今天的数据用完。此后记录的内容在本控制台退出后丢失。</translation>
    </message>
    <message>
        <source>What comes now is forgotten when this console ends: %1</source>
        <translation>此后记录的内容在本控制台退出后丢失：%1</translation>
    </message>
    <message numerus="yes">
        <source>Kept traffic is damaged in %n place(s). Everything else was read.</source>
        <translation>
            <numerusform>已保存的流量有 %n 处损坏，其余均已读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::AuthenticationDialog</name>
    <message>
        <source>Authentication required</source>
        <translation>需要身份验证</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Authenticate as</source>
        <translation>验证身份</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Asked by the director for the action %1.</source>
        <translation>调度器为操作 %1 提出此请求。</translation>
    </message>
</context>
<context>
    <name>lvs::BootDialog</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Make this &amp;survive a reboot</source>
        <translation>设为重启后保留(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Write for &amp;Debian…</source>
        <translation>为 Debian 写入(&amp;D)…</translation>
    </message>
    <message>
        <source>Write for &amp;RHEL…</source>
        <translation>为 RHEL 写入(&amp;R)…</translation>
    </message>
    <message>
        <source>What the next boot restores</source>
        <translation>下次启动恢复的内容</translation>
    </message>
    <message>
        <source>Remove what LVS Console keeps for the next boot; the table in the kernel stays</source>
        <translation>删除 LVS Console 为下次启动保存的内容；内核中的配置表不变</translation>
    </message>
    <message>
        <source>Show what /etc/ipvsadm.rules and /etc/default/ipvsadm would hold, and write them</source>
        <translation>显示 /etc/ipvsadm.rules 和 /etc/default/ipvsadm 将包含的内容，并写入</translation>
    </message>
    <message>
        <source>Show what /etc/sysconfig/ipvsadm would hold, and write it</source>
        <translation>显示 /etc/sysconfig/ipvsadm 将包含的内容，并写入</translation>
    </message>
    <message>
        <source>The kernel and the boot files</source>
        <translation>内核与启动文件</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>Real servers</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Differences from now</source>
        <translation>与当前的差异</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In the kernel now</source>
        <translation>内核当前</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>Nothing: files and units fit each other.</source>
        <translation>没有：文件与单元彼此相符。</translation>
    </message>
    <message>
        <source>Choose another row to see what differs from the kernel now</source>
        <translation>选择其他行，查看与内核当前内容的差异</translation>
    </message>
    <message>
        <source>What would change from the kernel now to “%1”</source>
        <translation>从内核当前到“%1”会发生的变化</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>……还有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: they are equal.</source>
        <translation>没有：二者相同。</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>没有可比较的内容。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
</context>
<context>
    <name>lvs::BootPanel</name>
    <message>
        <source>Next boot</source>
        <translation>下次启动</translation>
    </message>
    <message>
        <source>Make this &amp;survive a reboot</source>
        <translation>设为重启后保留(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Boot state…</source>
        <translation>启动状态(&amp;B)…</translation>
    </message>
    <message>
        <source>Keep what the kernel has now: services, real servers with thresholds, timeouts and sync daemons. LVS Console&apos;s own unit restores it at boot; nothing in /etc is touched.</source>
        <translation>保存内核当前的内容：虚拟服务、带阈值的真实服务器、超时和同步守护进程。启动时由 LVS Console 自己的单元恢复；不改动 /etc 中的任何内容。</translation>
    </message>
    <message>
        <source>What the next boot restores, from where, and what differs; the distribution&apos;s files</source>
        <translation>下次启动恢复什么、从哪里恢复、有何不同，以及发行版的文件</translation>
    </message>
</context>
<context>
    <name>lvs::BootWriteDialog</name>
    <message numerus="yes">
        <source>… and %Ln more line(s)</source>
        <translation>
            <numerusform>……还有 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Command that enables the unit</source>
        <translation>启用该单元的命令</translation>
    </message>
    <message>
        <source>Copy this command</source>
        <translation>复制此命令</translation>
    </message>
    <message>
        <source>Write the boot files of Debian</source>
        <translation>写入 Debian 的启动文件</translation>
    </message>
    <message>
        <source>Write the boot file of RHEL</source>
        <translation>写入 RHEL 的启动文件</translation>
    </message>
    <message>
        <source>Exactly this is written:</source>
        <translation>将原样写入以下内容：</translation>
    </message>
    <message>
        <source>Content of the files</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Write both files</source>
        <translation>写入这两个文件</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入该文件</translation>
    </message>
    <message>
        <source>Content of %1</source>
        <translation>%1 的内容</translation>
    </message>
</context>
<context>
    <name>lvs::BusiestModel</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Enter shows it on the Services page</source>
        <translation>按 Enter 在“服务”页中显示</translation>
    </message>
</context>
<context>
    <name>lvs::ChecksStep</name>
    <message>
        <source>What is, what should be</source>
        <translation>现状与应有状态</translation>
    </message>
    <message>
        <source>As seen on each machine now. Nothing is changed yet; what is wrong here becomes the plan.</source>
        <translation>每台机器上现在的情况。尚未更改任何东西；这里不对的将成为计划。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>machine, error</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
</context>
<context>
    <name>lvs::ChecksView</name>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>重新检查(&amp;G)</translation>
    </message>
    <message>
        <source>Looking at the machines …</source>
        <translation>正在查看各台机器…</translation>
    </message>
    <message>
        <source>%1, seen at %2</source>
        <comment>how all is, time</comment>
        <translation>%1，查看时间 %2</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try it: %Ln connection(s)</source>
        <translation>
            <numerusform>试一试：%Ln 个连接(&amp;T)</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>a machine</comment>
        <translation>从 %1</translation>
    </message>
</context>
<context>
    <name>lvs::ClearDialog</name>
    <message>
        <source>Clear the table of %1</source>
        <translation>清空 %1 的表</translation>
    </message>
    <message>
        <source>Draft clearing</source>
        <translation>起草清空</translation>
    </message>
    <message>
        <source>clear</source>
        <comment>the word to type</comment>
        <translation>清空</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>调度器</translation>
    </message>
    <message numerus="yes">
        <source>%Ln real server(s)</source>
        <translation>
            <numerusform>%Ln 个真实服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln virtual service(s)</source>
        <comment>goes</comment>
        <translation>
            <numerusform>%Ln 个虚拟服务</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>将移除</translation>
    </message>
    <message>
        <source>Clients of every service are refused from then on. Undo brings the table back, but not the counters.</source>
        <translation>此后所有服务的客户端都会被拒绝。撤销可恢复表，但不能恢复计数器。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Type “%1”. Nothing happens on the director before you apply.</source>
        <translation>请输入“%1”。应用之前，调度器上不会发生任何变化。</translation>
    </message>
</context>
<context>
    <name>lvs::CompareModel</name>
    <message>
        <source>Timeouts (TCP / TCP FIN / UDP)</source>
        <translation>超时（TCP / TCP FIN / UDP）</translation>
    </message>
    <message>
        <source>Sync daemon, master</source>
        <translation>同步守护进程，master</translation>
    </message>
    <message>
        <source>Sync daemon, backup</source>
        <translation>同步守护进程，backup</translation>
    </message>
    <message>
        <source>Servers differ</source>
        <translation>服务器不同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>lvs::CompareView</name>
    <message>
        <source>Left side</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation>仅显示差异(&amp;D)</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Search the comparison</source>
        <translation>搜索比较结果</translation>
    </message>
    <message>
        <source>Search: address or port</source>
        <translation>搜索：地址或端口</translation>
    </message>
    <message>
        <source>Take over to the &amp;left</source>
        <translation>复制到左侧(&amp;L)</translation>
    </message>
    <message>
        <source>Take over to the &amp;right</source>
        <translation>复制到右侧(&amp;R)</translation>
    </message>
    <message>
        <source>Make the selected rows of “%1” like those on the other side</source>
        <translation>使“%1”中选定的行与另一侧相同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln 项不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only left</source>
        <translation>
            <numerusform>%Ln 项仅左侧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only right</source>
        <translation>
            <numerusform>%Ln 项仅右侧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 equal</source>
        <translation>%1 项相同</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln line(s) with errors are left out</source>
        <translation>
            <numerusform>%1：略去 %Ln 行错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: ipvsadm refuses line %2; what follows may be missing after a reboot</source>
        <translation>%1：ipvsadm 拒绝第 %2 行；重启后其后的内容可能缺失</translation>
    </message>
</context>
<context>
    <name>lvs::ConfigTextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save configuration</source>
        <translation>保存配置</translation>
    </message>
</context>
<context>
    <name>lvs::ConnectDialog</name>
    <message>
        <source>Connect to a director</source>
        <translation>连接调度器</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>USER@HOST, or USER@HOST:PORT; names from your ssh configuration work, too. IPv6 addresses with a port stand in brackets.</source>
        <translation>用户@主机，或 用户@主机:端口；也可以使用 ssh 配置中的名称。带端口的 IPv6 地址要放在方括号中。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Shown wherever you could mistake this machine for another. It opens read-only in any case.</source>
        <translation>在容易认错机器的地方显示此标记。连接后总是只读。</translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsModel</name>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已释放</translation>
    </message>
    <message numerus="yes">
        <source>holds %Ln connection(s)</source>
        <translation>
            <numerusform>保持 %Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>由 %1 保持</translation>
    </message>
    <message>
        <source>A connection template: it ties this client to this real server. It is kept also when the kernel drops entries under load.</source>
        <translation>连接模板：将此客户端绑定到此真实服务器。即使内核在高负载下丢弃条目，它也会保留。</translation>
    </message>
    <message>
        <source>A connection template: it ties this client to this real server.</source>
        <translation>连接模板：将此客户端绑定到此真实服务器。</translation>
    </message>
    <message>
        <source>Counts as an active connection.</source>
        <translation>计为活动连接。</translation>
    </message>
    <message>
        <source>Counts as an inactive connection.</source>
        <translation>计为非活动连接。</translation>
    </message>
    <message>
        <source>This template ties its client to nothing any more: its real server was removed or drained.</source>
        <translation>此模板不再绑定任何真实服务器：其真实服务器已被移除或排空。</translation>
    </message>
    <message>
        <source>New connections of this client go to the same real server until the template expires.</source>
        <translation>在模板到期之前，此客户端的新连接都会转到同一台真实服务器。</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Virtual service</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Expires in (s)</source>
        <translation>剩余时间（秒）</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>持久连接</translation>
    </message>
</context>
<context>
    <name>lvs::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>These are the first 1,000 entries, in no meaningful order.</source>
        <translation>这是前 1,000 个条目，其顺序没有含义。</translation>
    </message>
    <message>
        <source>For every 60 further entries the kernel walks through all before them again.</source>
        <translation>每多读约 60 个条目，内核都要重新遍历它们之前的所有条目。</translation>
    </message>
    <message>
        <source>Reading all of about %1 would take the director some %2 s of processor time.</source>
        <translation>读取全部约 %1 个条目将耗费调度器约 %2 秒的处理器时间。</translation>
    </message>
    <message>
        <source>Who is connected is shown only to those who may administer this director.</source>
        <translation>只有可以管理此调度器的人才能看到谁在连接。</translation>
    </message>
    <message>
        <source>Show connections</source>
        <translation>显示连接</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No connections now.</source>
        <translation>当前没有连接。</translation>
    </message>
    <message>
        <source>Reading the connections …</source>
        <translation>正在读取连接…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1 / %Ln 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
</context>
<context>
    <name>lvs::ContextBar</name>
    <message>
        <source>editing</source>
        <translation>可编辑</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Lock editing</source>
        <translation>锁定编辑</translation>
    </message>
    <message>
        <source>Unlock editing</source>
        <translation>解锁编辑</translation>
    </message>
    <message>
        <source>Make this director read-only in this window</source>
        <translation>在此窗口中将该调度器设为只读</translation>
    </message>
    <message>
        <source>Allow drafting changes. Nothing happens on the director before you apply them.</source>
        <translation>允许起草更改。应用之前，调度器上不会发生任何变化。</translation>
    </message>
    <message>
        <source>Configuration…</source>
        <translation>配置…</translation>
    </message>
    <message>
        <source>Compare the table with keepalived&apos;s configuration</source>
        <translation>将此表与 keepalived 的配置进行比较</translation>
    </message>
</context>
<context>
    <name>lvs::DescribedItems</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>lvs::DetailsPane</name>
    <message>
        <source>Details of the selection</source>
        <translation>所选项的详情</translation>
    </message>
    <message>
        <source>The selection as commands</source>
        <translation>所选项对应的命令</translation>
    </message>
    <message>
        <source>Select a service or a real server to see its details.</source>
        <translation>选择一个虚拟服务或真实服务器以查看详情。</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度算法</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>持久连接</translation>
    </message>
    <message>
        <source>Real servers</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Sum of weights</source>
        <translation>权重之和</translation>
    </message>
    <message>
        <source>Persistence engine</source>
        <translation>持久引擎</translation>
    </message>
    <message>
        <source>Connections in total</source>
        <translation>连接总数</translation>
    </message>
    <message>
        <source>Packets in</source>
        <translation>入站数据包</translation>
    </message>
    <message>
        <source>Packets out</source>
        <translation>出站数据包</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>入站字节</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>出站字节</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>转发方式</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Upper threshold</source>
        <translation>上限阈值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Lower threshold</source>
        <translation>下限阈值</translation>
    </message>
    <message>
        <source>Active connections</source>
        <translation>活动连接</translation>
    </message>
    <message>
        <source>Inactive connections</source>
        <translation>非活动连接</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Firewall mark</source>
        <translation>防火墙标记</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>标记来源</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rule(s)</source>
        <translation>
            <numerusform>… 以及另外 %n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>no rule found: probably no packet reaches it</source>
        <translation>未找到规则：很可能没有数据包能到达它</translation>
    </message>
</context>
<context>
    <name>lvs::DiagramView</name>
    <message>
        <source>Diagram of the topology</source>
        <translation>拓扑图</translation>
    </message>
    <message>
        <source>Arrow keys go from card to card. The tab “Table” shows the same as a table.</source>
        <translation>用方向键在卡片之间移动。“表格”选项卡以表格显示同样的内容。</translation>
    </message>
</context>
<context>
    <name>lvs::DirectorFacts</name>
    <message>
        <source>This director</source>
        <translation>此调度器</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>维护者</translation>
    </message>
    <message>
        <source>Next boot</source>
        <translation>下次启动</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>S&amp;ystem page</source>
        <translation>“系统”页(&amp;Y)</translation>
    </message>
    <message>
        <source>Kernel support, timeouts, tunables and what the next boot restores</source>
        <translation>内核支持、超时、参数，以及下次启动会恢复什么</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real server(s)</source>
        <translation>
            <numerusform>%n 台真实服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them drained</source>
        <translation>
            <numerusform>其中 %n 台已排空</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>lvs::DirectorListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>director, state</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lvs::DirectorView</name>
    <message>
        <source>read every %1</source>
        <translation>每 %1 读取一次</translation>
    </message>
    <message>
        <source>The last reading took %1. The director is read while somebody looks, at most once a second and for a quarter of the time.</source>
        <translation>上次读取用时 %1。仅在有人查看时读取调度器，每秒最多一次，且不超过四分之一的时间。</translation>
    </message>
</context>
<context>
    <name>lvs::DrainAssistant</name>
    <message>
        <source>Draft its removal when it is &amp;empty</source>
        <translation>变空时起草移除(&amp;E)</translation>
    </message>
    <message>
        <source>Draft its removal at the &amp;latest in</source>
        <translation>最迟在此时间后起草移除(&amp;L)</translation>
    </message>
    <message>
        <source>Draft removal &amp;now</source>
        <translation>立即起草移除(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Undrain</source>
        <translation>取消排空(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>停止关注(&amp;S)</translation>
    </message>
    <message>
        <source>Drained servers of %1</source>
        <translation>%1 的排空服务器</translation>
    </message>
    <message>
        <source>Drained servers</source>
        <translation>排空的服务器</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>非活动</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>移除</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Minutes until the removal is drafted</source>
        <translation>起草移除前的分钟数</translation>
    </message>
    <message>
        <source>Selected server</source>
        <translation>所选服务器</translation>
    </message>
    <message>
        <source>What the kernel does with what is left</source>
        <translation>内核如何处理剩余连接</translation>
    </message>
    <message>
        <source>Commands that release clients</source>
        <translation>释放客户端的命令</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>when empty</source>
        <translation>变空时</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>No template pins a client to them.</source>
        <translation>没有模板将客户端固定在这些服务器上。</translation>
    </message>
</context>
<context>
    <name>lvs::DrainBar</name>
    <message>
        <source>Nothing is left on them.</source>
        <translation>其上已无任何连接。</translation>
    </message>
    <message numerus="yes">
        <source>The removal of %Ln drained server(s) is drafted. Apply it when you like.</source>
        <translation>
            <numerusform>已起草移除 %Ln 个排空的服务器。请在合适的时候应用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s) draining: %1</source>
        <translation>
            <numerusform>%Ln 个服务器正在排空：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::DuplicateDialog</name>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Draft service</source>
        <translation>起草服务</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The virtual address (VIP) that clients connect to.</source>
        <translation>客户端连接的虚拟地址（VIP）。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Servers on the port of the service get the new one, others keep theirs.</source>
        <translation>使用该服务端口的服务器改用新端口，其他服务器保留原端口。</translation>
    </message>
    <message>
        <source>Firewall mark</source>
        <translation>防火墙标记</translation>
    </message>
    <message>
        <source>1 to 4294967295.</source>
        <translation>1 到 4294967295。</translation>
    </message>
</context>
<context>
    <name>lvs::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>lvs::ExplainedTable</name>
    <message>
        <source>Command for the selected row</source>
        <translation>所选行的命令</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Select a row to read what it means.</source>
        <translation>选择一行以查看其含义。</translation>
    </message>
    <message>
        <source>Copy the command, to run it on the machine itself</source>
        <translation>复制命令，以便在该机器上运行</translation>
    </message>
</context>
<context>
    <name>lvs::FileExports</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
</context>
<context>
    <name>lvs::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F): %1</source>
        <translation>过滤（Ctrl+F）：%1</translation>
    </message>
    <message>
        <source>Words that must occur, or one of %1 with a value. A minus sign in front means “not”, quotation marks keep words together. Esc clears.</source>
        <translation>必须出现的词，或 %1 之一加上值。前面的减号表示“不”，引号使多个词成为一体。Esc 清除。</translation>
    </message>
    <message>
        <source>“%1” is nothing to filter by. Known are: %2.</source>
        <translation>不能按“%1”过滤。可用的有：%2。</translation>
    </message>
    <message>
        <source>Between the quotation marks something is missing.</source>
        <translation>引号之间缺少内容。</translation>
    </message>
    <message>
        <source>Behind “%1:” a value is missing.</source>
        <translation>“%1:”后面缺少值。</translation>
    </message>
    <message>
        <source>“%1” takes a number, without zeros in front.</source>
        <translation>“%1”的值应为数字，前面不带零。</translation>
    </message>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation>“%1”的值应为 %2 到 %3 的数字。</translation>
    </message>
    <message>
        <source>“%1” is one of: %2.</source>
        <translation>“%1”的值只能是：%2。</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>缺少右引号。</translation>
    </message>
</context>
<context>
    <name>lvs::FilterEdit</name>
    <message>
        <source>What the filter understands here</source>
        <translation>过滤器在此处可用的内容</translation>
    </message>
</context>
<context>
    <name>lvs::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+Return)</source>
        <translation>上一个 (Shift+Return)</translation>
    </message>
    <message>
        <source>Next (Return)</source>
        <translation>下一个 (Return)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>lvs::FindingsModel</name>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Service / real server</source>
        <translation>服务 / 真实服务器</translation>
    </message>
</context>
<context>
    <name>lvs::FormDialog</name>
    <message>
        <source>Show the fields that are needed rarely</source>
        <translation>显示不常用的字段</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>等价的命令</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>更多(&amp;O)</translation>
    </message>
    <message>
        <source>The command, as soon as everything is entered.</source>
        <translation>填写完整后，这里显示命令。</translation>
    </message>
</context>
<context>
    <name>lvs::FormField</name>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>lvs::HealthBar</name>
    <message>
        <source>Reading the real servers …</source>
        <translation>正在读取真实服务器……</translation>
    </message>
    <message>
        <source>There is no real server to check.</source>
        <translation>没有可检查的真实服务器。</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %Ln real server(s) from the director …</source>
        <translation>
            <numerusform>正在从调度器查看 %Ln 台真实服务器…</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message numerus="yes">
        <source>All of %Ln real server(s) answer, seen from the director at %1.</source>
        <translation>
            <numerusform>%Ln 台真实服务器全部应答（于 %1 从调度器查看）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s) answer, seen from the director at %2. Of the others that can&apos;t be said from there.</source>
        <translation>
            <numerusform>%Ln 台真实服务器中有 %1 台应答（%2 从调度器观察）。其余的无法从那里判断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>…还有 %Ln 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s) don&apos;t answer as they should, seen from the director at %2.</source>
        <translation>
            <numerusform>%Ln 台真实服务器中有 %1 台没有正常应答（于 %2 从调度器查看）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::HealthDialog</name>
    <message numerus="yes">
        <source>Check the health of %Ln real server(s)</source>
        <translation>
            <numerusform>检查 %Ln 台真实服务器的健康状况</numerusform>
        </translation>
    </message>
    <message>
        <source>Check health</source>
        <translation>检查健康状况</translation>
    </message>
    <message>
        <source>HTTP &amp;port</source>
        <translation>HTTP 端口(&amp;P)</translation>
    </message>
    <message>
        <source>Where a page is asked for. Left empty: on servers with port 80 or 8080 alone.</source>
        <translation>在此端口上请求页面。留空：只在端口为 80 或 8080 的服务器上请求。</translation>
    </message>
    <message>
        <source>P&amp;age</source>
        <translation>页面(&amp;A)</translation>
    </message>
    <message>
        <source>A page that tells whether the application works.</source>
        <translation>能说明应用是否正常工作的页面。</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>The site that is asked for, if a server has several. Left empty: its address.</source>
        <translation>服务器上有多个站点时，请求哪个站点。留空：服务器的地址。</translation>
    </message>
</context>
<context>
    <name>lvs::HostKeyDialog</name>
    <message>
        <source>Unknown host key</source>
        <translation>未知的主机密钥</translation>
    </message>
    <message>
        <source>Trust this key and connect</source>
        <translation>信任此密钥并连接</translation>
    </message>
    <message>
        <source>This computer has not connected to %1 before. Is it the machine you mean?</source>
        <translation>本机以前没有连接过 %1。它就是您要连接的机器吗？</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>密钥类型</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>The fingerprint is the only proof of who answers. On the director itself, “ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub” shows the right one. If they differ, somebody else may be reading along: cancel and ask the director&apos;s administrator.</source>
        <translation>指纹是确认应答者身份的唯一凭据。在调度器上运行“ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub”可以看到正确的指纹。如果两者不同，可能有人在窃听：请取消，并询问调度器的管理员。</translation>
    </message>
</context>
<context>
    <name>lvs::KeepalivedDialog</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Compare with keepalived.conf</source>
        <translation>与 keepalived.conf 比较</translation>
    </message>
    <message>
        <source>&amp;Read from the director</source>
        <translation>从调度器读取(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Draft the checked changes</source>
        <translation>起草勾选的更改(&amp;D)</translation>
    </message>
    <message>
        <source>Open keepalived.conf</source>
        <translation>打开 keepalived.conf</translation>
    </message>
    <message>
        <source>No configuration</source>
        <translation>没有配置</translation>
    </message>
    <message>
        <source>The kernel&apos;s table is as the file says.</source>
        <translation>内核中的表与文件一致。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln 处差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that nothing in the file explains</source>
        <translation>
            <numerusform>其中 %Ln 处在文件中没有原因</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::KeepalivedTools</name>
    <message>
        <source>Export as keepalived.conf</source>
        <translation>导出为 keepalived.conf</translation>
    </message>
    <message>
        <source>The table with what is drafted, as virtual servers with matching checks. Nothing is written anywhere else.</source>
        <translation>当前的表连同草稿，写成带有相应健康检查的虚拟服务。不会写入其他任何地方。</translation>
    </message>
    <message>
        <source>Check web servers by &amp;HTTP</source>
        <translation>用 HTTP 检查网站服务器(&amp;H)</translation>
    </message>
    <message>
        <source>HTTP_GET for port 80 and SSL_GET for port 443 instead of TCP_CHECK</source>
        <translation>端口 80 用 HTTP_GET、端口 443 用 SSL_GET，代替 TCP_CHECK</translation>
    </message>
    <message>
        <source>Changed configuration</source>
        <translation>修改后的配置</translation>
    </message>
    <message>
        <source>keepalived makes of this what you have drafted. Put it in the place of the old file, and let keepalived read it again (systemctl reload keepalived).</source>
        <translation>keepalived 会据此得到您起草的更改。请用它替换旧文件，并让 keepalived 重新读取（systemctl reload keepalived）。</translation>
    </message>
</context>
<context>
    <name>lvs::KernelModel</name>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>lvs::LinkBar</name>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
</context>
<context>
    <name>lvs::MainWindow</name>
    <message>
        <source>LVS Console</source>
        <translation>LVS 控制台</translation>
    </message>
    <message>
        <source>&amp;Director</source>
        <translation>调度器(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Pending changes</source>
        <translation>待应用的更改(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About LVS Console</source>
        <translation>关于 LVS 控制台(&amp;A)</translation>
    </message>
    <message>
        <source>%1 – LVS Console</source>
        <translation>%1 – LVS 控制台</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Forget this director</source>
        <translation>忘记此调度器(&amp;F)</translation>
    </message>
    <message>
        <source>Close LVS Console?</source>
        <translation>关闭 LVS 控制台？</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>About LVS Console</source>
        <translation>关于 LVS 控制台</translation>
    </message>
    <message>
        <source>&lt;b&gt;LVS Console %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;LVS 控制台 %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Desktop console for Linux Virtual Server (IPVS).
Licence: GPL-3.0-or-later</source>
        <translation>Linux 虚拟服务器（IPVS）桌面控制台。
许可证：GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Point &amp;out changed values</source>
        <translation>突出显示变化的值(&amp;O)</translation>
    </message>
    <message>
        <source>Let a configuration value glow for a second when it changes</source>
        <translation>配置值变化时高亮一秒</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>忘记 %1？</translation>
    </message>
    <message>
        <source>Discard and forget</source>
        <translation>丢弃并忘记</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>There are changes for it that you have not applied, or rules that you have not saved. They are lost with it.</source>
        <translation>它还有未应用的更改或未保存的规则，将随之丢失。</translation>
    </message>
    <message>
        <source>There are changes you have not applied.</source>
        <translation>有未应用的更改。</translation>
    </message>
    <message>
        <source>There are rules you have not saved: %1.</source>
        <translation>有未保存的规则：%1。</translation>
    </message>
    <message>
        <source>They are lost when you close.</source>
        <translation>关闭后将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Terms</source>
        <translation>术语(&amp;T)</translation>
    </message>
    <message>
        <source>What abbreviations mean. Each is also explained where the pointer rests on it</source>
        <translation>缩写的含义。指针停在缩写上时也会就地解释</translation>
    </message>
</context>
<context>
    <name>lvs::MarkFields</name>
    <message>
        <source>&amp;VIP</source>
        <translation>VIP(&amp;V)</translation>
    </message>
    <message>
        <source>The virtual address whose packets get this firewall mark.</source>
        <translation>其数据包会得到此防火墙标记的虚拟地址。</translation>
    </message>
    <message>
        <source>P&amp;rotocol</source>
        <translation>协议(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;orts</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>All ports of the service, such as 80, 443 or 8000-8080: a rule of the director&apos;s packet filter is made for them. Empty where packets for the VIP get the mark already.</source>
        <translation>该服务的所有端口，例如 80, 443 或 8000-8080：会在调度器的包过滤器中为它们建立规则。若发往 VIP 的数据包已经得到标记，则留空。</translation>
    </message>
</context>
<context>
    <name>lvs::MarkRemovalQuestion</name>
    <message numerus="yes">
        <source>Remove the firewall rule(s), too?</source>
        <translation>
            <numerusform>同时移除防火墙规则？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firewall rule(s) of LVS Console lead to what you remove.</source>
        <translation>
            <numerusform>LVS Console 有 %n 条防火墙规则指向要移除的对象。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove the rule(s), too</source>
        <translation>
            <numerusform>同时移除规则(&amp;R)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep the rule(s)</source>
        <translation>
            <numerusform>保留规则(&amp;K)</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft the removal of what you chose, and of the rules that lead there</source>
        <translation>起草移除所选对象及指向它们的规则</translation>
    </message>
    <message>
        <source>Draft the removal of what you chose alone: packets keep getting their mark, and come to another service if there is one for their address</source>
        <translation>只起草移除所选对象：数据包仍会被打上标记，并到达对应地址的其他服务（如果有）</translation>
    </message>
</context>
<context>
    <name>lvs::MarkedServiceDialog</name>
    <message>
        <source>Add marked service</source>
        <translation>添加标记服务</translation>
    </message>
    <message>
        <source>Add service and rule</source>
        <translation>添加服务和规则</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>The virtual address (VIP) clients connect to.</source>
        <translation>客户端连接的虚拟地址（VIP）。</translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation>协议(&amp;P)</translation>
    </message>
    <message>
        <source>All ports of the service, such as 80, 443 or 8000-8080. A client&apos;s connections to any of them go to the same real server if the service is persistent.</source>
        <translation>服务的所有端口，例如 80, 443 或 8000-8080。如果服务启用了持久连接，同一客户端到其中任一端口的连接都会到达同一台真实服务器。</translation>
    </message>
    <message>
        <source>Firewall &amp;mark</source>
        <translation>防火墙标记(&amp;M)</translation>
    </message>
    <message>
        <source>The packets get it on their way in, and the service takes what has it: %1.</source>
        <translation>数据包在进入时得到该标记，服务接收带有它的数据包：%1。</translation>
    </message>
    <message>
        <source>Po&amp;rts</source>
        <translation>端口(&amp;R)</translation>
    </message>
    <message>
        <source>Reading the director&apos;s rules …</source>
        <translation>正在读取调度器的规则…</translation>
    </message>
    <message>
        <source>There is a service of this mark, %1: the rule alone is added, and leads to it.</source>
        <translation>此标记已有服务（%1）：只添加规则，并指向该服务。</translation>
    </message>
    <message>
        <source>The director&apos;s firewall rules can&apos;t be read: some of them may set this mark, or another one on these packets.</source>
        <translation>无法读取调度器的防火墙规则：其中可能有规则设置此标记，或给这些数据包设置其他标记。</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
</context>
<context>
    <name>lvs::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>lvs::MethodStep</name>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>&amp;VIP goes to</source>
        <translation>VIP 放在(&amp;V)</translation>
    </message>
    <message>
        <source>Interface of the real servers: lo, or a dummy interface, which works alike.</source>
        <translation>真实服务器的接口：lo，或作用相同的 dummy 接口。</translation>
    </message>
    <message>
        <source>&amp;Restrict ARP on</source>
        <translation>限制 ARP 的接口(&amp;R)</translation>
    </message>
    <message>
        <source>arp_ignore 1 and arp_announce 2. Empty: on all interfaces, whatever they are called; or the name of the one on which requests for the VIP come in.</source>
        <translation>arp_ignore 1 与 arp_announce 2。留空：所有接口，不论其名称；或填写收到 VIP 的 ARP 请求的接口名。</translation>
    </message>
    <message>
        <source>Default &amp;gateway</source>
        <translation>默认网关(&amp;G)</translation>
    </message>
    <message>
        <source>Of the real servers: the router to the clients. Empty: as it is.</source>
        <translation>真实服务器的默认网关：通往客户端的路由器。留空：保持不变。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Which way packets take to the real servers, and replies to the clients.</source>
        <translation>数据包经哪条路到达真实服务器，应答经哪条路回到客户端。</translation>
    </message>
    <message>
        <source>Only for IPv4.</source>
        <translation>仅用于 IPv4。</translation>
    </message>
</context>
<context>
    <name>lvs::MethodsPanel</name>
    <message>
        <source>Methods compared</source>
        <translation>方法比较</translation>
    </message>
    <message>
        <source>Availability: A = MTBF / (MTBF + MTTR)</source>
        <translation>可用性：A = MTBF / (MTBF + MTTR)</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, behind a number</comment>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Mean time &amp;between failures (MTBF)</source>
        <translation>平均故障间隔时间（MTBF）(&amp;B)</translation>
    </message>
    <message>
        <source>Mean time to &amp;repair (MTTR)</source>
        <translation>平均修复时间（MTTR）(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %, which is %2 in a year without service</source>
        <comment>availability, time</comment>
        <translation>%1 %，即一年中有 %2 没有服务</translation>
    </message>
</context>
<context>
    <name>lvs::MoveDialog</name>
    <message numerus="yes">
        <source>Move %Ln real server(s)</source>
        <translation>
            <numerusform>移动 %Ln 个真实服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft move</source>
        <translation>起草移动</translation>
    </message>
    <message>
        <source>Take the port of the new service</source>
        <translation>使用新服务的端口</translation>
    </message>
    <message>
        <source>To service</source>
        <translation>目标服务</translation>
    </message>
    <message>
        <source>Added there, removed where they are. Connections through the old service may break: drain first to spare them.</source>
        <translation>添加到目标服务，并从原处移除。经由原服务的连接可能中断：可先排空以避免。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>For servers that listen on the port of their service. DR and TUN always do, NAT may keep another.</source>
        <translation>适用于监听其服务端口的服务器。DR 和 TUN 总是如此，NAT 可保留其他端口。</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>不移动</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server: reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… 另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>lvs::OverviewPage</name>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Nothing has happened since this console looks: no change, by whomever, and no lost connection.</source>
        <translation>自本控制台开始查看以来没有发生任何事：没有任何人更改，也没有断开连接。</translation>
    </message>
    <message>
        <source>Busiest services</source>
        <translation>最繁忙的服务</translation>
    </message>
    <message>
        <source>Busiest real servers</source>
        <translation>最繁忙的真实服务器</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no table to show.</source>
        <translation>没有可显示的表。</translation>
    </message>
    <message>
        <source>Look at the system</source>
        <translation>查看系统</translation>
    </message>
    <message>
        <source>Reading the table …</source>
        <translation>正在读取表…</translation>
    </message>
    <message>
        <source>read at %1 in %2 ms</source>
        <translation>%1 读取，用时 %2 毫秒</translation>
    </message>
    <message>
        <source>so many real servers are read every %1</source>
        <translation>真实服务器很多，每 %1 读取一次</translation>
    </message>
</context>
<context>
    <name>lvs::Page</name>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The connection could not be made.</source>
        <translation>无法建立连接。</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>lvs::PasteDialog</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… 另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste ipvsadm commands</source>
        <translation>粘贴 ipvsadm 命令</translation>
    </message>
    <message>
        <source>Draft changes</source>
        <translation>起草更改</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Commands, shell history or the output of “ipvsadm -S -n”</source>
        <translation>命令、shell 历史记录或“ipvsadm -S -n”的输出</translation>
    </message>
    <message>
        <source>What was not understood or may surprise</source>
        <translation>未能识别或可能出乎意料的内容</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>最终的更改</translation>
    </message>
    <message>
        <source>&amp;What it comes to</source>
        <translation>最终的更改(&amp;W)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>Draft %Ln change(s)</source>
        <translation>
            <numerusform>起草 %Ln 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the table …</source>
        <translation>正在读取表…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) will be left out: not understood, or impossible here.</source>
        <translation>
            <numerusform>将忽略 %Ln 条命令：未能识别，或在此无法执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was understood.</source>
        <translation>全部内容均已识别。</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
</context>
<context>
    <name>lvs::PendingDock</name>
    <message>
        <source>Pending changes</source>
        <translation>待应用的更改</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo draft</source>
        <translation>撤销草稿(&amp;U)</translation>
    </message>
    <message>
        <source>Undo &amp;last apply</source>
        <translation>撤销上次应用(&amp;L)</translation>
    </message>
    <message>
        <source>Remove from draft</source>
        <translation>从草稿中移除</translation>
    </message>
    <message>
        <source>Apply the drafted changes to this director (Ctrl+Return)</source>
        <translation>将草稿应用到此调度器 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Forget the drafted changes</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Take back the last drafted change (Ctrl+Z)</source>
        <translation>撤回上一项草稿 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Draft what takes the last applied changes back (Ctrl+Shift+Z)</source>
        <translation>起草可恢复上次应用的更改 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Progress of the apply</source>
        <translation>应用进度</translation>
    </message>
    <message>
        <source>The changes as commands</source>
        <translation>更改对应的命令</translation>
    </message>
    <message numerus="yes">
        <source>Applying %Ln change(s) …</source>
        <translation>
            <numerusform>正在应用 %Ln 项更改……</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied and verified in %1 ms.</source>
        <translation>
            <numerusform>%Ln 项更改已应用并核实，用时 %1 毫秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do: everything was already so.</source>
        <translation>无需操作：一切已是如此。</translation>
    </message>
    <message>
        <source>Refused: nothing was changed.</source>
        <translation>已拒绝：没有任何更改。</translation>
    </message>
    <message>
        <source>Failed: what had been done was taken back, and a new reading confirms it. Lost connections do not come back.</source>
        <translation>失败：已执行的部分已恢复，并已重新读取确认。丢失的连接不会恢复。</translation>
    </message>
    <message>
        <source>Failed, and not everything could be taken back; the list shows what. Lost connections do not come back.</source>
        <translation>失败，且未能全部恢复；详见列表。丢失的连接不会恢复。</translation>
    </message>
    <message>
        <source>No changes are drafted. Edits collect here until you apply them.</source>
        <translation>暂无草稿。更改会先汇集在这里，应用后才生效。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) drafted. Nothing happens on the director before you apply.</source>
        <translation>
            <numerusform>已起草 %Ln 项更改。应用之前，调度器上不会发生任何变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Start from the present table</source>
        <translation>改为以当前表为准</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied; not all of them are still there.</source>
        <translation>
            <numerusform>已应用 %Ln 项更改；其中有些已不再是应用后的样子。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pending changes (%1) – %2</source>
        <translation>待应用的更改（%1）– %2</translation>
    </message>
    <message>
        <source>Show changed configuration…</source>
        <translation>显示修改后的配置…</translation>
    </message>
</context>
<context>
    <name>lvs::PendingModel</name>
    <message>
        <source>not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>已是如此</translation>
    </message>
    <message>
        <source>not done: %1</source>
        <translation>未执行：%1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>done, then taken back</source>
        <translation>已执行，后恢复</translation>
    </message>
    <message>
        <source>done, could not be taken back: %1</source>
        <translation>已执行，无法恢复：%1</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>done, and changed again by others</source>
        <translation>已完成，但又被其他程序修改</translation>
    </message>
</context>
<context>
    <name>lvs::PersistenceFields</name>
    <message>
        <source>A client keeps meeting the same real server</source>
        <translation>同一客户端总是到同一台真实服务器</translation>
    </message>
    <message>
        <source>Persiste&amp;nce</source>
        <translation>持久连接(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>超时(&amp;T)</translation>
    </message>
    <message>
        <source>N&amp;etmask</source>
        <translation>网络掩码(&amp;E)</translation>
    </message>
    <message>
        <source>Persistence eng&amp;ine</source>
        <translation>持久引擎(&amp;I)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>lvs::PlanStep</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>In this order, each step confirmed before the next. If a machine fails, what was done on it is taken back, and the others go on.</source>
        <translation>按此顺序，每一步确认之后才做下一步。若某台机器失败，撤回在它上面所做的，其余机器继续。</translation>
    </message>
    <message>
        <source>Everything is so already: nothing has to be changed.</source>
        <translation>一切已是如此：无需更改。</translation>
    </message>
    <message>
        <source>Editing is unlocked for it on %1, and locked again afterwards.</source>
        <comment>names of machines</comment>
        <translation>为此将解锁 %1 的编辑，之后重新锁定。</translation>
    </message>
    <message>
        <source>To be set up by hand, before you begin: %1.</source>
        <comment>real servers</comment>
        <translation>开始之前需手动配置：%1。</translation>
    </message>
    <message>
        <source>&amp;Keep after a reboot</source>
        <translation>重启后保留(&amp;K)</translation>
    </message>
    <message>
        <source>What the set-up needs on each machine is kept there, and restored at boot by LVS Console&apos;s own unit; nothing in /etc is touched. Undo forgets it, too.</source>
        <translation>每台机器上该设置所需的内容保留在该机器上，启动时由 LVS Console 自己的单元恢复，不改动 /etc。撤销时一并取消。</translation>
    </message>
    <message>
        <source>A reboot of %1 loses the set-up there: LVS Console&apos;s unit that restores it is missing or not enabled.</source>
        <comment>names of machines</comment>
        <translation>%1 重启后会丢失该设置：缺少 LVS Console 用于恢复的单元，或该单元未启用。</translation>
    </message>
</context>
<context>
    <name>lvs::PlanView</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>等价的命令</translation>
    </message>
</context>
<context>
    <name>lvs::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln 个提示</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>仅列出前 %1 个</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>lvs::ProblemModel</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1, error</source>
        <translation>%1，错误</translation>
    </message>
    <message>
        <source>%1, warning</source>
        <translation>%1，警告</translation>
    </message>
    <message>
        <source>%1, hint</source>
        <translation>%1，提示</translation>
    </message>
</context>
<context>
    <name>lvs::QuestionDialog</name>
    <message>
        <source>%1 – %2</source>
        <comment>question – director</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>lvs::RealServersPage</name>
    <message>
        <source>%1 on %2</source>
        <comment>address, machine</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Set-ups</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Set-ups of this console</source>
        <translation>本控制台所做的配置</translation>
    </message>
    <message>
        <source>&amp;Plan and undo…</source>
        <translation>计划与撤销(&amp;P)…</translation>
    </message>
    <message>
        <source>What was done on each machine, to go on with or to take back</source>
        <translation>在每台机器上做了什么，可以继续，也可以撤回</translation>
    </message>
    <message>
        <source>Set up a&amp;gain…</source>
        <translation>重新配置(&amp;G)…</translation>
    </message>
    <message>
        <source>Look at the machines anew, and do what is missing</source>
        <translation>重新查看各台机器，补上缺少的部分</translation>
    </message>
    <message>
        <source>What is, what should be</source>
        <translation>现状与应有状态</translation>
    </message>
    <message>
        <source>Set up real servers…</source>
        <translation>配置真实服务器…</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>The set-up of %1, begun at %2, has stopped half way.</source>
        <translation>%1 的配置始于 %2，中途停止了。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>DR, TUN, NAT and FullNAT need more than rules: addresses, ARP, forwarding, routes and source NAT on director and real servers. They are set up here in the right order, checked, and taken back.</source>
        <translation>DR、TUN、NAT 和 FullNAT 需要的不只是规则：还有调度器和真实服务器上的地址、ARP、转发、路由和源地址转换。这里会按正确的顺序设置它们，加以检查，并可撤回。</translation>
    </message>
    <message>
        <source>The sandbox is on no network.</source>
        <translation>沙盒不在任何网络上。</translation>
    </message>
    <message>
        <source>Only services of TCP with few ports can be tried.</source>
        <translation>只能试用端口不多的 TCP 服务。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>As a client would; the director&apos;s counters show who got them.</source>
        <translation>像客户端那样连接；调度器的计数器显示由谁得到。</translation>
    </message>
</context>
<context>
    <name>lvs::RemovalQuestion</name>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>%1 still has: %2.</source>
        <translation>%1 仍有：%2。</translation>
    </message>
    <message>
        <source>&amp;Drain first</source>
        <translation>先排空(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove anyway</source>
        <translation>仍然移除(&amp;R)</translation>
    </message>
    <message>
        <source>Set the weight to 0 now, and draft the removal once nothing is left</source>
        <translation>现在将权重设为 0，待无剩余时起草移除</translation>
    </message>
    <message>
        <source>Draft the removal now</source>
        <translation>现在起草移除</translation>
    </message>
</context>
<context>
    <name>lvs::RerouteConfirmation</name>
    <message>
        <source>reroute</source>
        <comment>the word to type</comment>
        <translation>改道</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Type “%1” to go on.</source>
        <translation>请输入“%1”以继续。</translation>
    </message>
    <message>
        <source>The default route or IPv6 forwarding of %1 changes: if this console&apos;s own way leads there, it may be cut off. Have another way to the machine, such as its console.</source>
        <comment>names of machines</comment>
        <translation>%1 的默认路由或 IPv6 转发将改变：若本控制台的连接经过那里，可能会中断。请准备另一条到达该机器的途径，例如它的本地终端。</translation>
    </message>
</context>
<context>
    <name>lvs::RuleApplication</name>
    <message>
        <source>Draft c&amp;hanges</source>
        <translation>起草更改(&amp;H)</translation>
    </message>
    <message>
        <source>How the rules are read</source>
        <translation>规则的读取方式</translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compatible</source>
        <translation>兼容</translation>
    </message>
    <message>
        <source>Comments, continued lines and a few other spellings are understood too</source>
        <translation>也理解注释、续行和其他几种写法</translation>
    </message>
    <message>
        <source>Exactly what ipvsadm -R makes of the file</source>
        <translation>与 ipvsadm -R 对文件的理解完全一致</translation>
    </message>
    <message>
        <source>Friendly understands comments, continued lines and a few other spellings; compatible reads exactly as ipvsadm -R does</source>
        <translation>宽松模式理解注释、续行和其他几种写法；兼容模式与 ipvsadm -R 的读取完全一致</translation>
    </message>
    <message>
        <source>Changes are being applied.</source>
        <translation>正在应用更改。</translation>
    </message>
    <message>
        <source>The rules are being checked.</source>
        <translation>正在检查规则。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) must be mended first: if any line is wrong, nothing is applied.</source>
        <translation>
            <numerusform>请先修正 %Ln 个错误：只要有一行出错，就不会应用任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The table of the director is not known.</source>
        <translation>调度器的表未知。</translation>
    </message>
    <message>
        <source>Editing is locked, or the director can only be read.</source>
        <translation>编辑已锁定，或调度器只读。</translation>
    </message>
    <message>
        <source>The director has these rules already.</source>
        <translation>调度器已经具有这些规则。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) lead from the present table to these rules.</source>
        <translation>
            <numerusform>从当前表到这些规则需要 %Ln 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the text stands for</source>
        <translation>文本的含义</translation>
    </message>
    <message>
        <source>As the text says</source>
        <translation>由文本决定</translation>
    </message>
    <message>
        <source>The whole table if the text adds services; commands if it adds none, or changes or removes some that it does not add</source>
        <translation>如果文本添加虚拟服务，则为完整的表；如果不添加，或更改、删除了并非由它添加的虚拟服务，则为命令</translation>
    </message>
    <message>
        <source>Whole table</source>
        <translation>完整的表</translation>
    </message>
    <message>
        <source>The director shall have exactly this: what the text does not name is removed</source>
        <translation>调度器应当恰好如此：文本中没有提到的内容会被删除</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Carried out on the present table, as ipvsadm -R does: what the text does not name stays, and what is there can&apos;t be added</source>
        <translation>像 ipvsadm -R 那样在当前表上执行：文本中没有提到的内容保持不变，已存在的内容不能再次添加</translation>
    </message>
    <message>
        <source>Whether the text is the whole table or commands for the present one. Either way only what differs is touched</source>
        <translation>文本是完整的表，还是针对当前表的命令。无论哪种情况，都只改动有差异的部分</translation>
    </message>
    <message>
        <source>There are no rules in the text.</source>
        <translation>文本中没有规则。</translation>
    </message>
    <message numerus="yes">
        <source>Draft as table: %Ln change(s)</source>
        <translation>
            <numerusform>按整表起草：%Ln 项更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft as commands: %Ln change(s)</source>
        <translation>
            <numerusform>按命令起草：%Ln 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft as table</source>
        <translation>按整表起草</translation>
    </message>
    <message>
        <source>Draft as commands</source>
        <translation>按命令起草</translation>
    </message>
    <message>
        <source>Put the changes that make the director&apos;s table like the text among the pending changes</source>
        <translation>将使调度器的表与文本一致的更改放入待应用的更改</translation>
    </message>
    <message>
        <source>Put what the commands change among the pending changes</source>
        <translation>将命令所做的更改放入待应用的更改</translation>
    </message>
</context>
<context>
    <name>lvs::RuleEditor</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>修正…</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>修正方法</translation>
    </message>
    <message>
        <source>There is nothing to fix in this line.</source>
        <translation>此行没有需要修正的内容。</translation>
    </message>
</context>
<context>
    <name>lvs::RuleFiles</name>
    <message>
        <source>Rules (*.rules *.ipvsadm ipvsadm);;All files (*)</source>
        <translation>规则 (*.rules *.ipvsadm ipvsadm);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a rule file</source>
        <translation>打开规则文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the rule file</source>
        <translation>保存规则文件</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the rules under another name</source>
        <translation>以其他名称保存规则</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Save the rules?</source>
        <translation>保存规则？</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有未保存的更改。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Open as Latin-1</source>
        <translation>以 Latin-1 打开</translation>
    </message>
    <message>
        <source>Save as UTF-8</source>
        <translation>另存为 UTF-8</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1”已不存在。</translation>
    </message>
    <message>
        <source>Somebody removed or renamed it. The text is still here, and saving writes it anew.</source>
        <translation>有人移除或重命名了它。文本仍在这里，保存时会重新写入。</translation>
    </message>
    <message>
        <source>Reloading discards your changes. Keeping them overwrites the other change when you save.</source>
        <translation>重新载入会放弃您的更改；保留则会在保存时覆盖对方的更改。</translation>
    </message>
    <message>
        <source>“%1” was changed by another program.</source>
        <translation>“%1”已被其他程序更改。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The lines of this file end in different ways.</source>
        <translation>此文件的行尾不一致。</translation>
    </message>
    <message>
        <source>Saving gives all of them the end that most of them have.</source>
        <translation>保存时将统一为多数行所用的行尾。</translation>
    </message>
    <message>
        <source>Unsaved text of “%1” was left from %2.</source>
        <translation>发现“%1”未保存的文本（%2）。</translation>
    </message>
    <message>
        <source>The console ended before it was saved.</source>
        <translation>控制台在保存之前已结束。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Unsaved text is not kept safe: it would be lost in a crash.</source>
        <translation>未保存的文本没有得到保护：程序崩溃时会丢失。</translation>
    </message>
</context>
<context>
    <name>lvs::RuleMeaning</name>
    <message numerus="yes">
        <source>Whole table, removes %Ln service(s) that it does not name</source>
        <translation>
            <numerusform>完整的表，将删除其中没有提到的 %Ln 个虚拟服务</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken as the whole table</source>
        <translation>视为完整的表</translation>
    </message>
    <message>
        <source>Taken as commands for the present table</source>
        <translation>视为针对当前表的命令</translation>
    </message>
    <message numerus="yes">
        <source>Whole table, removes %Ln real server(s) that it does not name</source>
        <translation>
            <numerusform>完整的表，将删除其中没有提到的 %Ln 个真实服务器</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::RulesPage</name>
    <message>
        <source>&amp;New from the table</source>
        <translation>从当前表新建(&amp;N)</translation>
    </message>
    <message>
        <source>Write the present table as rules</source>
        <translation>将当前表写成规则</translation>
    </message>
    <message>
        <source>New, &amp;empty</source>
        <translation>新建空白(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>No rules yet: open a file, drop one here, or write the present table as rules.</source>
        <translation>还没有规则：请打开文件、拖放文件到此处，或将当前表写成规则。</translation>
    </message>
    <message>
        <source>Start from the present table</source>
        <translation>从当前表开始</translation>
    </message>
    <message>
        <source>UTF-8 with byte order mark</source>
        <translation>UTF-8（带字节顺序标记）</translation>
    </message>
    <message>
        <source>Editing is locked, or the director can only be read.</source>
        <translation>编辑已锁定，或调度器只读。</translation>
    </message>
    <message>
        <source>The text is being read.</source>
        <translation>正在读取文本。</translation>
    </message>
    <message>
        <source>Open the file in the editor to change it.</source>
        <translation>请在编辑器中打开该文件进行更改。</translation>
    </message>
    <message>
        <source>The sides are being compared.</source>
        <translation>正在比较两侧。</translation>
    </message>
    <message>
        <source>Show what differs: text, kernel, boot state, files, directors (F7)</source>
        <translation>显示差异：文本、内核、启动状态、文件、调度器（F7）</translation>
    </message>
    <message>
        <source>What a boot restores is written as a whole, on the System page.</source>
        <translation>启动时恢复的内容在“系统”页面上作为整体写入。</translation>
    </message>
    <message>
        <source>Nothing was pasted: it would make a line longer than %1 characters, and no rule is that long.</source>
        <translation>没有粘贴任何内容：否则会有一行超过 %1 个字符，而没有这么长的规则。</translation>
    </message>
    <message>
        <source>The text was edited meanwhile: nothing was taken over.</source>
        <translation>文本在此期间被编辑过：没有采用任何内容。</translation>
    </message>
    <message>
        <source>What was chosen is being taken over.</source>
        <translation>正在采用所选内容。</translation>
    </message>
</context>
<context>
    <name>lvs::SchedulingFields</name>
    <message>
        <source>&amp;Scheduler</source>
        <translation>调度算法(&amp;S)</translation>
    </message>
    <message>
        <source>If the chosen server is drained or full, take another</source>
        <translation>所选服务器已排空或已满时，改用另一台</translation>
    </message>
    <message>
        <source>Choose by the client&apos;s port, too</source>
        <translation>选择时也看客户端的端口</translation>
    </message>
    <message>
        <source>&amp;Fallback</source>
        <translation>后备(&amp;F)</translation>
    </message>
    <message>
        <source>So&amp;urce port</source>
        <translation>源端口(&amp;U)</translation>
    </message>
    <message>
        <source>The connections of one client then go to different servers.</source>
        <translation>这样同一客户端的连接会到不同的服务器。</translation>
    </message>
    <message>
        <source>Every packet goes to the next server</source>
        <translation>每个数据包都到下一台服务器</translation>
    </message>
    <message>
        <source>One-packet schedulin&amp;g</source>
        <translation>逐包调度(&amp;G)</translation>
    </message>
    <message>
        <source>For UDP whose packets don&apos;t belong together, such as DNS or RADIUS. No connection is remembered, and none counts.</source>
        <translation>用于数据包互不相关的 UDP，例如 DNS 或 RADIUS。不记录连接，也不计数。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Scheduler flag &amp;%1</source>
        <translation>调度标志 &amp;%1</translation>
    </message>
    <message>
        <source>What a flag means is up to the scheduler.</source>
        <translation>标志的含义由调度算法决定。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what a scheduler does, what it is good for</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Not one of the kernel&apos;s own: the director needs its module ip_vs_%1.</source>
        <translation>不是内核自带的：调度器需要其模块 ip_vs_%1。</translation>
    </message>
</context>
<context>
    <name>lvs::ScriptsButton</name>
    <message>
        <source>Script and &amp;files</source>
        <translation>脚本与文件(&amp;F)</translation>
    </message>
    <message>
        <source>The steps of a real server as a script and as lines for its network programs: for machines that can&apos;t be reached, and to have it back after a reboot</source>
        <translation>真实服务器的各个步骤，写成脚本和网络程序的配置行：用于无法连接的机器，也用于重启后恢复</translation>
    </message>
    <message>
        <source>%1, not reachable</source>
        <comment>real server</comment>
        <translation>%1，无法连接</translation>
    </message>
    <message>
        <source>Lines for its .network file</source>
        <translation>写入其 .network 文件的行</translation>
    </message>
    <message>
        <source>Lines for its .nmconnection file</source>
        <translation>写入其 .nmconnection 文件的行</translation>
    </message>
    <message>
        <source>Lines for its stanza in interfaces</source>
        <translation>写入 interfaces 中其段落的行</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Run the script on %1 (start, stop, status), or put the lines of one of the network programs where it finds them. Nothing is written anywhere else.</source>
        <translation>在 %1 上运行脚本（start、stop、status），或把某个网络程序的配置行放到它会读取的位置。不会写入其他任何地方。</translation>
    </message>
    <message>
        <source>Where a machine&apos;s ARP can&apos;t be restricted, a static ARP entry for the VIP on the router, or arptables on the real server, does the same.</source>
        <translation>若无法限制机器的 ARP，可在路由器上为 VIP 设置静态 ARP 条目，或在真实服务器上使用 arptables，效果相同。</translation>
    </message>
    <message>
        <source>Set up %1 by hand</source>
        <translation>手动配置 %1</translation>
    </message>
</context>
<context>
    <name>lvs::SecretDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <translation>密钥口令</translation>
    </message>
    <message>
        <source>Question of the director</source>
        <translation>调度器的提问</translation>
    </message>
    <message>
        <source>Confirm the login</source>
        <translation>确认登录</translation>
    </message>
    <message>
        <source>Log in as %1.</source>
        <translation>以 %1 登录。</translation>
    </message>
    <message>
        <source>Your key %1 is protected by a passphrase.</source>
        <translation>您的密钥 %1 受口令保护。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>That was not accepted. Try again.</source>
        <translation>未被接受。请重试。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>lvs::ServerDialog</name>
    <message>
        <source>Add real server to %1</source>
        <translation>向 %1 添加真实服务器</translation>
    </message>
    <message>
        <source>Add real server</source>
        <translation>添加真实服务器</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Change real server</source>
        <translation>更改真实服务器</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>&amp;Forwarding</source>
        <translation>转发方式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Upper threshold</source>
        <translation>上限阈值(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Lower threshold</source>
        <translation>下限阈值(&amp;L)</translation>
    </message>
    <message>
        <source>No new connections while the server has this many, active and inactive ones together; 0 sets no limit.</source>
        <translation>活动与非活动连接合计达到此数时不再接收新连接；0 表示不限。</translation>
    </message>
</context>
<context>
    <name>lvs::ServerKeyFields</name>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>The real server&apos;s own address (RIP).</source>
        <translation>真实服务器自己的地址（RIP）。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Direct routing and tunnelling leave the port of a packet as it is.</source>
        <translation>直接路由和隧道不改变数据包的端口。</translation>
    </message>
    <message>
        <source>A persistent firewall mark leaves the port of a packet as it is.</source>
        <translation>持久的防火墙标记不改变数据包的端口。</translation>
    </message>
    <message>
        <source>0 to 65535; 0 leaves the port of a packet as it is.</source>
        <translation>0 到 65535；0 表示不改变数据包的端口。</translation>
    </message>
    <message>
        <source>A service for every port leaves the port of a packet as it is.</source>
        <translation>面向所有端口的虚拟服务不改变数据包的端口。</translation>
    </message>
    <message>
        <source>0 to 65535; port %1 of the service becomes port %2 of the server.</source>
        <translation>0 到 65535；虚拟服务的端口 %1 变为服务器的端口 %2。</translation>
    </message>
    <message>
        <source>0 to 65535; can differ from the service&apos;s, as masquerading (NAT) maps ports.</source>
        <translation>0 到 65535；可以与虚拟服务的端口不同，因为地址转换（NAT）会映射端口。</translation>
    </message>
</context>
<context>
    <name>lvs::ServerRows</name>
    <message>
        <source>Add a &amp;real server</source>
        <translation>添加真实服务器(&amp;R)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Reached through</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>real server %1</source>
        <comment>number in a list</comment>
        <translation>真实服务器 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>field, which real server</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>which real server</comment>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>Not reachable: give me a script</source>
        <translation>无法连接：提供脚本</translation>
    </message>
</context>
<context>
    <name>lvs::ServersStep</name>
    <message>
        <source>Real servers</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Each with the connection of the sidebar that leads to it; there our helper has to be installed. What this console can&apos;t reach you set up yourself, with a script or with lines for its network programs.</source>
        <translation>为每台真实服务器选择侧边栏中通往它的连接，那里需安装助手。本控制台无法连接的机器由您用脚本或网络程序的配置行自行配置。</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceActions</name>
    <message>
        <source>Add &amp;service…</source>
        <translation>添加虚拟服务(&amp;S)…</translation>
    </message>
    <message>
        <source>Draft a new virtual service</source>
        <translation>起草新的虚拟服务</translation>
    </message>
    <message>
        <source>Add &amp;real server…</source>
        <translation>添加真实服务器(&amp;R)…</translation>
    </message>
    <message>
        <source>Draft a new real server for the selected service</source>
        <translation>为所选虚拟服务起草新的真实服务器</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit the selected service or real server</source>
        <translation>编辑所选的虚拟服务或真实服务器</translation>
    </message>
    <message>
        <source>Change &amp;weight</source>
        <translation>更改权重(&amp;W)</translation>
    </message>
    <message>
        <source>Change the weight of the real server in place</source>
        <translation>就地更改真实服务器的权重</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>排空(&amp;D)</translation>
    </message>
    <message>
        <source>Set the weight to 0: connections go on, new ones go elsewhere</source>
        <translation>将权重设为 0：已有连接继续，新连接分配到别处</translation>
    </message>
    <message>
        <source>&amp;Undrain</source>
        <translation>取消排空(&amp;U)</translation>
    </message>
    <message>
        <source>Give the real server back the weight from before the drain</source>
        <translation>恢复真实服务器排空前的权重</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Draft the removal of the selected services or real servers</source>
        <translation>起草移除所选的虚拟服务或真实服务器</translation>
    </message>
    <message>
        <source>E&amp;xpand or collapse</source>
        <translation>展开或折叠(&amp;X)</translation>
    </message>
    <message>
        <source>Show or hide the real servers of the selected service</source>
        <translation>显示或隐藏所选虚拟服务的真实服务器</translation>
    </message>
    <message>
        <source>&amp;Read now</source>
        <translation>立即读取(&amp;R)</translation>
    </message>
    <message>
        <source>Read the table now</source>
        <translation>立即读取表</translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation>名称和备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Give the selected service or real server a name and a note, kept by this console</source>
        <translation>为选中的服务或真实服务器起名称、写备注，由本控制台保存</translation>
    </message>
    <message>
        <source>E&amp;xport names and notes…</source>
        <translation>导出名称和备注(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the names and notes of this director to a file for another console</source>
        <translation>将该调度器的名称和备注写入文件，供另一个控制台使用</translation>
    </message>
    <message>
        <source>&amp;Import names and notes…</source>
        <translation>导入名称和备注(&amp;I)…</translation>
    </message>
    <message>
        <source>Add the names and notes of another console&apos;s file</source>
        <translation>加入另一个控制台的文件中的名称和备注</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table</source>
        <translation>将选中的行复制为表格</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>过滤(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Comma-separated values with plain numbers, for a spreadsheet</source>
        <translation>逗号分隔的值和纯数字，供电子表格使用</translation>
    </message>
    <message>
        <source>&amp;ipvsadm commands</source>
        <translation>ipvsadm 命令(&amp;I)</translation>
    </message>
    <message>
        <source>The commands that make them; a service with all its real servers</source>
        <translation>创建它们的命令；服务包含其全部真实服务器</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>Text in columns, also as a table for documents</source>
        <translation>按列对齐的文本，也可作为表格粘贴到文档中</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>Copy a&amp;ll as</source>
        <translation>全部复制为(&amp;L)</translation>
    </message>
    <message>
        <source>Look up &amp;host names</source>
        <translation>查询主机名(&amp;H)</translation>
    </message>
    <message>
        <source>Ask the name service of this computer for the names of the addresses in sight</source>
        <translation>向本机的名称服务查询可见地址的名称</translation>
    </message>
    <message>
        <source>Show only the rows that match</source>
        <translation>只显示匹配的行</translation>
    </message>
    <message>
        <source>Drain in &amp;all services</source>
        <translation>在所有服务中排空(&amp;A)</translation>
    </message>
    <message>
        <source>Set the weight of the selected servers to 0 in every service that has them</source>
        <translation>在包含所选服务器的每个服务中将其权重设为 0</translation>
    </message>
    <message>
        <source>U&amp;ndrain in all services</source>
        <translation>在所有服务中取消排空(&amp;N)</translation>
    </message>
    <message>
        <source>Give the selected servers their weights back in every service that has them</source>
        <translation>在包含所选服务器的每个服务中恢复其权重</translation>
    </message>
    <message>
        <source>Set we&amp;ights…</source>
        <translation>设置权重(&amp;I)…</translation>
    </message>
    <message>
        <source>Set or multiply the weights of the selected servers</source>
        <translation>设置或按比例调整所选服务器的权重</translation>
    </message>
    <message>
        <source>Move &amp;to another service…</source>
        <translation>移到另一服务(&amp;T)…</translation>
    </message>
    <message>
        <source>Add the selected servers to another service and remove them here</source>
        <translation>将所选服务器添加到另一服务，并从此处移除</translation>
    </message>
    <message>
        <source>Du&amp;plicate service…</source>
        <translation>复制服务(&amp;P)…</translation>
    </message>
    <message>
        <source>Draft the service and its real servers once more under another address or port</source>
        <translation>以另一地址或端口再起草一份该服务及其真实服务器</translation>
    </message>
    <message>
        <source>&amp;Zero counters</source>
        <translation>计数器清零(&amp;Z)</translation>
    </message>
    <message>
        <source>Zero the counters of the selected services and their servers; can&apos;t be undone</source>
        <translation>将所选服务及其服务器的计数器清零；无法撤销</translation>
    </message>
    <message>
        <source>Zero all &amp;counters</source>
        <translation>所有计数器清零(&amp;C)</translation>
    </message>
    <message>
        <source>Zero every counter of the director; can&apos;t be undone</source>
        <translation>将调度器的所有计数器清零；无法撤销</translation>
    </message>
    <message>
        <source>C&amp;lear the table…</source>
        <translation>清空表(&amp;L)…</translation>
    </message>
    <message>
        <source>Draft the removal of every service</source>
        <translation>起草移除所有服务</translation>
    </message>
    <message>
        <source>Paste ipvsadm c&amp;ommands…</source>
        <translation>粘贴 ipvsadm 命令(&amp;O)…</translation>
    </message>
    <message>
        <source>Draft what commands, shell history or saved rules in the clipboard would change</source>
        <translation>起草剪贴板中的命令、shell 历史记录或已保存规则所做的更改</translation>
    </message>
    <message>
        <source>Paste rules</source>
        <translation>粘贴规则</translation>
    </message>
    <message>
        <source>Paste ipvsadm commands, if the clipboard holds any</source>
        <translation>粘贴剪贴板中的 ipvsadm 命令（如有）</translation>
    </message>
    <message>
        <source>&amp;Watch drained servers…</source>
        <translation>关注排空的服务器(&amp;W)…</translation>
    </message>
    <message>
        <source>Show what is left on drained servers, and when to remove them</source>
        <translation>显示排空的服务器上剩余的连接以及何时移除</translation>
    </message>
    <message>
        <source>Compare with &amp;keepalived.conf…</source>
        <translation>与 keepalived.conf 比较(&amp;K)…</translation>
    </message>
    <message>
        <source>Show how the table differs from keepalived&apos;s configuration, and why</source>
        <translation>显示此表与 keepalived 配置的差异及原因</translation>
    </message>
    <message>
        <source>Export as keep&amp;alived.conf…</source>
        <translation>导出为 keepalived.conf(&amp;A)…</translation>
    </message>
    <message>
        <source>Show the table as a configuration for keepalived, with matching checks</source>
        <translation>将此表显示为带有相应健康检查的 keepalived 配置</translation>
    </message>
    <message>
        <source>E&amp;xact values</source>
        <translation>精确数值(&amp;X)</translation>
    </message>
    <message>
        <source>Write all digits of large numbers, as ipvsadm does with --exact</source>
        <translation>写出大数的全部数字，如同 ipvsadm 的 --exact</translation>
    </message>
    <message>
        <source>Check &amp;health</source>
        <translation>检查健康状况(&amp;H)</translation>
    </message>
    <message>
        <source>Look from the director at the selected real servers: ping, TCP and, on web ports, HTTP</source>
        <translation>从调度器查看选中的真实服务器：ping、TCP，以及 Web 端口上的 HTTP</translation>
    </message>
    <message>
        <source>Check health &amp;by…</source>
        <translation>按条件检查健康状况(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose port, page and site that are asked for by HTTP, and check</source>
        <translation>选择通过 HTTP 请求的端口、页面和站点，然后检查</translation>
    </message>
    <message>
        <source>&amp;Keep checking</source>
        <translation>持续检查(&amp;K)</translation>
    </message>
    <message>
        <source>Check the health of the selected real servers again and again while the page is open</source>
        <translation>页面打开期间反复检查选中的真实服务器的健康状况</translation>
    </message>
    <message>
        <source>Set up rea&amp;l servers…</source>
        <translation>配置真实服务器(&amp;L)…</translation>
    </message>
    <message>
        <source>Prepare director and real servers for a service: addresses, ARP, forwarding</source>
        <translation>为虚拟服务准备调度器和真实服务器：地址、ARP、转发</translation>
    </message>
    <message>
        <source>Add marked ser&amp;vice…</source>
        <translation>添加标记服务(&amp;V)…</translation>
    </message>
    <message>
        <source>Draft a service over several ports, with the firewall rule that leads to it</source>
        <translation>起草一个跨多个端口的服务，以及指向它的防火墙规则</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceDialog</name>
    <message>
        <source>Add virtual service</source>
        <translation>添加虚拟服务</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Change service</source>
        <translation>更改服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>虚拟服务</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceKeyFields</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>The virtual address (VIP) clients connect to.</source>
        <translation>客户端所连接的虚拟地址（VIP）。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Firewall &amp;mark</source>
        <translation>防火墙标记(&amp;M)</translation>
    </message>
    <message>
        <source>The mark that iptables or nftables gives the packets, 1 to 4294967295.</source>
        <translation>由 iptables 或 nftables 给数据包打上的标记，1 到 4294967295。</translation>
    </message>
    <message>
        <source>Address famil&amp;y</source>
        <translation>地址族(&amp;Y)</translation>
    </message>
    <message>
        <source>A mark has a service of its own for each family.</source>
        <translation>同一标记在每个地址族各有一个虚拟服务。</translation>
    </message>
    <message>
        <source>Firewall mark</source>
        <translation>防火墙标记</translation>
    </message>
    <message>
        <source>Every packet that a netfilter rule has marked, whatever its address, port and protocol.</source>
        <translation>netfilter 规则打上标记的每个数据包，不论地址、端口和协议。</translation>
    </message>
    <message>
        <source>FTP also needs persistence (with DR or TUN), or the module ip_vs_ftp on the director (with NAT).</source>
        <translation>FTP 还需要持久连接（DR 或 TUN 时），或调度器上的 ip_vs_ftp 模块（NAT 时）。</translation>
    </message>
    <message>
        <source>0 to 65535; 0 means every port, and needs persistence.</source>
        <translation>0 到 65535；0 表示所有端口，须启用持久连接。</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceNames</name>
    <message>
        <source>They are for %1 in every service of this director. This console keeps them; the director does not know them.</source>
        <translation>它们在该调度器的所有服务中都属于 %1。它们由本控制台保存，调度器并不知道。</translation>
    </message>
    <message>
        <source>This console keeps them; the director does not know them.</source>
        <translation>它们由本控制台保存，调度器并不知道。</translation>
    </message>
    <message>
        <source>Export names and notes</source>
        <translation>导出名称和备注</translation>
    </message>
    <message>
        <source>Names and notes (*.json)</source>
        <translation>名称和备注 (*.json)</translation>
    </message>
    <message>
        <source>Import names and notes</source>
        <translation>导入名称和备注</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceRemoval</name>
    <message numerus="yes">
        <source>%Ln selected object(s)</source>
        <translation>
            <numerusform>%Ln 个所选对象</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::ServiceStep</name>
    <message>
        <source>A new service</source>
        <translation>新虚拟服务</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>虚拟服务(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>接口(&amp;I)</translation>
    </message>
    <message>
        <source>The director&apos;s interface towards the clients. It has the VIP, or gets it.</source>
        <translation>调度器面向客户端的接口，已有或将会得到 VIP。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>What clients connect to. A service of the table keeps what it has; a new one is added at the end, when everything is ready for its packets.</source>
        <translation>客户端连接的目标。表中已有的虚拟服务保持原样；新的虚拟服务在最后添加，那时一切都已为其数据包做好准备。</translation>
    </message>
</context>
<context>
    <name>lvs::ServiceTreeModel</name>
    <message>
        <source>Drafted: %1</source>
        <translation>草稿：%1</translation>
    </message>
    <message>
        <source>Changed outside at %1</source>
        <translation>%1 被外部更改</translation>
    </message>
</context>
<context>
    <name>lvs::ServicesPage</name>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln 个虚拟服务</numerusform>
        </translation>
    </message>
    <message>
        <source>read at %1 in %2 ms</source>
        <translation>%1 读取，用时 %2 毫秒</translation>
    </message>
    <message>
        <source>No virtual services yet.</source>
        <translation>还没有虚拟服务。</translation>
    </message>
    <message>
        <source>Add the first one</source>
        <translation>添加第一个</translation>
    </message>
    <message>
        <source>Reading the table …</source>
        <translation>正在读取表……</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) made outside this console, the last at %1.</source>
        <translation>
            <numerusform>此控制台之外有 %Ln 项更改，最后一次在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>There is no table to show.</source>
        <translation>没有可显示的表。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln before</source>
        <translation>
            <numerusform>……以及之前的 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln service(s)</source>
        <translation>
            <numerusform>%Ln 个服务中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln real server(s)</source>
        <translation>
            <numerusform>%Ln 台真实服务器中的 %1 台</numerusform>
        </translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Compare with its configuration…</source>
        <translation>与其配置比较…</translation>
    </message>
</context>
<context>
    <name>lvs::ServicesView</name>
    <message>
        <source>Virtual services and real servers</source>
        <translation>虚拟服务和真实服务器</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>Show the usual columns in the usual order and width</source>
        <translation>以默认的顺序和宽度显示默认的列</translation>
    </message>
</context>
<context>
    <name>lvs::SetupChecksModel</name>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check, its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>machine, real server</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lvs::SetupListModel</name>
    <message>
        <source>Service</source>
        <translation>虚拟服务</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>lvs::SetupPlanDialog</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Set-up of %1 by %2</source>
        <comment>service, method</comment>
        <translation>%1 的配置（%2）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lvs::SetupPlanModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of the step, step</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>(and %Ln more)</source>
        <translation>
            <numerusform>（另有 %Ln 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a step, why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What the set-up needs there comes back after a reboot</source>
        <translation>该设置在此机器上所需的内容重启后会恢复</translation>
    </message>
</context>
<context>
    <name>lvs::SetupWizard</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set up real servers of %1</source>
        <comment>name of a director</comment>
        <translation>配置 %1 的真实服务器</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>开始配置(&amp;S)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lvs::Sidebar</name>
    <message>
        <source>Directors</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Connect to a director by SSH (Ctrl+N)</source>
        <translation>通过 SSH 连接调度器 (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>lvs::SourceBox</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Kernel of %1</source>
        <translation>内核（%1）</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>与文件比较</translation>
    </message>
</context>
<context>
    <name>lvs::StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>尚未进行</translation>
    </message>
</context>
<context>
    <name>lvs::StrayRulesBar</name>
    <message numerus="yes">
        <source>Remove the rule(s)</source>
        <translation>
            <numerusform>移除规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firewall rule(s) of LVS Console lead to no service.</source>
        <translation>
            <numerusform>LVS Console 有 %n 条防火墙规则不指向任何服务。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lvs::SyncDaemonDialog</name>
    <message>
        <source>Start the master sync daemon</source>
        <translation>启动主同步守护进程</translation>
    </message>
    <message>
        <source>Start the backup sync daemon</source>
        <translation>启动备份同步守护进程</translation>
    </message>
    <message>
        <source>Start master</source>
        <translation>启动主节点</translation>
    </message>
    <message>
        <source>Start backup</source>
        <translation>启动备份节点</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>接口(&amp;I)</translation>
    </message>
    <message>
        <source>Where it sends the connections of this director.</source>
        <translation>从此接口发送本调度器的连接。</translation>
    </message>
    <message>
        <source>Where it listens for the connections of a master.</source>
        <translation>在此接口接收主节点的连接。</translation>
    </message>
    <message>
        <source>&amp;Sync ID</source>
        <translation>同步 ID(&amp;S)</translation>
    </message>
    <message>
        <source>0 to 255. Backups take what has their own ID.</source>
        <translation>0 至 255。备份节点只接收与自身 ID 相同的连接。</translation>
    </message>
    <message>
        <source>0 to 255. The ID of the master; 0 takes the connections of every master.</source>
        <translation>0 至 255。主节点的 ID；0 表示接收所有主节点的连接。</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>组播组(&amp;G)</translation>
    </message>
    <message>
        <source>Multicast address, the same on master and backup.</source>
        <translation>组播地址，主备必须一致。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>UDP, the same on master and backup.</source>
        <translation>UDP 端口，主备必须一致。</translation>
    </message>
    <message>
        <source>T&amp;TL</source>
        <translation>T&amp;TL</translation>
    </message>
    <message>
        <source>How many routers the packets may pass, and one more.</source>
        <translation>数据包可以经过的路由器数目加一。</translation>
    </message>
    <message>
        <source>&amp;Longest message</source>
        <translation>最大消息长度(&amp;L)</translation>
    </message>
    <message>
        <source>In bytes, without headers. A backup must take as much as its master sends.</source>
        <translation>字节数，不含包头。备份节点必须能接收主节点发送的长度。</translation>
    </message>
    <message>
        <source>that of the interface</source>
        <translation>由接口决定</translation>
    </message>
</context>
<context>
    <name>lvs::SyncPanel</name>
    <message>
        <source>Master</source>
        <translation>主节点</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份节点</translation>
    </message>
    <message>
        <source>%1, ID %2</source>
        <translation>%1，ID %2</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>Messages of up to %1 bytes, TTL %2</source>
        <translation>消息最大 %1 字节，TTL %2</translation>
    </message>
    <message>
        <source>Connection synchronisation</source>
        <translation>连接同步</translation>
    </message>
    <message>
        <source>A master sends its connections to backups, so that they live on when a backup takes over.</source>
        <translation>主节点把连接发送给备份节点，使备份节点接管时连接得以保留。</translation>
    </message>
    <message>
        <source>%1: not running</source>
        <translation>%1：未运行</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>Start &amp;master…</source>
        <translation>启动主节点(&amp;M)…</translation>
    </message>
    <message>
        <source>Start &amp;backup…</source>
        <translation>启动备份节点(&amp;B)…</translation>
    </message>
    <message>
        <source>%1: to be started on %2 (drafted)</source>
        <translation>%1：将在 %2 上启动（草稿）</translation>
    </message>
    <message>
        <source>Don&apos;t start master</source>
        <translation>不启动主节点</translation>
    </message>
    <message>
        <source>Don&apos;t start backup</source>
        <translation>不启动备份节点</translation>
    </message>
    <message>
        <source>%1: to be stopped (drafted)</source>
        <translation>%1：将停止（草稿）</translation>
    </message>
    <message>
        <source>Keep master</source>
        <translation>保留主节点</translation>
    </message>
    <message>
        <source>Keep backup</source>
        <translation>保留备份节点</translation>
    </message>
    <message>
        <source>%1: running on %2</source>
        <translation>%1：运行于 %2</translation>
    </message>
    <message>
        <source>Stop &amp;master</source>
        <translation>停止主节点(&amp;M)</translation>
    </message>
    <message>
        <source>Stop &amp;backup</source>
        <translation>停止备份节点(&amp;B)</translation>
    </message>
</context>
<context>
    <name>lvs::SysctlDialog</name>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Change value</source>
        <translation>更改值</translation>
    </message>
    <message>
        <source>Tunable</source>
        <translation>可调参数</translation>
    </message>
    <message>
        <source>At present</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>值(&amp;V)</translation>
    </message>
    <message>
        <source>For the next &amp;boot</source>
        <translation>下次启动(&amp;B)</translation>
    </message>
    <message>
        <source>A reboot forgets the value. To keep it, put this line into a file in /etc/sysctl.d on the director, and the line ip_vs into one in /etc/modules-load.d: before IPVS is loaded there is nothing to set.</source>
        <translation>重启后该值会丢失。若要保留，请在调度器上将此行写入 /etc/sysctl.d 下的文件，并将 ip_vs 这一行写入 /etc/modules-load.d 下的文件：加载 IPVS 之前没有可设置的参数。</translation>
    </message>
    <message>
        <source>At &amp;packet</source>
        <translation>余数(&amp;P)</translation>
    </message>
    <message>
        <source>Of &amp;every</source>
        <translation>除数(&amp;E)</translation>
    </message>
    <message>
        <source>A reboot forgets the value. To keep it, put this line into a file in /etc/sysctl.d on the director.</source>
        <translation>重启后该值会丢失。要保留它，请把这一行写入调度器 /etc/sysctl.d 中的文件。</translation>
    </message>
</context>
<context>
    <name>lvs::SysctlModel</name>
    <message>
        <source>Tunable</source>
        <translation>可调参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>%1, not the default</source>
        <translation>%1，非默认值</translation>
    </message>
    <message>
        <source>not on this director</source>
        <translation>此调度器上没有</translation>
    </message>
    <message>
        <source>%1 → %2 (drafted)</source>
        <translation>%1 → %2（草稿）</translation>
    </message>
</context>
<context>
    <name>lvs::SystemPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即读取</translation>
    </message>
    <message>
        <source>Read everything on this page again</source>
        <translation>重新读取此页的全部内容</translation>
    </message>
    <message>
        <source>Connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>To enlarge it, put this line into a file in /etc/modprobe.d, before IPVS is loaded for the first time:</source>
        <translation>要扩大它，请在首次加载 IPVS 之前，将此行写入 /etc/modprobe.d 下的文件：</translation>
    </message>
    <message>
        <source>Option that enlarges the connection table</source>
        <translation>扩大连接表的选项</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>Kernel support</source>
        <translation>内核支持</translation>
    </message>
    <message>
        <source>As grep IP_VS /boot/config-$(uname -r) shows it, with the modules that are loaded</source>
        <translation>即 grep IP_VS /boot/config-$(uname -r) 的结果，并结合已加载的模块</translation>
    </message>
    <message>
        <source>Tunables</source>
        <translation>可调参数</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>Connections can&apos;t be synchronised while IPv4 and IPv6 are mixed</source>
        <translation>IPv4 与 IPv6 混用时无法同步连接</translation>
    </message>
    <message>
        <source>The kernel starts no sync daemon as long as a real server has another IP family than its service. That is so with %1. Remove it first.</source>
        <translation>只要有真实服务器的 IP 协议族与其虚拟服务不同，内核就不会启动同步守护进程。%1 即是如此，请先将其删除。</translation>
    </message>
    <message>
        <source>Change &amp;value…</source>
        <translation>更改值(&amp;V)…</translation>
    </message>
    <message>
        <source>Tunables (sysctl)</source>
        <translation>可调参数（sysctl）</translation>
    </message>
</context>
<context>
    <name>lvs::TermsDialog</name>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Search in the terms</source>
        <translation>在术语中搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>全称</translation>
    </message>
    <message>
        <source>None of the terms has that in it.</source>
        <translation>没有术语包含这些内容。</translation>
    </message>
</context>
<context>
    <name>lvs::TimeoutsDialog</name>
    <message>
        <source>Change timeouts</source>
        <translation>更改超时</translation>
    </message>
    <message>
        <source>&amp;TCP</source>
        <translation>&amp;TCP</translation>
    </message>
    <message>
        <source>Seconds without a packet after which an open TCP connection is forgotten. An application that is silent for longer loses its connection.</source>
        <translation>已建立的 TCP 连接在这么多秒内没有数据包就会被遗忘。静默更久的应用会失去连接。</translation>
    </message>
    <message>
        <source>TCP after &amp;FIN</source>
        <translation>TCP（&amp;FIN 之后）</translation>
    </message>
    <message>
        <source>Seconds that a TCP connection stays after the client has closed it.</source>
        <translation>客户端关闭后 TCP 连接保留的秒数。</translation>
    </message>
    <message>
        <source>&amp;UDP</source>
        <translation>&amp;UDP</translation>
    </message>
    <message>
        <source>Seconds for which packets of a client go to the same real server.</source>
        <translation>客户端的数据包在这么多秒内发往同一台真实服务器。</translation>
    </message>
</context>
<context>
    <name>lvs::TimeoutsPanel</name>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Change &amp;timeouts…</source>
        <translation>更改超时(&amp;T)…</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TCP after FIN</source>
        <translation>TCP（FIN 之后）</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Without a packet for this long an open TCP connection is forgotten</source>
        <translation>已建立的 TCP 连接在这么长时间内没有数据包就会被遗忘</translation>
    </message>
    <message>
        <source>So long a TCP connection stays after the client has closed it</source>
        <translation>客户端关闭后 TCP 连接保留的时间</translation>
    </message>
    <message>
        <source>So long packets of a client go to the same real server</source>
        <translation>客户端的数据包在这段时间内发往同一台真实服务器</translation>
    </message>
    <message>
        <source>%1 s → %2 s (drafted)</source>
        <translation>%1 秒 → %2 秒（草稿）</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>lvs::TopologyModel</name>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>转发方式</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>应答</translation>
    </message>
</context>
<context>
    <name>lvs::TopologyPage</name>
    <message>
        <source>Export topology</source>
        <translation>导出拓扑</translation>
    </message>
    <message>
        <source>Packet walk</source>
        <translation>数据包路径</translation>
    </message>
    <message>
        <source>Rules of the method</source>
        <translation>方法的规则</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Methods compared</source>
        <translation>方法比较</translation>
    </message>
    <message>
        <source>Show its &amp;real servers</source>
        <translation>显示其真实服务器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>展开(&amp;U)</translation>
    </message>
    <message>
        <source>Show on the &amp;Services page</source>
        <translation>在“服务”页显示(&amp;S)</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>所有虚拟服务</translation>
    </message>
    <message>
        <source>The diagram shows %1 of %2 services. Choose one above to see it with its real servers.</source>
        <translation>图中显示 %2 个虚拟服务中的 %1 个。在上方选择一个，可查看它和它的真实服务器。</translation>
    </message>
    <message>
        <source>Choose a service above to follow a packet through it.</source>
        <translation>在上方选择一个虚拟服务，以跟踪数据包的路径。</translation>
    </message>
    <message>
        <source>Choose a service above to see what its method asks of the machines.</source>
        <translation>在上方选择一个虚拟服务，以查看其方法对机器的要求。</translation>
    </message>
    <message>
        <source>%1: topology of %2</source>
        <comment>director, service</comment>
        <translation>%1：%2 的拓扑</translation>
    </message>
    <message>
        <source>No virtual services yet: there is no topology to be drawn.</source>
        <translation>还没有虚拟服务：没有可画的拓扑。</translation>
    </message>
    <message>
        <source>Go to Services</source>
        <translation>转到“服务”页</translation>
    </message>
    <message>
        <source>Reading the table …</source>
        <translation>正在读取表…</translation>
    </message>
    <message>
        <source>machines asked at %1</source>
        <translation>询问机器于 %1</translation>
    </message>
</context>
<context>
    <name>lvs::TopologyTable</name>
    <message>
        <source>Topology as a table</source>
        <translation>表格形式的拓扑</translation>
    </message>
</context>
<context>
    <name>lvs::TopologyTools</name>
    <message>
        <source>Diagram of</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All services of the director, or one with its real servers and the way of a packet</source>
        <translation>调度器的所有虚拟服务，或其中一个及其真实服务器和数据包的路径</translation>
    </message>
    <message>
        <source>Whole director</source>
        <translation>整个调度器</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show more of it, smaller (also Ctrl and the wheel)</source>
        <translation>缩小以显示更多（也可用 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show less of it, larger (also Ctrl and the wheel)</source>
        <translation>放大显示局部（也可用 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>A card for each real server, also where there are more than a few</source>
        <translation>每台真实服务器一张卡片，数量较多时也如此</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Dashes move along the lines on which something flows</source>
        <translation>有流量的线上有移动的虚线</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the whole diagram as a picture</source>
        <translation>将整个图保存为图片</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>What VIP, DIP, NAT and other abbreviations mean</source>
        <translation>VIP、DIP、NAT 等缩写的含义</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficDataModel</name>
    <message>
        <source>not known at this moment</source>
        <translation>此刻的值未知</translation>
    </message>
    <message>
        <source>least %1, mean %2, most %3</source>
        <translation>最小 %1，平均 %2，最大 %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficPage</name>
    <message>
        <source>Figures of the graph</source>
        <translation>图中的数值</translation>
    </message>
    <message>
        <source>CSV figures</source>
        <translation>CSV 数据</translation>
    </message>
    <message>
        <source>Export traffic</source>
        <translation>导出流量</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4</source>
        <translation>%1：%2，%3 至 %4</translation>
    </message>
    <message>
        <source>Nothing is chosen. Check services or real servers at the left.</source>
        <translation>尚未选择。请在左侧勾选服务或真实服务器。</translation>
    </message>
    <message>
        <source>Replies go past the director, which can&apos;t count them.</source>
        <translation>应答不经过调度器，因此无法统计。</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time.</source>
        <translation>这段时间没有记录。</translation>
    </message>
    <message>
        <source>Without the helper on this director only the figures of all services together can be read.</source>
        <translation>此调度器上没有助手，只能读取所有服务的合计数值。</translation>
    </message>
    <message>
        <source>Reading the table …</source>
        <translation>正在读取表…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln curve(s)</source>
        <translation>
            <numerusform>%Ln 条曲线</numerusform>
        </translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s) are not recorded, as there are too many. Those that are drawn are.</source>
        <translation>
            <numerusform>对象过多，有 %Ln 个未记录。图中绘制的仍会记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading what was kept …</source>
        <translation>正在读取已保存的流量…</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficPlot</name>
    <message>
        <source>Graph</source>
        <translation>曲线图</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficSourcesModel</name>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>Service or real server</source>
        <translation>服务或真实服务器</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>What is checked is drawn</source>
        <translation>勾选的项目会绘制在图中</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficSourcesPanel</name>
    <message>
        <source>Keep a day of this real server</source>
        <translation>为此真实服务器保留一天</translation>
    </message>
    <message>
        <source>Find a service or real server</source>
        <translation>查找服务或真实服务器</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Curves of real servers are forgotten after ten minutes unless they are kept</source>
        <translation>真实服务器的曲线十分钟后清除，除非选择保留</translation>
    </message>
    <message>
        <source>Keep &amp;recording on other pages</source>
        <translation>在其他页面时继续记录(&amp;R)</translation>
    </message>
    <message>
        <source>Go on reading services and totals while this page is not shown, so that no gap is left</source>
        <translation>此页面未显示时继续读取服务和总量，不留空缺</translation>
    </message>
</context>
<context>
    <name>lvs::TrafficTools</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the picture; recording goes on (Space in the graph). Unchecked, it goes on with the present (End)</source>
        <translation>停住画面，记录继续进行（图中按空格键）。取消后回到当前时间（End 键）</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Lay the curves upon each other: the upper edge is their sum</source>
        <translation>把曲线叠加起来：上边缘是它们的总和</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Show small and large figures beside each other; zero lies on the lower edge</source>
        <translation>同时看清小值和大值；零位于下边缘</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the same figures as a table</source>
        <translation>以表格显示相同的数值</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save what the graph shows, as a picture or as figures</source>
        <translation>把图中内容保存为图片或数据</translation>
    </message>
    <message>
        <source>How much time the graph shows; also by the wheel, and by + and - in the graph</source>
        <translation>图中显示多长时间；也可用滚轮，或在图中按 + 和 -</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间范围</translation>
    </message>
</context>
<context>
    <name>lvs::TunnelFields</name>
    <message>
        <source>&amp;Tunnel type</source>
        <translation>隧道类型(&amp;T)</translation>
    </message>
    <message>
        <source>Tu&amp;nnel port</source>
        <translation>隧道端口(&amp;N)</translation>
    </message>
    <message>
        <source>UDP port on which the real server unpacks, 1 to 65535.</source>
        <translation>真实服务器解封装所用的 UDP 端口，1 到 65535。</translation>
    </message>
    <message>
        <source>C&amp;hecksum</source>
        <translation>校验和(&amp;H)</translation>
    </message>
</context>
<context>
    <name>lvs::WalkModel</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 inside %2</source>
        <comment>address in a tunnel&apos;s address</comment>
        <translation>%1（在 %2 内）</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Real server</source>
        <translation>真实服务器</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>From</source>
        <translation>源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Hardware addresses</source>
        <translation>硬件地址</translation>
    </message>
</context>
<context>
    <name>lvs::WalkPanel</name>
    <message>
        <source>Steps of the packet</source>
        <translation>数据包的步骤</translation>
    </message>
    <message>
        <source>Address and port of a client, such as 198.51.100.7:40000 or [2001:db8::7]:40000</source>
        <translation>客户端的地址和端口，如 198.51.100.7:40000 或 [2001:db8::7]:40000</translation>
    </message>
    <message>
        <source>C&amp;lient</source>
        <translation>客户端(&amp;L)</translation>
    </message>
    <message>
        <source>Real &amp;server</source>
        <translation>真实服务器(&amp;S)</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最前</translation>
    </message>
    <message>
        <source>To the first step</source>
        <translation>回到第一步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Go on by itself, a step after the other</source>
        <translation>自动逐步前进</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The service has no real server to which a packet could go.</source>
        <translation>该虚拟服务没有真实服务器，数据包无处可去。</translation>
    </message>
    <message>
        <source>The packet does not get here: it has ended before.</source>
        <translation>数据包到不了这里：它在之前已经终止。</translation>
    </message>
    <message>
        <source>As it should be: %1</source>
        <comment>a sentence</comment>
        <translation>正常情况下：%1</translation>
    </message>
</context>
<context>
    <name>lvs::WalkServerBox</name>
    <message>
        <source>The real server that the service&apos;s scheduler gives to the next connection of this client, or one of your choice</source>
        <translation>虚拟服务的调度算法为此客户端的下一个连接分配的真实服务器，或由您选择的一台</translation>
    </message>
    <message>
        <source>As the scheduler chooses</source>
        <translation>由调度算法选择</translation>
    </message>
</context>
<context>
    <name>lvs::WeightDelegate</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>lvs::WeightsDialog</name>
    <message numerus="yes">
        <source>Weights of %Ln real server(s)</source>
        <translation>
            <numerusform>%Ln 个真实服务器的权重</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft weights</source>
        <translation>起草权重</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>Multiply by, in percent</source>
        <translation>按百分比调整</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>0 drains the servers: connections go on, new ones go elsewhere.</source>
        <translation>0 表示排空服务器：现有连接继续，新连接转到别处。</translation>
    </message>
    <message>
        <source>50 halves the weights. Rounding drains nobody: the least is 1. Drained servers stay drained.</source>
        <translation>50 使权重减半。取整不会排空服务器：最小为 1。已排空的服务器保持排空。</translation>
    </message>
</context>
</TS>
