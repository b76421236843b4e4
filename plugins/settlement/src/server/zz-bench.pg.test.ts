import { Readable } from 'node:stream';
import { csv, person, rowOf, settlementWorld } from './settlement.fixture';
test('bench', async () => {
  const N = Number(process.env['BENCH_LINES'] ?? 10_000), T = 5, W = N / T;
  const world = await settlementWorld();
  try {
    const people = Array.from({ length: W }, (_, i) => person(i));
    const ids: number[] = [];
    for (let i = 0; i < W; i += 5000) ids.push(...(await world.workers(people.slice(i, i + 5000))));
    for (let t = 0; t < T; t++) await world.task(`TK-${t}`, ids, 10_000_000n);
    await world.deposit(100_000_000_000n);
    await world.db.query('SELECT 1');
    const rows = people.flatMap((p, i) => Array.from({ length: T }, (_, t) => rowOf(p, `TK-${t}`, String(500 + ((i * 7 + t * 131) % 9000)) + '.50', '备注')));
    const bytes = Buffer.from(csv(rows));
    const { Client } = require('pg'); const su = new Client({connectionString: world.test.superuserUrl}); await su.connect(); await su.query('ANALYZE');
    const marks: [string, number, number][] = []; let t0 = Date.now(), c0 = process.cpuUsage();
    const mark = (n: string) => { const c = process.cpuUsage(c0); marks.push([n, Date.now() - t0, Math.round((c.user + c.system) / 1000)]); t0 = Date.now(); c0 = process.cpuUsage(); };
    let peak = 0; const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 50);
    const chunks: Buffer[] = []; for (let i = 0; i < bytes.length; i += 65536) chunks.push(bytes.subarray(i, i + 65536));
    const { id } = await world.settlement.uploadSheet(world.as('enterprise'), { enterpriseId: world.enterpriseId, fileName: 'a.csv', source: Readable.from(chunks) });
    mark('upload');
    const orig = world.db.query; 
    const timed: Record<string, number> = {};
    await world.tools.jobs.drain(); mark('check+quote');
    await world.settlement.confirm(world.as('enterprise'), id, 1); mark('confirm');
    await world.settlement.release(world.as('finance-approver', 2), id);
    await world.tools.jobs.drain(); mark('pay+send');
    const told = await world.tools.channels.collect(world.as('operator')); mark('collect');
    await world.tools.jobs.drain(); mark('book');
    clearInterval(timer);
    const state = await world.db.query(`SELECT state, ready_count, paid_count, (SELECT count(*) FROM public.orders WHERE state='paid') AS paid FROM public.settlement_batches`);
    // baseline: the same final rows into bare heaps by COPY, text format
    const tables = ['settlement.lines','public.orders','public.payouts','public.tax_records','ledger.transactions','ledger.transaction_keys','ledger.postings','channels.payees','sandbox_bank.instructions','sandbox_bank.answers','sandbox_bank.entries','tax.cumulations'];
    let total = 0; const each: string[] = [];
    await su.query('CREATE SCHEMA bare'); 
    const {from, to} = require('pg-copy-streams'); const { pipeline } = require('node:stream/promises'); const fs = require('node:fs');
    for (const tb of tables) {
      const name = 'bare.' + tb.replace('.', '_');
      await su.query(`CREATE TABLE ${name} AS SELECT * FROM ${tb} LIMIT 0`);
      const file = '/tmp/sj/bench/' + tb; await pipeline(su.query(to(`COPY (SELECT * FROM ${tb}) TO STDOUT`)), fs.createWriteStream(file));
      const s = Date.now(); await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), su.query(from(`COPY ${name} FROM STDIN`))); const d = Date.now() - s; total += d; each.push(`${tb} ${d}`);
      fs.unlinkSync(file);
    }
    await su.end();
    const all = marks.reduce((a, m) => a + m[1], 0); const noConfirm = marks.filter(m => m[0] !== 'confirm').reduce((a, m) => a + m[1], 0);
    console.log(N, marks, 'all', all, 'without confirm', noConfirm, 'COPY', total, 'ratio', (all / total).toFixed(1), 'peak MB', peak / 1e6 | 0, told, state, each.join(', '));
  } finally { await world.stop(); }
}, 900_000);
