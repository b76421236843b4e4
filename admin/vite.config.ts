import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { sharedChunk } from './shared-chunk';
import { wordsInParts } from './src/i18n/words-in-parts';

/** The console is served by cms under this path; links, assets and the router all start here. */
const base = '/console/';

/** Where `vite dev` and `vite preview` send what is not theirs. */
const server = process.env['LINGGONG_SERVER'] ?? 'http://127.0.0.1:1337';

export default defineConfig({
  base,
  plugins: [react(), wordsInParts()],
  // The api schemas and the pure domain of the plugins are taken from their TypeScript sources: no build order to mind.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // cms replaces this word by a fresh nonce on every delivery of index.html; emotion reads it from the meta tag.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
  build: {
    target: 'es2022',
    manifest: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: { manualChunks: sharedChunk(), onlyExplicitManualChunks: true },
      // The plugins' modules only declare; one that nothing is taken from (a zod schema, mostly) stays out of the bundle.
      treeshake: { moduleSideEffects: (id) => !/\/plugins\/[^/]+\/src\//.test(id) },
    },
  },
});
