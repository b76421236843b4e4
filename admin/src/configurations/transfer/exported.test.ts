import { createHash, generateKeyPairSync } from 'node:crypto';
import { exportedIn } from './exported';

describe('what is told of an exported file (R13.1)', () => {
  it('is the number of configurations and the fingerprint that the other installation shows', async () => {
    const der = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
    const file = { configurations: [{}, {}], signature: { publicKey: der.toString('base64') } };
    expect(await exportedIn(JSON.stringify(file))).toEqual({
      count: 2,
      fingerprint: createHash('sha256').update(der).digest('hex'),
    });
  });

  it('is no fingerprint where there is no key', async () => {
    expect(await exportedIn('{"configurations":[]}')).toEqual({ count: 0, fingerprint: undefined });
  });
});
