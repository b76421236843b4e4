import path from 'node:path';
import { demandPublicUrl, sealingSettingsFromEnvironment as read } from './sealing-settings';

describe('settings of sealing', () => {
  it('need nothing', () => {
    expect(read({ PORT: '1400' })).toEqual({
      mode: 'asked',
      publicUrl: 'http://localhost:1400',
      p12: undefined,
      timeStampUrl: undefined,
      fonts: [],
      threads: expect.any(Number),
    });
    expect(read({}).threads).toBeGreaterThanOrEqual(1);
  });

  it('seal everything, but in a demo what somebody asks for', () => {
    const modes = [{}, { LINGGONG_DEMO: 'off' }, { DATABASE_URL: 'postgres://a@b/c' }, { SEAL_CONTRACTS: 'on' }].map(
      (variables) => read(variables).mode,
    );
    expect(modes).toEqual(['asked', 'on', 'on', 'on']);
  });

  it('need the public address where papers are real', () => {
    const named = { DATABASE_URL: 'postgres://a@b/c' };
    const refused = (variables: Record<string, string>) => () => demandPublicUrl({ ...named, ...variables });
    expect(refused({})).toThrow(/PUBLIC_URL: required/);
    expect(refused({ PUBLIC_URL: '' })).toThrow(/PUBLIC_URL: required/);
    for (const variables of [
      { PUBLIC_URL: 'https://pay.example.com' },
      { SEAL_CONTRACTS: 'off' },
      { LINGGONG_DEMO: 'on' },
      { DATABASE_URL: '' },
    ])
      expect(refused(variables)).not.toThrow();
  });

  it('are read from the environment', () => {
    const settings = read({
      SEAL_CONTRACTS: 'off',
      PUBLIC_URL: 'https://pay.example.com/',
      SEAL_P12_FILE: '/keys/seal.p12',
      SEAL_P12_PASSPHRASE: 'word',
      SEAL_TSA_URL: 'http://tsa.example.com/stamp',
      CONTRACT_FONTS: ['/fonts/a.ttf', '/fonts/b.ttf'].join(path.delimiter),
      SEAL_THREADS: '4',
    });
    expect(settings).toEqual({
      mode: 'off',
      publicUrl: 'https://pay.example.com',
      p12: { file: '/keys/seal.p12', passphrase: 'word' },
      timeStampUrl: 'http://tsa.example.com/stamp',
      fonts: ['/fonts/a.ttf', '/fonts/b.ttf'],
      threads: 4,
    });
  });

  it.each([
    [{ PUBLIC_URL: 'ftp://pay.example.com' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://user:secret@pay.example.com' }, /PUBLIC_URL/],
    [{ SEAL_P12_FILE: '/keys/seal.p12' }, /SEAL_P12_PASSPHRASE/],
    [{ SEAL_THREADS: '0' }, /SEAL_THREADS/],
  ])('%o is refused, and no value repeated', (variables, fault) => {
    expect(() => read(variables)).toThrow(fault);
    expect(() => read(variables)).not.toThrow(/secret/);
  });
});
