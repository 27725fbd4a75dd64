package main

import (
	"context"
	"errors"
	"fmt"
	"net"
)

// listeners are where a hub is asked: by its callers, and by those who watch it,
// which is nil where its figures are read nowhere.
type listeners struct{ callers, watchers net.Listener }

// listen takes both addresses, or neither, and says what to do if one is taken.
func (s hubSettings) listen(ctx context.Context, term *terminal) (listeners, error) {
	var at listeners
	var err error
	if at.callers, err = listenOn(ctx, s.Addr, "ENTENTE_ADDR to another address"); err != nil || s.MetricsAddr == "" {
		return at, err
	}
	at.watchers, err = listenOn(ctx, s.MetricsAddr, "ENTENTE_METRICS_ADDR to another address, or to nothing for no figures")
	if err != nil {
		return listeners{}, errors.Join(err, at.callers.Close())
	}
	if !onLoopback(s.MetricsAddr) {
		term.log.WarnContext(ctx, "the figures at /metrics are read without signing in by whoever reaches this address", "address", s.MetricsAddr)
	}
	return at, nil
}

// close gives the addresses back; those of a hub that was served are closed already.
func (l listeners) close() {
	_ = l.callers.Close()
	if l.watchers != nil {
		_ = l.watchers.Close()
	}
}

func listenOn(ctx context.Context, addr, remedy string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("cannot serve on %s (set %s): %w", addr, remedy, err)
	}
	return listener, nil
}
