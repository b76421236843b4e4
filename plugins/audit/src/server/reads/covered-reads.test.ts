import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { coveredReads } from '../../domain/sensitive-read';

const plugins = path.resolve(__dirname, '../../../..');
const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^[\w-]+\/src\/.*\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name))
  .map((name) => readFileSync(path.join(plugins, name), 'utf8'));

describe('reads that another entry tells of (R9.5)', () => {
  it('are told of by an entry that is really written, and are in use', () => {
    const [restore, ...actions] = Object.keys(coveredReads).reverse();
    expect(restore).toBe('restore');
    const unwritten = actions.filter((action) => !sources.some((text) => text.includes(`action: '${action}'`)));
    const unused = actions.filter((action) => !sources.some((text) => text.includes(`coveredRead('${action}'`)));
    expect({ unwritten, unused }).toEqual({ unwritten: [], unused: [] });
  });

  it('are made in one place: nobody else can make the leave to open', () => {
    expect(sources.filter((text) => text.includes('new Reading(')).length).toBe(1);
  });
});
