package local

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const jarsOfTheModule = "../../../.entente/neo4j"

// hubFolder turns this test binary into a hub that is about to be killed.
const hubFolder = "LOCAL_TEST_HUB_FOLDER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(hubFolder); dir != "" {
		beHub(dir)
		return
	}
	if err := Fetch(context.Background(), jarsOfTheModule, nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// beHub starts Neo4j, says so at each step, and waits for its end.
func beHub(dir string) {
	settings := settings(dir)
	settings.Progress = func(step string, _, _ int) { fmt.Println(step) }
	if _, err := Start(context.Background(), settings); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("answers")
	select {}
}

func settings(dir string) Options {
	return Options{
		Jars: jarsOfTheModule, Folder: dir, HeapMiB: 512, PageCacheMiB: 32,
		JVM: []string{"-XX:TieredStopAtLevel=1"},
		Log: slog.New(slog.DiscardHandler),
	}
}

func begin(t *testing.T, options Options) *Server {
	t.Helper()
	server, err := Start(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, server) })
	return server
}

func stop(t *testing.T, server *Server) {
	t.Helper()
	if err := server.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}

// until waits for a status.
func until(t *testing.T, server *Server, is func(Status) bool) Status {
	t.Helper()
	for {
		status, changed := server.Status()
		if is(status) {
			return status
		}
		select {
		case <-changed:
		case <-t.Context().Done():
			t.Fatal(status)
		}
	}
}

func query(t *testing.T, server *Server, statement string) any {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(server.URI(), neo4j.BasicAuth(server.User(), server.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(context.Background()) //nolint:errcheck // the test has its answer
	result, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	return result.Records[0].Values[0]
}

const countKept = "MATCH (n:Kept) RETURN count(n)"

func TestStartKillStopAndStartAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "with a space: and more")
	server := begin(t, settings(dir))
	if got := query(t, server, "CREATE (n:Kept) RETURN 1"); got != int64(1) {
		t.Fatal(got)
	}
	wantPrivate(t, server)

	_, err := Start(t.Context(), settings(dir))
	wantFault(t, err, Fault{
		Problem: fmt.Sprintf("another entente (pid %d) uses the folder %s", os.Getpid(), dir),
		Remedy:  "Stop it first, or set ENTENTE_DATA to another folder",
	})

	before, _ := server.Status()
	if err := syscall.Kill(before.PID, kill); err != nil {
		t.Fatal(err)
	}
	after := until(t, server, func(now Status) bool { return now.State == Running && now.PID != before.PID })
	if after.Ended != 1 || after.Err == nil || after.Err.Error() != "Neo4j was ended from outside (signal: killed)" {
		t.Errorf("after kill -9: %+v", after)
	}
	if got := query(t, server, countKept); got != int64(1) {
		t.Errorf("after kill -9: %v", got)
	}

	stop(t, server)
	stop(t, server)
	if now, _ := server.Status(); now.State != Stopped || now.PID != 0 {
		t.Errorf("after Stop: %+v", now)
	}
	if runsWith(after.PID, server.homeArgument()) || exists(server.folder.pid()) {
		t.Error("Stop left a process or its pid file")
	}
	if got := query(t, begin(t, settings(dir)), countKept); got != int64(1) {
		t.Errorf("after a second start: %v", got)
	}
}

func wantPrivate(t *testing.T, server *Server) {
	t.Helper()
	for path, want := range map[string]os.FileMode{
		server.PasswordFile(): 0o600, string(server.folder): 0o700 | os.ModeDir,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
		}
	}
	text, err := os.ReadFile(server.PasswordFile())
	if err != nil || string(text) != server.Password()+"\n" || len(server.Password()) != 48 {
		t.Errorf("the password file holds %d characters: %v", len(text), err)
	}
	if exists(server.folder.at("conf", "initial.args")) {
		t.Error("the file that carried the password to AdminTool is left")
	}
}

func TestALeftoverNeo4jIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	server := begin(t, settings(dir))
	stop(t, server)
	// A Neo4j without a hub, as on a system whose kernel does not end it.
	leftover := exec.Command(server.java, server.serverArguments()...) // #nosec G204 -- the test's own
	leftover.Dir = jarsOfTheModule
	if err := leftover.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- leftover.Wait() }()
	if err := awaitAnswer(t.Context(), server.URI(), server.Password()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(server.folder.pid(), []byte(strconv.Itoa(leftover.Process.Pid)), 0o600); err != nil {
		t.Fatal(err)
	}
	options := settings(dir)
	options.Port = server.Port() // still held by the leftover
	begin(t, options)
	if err := <-ended; err != nil {
		t.Errorf("the leftover did not end cleanly: %v", err)
	}
}

func TestAPidFileOfAnotherProcessIsStale(t *testing.T) {
	other := exec.Command("sleep", "600")
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Process.Kill(); _ = other.Wait() }()
	for _, content := range []string{strconv.Itoa(other.Process.Pid), "0", "-1", "", "nonsense"} {
		dir := folder(t.TempDir())
		if err := os.WriteFile(dir.pid(), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		server := &Server{options: settings("").withDefaults(), folder: dir}
		if err := server.endLeftover(t.Context()); err != nil || exists(dir.pid()) {
			t.Errorf("%q: %v", content, err)
		}
	}
	if err := other.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("the other process was ended: %v", err)
	}
}

func TestBusyPort(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close() //nolint:errcheck // the test is over
	options := settings(t.TempDir())
	options.Port = listener.Addr().(*net.TCPAddr).Port
	_, err = Start(t.Context(), options)
	wantFault(t, err, Fault{
		Problem: fmt.Sprintf("port %d on 127.0.0.1, meant for Neo4j, is in use by another program", options.Port),
		Remedy:  "Stop that program, or set ENTENTE_NEO4J_PORT to a free port (0 finds one)",
	})
	release, err := folder(options.Folder).claim()
	if err != nil {
		t.Fatalf("the refused start kept the folder: %v", err)
	}
	release()
}

// A first start is interrupted as often as it has steps; each time the next one
// works on the same folder.
func TestInterruptedFirstStart(t *testing.T) {
	dir := t.TempDir()
	for _, at := range []string{"setting Neo4j's password", "starting Neo4j"} {
		ctx, cancel := context.WithCancel(t.Context())
		options := settings(dir)
		options.Progress = func(step string, _, _ int) {
			if step == at {
				cancel()
			}
		}
		server, err := Start(ctx, options)
		if server != nil || !errors.Is(err, context.Canceled) {
			t.Fatalf("interrupted at %s: %v", at, err)
		}
		if !folder(dir).isNew() {
			t.Errorf("interrupted at %s, the folder counts as finished", at)
		}
	}
	killHub(t, dir, "starting Neo4j")
	server := begin(t, settings(dir))
	if got := query(t, server, "RETURN 1"); got != int64(1) {
		t.Error(got)
	}
	if server.folder.isNew() {
		t.Error("a finished folder counts as new")
	}
}

func TestKillOfTheHub(t *testing.T) {
	dir := t.TempDir()
	killHub(t, dir, "answers")
	server := begin(t, settings(dir))
	if got := query(t, server, "CREATE (n:Kept) RETURN 1"); got != int64(1) {
		t.Error(got)
	}
}

// killHub runs a hub in another process and ends it with kill -9 at a step.
func killHub(t *testing.T, dir, at string) {
	t.Helper()
	hub := exec.Command(os.Args[0]) // #nosec G204 -- this binary
	hub.Env = append(os.Environ(), hubFolder+"="+dir)
	output, err := hub.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := hub.Start(); err != nil {
		t.Fatal(err)
	}
	said := ""
	for buffer := make([]byte, 1024); !strings.Contains(said, at+"\n"); {
		n, err := output.Read(buffer)
		if said += string(buffer[:n]); err != nil {
			t.Fatalf("the hub said %q", said)
		}
	}
	if err := hub.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = hub.Wait() // it was killed
}

func TestPasswordThatDoesNotFitTheData(t *testing.T) {
	dir := t.TempDir()
	server := begin(t, settings(dir))
	stop(t, server)
	if err := os.WriteFile(server.PasswordFile(), []byte("some other password\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), settings(dir))
	wantFault(t, err, Fault{
		Problem: "Neo4j refuses the password in " + server.PasswordFile(),
		Remedy:  "Put back the password file that belongs to the data in " + server.folder.data(),
	})
	if err := os.Remove(server.PasswordFile()); err != nil {
		t.Fatal(err)
	}
	_, err = Start(t.Context(), settings(dir))
	wantFault(t, err, Fault{
		Problem: "the password file " + server.PasswordFile() + " is gone, and the data beside it opens with no other",
		Remedy:  "Put it back from your backup",
	})
	if !exists(server.folder.databases()) {
		t.Error("the data was touched")
	}
}

func TestAServerThatCannotStartSaysWhy(t *testing.T) {
	options := settings(t.TempDir())
	options.Port = 0
	options.JVM = []string{"-XX:NoSuchFlag"}
	_, err := Start(t.Context(), options)
	want := "Neo4j ended (exit status 1): Error: A fatal exception has occurred. Program will exit.; more in " +
		filepath.Join(options.Folder, "logs")
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
