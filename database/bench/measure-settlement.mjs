// Phase 2: the sheets, one after the other, from upload to quoted and from release to booked.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asEnterprise, bootPlatform } from './platform.mjs';
import { addUpSpans } from './spans.mjs';

const require = createRequire(import.meta.url);
const { addDays, shanghaiDay, startOfDay } = require('@linggong/core/domain');

const sizes = process.argv.slice(2).map(Number);
const DAYS_MAX = 6;
const folder = path.join(process.env.LINGGONG_DATA, 'bench');
const enterpriseId = Number(await readFile(path.join(folder, 'enterprise'), 'utf8'));
const platform = await bootPlatform();
const { api, jobs, db, clock } = platform;
const caller = asEnterprise(enterpriseId);

const spans = process.env.BENCH_SPANS ? addUpSpans() : () => ({});
const batches = [];
for (const [index, lines] of sizes.entries()) batches.push(await measure(lines, index));
process.send({ batches, peakMb: process.resourceUsage().maxRSS / 1024, spans: spans() });
await platform.close();
process.exit(0);

async function measure(lines, index) {
  const { id: firstTransaction } = await db.one('SELECT pg_current_xact_id()::text AS id');
  const sheet = await readFile(path.join(folder, `${index}.csv`), 'utf8');
  const uploaded = process.hrtime.bigint();
  const { batch } = await api.upload(
    caller,
    `/v1/settlement-batches?enterpriseId=${enterpriseId}`,
    '发放表.csv',
    sheet,
  );
  await jobs.drain();
  const quotedSeconds = secondsSince(uploaded);
  const address = `/v1/settlement-batches/${batch.id}`;
  const quoted = await api.get(caller, address);
  if (quoted.state !== 'quoted' || quoted.counts.ready < lines * 0.95) {
    const why = JSON.stringify(await api.get(caller, `${address}/lines?limit=2`)).slice(0, 1500);
    throw new Error(`the batch is ${quoted.state} with ${JSON.stringify(quoted.counts)}: ${why}`);
  }
  const begun = process.hrtime.bigint();
  await api.post(caller, `${address}/confirm`, { quoteVersion: quoted.quote.version });
  const confirmedSeconds = secondsSince(begun);
  const released = process.hrtime.bigint();
  const confirmed = await api.get(caller, address);
  if (confirmed.state === 'confirmed') await api.post({ role: 'finance-approver' }, `${address}/release`);
  await jobs.drain();
  await collectAnswers(address);
  const bookedSeconds = secondsSince(released);
  const { paid } = (await api.get(caller, address)).orders;
  return { lines, firstTransaction, quotedSeconds, confirmedSeconds, bookedSeconds, paid: paid.count };
}

/** The sandbox bank answers most at once, some hours later: its next days are let pass without waiting for them. */
async function collectAnswers(address) {
  const today = shanghaiDay(clock.now());
  for (let day = 0; day <= DAYS_MAX; day += 1) {
    if (day > 0) clock.moveTo(new Date(startOfDay(addDays(today, day)).getTime() + 11 * 3_600_000));
    await jobs.tick('channels.poll');
    await jobs.drain();
    if ((await api.get(caller, address)).state === 'completed') break;
  }
  clock.moveTo(undefined);
}

function secondsSince(begun) {
  return Number(process.hrtime.bigint() - begun) / 1e9;
}
