import { readdirSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { withoutSecrets } from '../supervisor/child-environment';
import { build, type BuildEnvironment, type BuildStep } from './build-step';
import { inputHash } from './input-hash';

const shared = ['package-lock.json'];

function pluginFolders(folder: string): string[] {
  return readdirSync(path.join(repositoryRoot, 'plugins')).map((plugin) => `plugins/${plugin}/${folder}`);
}

/** What the console is made of; its journeys are tests and no part of it. */
const consoleFiles = ['src', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'].map(
  (name) => `admin/${name}`,
);

/** The console's own vite; another version may lie elsewhere. */
export const viteScript = path.join(
  path.dirname(require.resolve('vite/package.json', { paths: [path.join(repositoryRoot, 'admin')] })),
  'bin/vite.js',
);

const consoleStep: BuildStep = {
  zh: '构建控制台',
  en: 'Building the console',
  // Guides are part of the console's build, and of nothing else in cms.
  inputs: [...shared, ...consoleFiles, 'cms/guides', 'config/src', ...pluginFolders('src')],
  output: 'admin/dist',
  command: [viteScript, 'build'],
  cwd: 'admin',
};

const panelStep: BuildStep = {
  zh: '构建内容管理面板',
  en: 'Building the Strapi panel',
  inputs: [...shared, 'cms/src/admin', 'cms/package.json'],
  output: 'cms/dist/build',
  command: [path.join(__dirname, 'build-panel.js')],
  cwd: 'cms',
};

/** Builds what the browser gets, where it is not built (about half a minute each the first time). */
export async function buildPages(own: BuildEnvironment, signal: AbortSignal): Promise<void> {
  const env = withoutSecrets(own);
  await build(consoleStep, env, signal);
  await build(panelStep, env, signal);
}

/** Hash over everything that a schema can come from: migrations, content types, and the code that registers attributes. */
export function schemaInputs(): string {
  return inputHash(repositoryRoot, [...shared, 'cms/src', 'cms/config', 'config/src', 'database/src', 'plugins']);
}
