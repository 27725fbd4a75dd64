package local

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func touch(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestArchiveCountsOnlyAfterACleanEnd(t *testing.T) {
	archive, err := archivePath(t.TempDir(), `openjdk version "17"`)
	if err != nil {
		t.Fatal(err)
	}
	server := &Server{archive: archive}
	if got, want := server.archiveFlag(), "-XX:ArchiveClassesAtExit="+server.newArchive(); got != want {
		t.Errorf("before there is one: %s, want %s", got, want)
	}
	touch(t, server.newArchive())
	server.keepArchive(false)
	if exists(server.newArchive()) || exists(archive) {
		t.Error("a half-written archive was kept")
	}
	touch(t, server.newArchive())
	server.keepArchive(true)
	if got, want := server.archiveFlag(), "-XX:SharedArchiveFile="+archive; got != want {
		t.Errorf("once there is one: %s, want %s", got, want)
	}
	if err := dropArchives(filepath.Dir(archive)); err != nil || exists(archive) {
		t.Errorf("new jars keep the old archive: %v", err)
	}
}

func TestArchivesDifferByJava(t *testing.T) {
	seventeen, _ := archivePath("jars", `openjdk version "17"`)
	another, _ := archivePath("jars", `openjdk version "21"`)
	if seventeen == another {
		t.Error(another)
	}
}

func TestSweepLeavesWhatAnotherHubIsWriting(t *testing.T) {
	gone := exec.Command("true")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(t.TempDir(), "classes-0.jsa")
	stale := fmt.Sprintf("%s.%d", archive, gone.Process.Pid)
	inUse := fmt.Sprintf("%s.%d", archive, os.Getpid())
	for _, path := range []string{archive, stale, inUse} {
		touch(t, path)
	}
	sweepArchives(archive)
	if exists(stale) || !exists(inUse) || !exists(archive) {
		t.Error("swept the wrong files")
	}
}
