package casework

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"entente/graph"
)

// Importer writes what a file says into the hub in batches, under one
// organisation. A batch that was written before, by this or an interrupted
// import, is not written again. It is for one goroutine.
//
// One batch is prepared by the store while another commits, and a third is
// read. So those that an interrupted import has written need not be the first.
type Importer struct {
	casework *Casework
	importer graph.ID // who imports, in the log
	name     string
	batch    graph.Write
	digest   [32]byte
	underWay []*underWay // oldest first
	Records  int         // written, or found as they are
	Links    int
	Batches  int
	Repeated int // batches that had been written before
}

// underWay is a batch that is being written. The rest is set once done is closed.
type underWay struct {
	records  bool
	done     chan struct{}
	repeated bool
	err      error
}

// atOnce is how many batches are written at a time: what of a batch needs no
// lock of the hub is about as much work as the rest.
const atOnce = 2

// importBatch is how many elements one write of an import takes.
const importBatch = 10_000

// NewImporter begins an import. name tells imports apart; importer is named in
// the log. It is for the operator of the hub, never behind the API.
func (c *Casework) NewImporter(importer graph.ID, name string) *Importer {
	return &Importer{casework: c, importer: importer, name: name}
}

// Record takes a record. Records come before the links that end at them.
func (i *Importer) Record(ctx context.Context, r graph.Record) error {
	if err := i.add(r); err != nil {
		return err
	}
	i.batch.Records = append(i.batch.Records, r)
	i.Records++
	return i.flushFull(ctx)
}

// Link takes a link whose records were taken before.
func (i *Importer) Link(ctx context.Context, l graph.Link) error {
	if len(i.batch.Records) > 0 {
		if err := i.send(ctx); err != nil {
			return err
		}
	}
	if err := i.add(l); err != nil {
		return err
	}
	i.batch.Links = append(i.batch.Links, l)
	i.Links++
	return i.flushFull(ctx)
}

// add takes an element's content into the digest of the batch: the same file
// gives the same batches.
func (i *Importer) add(element any) error {
	encoded, err := json.Marshal(element)
	if err != nil {
		return fmt.Errorf("import: encode an element: %w", err)
	}
	hash := sha256.New()
	hash.Write(i.digest[:])
	hash.Write(encoded)
	copy(i.digest[:], hash.Sum(nil))
	return nil
}

func (i *Importer) flushFull(ctx context.Context) error {
	if len(i.batch.Records)+len(i.batch.Links) < importBatch {
		return nil
	}
	return i.send(ctx)
}

// Flush writes the elements taken so far and waits until all are written. It
// must be called at the end, also of an import that failed.
func (i *Importer) Flush(ctx context.Context) error {
	return errors.Join(i.send(ctx), i.settle(0))
}

// settle waits until no more than a number of batches are under way.
func (i *Importer) settle(most int) error {
	var err error
	for len(i.underWay) > most {
		oldest := i.underWay[0]
		i.underWay = i.underWay[1:]
		<-oldest.done
		err = errors.Join(err, oldest.err)
		if oldest.repeated {
			i.Repeated++
		}
	}
	return err
}

// send hands the batch over to be written while the next one is read. Links
// need their records, so the first batch of links waits for all of records.
func (i *Importer) send(ctx context.Context) error {
	w := i.batch
	most := atOnce - 1
	if len(w.Links) > 0 && slices.ContainsFunc(i.underWay, func(u *underWay) bool { return u.records }) {
		most = 0
	}
	if err := i.settle(most); err != nil {
		return err
	}
	if len(w.Records)+len(w.Links) == 0 {
		return nil
	}
	w.Import, w.At = true, i.casework.clock()
	w.Key = graph.WriteKey{
		Officer: i.importer, Key: "import " + i.name + " " + hex.EncodeToString(i.digest[:]), Digest: i.digest,
	}
	i.batch, i.digest = graph.Write{}, [32]byte{}
	i.Batches++
	u := &underWay{records: len(w.Records) > 0, done: make(chan struct{})}
	i.underWay = append(i.underWay, u)
	go func() {
		defer close(u.done)
		u.repeated, u.err = i.write(ctx, w)
	}()
	return nil
}

// write carries out a batch, unless it was carried out before.
func (i *Importer) write(ctx context.Context, w graph.Write) (repeated bool, err error) {
	_, done, err := i.casework.store.Written(ctx, w.Key)
	if err == nil && !done {
		err = i.casework.loadWrite(ctx, i.importer, w)
	}
	if err != nil {
		return false, fmt.Errorf("import: %w", err)
	}
	return done, nil
}
