// Package web owns the analysts' workspace: the pages that a browser shows, as
// built by Vite into dist and embedded here. The sources are beside it in src.
//
// It must not import anything else of Entente: the pages reach the hub through
// /graphql alone, like any other client. Start reading at Handler, then at
// src/main.tsx.
package web
