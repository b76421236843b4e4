import { restoreOrder } from './restore-order';

describe('npm run restore', () => {
  it('takes an instant with its zone, and a folder', () => {
    expect(restoreOrder(['--to', '2026-11-26T09:30:00+08:00', '--into', 'x'], '/srv')).toEqual({
      to: new Date('2026-11-26T01:30:00Z'),
      into: '/srv/x',
      database: false,
      backup: undefined,
      system: undefined,
      prove: true,
    });
    expect(restoreOrder(['--to', 'latest', '--into-database', '--no-proof'], '/')).toMatchObject({
      to: undefined,
      into: undefined,
      database: true,
      prove: false,
    });
    // A dump, and the folder for its private files.
    expect(restoreOrder(['--to', 'latest', '--into-database', '--into', 'x'], '/srv')).toMatchObject({
      into: '/srv/x',
      database: true,
    });
  });

  it.each([
    ['nothing', []],
    ['no target', ['--to', 'latest']],
    ['no zone: another machine would be eight hours off', ['--to', '2026-11-26T09:30:00', '--into', 'x']],
    ['no such day', ['--to', '2026-13-26T09:30:00Z', '--into', 'x']],
    ['an unknown flag', ['--to', 'latest', '--into', 'x', '--force']],
  ])('refuses %s', (_what, args) => expect(() => restoreOrder(args, '/')).toThrow(/Not usable/));
});
