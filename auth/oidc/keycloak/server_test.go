package keycloak_test

import (
	"archive/zip"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"entente/graph/neo4j/local"
)

//go:embed pom.xml
var pom []byte

//go:embed keycloak.sha256
var lock []byte

const version = "26.4.7"

// server is a Keycloak with the realms of the test, and nothing kept.
type server struct {
	t     *testing.T
	url   string
	admin string // an administrator's token
	said  string // the file of what it says
}

// startLimit is how long Keycloak may take on a busy machine.
const startLimit = 4 * time.Minute

// built is what Keycloak is made ready for once; it then starts in half the time.
var built = []string{"--db=dev-mem", "--health-enabled=false", "--metrics-enabled=false"}

const javaOptions = "JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1 -Xmx384m"

func start(t *testing.T, realms ...map[string]any) *server {
	t.Helper()
	home := installed(t)
	imports := filepath.Join(home, "data", "import")
	must(t, os.RemoveAll(filepath.Join(home, "data")))
	must(t, os.MkdirAll(imports, 0o700))
	for _, realm := range realms {
		content, err := json.Marshal(realm)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(imports, realm["realm"].(string)+"-realm.json"), content, 0o600))
	}
	port := freePort(t)
	s := &server{t: t, url: fmt.Sprint("http://127.0.0.1:", port)}
	s.said = s.run(home, port)
	s.await()
	s.signIn()
	return s
}

const adminPassword = "only-for-this-test"

// run starts Keycloak in a process group of its own, ended with the test.
func (s *server) run(home string, port int) (said string) {
	s.t.Helper()
	said = filepath.Join(s.t.TempDir(), "keycloak.log")
	out, err := os.Create(said)
	must(s.t, err)
	cmd := exec.Command("bash", filepath.Join(home, "bin", "kc.sh"), "start", "--optimized", "--import-realm", //nolint:misspell // Keycloak's own word
		"--cache=local", "--http-enabled=true", "--hostname-strict=false", "--http-host=127.0.0.1", fmt.Sprint("--http-port=", port),
		// A logout token is sent once; on a busy machine the hub may answer late.
		"--spi-connections-http-client--default--socket-timeout-millis=60000",
		"--spi-connections-http-client--default--establish-connection-timeout-millis=60000")
	cmd.Env = append(os.Environ(), "KC_BOOTSTRAP_ADMIN_USERNAME=admin", "KC_BOOTSTRAP_ADMIN_PASSWORD="+adminPassword,
		javaOptions)
	cmd.Stdout, cmd.Stderr = out, out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	must(s.t, cmd.Start())
	s.t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
		_ = out.Close()
	})
	return said
}

// await waits until both realms answer, or says what Keycloak said.
func (s *server) await() {
	s.t.Helper()
	begun, told := time.Now(), time.Now()
	for time.Since(begun) < startLimit {
		if time.Since(told) > 15*time.Second {
			told = time.Now()
			s.t.Logf("waiting for Keycloak, %.0f s: %s", time.Since(begun).Seconds(), lastLine(s.said))
		}
		time.Sleep(200 * time.Millisecond)
		r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.url+"/realms/ro/.well-known/openid-configuration", nil)
		must(s.t, err)
		if resp, err := client().Do(r); err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
	}
	s.t.Fatalf("Keycloak did not start:\n%s", s.log())
}

// log is the end of what Keycloak said.
func (s *server) log() string {
	text, _ := os.ReadFile(s.said)
	return string(text[max(0, len(text)-4000):])
}

func lastLine(file string) string {
	text, _ := os.ReadFile(file)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[len(lines)-1]
}

// signIn gets the administrator's token.
func (s *server) signIn() {
	s.t.Helper()
	s.admin = ""
	var got struct {
		Token string `json:"access_token"`
	}
	form := url.Values{"grant_type": {"password"}, "client_id": {"admin-cli"}, "username": {"admin"}, "password": {adminPassword}}
	s.post(s.url+"/realms/master/protocol/openid-connect/token", "application/x-www-form-urlencoded", strings.NewReader(form.Encode()), &got)
	s.admin = got.Token
}

// administer posts JSON to the administration API; into may be nil.
func (s *server) administer(path string, body, into any) {
	s.t.Helper()
	s.send(http.MethodPost, path, body, into)
}

func (s *server) send(method, path string, body, into any) {
	s.t.Helper()
	content, err := json.Marshal(body)
	must(s.t, err)
	s.carry(method, s.url+"/admin/realms/"+path, "application/json", bytes.NewReader(content), into)
}

func (s *server) post(target, kind string, body io.Reader, into any) {
	s.t.Helper()
	s.carry(http.MethodPost, target, kind, body, into)
}

func (s *server) carry(method, target, kind string, body io.Reader, into any) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, target, body)
	must(s.t, err)
	r.Header.Set("Content-Type", kind)
	s.do(r, into)
}

func (s *server) do(r *http.Request, into any) {
	s.t.Helper()
	if s.admin != "" {
		r.Header.Set("Authorization", "Bearer "+s.admin)
	}
	resp, err := client().Do(r)
	must(s.t, err)
	content, err := io.ReadAll(resp.Body)
	must(s.t, errors.Join(err, resp.Body.Close()))
	if resp.StatusCode >= http.StatusMultipleChoices {
		s.t.Fatalf("%s %s: %d %s", r.Method, r.URL.Path, resp.StatusCode, content)
	}
	if into != nil {
		must(s.t, json.Unmarshal(content, into))
	}
}

// user is the id of a user, by name.
func (s *server) user(realm, name string) string {
	s.t.Helper()
	found := s.ids(realm + "/users?exact=true&username=" + name)
	if len(found) != 1 {
		s.t.Fatalf("%d users %s", len(found), name)
	}
	return found[0]
}

// sessions are the ids of a user's sessions.
func (s *server) sessions(realm, name string) []string {
	s.t.Helper()
	return s.ids(realm + "/users/" + s.user(realm, name) + "/sessions")
}

// ids asks the administration API for a list, and gives the ids of what is in it.
func (s *server) ids(path string) (ids []string) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.url+"/admin/realms/"+path, nil)
	must(s.t, err)
	var found []struct{ ID string }
	s.do(r, &found)
	for _, one := range found {
		ids = append(ids, one.ID)
	}
	return ids
}

// client keeps no line open.
func client() *http.Client {
	return &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	must(t, err)
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

// installed unpacks the pinned Keycloak beside Neo4j and makes it ready, once;
// one test at a time uses it.
func installed(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	must(t, err)
	folder := filepath.Join(root, ".entente", "keycloak")
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	must(t, local.FetchDistribution(ctx, folder, local.Distribution{POM: pom, Lock: lock}, nil))
	guard, err := os.OpenFile(filepath.Join(folder, "used"), os.O_CREATE|os.O_RDWR, 0o600)
	must(t, err)
	must(t, syscall.Flock(int(guard.Fd()), syscall.LOCK_EX))
	t.Cleanup(func() { _ = guard.Close() })
	home := filepath.Join(folder, "keycloak-"+version)
	if _, err := os.Stat(home); errors.Is(err, fs.ErrNotExist) {
		partial := filepath.Join(folder, "partial")
		must(t, os.RemoveAll(partial))
		must(t, unpack(filepath.Join(folder, "lib", "keycloak-quarkus-dist-"+version+".zip"), partial))
		must(t, os.Rename(filepath.Join(partial, "keycloak-"+version), home))
		must(t, os.RemoveAll(partial))
	}
	prepare(ctx, t, home)
	return home
}

// prepare builds Keycloak for its options; a mark left last says that it ended.
func prepare(ctx context.Context, t *testing.T, home string) {
	t.Helper()
	mark, want := filepath.Join(home, "built"), strings.Join(built, " ")
	if done, err := os.ReadFile(mark); err == nil && string(done) == want {
		return
	}
	build := exec.CommandContext(ctx, "bash", append([]string{filepath.Join(home, "bin", "kc.sh"), "build"}, built...)...)
	build.Env = append(os.Environ(), javaOptions)
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("Keycloak was not built: %v\n%s", err, said)
	}
	must(t, os.WriteFile(mark, []byte(want), 0o600))
}

func unpack(archive, into string) error {
	r, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	for _, f := range r.File {
		if err := unpackFile(f, into); err != nil {
			return err
		}
	}
	return nil
}

func unpackFile(f *zip.File, into string) error {
	if !filepath.IsLocal(f.Name) {
		return fmt.Errorf("%s leads out of the archive", f.Name)
	}
	path := filepath.Join(into, f.Name)
	if f.FileInfo().IsDir() {
		return os.MkdirAll(path, 0o700)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, f.Mode().Perm()|0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in) //nolint:gosec // its SHA-256 was checked
	return errors.Join(err, out.Close())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
