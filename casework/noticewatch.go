package casework

import (
	"context"

	"entente/audit"
	"entente/graph"
)

// NoticeEvent is a notice that came; Notice is nil in the first event, which
// says that from here on all are told.
type NoticeEvent struct {
	Notice   *Notice
	Revision string // sealed
}

// NoticeWatch tells a caller of their notices as they come.
type NoticeWatch struct {
	*Watcher
	begun   bool
	waiting []happened
	current happened
}

// WatchNotices follows the notices for a caller, from now on or from a token on.
func (w *Watcher) WatchNotices(ctx context.Context, since *string) (*NoticeWatch, error) {
	w.anyTeam = true
	if err := w.start(ctx, nil, since); err != nil {
		return nil, err
	}
	return &NoticeWatch{Watcher: w}, nil
}

// Next is as that of ChangeWatch.
func (w *NoticeWatch) Next(ctx context.Context) (*Enquiry, *NoticeEvent, error) {
	for {
		if !w.begun {
			w.begun, w.waiting = true, append(w.waiting, happened{kind: graph.ChangeBegun, from: w.position})
		}
		for len(w.waiting) == 0 {
			if err := w.gather(ctx); err != nil {
				return nil, nil, err
			}
		}
		w.current, w.waiting = w.waiting[0], w.waiting[1:]
		e, err := w.still(ctx)
		if err != nil {
			return nil, nil, err
		}
		event, err := e.noticeEvent(ctx, w.current)
		if graph.CodeOf(err) == graph.NotFound {
			continue
		}
		return e, event, err
	}
}

// Again puts the last event back, to be told by another enquiry.
func (w *NoticeWatch) Again() { w.waiting = append([]happened{w.current}, w.waiting...) }

func (w *NoticeWatch) gather(ctx context.Context) error {
	_, changes, err := w.changes(ctx)
	if err != nil {
		return err
	}
	for _, c := range changes {
		for i, id := range c.CaseObjects {
			h := happened{id: id, from: w.position}
			if i == len(c.CaseObjects)-1 {
				h.from = c.Revision
			}
			w.waiting = append(w.waiting, h)
		}
		w.position = c.Revision
	}
	return nil
}

func (e *Enquiry) noticeEvent(ctx context.Context, h happened) (*NoticeEvent, error) {
	token, err := e.seal.revision(h.from)
	if err != nil {
		return nil, err
	}
	event := &NoticeEvent{Revision: token}
	if h.kind == graph.ChangeBegun {
		e.note(audit.Subscribe, &audit.Shape{Question: "notices"})
		return event, nil
	}
	event.Notice = &Notice{}
	object, err := e.caseObject(ctx, graph.CaseNotice, h.id, &event.Notice.Notice)
	if err != nil {
		return nil, err
	}
	event.Notice.ID, event.Notice.AboutID, event.Notice.At = object.ID, object.About, object.Made
	e.note(audit.Subscribe, nil, h.id)
	return event, nil
}
