package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type subscription struct{}

// Subscription tells what happens.
func (*Resolver) Subscription() generated.SubscriptionResolver { return subscription{} }

func (subscription) Changes(ctx context.Context, operation *graph.ID, since *string) (<-chan *casework.ChangeEvent, error) {
	s, err := streaming(ctx)
	if err != nil {
		return nil, err
	}
	watch, err := s.watcher.WatchChanges(ctx, operation, since)
	return told(s, watch, err)
}

func (subscription) Notices(ctx context.Context, since *string) (<-chan *casework.NoticeEvent, error) {
	s, err := streaming(ctx)
	if err != nil {
		return nil, err
	}
	watch, err := s.watcher.WatchNotices(ctx, since)
	return told(s, watch, err)
}

func (subscription) Job(ctx context.Context, id graph.ID) (<-chan *casework.Job, error) {
	s, err := streaming(ctx)
	if err != nil {
		return nil, err
	}
	watch, err := s.watcher.WatchJob(ctx, id)
	return told(s, watch, err)
}

// Source gives the events of one subscription, one at a time.
type Source[E any] interface {
	// Next waits for an event, and gives the enquiry by which it is read and must
	// be disclosed. An error ends the subscription, and so does no enquiry.
	Next(ctx context.Context) (*casework.Enquiry, *E, error)
	// Again puts the last event back, for another enquiry.
	Again()
}

// Stream is one subscription: its events are drawn one at a time, each when the
// one before has been sent, so that none wait in memory for a slow client.
type Stream struct {
	watcher *casework.Watcher
	next    func(context.Context) (*casework.Enquiry, error) // puts the event where gqlgen takes it
	again   func()
	ended   bool
}

type streamKey struct{}

// WithStream gives the context of a subscription its stream.
func WithStream(ctx context.Context, w *casework.Watcher) context.Context {
	return context.WithValue(ctx, streamKey{}, &Stream{watcher: w})
}

// StreamOf is the stream of a subscription, nil for anything else.
func StreamOf(ctx context.Context) *Stream {
	s, _ := ctx.Value(streamKey{}).(*Stream)
	return s
}

func streaming(ctx context.Context) (*Stream, error) {
	if s := StreamOf(ctx); s != nil {
		return s, nil
	}
	return nil, graph.Bad("query", "A subscription is asked for over server-sent events or a websocket.")
}

// told joins a source to the channel from which gqlgen takes events.
func told[E any](s *Stream, source Source[E], err error) (<-chan *E, error) {
	if err != nil {
		return nil, err
	}
	events := make(chan *E, 1)
	s.again = source.Again
	s.next = func(ctx context.Context) (*casework.Enquiry, error) {
		enquiry, event, err := source.Next(ctx)
		if err == nil && enquiry != nil {
			events <- event
		}
		return enquiry, err
	}
	return events, nil
}

// Next draws the next event, and gives the enquiry under which it is answered.
// An error ends the stream; nil without one says that it has ended.
func (s *Stream) Next(ctx context.Context) (*casework.Enquiry, error) {
	if s.ended {
		return nil, nil
	}
	enquiry, err := s.next(ctx)
	s.ended = err != nil || enquiry == nil
	return enquiry, err
}

// Again lets the event that Next gave last be drawn again.
func (s *Stream) Again() { s.again() }

// End makes the event that was drawn last the last one.
func (s *Stream) End() { s.ended = true }
