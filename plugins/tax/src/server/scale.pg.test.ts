import { createDatabase, systemCommand } from '@linggong/core';
import { testDatabase } from '@linggong/database/testing';
import { quoteTaxes, reserveTaxes, finalizeTaxes, PLATFORM_GROUP, type ReserveLine, type TaxLine } from '../index';
const now = () => Number(process.hrtime.bigint()) / 1e6;
it('scale', async () => {
  const t = await testDatabase({ only: ['plugins/tax'] });
  const db = t.db; const su = createDatabase({ connectionString: t.superuserUrl });
  await db.query(`INSERT INTO public.enterprises (name) VALUES ('x')`);
  const log: string[] = [];
  for (const n of [10000, 100000]) {
    const ids = (await db.query<{ id: number }>(`INSERT INTO public.workers (number) SELECT 'W' || n FROM generate_series(1, $1) n RETURNING id`, [n])).map((r) => r.id);
    for (const day of ['2026-05-10', '2026-06-10']) {
      const lines: TaxLine[] = ids.map((workerId, i) => ({ lineKey: String(i), workerId, grossFen: BigInt(100000 + (i % 20000) * 37), vatRole: 'platform-files', urbanMaintenanceRate: 70000n }));
      let t0 = now();
      const q = await quoteTaxes(db, { groupCode: PLATFORM_GROUP, day, lines });
      const tq = now() - t0;
      const orders = await db.query<{ id: number }>(`INSERT INTO public.orders (state) SELECT 'confirmed' FROM generate_series(1, $1) RETURNING id`, [n]);
      t0 = now();
      await db.transaction(async (tx) => { const r = await reserveTaxes(tx, { groupCode: PLATFORM_GROUP, day, enterpriseId: 1, lines: lines.map((l, i): ReserveLine => { const a = q.lines[i]!; if (!a.ok) throw new Error(); return { ...l, orderId: orders[i]!.id, quoted: a.figures, stateVersion: a.stateVersion }; }) }, systemCommand('x', new Date(), 'x')); if (!r.ok) throw new Error('stale'); });
      const tr = now() - t0; t0 = now();
      await finalizeTaxes(db, orders.map((o) => o.id), systemCommand('x', new Date(), 'x'));
      const tf = now() - t0; t0 = now();
      await su.query(`DROP TABLE IF EXISTS bare`); await su.query(`CREATE TABLE bare AS SELECT * FROM public.tax_records LIMIT 0`); 
      t0 = now(); await su.query(`INSERT INTO bare SELECT * FROM public.tax_records WHERE order_id = ANY($1::int[])`, [orders.map((o) => o.id)]); const tb = now() - t0;
      log.push(`${n} ${day}: quote ${tq.toFixed(0)} reserve ${tr.toFixed(0)} (${(tr / n * 1000).toFixed(0)} us/line) finalize ${tf.toFixed(0)} bare insert-select ${tb.toFixed(0)} rss ${(process.memoryUsage().rss / 1e6).toFixed(0)}MB`);
    }
  }
  process.stdout.write(log.join('\n') + '\n');
  await su.close(); await t.drop();
}, 400000);
