import path from 'node:path';
import { loadConfigFromFile, normalizePath, type Plugin } from 'vite';
import { partOf, parts, type Part, type Words } from './word-parts';

const asked = /\/i18n\/(?:zh|en)\/index\.ts\?(first|rest)$/;

/** Part of the build: `./zh?first` and `./zh?rest` are the two parts of the language that `./zh` says as one. */
export function wordsInParts(): Plugin {
  return {
    name: 'linggong-words-in-parts',
    enforce: 'pre',
    async resolveId(source, importer) {
      const part = parts.find((each) => source.endsWith(`?${each}`));
      if (part === undefined) return null;
      const whole = await this.resolve(source.slice(0, -part.length - 1), importer, { skipSelf: true });
      return whole === null ? null : `${whole.id}?${part}`;
    },
    async load(id) {
      const part = asked.exec(normalizePath(id))?.[1] as Part | undefined;
      if (part === undefined) return null;
      const { words, files } = await wordsAt(id.slice(0, -part.length - 1));
      for (const file of files) this.addWatchFile(file);
      // Reading JSON is quicker for a browser than reading an object of the same size.
      const json = JSON.stringify(JSON.stringify(partOf(words, part)));
      return { code: `export default JSON.parse(${json});`, map: null };
    },
  };
}

/** Vite reads its own configuration in this way: a module of TypeScript with what it imports, now, for what it says. */
async function wordsAt(file: string): Promise<{ words: Words; files: readonly string[] }> {
  const read = await loadConfigFromFile({ command: 'build', mode: 'production' }, file);
  if (read === null) throw new Error(`${file} has no words`);
  return { words: read.config as unknown as Words, files: read.dependencies.map((name) => path.resolve(name)) };
}
