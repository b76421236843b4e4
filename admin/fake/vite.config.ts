import { defineConfig, mergeConfig, type Plugin, type ViteDevServer } from 'vite';
import base from '../vite.config';
import type * as Platform from './platform';

/** Like the console the platform is taken from its sources, and reloads with them. */
const platformOf = async (server: ViteDevServer): Promise<typeof Platform> =>
  // The very module whose type it is.
  (await server.ssrLoadModule('/fake/platform.ts')) as typeof Platform;

/** The fake platform in the place of the real one: the dev server answers what the console asks. */
const fakePlatform: Plugin = {
  name: 'fake-platform',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const url = request.url ?? '/';
      if (url === '/') platformOf(server).then(({ serveRoles }) => serveRoles(response), next);
      else if (!url.startsWith('/api/')) next();
      else
        platformOf(server)
          .then(({ serve }) => serve(request, response))
          .catch(next);
    });
  },
};

export default mergeConfig(
  { ...base, server: {} },
  defineConfig({
    plugins: [fakePlatform],
    server: { port: Number(process.env['PORT'] ?? 5180), strictPort: true, host: '127.0.0.1' },
    ssr: { resolve: { conditions: ['source'] } },
  }),
);
