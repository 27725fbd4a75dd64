package local

import (
	"fmt"
	"path/filepath"
	"strings"
)

// configuration is neo4j.conf: Bolt on loopback and nothing else, no report to
// anyone, bounded memory and logs.
func configuration(port, pageCacheMiB int) []byte {
	return fmt.Appendf(nil, `# Written at every start of the hub; changes here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.bolt.tls_level=DISABLED
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.memory.pagecache.size=%[2]dm
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=1 days 1G
# Else every stop waits ten seconds after the databases are closed.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
`, port, pageCacheMiB)
}

// jvmFlags are those of Neo4j's own launcher, which is not used here, but for
// the collector: G1 works beside the server to keep pauses short, and on the two
// cores and the small heap of a local hub takes a quarter of an import's time.
// The parallel one takes a fraction of that, and a heap of this size is swept
// in about a second.
func jvmFlags(heapMiB int) []string {
	return []string{
		fmt.Sprintf("-Xms%dm", heapMiB),
		fmt.Sprintf("-Xmx%dm", heapMiB),
		"-XX:+UseParallelGC",
		"-XX:-UsePerfData",
		"-XX:-OmitStackTraceInFastThrow",
		"-XX:+ExitOnOutOfMemoryError",
		"-XX:+DisableExplicitGC",
		"-Djdk.nio.maxCachedBufferSize=1024",
		"-Dio.netty.tryReflectionSetAccessible=true",
		"-Djdk.tls.rejectClientInitiatedRenegotiation=true",
		"-Dlog4j2.disable.jmx=true",
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"--enable-native-access=ALL-UNNAMED",
	}
}

// serverArguments start Neo4j from the jar folder as working directory, so that
// no path of the user's gets into the class path.
func (s *Server) serverArguments() []string {
	arguments := append(jvmFlags(s.options.HeapMiB), s.options.JVM...)
	return append(arguments, s.archiveFlag(), "-cp", filepath.Join("lib", "*"),
		"org.neo4j.server.CommunityEntryPoint", s.homeArgument(), "--config-dir="+s.folder.conf())
}

// homeArgument tells our Neo4j from every other process.
func (s *Server) homeArgument() string { return "--home-dir=" + string(s.folder) }

// adminArguments go into a file, not on the command line, which every user of
// the machine can read.
func adminArguments(password string) []byte {
	return []byte(strings.Join([]string{
		"org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password,
	}, " ") + "\n")
}
