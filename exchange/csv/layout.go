package csv

import "entente/graph"

// Layout is how a mapping has one file read, for who cuts it into parts.
type Layout struct {
	Name    string // of the import
	Skip    int    // so many first lines belong to the head, and the header
	Header  bool
	Comment string  // lines that begin so are no rows; empty: none
	Quoted  bool    // a row goes on in the next line while a quote is open
	Stages  []Stage // what the file gives, in order
}

// Layout is that of a file by its name. No entry takes it: a graph.Error.
func (m *Mapping) Layout(file string) (Layout, error) {
	at, ok := m.entryFor(file)
	if !ok {
		return Layout{}, graph.Bad("file", "No entry of the mapping takes the file "+file+".")
	}
	f := m.Files[at]
	name, err := m.nameTemplate()
	if err != nil {
		return Layout{}, err
	}
	comma, err := f.comma()
	if err != nil {
		return Layout{}, err
	}
	out := Layout{
		Name: name.of(&row{file: file}), Skip: f.Skip, Header: f.Header, Comment: f.Comment,
		Quoted: f.Format != "jsonl" && comma != 0,
	}
	if f.gives(records) {
		out.Stages = append(out.Stages, RecordStage)
	}
	if f.gives(links) {
		out.Stages = append(out.Stages, LinkStage)
	}
	return out, nil
}
