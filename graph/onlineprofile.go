package graph

// OnlineProfile is an account or an advert on a platform.
type OnlineProfile struct {
	Profile  ProfileType `json:"profile"`
	Platform string      `json:"platform"`
	Username string      `json:"username,omitempty"`
	URL      string      `json:"url,omitempty"`
	Title    string      `json:"title,omitempty"`
}

// ProfileType is the sort of an online presence.
type ProfileType string

// The sorts.
const (
	UserAccount ProfileType = "USER_ACCOUNT"
	Advert      ProfileType = "ADVERT"
)

// Kind is KindOnlineProfile.
func (*OnlineProfile) Kind() RecordKind { return KindOnlineProfile }

// Label is the user name, the title or the address, with its platform.
func (o *OnlineProfile) Label() string {
	return firstOf(o.Username, o.Title, o.URL) + " (" + o.Platform + ")"
}

// Names are the user name and the title.
func (o *OnlineProfile) Names() []string { return filled(o.Username, o.Title) }

// Identifiers are the user name and the address.
func (o *OnlineProfile) Identifiers() []Identifier {
	return identifiers(ProfileName, "", o.Username, o.URL)
}

// Check refuses a profile without platform or any name.
func (o *OnlineProfile) Check() error {
	if o.Profile != UserAccount && o.Profile != Advert {
		return Bad("profile", "The profile is a USER_ACCOUNT or an ADVERT.")
	}
	if err := required("platform", o.Platform, "the platform"); err != nil {
		return err
	}
	if firstOf(o.Username, o.Title, o.URL) == "" {
		return Bad("username", "Give a username, a title or a url.")
	}
	return texts("username", o.Username, "url", o.URL, "title", o.Title)
}
