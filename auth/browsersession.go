package auth

import "time"

// BrowserSession is one signed-in browser, as its own officer may know it.
type BrowserSession struct {
	// Session names it, as Principal.Session does; it opens nothing.
	Session string
	Began   time.Time
	Seen    time.Time // to within a minute
	Ends    time.Time // if it is not used again
	Current bool      // it is the session that asks
}
