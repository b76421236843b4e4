// Fields a second of processor time on one core, in the array forms that batches use, and a file through the vault. Processor
// time, because a wall clock measures whatever else the machine is doing.
// Run after `npm run build`: node plugins/vault/bench/fields.bench.mjs
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import os from 'node:os';

const require = createRequire(import.meta.url);
const { coveredRead } = require('@linggong/audit');
const { createKeyring, createVault } = require('@linggong/vault');
const { openFile, sealFile } = require('../dist/server/files/file-cipher.js');

const COUNT = 100_000;
const ROUNDS = 5;
const BAR = 100_000;

const suites = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'];
/** Values of the bench's own making. */
const reading = coveredRead('restore', ['identity-number']);
const numbers = Array.from({ length: COUNT }, (_, n) => String(110_101_199_003_000_000 + n));

/** Everything of one suite: the ring's key, the data key under it, the blind index. */
function ringOf(suite) {
  const keys = new Map([[1, randomBytes(32)]]);
  return createKeyring({ current: 1, keys, index: randomBytes(32), suites: new Map([[1, suite]]), indexSuite: suite });
}

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

async function megabytesPerSecond(keyring, megabytes) {
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

/** @returns whether the bar is met */
async function measure(suite) {
  const keyring = ringOf(suite);
  const vault = createVault({ keyring, root: os.tmpdir() });
  const subjects = vault.blindAll('identity-number', numbers).map((hash) => hash.toString('hex'));
  const sealed = vault.sealAll('identity-number', subjects, numbers);
  const figures = {
    seal: perSecond(() => vault.sealAll('identity-number', subjects, numbers)),
    open: perSecond(() => vault.openAll('identity-number', subjects, sealed, reading)),
    blind: perSecond(() => vault.blindAll('identity-number', numbers)),
    mask: perSecond(() => vault.maskAll('identity-number', numbers)),
    'seal + blind + mask': perSecond(() => {
      vault.sealAll('identity-number', subjects, numbers);
      vault.blindAll('identity-number', numbers);
      vault.maskAll('identity-number', numbers);
    }),
  };
  console.log(suite);
  for (const [name, figure] of Object.entries(figures)) {
    console.log(`  ${name.padEnd(22)} ${figure.toLocaleString('en-US').padStart(12)} fields/s`);
  }
  const megabytes = await megabytesPerSecond(keyring, 128);
  console.log(`  ${'file, sealed + opened'.padEnd(22)} ${String(megabytes).padStart(12)} MB/s`);
  return figures.seal >= BAR && figures.open >= BAR && figures.blind >= BAR;
}

let isMet = true;
for (const suite of suites) {
  const isFast = await measure(suite);
  // The bar is that of the platform's usual suite; the other is shown beside it.
  if (suite === 'aes-256-gcm') isMet = isFast;
}
console.log(`bar ${BAR.toLocaleString('en-US')} fields/s each with AES: ${isMet ? 'met' : 'MISSED'}`);
process.exitCode = isMet ? 0 : 1;
