package main

import (
	"encoding/json"
	"fmt"

	"entente/auth/oidc"
	"entente/web"
)

// wordings are the languages of the sign-in page, from the files of the pages.
func wordings() (map[string]oidc.Wording, error) {
	files, err := web.Languages()
	if err != nil {
		return nil, err
	}
	all := map[string]oidc.Wording{}
	for tag, file := range files {
		var said struct {
			SignIn oidc.Wording `json:"signIn"`
		}
		if err := json.Unmarshal(file, &said); err != nil {
			return nil, fmt.Errorf("read the language %s: %w", tag, err)
		}
		all[tag] = said.SignIn
	}
	return all, nil
}
