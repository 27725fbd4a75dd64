// Package verify checks a whole audit log offline: that its entries are the
// ones its checkpoint signed, and that it continues every checkpoint a partner
// has kept.
//
// It reads the files of c2sp.org/tlog-tiles and writes nothing. It needs no
// database, no key but the public one, and no word of the hub. It imports audit
// for the form of an entry, and must not import anything above it. Start
// reading at verify.go.
package verify
