import { restoreOrder } from './restore-order';

describe('npm run restore', () => {
  it('takes an instant with its zone, and a folder', () => {
    const emergency = ['--emergency', '--reason', '机房断电'];
    expect(restoreOrder([...emergency, '--to', '2026-11-26T09:30:00+08:00', '--into', 'x'], '/srv')).toEqual({
      named: true,
      to: new Date('2026-11-26T01:30:00Z'),
      into: '/srv/x',
      database: false,
      backup: undefined,
      system: undefined,
      prove: true,
      by: { kind: 'emergency', reason: '机房断电' },
    });
    expect(restoreOrder([...emergency, '--to', 'latest', '--into-database', '--no-proof'], '/')).toMatchObject({
      to: undefined,
      into: undefined,
      database: true,
      prove: false,
    });
    // A dump, and the folder for its private files.
    expect(restoreOrder([...emergency, '--to', 'latest', '--into-database', '--into', 'x'], '/srv')).toMatchObject({
      into: '/srv/x',
      database: true,
    });
  });

  it('takes a grant, which says what it is for', () => {
    const order = restoreOrder(['--grant', 'g.txt', '--into', 'x'], '/srv');
    expect(order).toMatchObject({ named: false, to: undefined, by: { kind: 'grant', file: '/srv/g.txt' } });
    expect(restoreOrder(['--grant', 'g.txt', '--to', 'latest', '--into', 'x'], '/srv').named).toBe(true);
  });

  const emergency = ['--emergency', '--reason', '机房断电'];
  it.each([
    ['nothing', []],
    ['nobody’s word', ['--to', 'latest', '--into', 'x']],
    ['both ways at once', [...emergency, '--grant', 'g', '--to', 'latest', '--into', 'x']],
    ['an emergency without a reason', ['--emergency', '--to', 'latest', '--into', 'x']],
    ['a reason with somebody’s number', ['--emergency', '--reason', '电 13812340001', '--to', 'latest', '--into', 'x']],
    ['an emergency to no instant', [...emergency, '--into', 'x']],
    ['no target', [...emergency, '--to', 'latest']],
    ['no zone: another machine would be eight hours off', [...emergency, '--to', '2026-11-26T09:30:00', '--into', 'x']],
    ['no such day', [...emergency, '--to', '2026-13-26T09:30:00Z', '--into', 'x']],
    ['an unknown flag', [...emergency, '--to', 'latest', '--into', 'x', '--force']],
  ])('refuses %s', (_what, args) => expect(() => restoreOrder(args, '/')).toThrow(/Not usable/));
});
