package local

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// A class archive lets the JVM map Neo4j's thousands of classes instead of
// parsing them: it starts in a third of the time. The JVM writes one by itself
// at a clean end and ignores one that does not fit its own build or the jars
// (JEP 350). It lies beside the verified jars, and whoever can write there can
// as well write Neo4j's configuration.

// archivePath differs by Java and by the pinned jars.
func archivePath(jars, javaSaid string) (string, error) {
	jars, err := filepath.Abs(jars)
	if err != nil {
		return "", fmt.Errorf("jar folder: %w", err)
	}
	key := sha256.Sum256(append([]byte(javaSaid), jarLock...))
	return filepath.Join(jars, fmt.Sprintf("classes-%x.jsa", key[:8])), nil
}

// archiveFlag uses the archive, or has it written under a name of our own.
func (s *Server) archiveFlag() string {
	if exists(s.archive) {
		return "-XX:SharedArchiveFile=" + s.archive
	}
	return "-XX:ArchiveClassesAtExit=" + s.newArchive()
}

func (s *Server) newArchive() string { return fmt.Sprintf("%s.%d", s.archive, os.Getpid()) }

// keepArchive puts in place what a clean end has written, if it has; what any
// other end has left may be half an archive.
func (s *Server) keepArchive(clean bool) {
	if clean && exists(s.newArchive()) {
		_ = os.Rename(s.newArchive(), s.archive)
		return
	}
	_ = os.Remove(s.newArchive())
}

// sweepArchives removes what hubs that are gone left half written.
func sweepArchives(archive string) {
	names, _ := filepath.Glob(archive + ".*")
	for _, name := range names {
		pid, err := strconv.Atoi(filepath.Ext(name)[1:])
		if err == nil && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			_ = os.Remove(name)
		}
	}
}

// dropArchives goes with jars that are fetched anew: archives know the old ones.
func dropArchives(jars string) error {
	names, err := filepath.Glob(filepath.Join(jars, "classes-*.jsa*"))
	for _, name := range names {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}
