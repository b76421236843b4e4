import { witnessLook } from './witness-check';

const warning = (kind: Parameters<typeof witnessLook>[0][number]['kind'], count = 1n) => ({ kind, count, samples: [] });

describe('the control of the witness', () => {
  it('is met where the log is read and everything found is explained', () => {
    expect(witnessLook([], 3n)).toMatchObject({ state: 'met', figure: { en: expect.stringContaining('3 records') } });
  });

  it('is partly met while somebody has to say why', () => {
    const look = witnessLook([warning('bypass', 2n), warning('gap')], 5n);
    expect(look).toMatchObject({ state: 'partly', figure: { zh: expect.stringContaining('待说明 3 条') } });
  });

  it.each([
    'not-watched',
    'witness-silent',
    'slot-missing',
    'slot-lost',
    'slot-inactive',
    'slot-lagging',
    'witness-cut',
  ] as const)('is not met where the watch is %s', (kind) => {
    const look = witnessLook([warning(kind), warning('bypass')], 5n);
    expect(look).toMatchObject({ state: 'not-met', figure: { en: expect.stringContaining(kind) } });
  });
});
