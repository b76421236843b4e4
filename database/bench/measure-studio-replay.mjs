// The process of the replay bench: a table in force, a draft of it, and a past that decided every tenth otherwise.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';

const require = createRequire(import.meta.url);
const { consumersOf, openStudio, seedsOf } = require('@linggong/studio');
const { addDays, shanghaiDay } = require('@linggong/core/domain');

const [decisions, rows] = process.argv.slice(2).map(Number);
const { api, app, clock, close, db, jobs } = await bootPlatform();
const asked = { kind: 'decision-table', key: 'bench.replay' };
const name = { zh: '回放', en: 'Replay' };
const choices = ['approve', 'review'].map((value) => ({ value, label: { zh: value, en: value } }));
const input = (id, field, type) => ({ id, role: 'input', field, type, label: name, required: true });

// Each row looks at a band of amounts and days of its own; what is above all of them is looked at.
const content = {
  hitPolicy: 'first',
  columns: [
    input('amount', 'amountFen', 'money'),
    input('days', 'days', 'number'),
    { id: 'decision', role: 'output', field: 'decision', type: 'choice', label: name, required: true, choices },
  ],
  rows: Array.from({ length: rows }, (_, n) => ({
    id: `row-${n}`,
    cells: {
      amount: { from: n * 100, below: n * 100 + 100 },
      days: { from: 0 },
      decision: n % 2 === 0 ? 'approve' : 'review',
    },
  })),
  otherwise: { decision: 'review' },
};
const decisionOf = (amountFen) => (Math.floor(amountFen / 100) % 2 === 0 ? 'approve' : 'review');
const cases = [{ name: '首行', input: { amountFen: 1, days: 1 }, expect: { answer: { decision: 'approve' } } }];
let pages = 0;

seedsOf(app).add({ ...asked, name, description: name, content, cases });
await openStudio(app);
consumersOf(app).add({
  ...asked,
  name,
  replay: {
    name,
    count: async () => decisions,
    page: async (source, { after, limit }) => {
      pages += 1;
      const found = await source.query(
        'SELECT n::int AS n FROM generate_series($1::int + 1, least($1::int + $2::int, $3::int)) n',
        [Number(after ?? 0), limit, decisions],
      );
      return found.map(({ n }) => {
        const amountFen = (n * 37) % (rows * 100);
        const was = n % 10 === 0 ? (decisionOf(amountFen) === 'approve' ? 'review' : 'approve') : decisionOf(amountFen);
        return {
          cursor: String(n),
          subject: { label: `P-${n}` },
          input: { amountFen, days: n % 365 },
          decided: { answer: { decision: was } },
          amountFen,
        };
      });
    },
  },
});

const operator = { role: 'config-operator' };
const { id } = await db.one('SELECT id FROM studio.configurations WHERE key = $1', [asked.key]);
const draft = await api.post(operator, `/v1/configurations/${id}/drafts`);
await api.post(operator, `/v1/configuration-versions/${draft.id}/check`, { revision: 1 });
const today = shanghaiDay(clock.now());
const begun = process.hrtime.bigint();
await api.post(operator, `/v1/configuration-versions/${draft.id}/replays`, { from: addDays(today, -90), to: today });
await jobs.drain();
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const { replay } = await api.get(operator, `/v1/configuration-versions/${draft.id}`);
if (replay?.state !== 'done') throw new Error(`the replay is ${replay?.state}`);
process.send({
  seconds,
  pages,
  compared: replay.compared,
  changed: replay.changed,
  expected: Math.floor(decisions / 10),
});
await close();
process.exit(0);
