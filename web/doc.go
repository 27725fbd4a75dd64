// Package web is the analysts' UI, built by Vite from src/ and embedded.
//
// It owns the serving of its files and knows no data: everything the UI shows
// comes over the API. It imports the standard library only. Start reading at
// embed.go here, and at src/main.tsx for the UI.
package web
