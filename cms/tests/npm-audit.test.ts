import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const script = path.resolve(__dirname, '../../.ci/npm-audit.mjs');

describe('the check of known faults of packages', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'npm-audit-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fault = (severity: string, advisory = 'GHSA-aaaa-bbbb-cccc', name = 'left-pad') => ({
    [name]: {
      name,
      severity,
      via: [{ name, severity, title: 'pads too far', url: `https://github.com/advisories/${advisory}` }],
    },
    // npm names the packages above it by their names alone.
    above: { name: 'above', severity, via: [name] },
  });
  const exception = {
    advisory: 'GHSA-aaaa-bbbb-cccc',
    package: 'left-pad',
    why: 'pads only what we write',
    reachable: 'no',
    by: 'security administrator',
    until: '2026-12-31',
  };

  function run(
    report: unknown,
    exceptions: unknown,
    env: Record<string, string> = {},
  ): { status: number | null; said: string } {
    const files = { report: path.join(folder, 'report.json'), exceptions: path.join(folder, 'exceptions.json') };
    writeFileSync(files.report, typeof report === 'string' ? report : JSON.stringify(report));
    writeFileSync(files.exceptions, JSON.stringify(exceptions));
    const args = [script, '--report', files.report, '--exceptions', files.exceptions, '--today', '2026-11-26'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } });
    return { status, said: stdout };
  }

  it.each([
    ['nothing known', {}, [], 0, /^ok/],
    ['a fault of a lower level', fault('moderate'), [], 0, /^ok/],
    ['a high fault', fault('high'), [], 1, /high left-pad: pads too far \(GHSA-aaaa-bbbb-cccc\)/],
    ['a critical fault', fault('critical'), [], 1, /critical left-pad/],
    ['a high fault with its reason', fault('high'), [exception], 0, /^ok/],
    ['another fault of that package', fault('high', 'GHSA-zzzz'), [exception], 1, /GHSA-zzzz[\s\S]*FAILED/],
    ['a reason that has run out', fault('high'), [{ ...exception, until: '2026-11-25' }], 1, /ran out/],
    ['a reason without an end', fault('high'), [{ ...exception, until: '' }], 1, /lacks until/],
    ['a reason that nothing needs', {}, [exception], 1, /nothing needs it/],
  ])('%s', (_name, vulnerabilities, exceptions, status, said) => {
    const answer = run({ vulnerabilities }, exceptions);
    expect(answer.status).toBe(status);
    expect(answer.said).toMatch(said);
  });

  it('never passes in silence where the registry does not answer', () => {
    for (const report of ['', '<html>', { message: '405 Method Not Allowed', error: { summary: '' } }]) {
      expect(run(report, [])).toEqual({ status: 0, said: expect.stringMatching(/^NOT CHECKED/) });
      expect(run(report, [], { NPM_AUDIT: 'required' }).status).toBe(1);
    }
  });
});
