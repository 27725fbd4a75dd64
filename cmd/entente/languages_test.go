package main

import "testing"

// What is in the language files is compared with the English by the web's
// languages.test.ts, the section of the sign-in page too.
func TestTheSignInPageSpeaksTheLanguagesOfTheFiles(t *testing.T) {
	all, err := wordings()
	if err != nil || all["ro"].Show != "Arată instituția mea" {
		t.Errorf("Romanian: %+v, %v", all["ro"], err)
	}
}
