import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { retentionClasses } from './classes';
import { personalStores, personalTables } from './personal-tables';
import { recordClasses } from './record-classes';

const plugins = path.resolve(__dirname, '../../../plugins');

const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^[\w-]+\/src\/.*\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(plugins, name), 'utf8') }));

/** Kinds of private files that a source stores: `{ kind: 'x', contentType…, subject…`. */
const kindsIn = (text: string): string[] =>
  [...text.matchAll(/\{\s*kind: '([a-z-]+)', contentType(?:: [^,]+)?, subject/g)].map(([, kind = '']) => kind);

describe('the retention schedule (保存期限表)', () => {
  it('has one class for every kind of file that is stored, and none for a kind that is not', () => {
    const stored = sources.flatMap(({ text }) => kindsIn(text));
    const scheduled = retentionClasses.flatMap(({ fileKinds }) => fileKinds);
    expect([...new Set(stored)].sort()).toEqual([...scheduled].sort());
  });

  it('knows every place that stores a file', () => {
    const storing = sources.filter(({ name, text }) => /\.putFile\(/.test(text) && !name.startsWith('vault/'));
    expect(storing.length).toBeGreaterThan(5);
    expect(storing.filter(({ text }) => kindsIn(text).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('has a purger for every class that is purged, and no purger without a class', () => {
    const purgers = sources.flatMap(({ text }) =>
      [...text.matchAll(/retentionOf\(strapi\)\.add\('([a-z-]+)'/g)].map(([, name = '']) => name),
    );
    const purged = retentionClasses.filter(({ then }) => then === 'purge').map(({ name }) => name);
    expect(purgers.sort()).toEqual(purged.sort());
  });

  it('has a class for every table and store of personal values, and no class of records that nothing is of', () => {
    const used = Object.values({ ...personalTables, ...personalStores });
    // The class of the person himself stands with his deregistration.
    const names = [...retentionClasses.map(({ name }) => name), 'person'];
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
    expect(recordClasses.map(({ name }) => name).filter((name) => !used.includes(name))).toEqual([]);
  });

  it('says of every class in both languages what, why and from when, and how long unless it is kept', () => {
    for (const { name, what, law, countedFrom, term, then } of retentionClasses) {
      expect([name, ...[what, law, countedFrom].flatMap(({ zh, en }) => [zh === '', en === ''])]).not.toContain(true);
      expect([name, term === undefined]).toEqual([name, then === 'kept']);
    }
    expect(new Set(retentionClasses.map(({ name }) => name)).size).toBe(retentionClasses.length);
  });
});
