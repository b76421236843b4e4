import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../repository';

/**
 * Entry: builds the Strapi panel into cms/dist/build. `strapi build` would type-check and compile cms a second time (tsc -b
 * did it) before the same call; the panel's own settings are read, so it needs the variables that they ask for.
 */
async function buildPanel(): Promise<void> {
  const cms = path.join(repositoryRoot, 'cms');
  Object.assign(process.env, {
    STRAPI_TELEMETRY_DISABLED: 'true',
    LINGGONG_SECRET: 'no secret goes into the built panel',
    DATABASE_URL: 'postgres://nowhere.invalid/none',
  });
  const strapi = path.dirname(require.resolve('@strapi/strapi/package.json', { paths: [cms] }));
  const load = (file: string): PanelBuilder => require(path.join(strapi, 'dist/src', file));
  const logger = load('cli/utils/logger.js').createLogger({ debug: false, silent: false, timestamp: false });
  await load('node/build.js').build({ cwd: cms, logger, bundler: 'vite', minify: true, sourcemap: false });
  const built = path.join(cms, 'build');
  if (existsSync(built)) {
    const served = path.join(cms, 'dist', 'build');
    await rm(served, { recursive: true, force: true });
    await rename(built, served);
  }
}

/** The two functions of Strapi's command line that are called; pinned with the version of @strapi/strapi. */
interface PanelBuilder {
  createLogger(options: { debug: boolean; silent: boolean; timestamp: boolean }): object;
  build(options: { cwd: string; logger: object; bundler: 'vite'; minify: boolean; sourcemap: boolean }): Promise<void>;
}

buildPanel().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
