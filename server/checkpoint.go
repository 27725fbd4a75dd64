package server

import (
	"errors"
	"net/http"
	"strconv"

	"entente/graph"
)

// checkpoint serves GET /audit/{log}/checkpoint?from=N to auditors: the last
// checkpoint with the proof that it continues the first N entries.
func checkpoint(o Options) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		enquiry, err := begin(r.Context(), o, r)
		if err != nil {
			refusePlainly(w, err)
			return
		}
		from, err := strconv.ParseUint(r.FormValue("from"), 10, 62)
		if r.FormValue("from") != "" && err != nil {
			refusePlainly(w, graph.Bad("from", "This is not a number of entries."))
			return
		}
		offered, err := enquiry.Checkpoint(r.Context(), r.PathValue("log"), from)
		if err != nil {
			refusePlainly(w, err)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write(offered) //nolint:gosec // plain text, signed
	}
}

// refusePlainly answers with the public message alone.
func refusePlainly(w http.ResponseWriter, err error) {
	message, status := "Something went wrong at the hub.", http.StatusServiceUnavailable
	var public *graph.Error
	if errors.As(err, &public) {
		message, status = public.Message, statusOf(public.Code)
		switch public.Code {
		case graph.NotFound:
			status = http.StatusNotFound
		case graph.GateClosed:
			status = http.StatusForbidden
		}
	}
	http.Error(w, message, status)
}
