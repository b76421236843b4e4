import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import path from 'node:path';
import { viteScript } from '../build';
import { repositoryRoot } from '../repository';
import { withoutSecrets } from './child-environment';
import type { PlatformChild } from './platform-child';
import { say } from './progress';

/** Compilers of `npm run dev`; each keeps its output up to date. */
export interface Reloading {
  close(): void;
}

/** A compiler writes many files; the platform is restarted once they are all there. */
const quietMs = 700;

/**
 * `npm run dev`: compiles on change, restarts the platform when the compiled code changes, migrates first when a migration or
 * a content type did, and rebuilds the console (reload the page).
 */
export function reloadOnChange(platform: PlatformChild, migrate: () => Promise<void>): Reloading {
  let pause: NodeJS.Timeout | undefined;
  let schemaChanged = false;
  let running = Promise.resolve();
  const restart = async (): Promise<void> => {
    say('↻ 重新启动 Restarting …');
    if (schemaChanged) {
      schemaChanged = false;
      await migrate();
    }
    await platform.restart();
  };
  const changed = (file: string): void => {
    schemaChanged ||= /\.sql$|schema\.json$/.test(file);
    clearTimeout(pause);
    pause = setTimeout(() => {
      running = running.then(restart).catch((error: unknown) => console.error(error));
    }, quietMs);
  };
  const watchers = watchedFolders().map((folder) =>
    watch(folder, { recursive: true }, (_, file) => changed(file ?? '')),
  );
  const compilers = [
    compiler('.', ['typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput']),
    compiler('admin', [viteScript, 'build', '--watch']),
  ];
  return {
    close: () => {
      clearTimeout(pause);
      watchers.forEach((watcher) => watcher.close());
      compilers.forEach((child) => child.kill());
    },
  };
}

function compiler(folder: string, [script, ...args]: [string, ...string[]]): ChildProcess {
  return spawn(process.execPath, [require.resolve(script), ...args], {
    cwd: path.join(repositoryRoot, folder),
    env: withoutSecrets(process.env),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function watchedFolders(): string[] {
  const plugins = readdirSync(path.join(repositoryRoot, 'plugins')).flatMap((plugin) => [
    `plugins/${plugin}/dist`,
    `plugins/${plugin}/migrations`,
  ]);
  // A plugin without tables of its own has no migrations.
  return ['config/dist', 'cms/dist/src', 'cms/dist/config', ...plugins]
    .map((folder) => path.join(repositoryRoot, folder))
    .filter((folder) => existsSync(folder));
}
