// Fields a second of processor time on one core, in the array forms that batches use, and a file through the vault. Processor
// time, because a wall clock measures whatever else the machine is doing.
// Run after `npm run build`: node plugins/vault/bench/fields.bench.mjs
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import os from 'node:os';

const require = createRequire(import.meta.url);
const { createKeyring, createVault } = require('@linggong/vault');
const { openFile, sealFile } = require('../dist/server/files/file-cipher.js');

const COUNT = 100_000;
const ROUNDS = 5;
const BAR = 100_000;

const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
const vault = createVault({ keyring, root: os.tmpdir() });
const numbers = Array.from({ length: COUNT }, (_, n) => String(110_101_199_003_000_000 + n));
const subjects = vault.blindAll('identity-number', numbers).map((hash) => hash.toString('hex'));
const sealed = vault.sealAll('identity-number', subjects, numbers);

/** Seconds of processor time that this process has used. */
function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function perSecond(work) {
  work();
  const seconds = Array.from({ length: ROUNDS }, () => {
    const start = used();
    work();
    return used() - start;
  });
  return Math.round(COUNT / seconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]);
}

async function megabytesPerSecond(megabytes) {
  const piece = randomBytes(1 << 20);
  const source = async function* () {
    for (let n = 0; n < megabytes; n += 1) yield piece;
  };
  const file = { id: 'bench', kind: 'payout-sheet', subject: 'bench' };
  const start = used();
  let bytes = 0;
  for await (const clear of openFile(keyring, file, sealFile(keyring, file, source()))) bytes += clear.length;
  if (bytes !== megabytes << 20) throw new Error('the file did not come back');
  return Math.round(megabytes / (used() - start));
}

const figures = {
  seal: perSecond(() => vault.sealAll('identity-number', subjects, numbers)),
  open: perSecond(() => vault.openAll('identity-number', subjects, sealed)),
  blind: perSecond(() => vault.blindAll('identity-number', numbers)),
  mask: perSecond(() => vault.maskAll('identity-number', numbers)),
  'seal + blind + mask': perSecond(() => {
    vault.sealAll('identity-number', subjects, numbers);
    vault.blindAll('identity-number', numbers);
    vault.maskAll('identity-number', numbers);
  }),
};
for (const [name, figure] of Object.entries(figures)) {
  console.log(`${name.padEnd(22)} ${figure.toLocaleString('en-US').padStart(12)} fields/s`);
}
console.log(`${'file, sealed + opened'.padEnd(22)} ${String(await megabytesPerSecond(128)).padStart(12)} MB/s`);
const isMet = figures.seal >= BAR && figures.open >= BAR && figures.blind >= BAR;
console.log(`bar ${BAR.toLocaleString('en-US')} fields/s each: ${isMet ? 'met' : 'MISSED'}`);
process.exitCode = isMet ? 0 : 1;
