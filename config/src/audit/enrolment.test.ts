import { enrolConnection, enrolmentProof, witnessKey } from './enrolment';

const secret = 'a secret of tests, of 32 characters or more';

function connection(answer: () => Promise<unknown>, processID: unknown = 7) {
  const asked: unknown[][] = [];
  return { asked, processID, query: (_text: string, values: unknown[]) => (asked.push(values), answer()) };
}

describe('the enrolment of a connection', () => {
  it('proves the process number, the instant and the kind', () => {
    const key = witnessKey(secret, 'witness-enrolment');
    const claim = { pid: 7, atMs: 1, kind: 'serve' } as const;
    const proof = enrolmentProof(key, claim).toString('hex');
    for (const other of [{ pid: 8 }, { atMs: 2 }, { kind: 'migrate' as const }]) {
      expect(enrolmentProof(key, { ...claim, ...other }).toString('hex')).not.toBe(proof);
    }
    expect(witnessKey(secret, 'witness-columns').equals(key)).toBe(false);
  });

  it('is claimed once, by the role of the process', async () => {
    const one = connection(() => Promise.resolve());
    await enrolConnection(one, { LINGGONG_SECRET: secret, LINGGONG_ROLE: 'migrate' });
    expect(one.asked).toHaveLength(1);
    expect(one.asked[0]).toMatchObject([7, expect.any(Number), 'migrate', expect.any(Buffer)]);
  });

  it('claims nothing without the secret or a process number', async () => {
    const one = connection(() => Promise.resolve());
    await enrolConnection(one, {});
    await enrolConnection(
      connection(() => Promise.reject(new Error()), null),
      { LINGGONG_SECRET: secret },
    );
    expect(one.asked).toEqual([]);
  });

  it('does without where the schema is not there yet, and tells every other failure', async () => {
    const failing = (code: string) => connection(() => Promise.reject(Object.assign(new Error('no'), { code })));
    await enrolConnection(failing('3F000'), { LINGGONG_SECRET: secret });
    await expect(enrolConnection(failing('57P01'), { LINGGONG_SECRET: secret })).rejects.toThrow('no');
  });
});
