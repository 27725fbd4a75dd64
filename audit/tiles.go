package audit

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// tiles is the tree on the disk and the one writer of its files. Not safe for
// concurrent use.
type tiles struct {
	folder     string
	signer     note.Signer
	edge       edge
	checkpoint []byte // the last one that was signed
}

// aside is where each file is written before it gets its name. There is one, so
// that nothing is left behind that the next write does not take away.
const aside = ".aside"

// errOther says that the folder is not the one that was opened.
var errOther = errors.New("another folder stands in the place of the log")

// openTiles opens the files of a log, which must agree with its checkpoint, and
// signs a first one for a log that has none.
func openTiles(folder string, keys signing) (*tiles, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	t := &tiles{folder: folder, signer: keys.signer}
	err = errors.Join(t.open(root, keys.verifier), root.Close())
	return t, err
}

func (t *tiles) open(root *os.Root, verifier note.Verifier) error {
	signed, err := root.ReadFile(CheckpointPath)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := root.Stat("tile"); err == nil {
			return errDamaged
		}
		return t.publish(root, edge{})
	}
	if err != nil {
		return err
	}
	size, text, err := openCheckpoint(signed, verifier)
	if err != nil {
		return errDamaged
	}
	e, err := readEdge(root, size)
	if err != nil || checkpointText(t.signer.Name(), e) != text {
		return errors.Join(errDamaged, err)
	}
	t.edge, t.checkpoint = e, signed
	return nil
}

// errDamaged refuses a log that is not as it was signed.
var errDamaged = errors.New("the log does not agree with its checkpoint: keep the folder as it is and run `entente audit verify`")

// openCheckpoint gives size and text of a checkpoint signed by the log.
func openCheckpoint(signed []byte, verifier note.Verifier) (size uint64, text string, err error) {
	n, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return 0, "", err
	}
	size, err = checkpointSize([]byte(n.Text))
	return size, n.Text, err
}

// checkpointSize reads the second line of a checkpoint, without a proof.
func checkpointSize(checkpoint []byte) (uint64, error) {
	lines := strings.SplitN(string(checkpoint), "\n", 3)
	if len(lines) < 3 {
		return 0, errors.New("this is not a checkpoint")
	}
	return strconv.ParseUint(lines[1], 10, 63)
}

// checkpointText is what is signed: c2sp.org/tlog-checkpoint.
func checkpointText(name string, e edge) string {
	root := e.root()
	return fmt.Sprintf("%s\n%d\n%s\n", name, e.size, base64.StdEncoding.EncodeToString(root[:]))
}

// ready says why nothing can be written now.
func (t *tiles) ready() error {
	_, err := os.Stat(path.Join(t.folder, CheckpointPath))
	return err
}

// append puts leaves into the tree and signs it. After an error the tree is what
// it was; files that were written already are written again by the next append,
// with the same bytes.
func (t *tiles) append(leaves [][]byte) error {
	root, err := os.OpenRoot(t.folder)
	if err != nil {
		return err
	}
	return errors.Join(t.appendIn(root, leaves), root.Close())
}

func (t *tiles) appendIn(root *os.Root, leaves [][]byte) error {
	if there, err := root.ReadFile(CheckpointPath); err != nil || !bytes.Equal(there, t.checkpoint) {
		return errors.Join(errOther, err)
	}
	next, due := t.edge.add(leaves)
	folders := map[string]bool{}
	for _, f := range due {
		if err := writeFile(root, f); err != nil {
			return err
		}
		for dir := path.Dir(f.path); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for dir := range folders {
		if err := syncIn(root, dir); err != nil {
			return err
		}
	}
	before := t.edge
	if err := t.publish(root, next); err != nil {
		return err
	}
	outgrown(root, before, due)
	return nil
}

// publish signs the tree up to an edge whose files are on the disk.
func (t *tiles) publish(root *os.Root, e edge) error {
	signed, err := note.Sign(&note.Note{Text: checkpointText(t.signer.Name(), e)}, t.signer)
	if err != nil {
		return err
	}
	if err := writeFile(root, file{CheckpointPath, signed}); err != nil {
		return err
	}
	t.edge, t.checkpoint = e, signed
	return syncIn(root, ".")
}

// outgrown takes away what tiles were before they were full, and what they were
// before the checkpoint before this one: a reader of either finds its files.
// What cannot be taken away does no harm.
func outgrown(root *os.Root, before edge, due []file) {
	for _, f := range due {
		dir := path.Dir(f.path)
		if !strings.HasSuffix(dir, partialSuffix) {
			_ = root.RemoveAll(f.path + partialSuffix)
			continue
		}
		names, err := fs.ReadDir(root.FS(), dir)
		if err != nil {
			continue
		}
		now, _ := strconv.Atoi(path.Base(f.path))
		for _, name := range names {
			if width, err := strconv.Atoi(name.Name()); err == nil && width < now && !before.has(path.Join(dir, name.Name())) {
				_ = root.Remove(path.Join(dir, name.Name()))
			}
		}
	}
}

// has says whether a file is one of those at this edge.
func (e edge) has(name string) bool {
	if name == EntriesPath(e.size/TileWidth, int(e.size%TileWidth)) { //nolint:gosec // below 256
		return true
	}
	for level, row := range e.rows {
		if name == TilePath(uint64(level), e.size>>((level+1)*TileHeight), len(row)) { //nolint:gosec // a small level
			return true
		}
	}
	return false
}

// writeFile gives a file its whole content or none.
func writeFile(root *os.Root, f file) error {
	if dir := path.Dir(f.path); dir != "." {
		if err := root.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	out, err := root.OpenFile(aside, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, bytes.NewReader(f.data))
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		// What little space comes free is not to be kept by a failed write.
		return errors.Join(err, root.Remove(aside))
	}
	return root.Rename(aside, f.path)
}

// syncIn makes the names in a folder durable.
func syncIn(root *os.Root, dir string) error {
	f, err := root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
