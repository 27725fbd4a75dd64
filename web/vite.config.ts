/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The hub that answers while `npm run dev` serves the sources.
const hub = process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  // Nothing is inlined as data: or as a script, so that the content security
  // policy can say 'self' and nothing else.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: 'es2023',
    reportCompressedSize: false,
    // Generated texts of fragments, which nobody asks by themselves, are left out.
    rolldownOptions: { treeshake: { manualPureFunctions: ['TypedDocumentString'] } },
    chunkSizeWarningLimit: 2000, // scripts/bundle-size.mjs watches what an officer waits for
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': hub, '/login': hub, '/logout': hub } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
