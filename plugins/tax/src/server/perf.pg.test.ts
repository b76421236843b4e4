import { testDatabase } from '@linggong/database/testing';
import { createDatabase } from '@linggong/core';
it('perf', async () => {
  const t = await testDatabase({ only: ['plugins/tax'] });
  const owner = createDatabase({ connectionString: t.ownerUrl });
  const cols = Array.from({ length: 20 }, (_, i) => `c${i}`);
  await owner.query(`CREATE TABLE tax.x (worker_id int, g text, r text, ${cols.map((c) => `${c} bigint not null default 0`).join(',')}, PRIMARY KEY (worker_id, g, r)) WITH (fillfactor=70)`);
  await owner.query(`CREATE UNLOGGED TABLE tax.s (worker_id int, g text, r text, ${cols.map((c) => `${c} bigint not null default 0`).join(',')})`);
  await owner.query(`CREATE TABLE tax.y (worker_id int, g text, r text, ver bigint, state text, PRIMARY KEY (worker_id, g, r)) WITH (fillfactor=70)`);
  const log: string[] = [];
  let last = process.hrtime.bigint();
  const lap = (n: string) => { const now = process.hrtime.bigint(); log.push(`${n} ${Number((now - last) / 1000000n)}`); last = process.hrtime.bigint(); };
  const rows = Array.from({ length: 5000 }, (_, i) => i + 1);
  const vals = rows.map((w) => cols.map((_, i) => BigInt(w * (i + 1))));
  for (let k = 0; k < 4; k++) {
    await owner.transaction(async (tx) => {
      last = process.hrtime.bigint();
      await tx.query(`INSERT INTO tax.x (worker_id, g, r) SELECT w, 'platform', 'platform-labor' FROM unnest($1::int[]) w ON CONFLICT DO NOTHING`, [rows]); lap('ensure');
      const got = await tx.query(`SELECT * FROM tax.x WHERE g='platform' AND worker_id = ANY($1::int[]) ORDER BY worker_id FOR UPDATE`, [rows]); lap('lock+read 23 cols ' + got.length);
      await tx.query(`UPDATE tax.x h SET ${cols.map((c) => `${c}=g.${c}`).join(',')} FROM unnest($1::int[], ${cols.map((_, i) => `$${i + 2}::bigint[]`).join(',')}) g(worker_id, ${cols.join(',')}) WHERE h.worker_id=g.worker_id AND h.g='platform'`, [rows, ...cols.map((_, i) => vals.map((v) => v[i]))]); lap('update arrays');
      await tx.query(`UPDATE tax.x h SET ${cols.map((c) => `${c}=g.${c}`).join(',')} FROM jsonb_to_recordset($1::jsonb) g(worker_id int, ${cols.map((c) => `${c} bigint`).join(',')}) WHERE h.worker_id=g.worker_id AND h.g='platform'`, ['[' + rows.map((w, j) => `{"worker_id":${w},${cols.map((c, i) => `"${c}":${vals[j]![i]}`).join(',')}}`).join(',') + ']']); lap('update json');
      await tx.copyIn(`COPY tax.s FROM STDIN`, [rows.map((w, j) => `${w}\tplatform\tplatform-labor\t${vals[j]!.join('\t')}\n`).join('')]); lap('copy stage');
      await tx.query(`UPDATE tax.x h SET ${cols.map((c) => `${c}=g.${c}`).join(',')} FROM tax.s g WHERE h.worker_id=g.worker_id AND h.g=g.g AND h.r=g.r`); lap('update from stage');
      await tx.query(`TRUNCATE tax.s`); lap('truncate');
      await tx.query(`INSERT INTO tax.y (worker_id, g, r, ver, state) SELECT w, 'platform', 'platform-labor', 0, '' FROM unnest($1::int[]) w ON CONFLICT DO NOTHING`, [rows]); lap('ensure y');
      const goty = await tx.query<{state: string}>(`SELECT * FROM tax.y WHERE g='platform' AND worker_id = ANY($1::int[]) ORDER BY worker_id FOR UPDATE`, [rows]); goty.map((r) => r.state === '' ? [] : r.state.split(',').map(BigInt)); lap('lock+read packed');
      await tx.query(`UPDATE tax.y h SET state=g.state FROM unnest($1::int[], $2::text[]) g(worker_id, state) WHERE h.worker_id=g.worker_id AND h.g='platform'`, [rows, vals.map((v) => v.join(','))]); lap('update packed');
    });
    log.push('--');
  }
  process.stdout.write(log.join('\n') + '\n');
  await owner.close(); await t.drop();
}, 200000);
