// A scratch platform with people, a year of payments and a policy of 200 rules over 40 features, for the benches of risk.
import { createRequire } from 'node:module';
import { onScratchPlatform, say } from './scratch-platform.mjs';

const require = createRequire(import.meta.url);
const { createDatabase } = require('@linggong/core');
const { addDays, shanghaiDay } = require('@linggong/core/domain');
const { features } = require('@linggong/risk/domain');

export const FEATURES = 40;
export const RULES = 200;
export const WORKERS = Number(process.env.BENCH_WORKERS ?? 20_000);
const ENTERPRISES = 5;
const TASKS = 50;
const asked = features.slice(0, FEATURES);

/** What a rule compares with: about what a year of one payment a month comes to, so that some subjects meet one, and most do not. */
const limits = { count: 8, fen: 1_800_000, percent: 25, 'yes-no': 0 };
/** An enterprise pays everybody, and a task many. */
const payers = { enterprise: WORKERS / ENTERPRISES, task: WORKERS / TASKS };

/** Repeatable, from 0 to `below` - 1. */
export const mixed = (seed, below) => (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 8) % below;

function conditionOf(index, place) {
  const { name, unit, subject: whose } = asked[mixed(index * 7 + place * 131, FEATURES)];
  return { field: name, above: limits[unit] * (payers[whose] ?? 1) * (0.5 + mixed(index + place * 17, 4) / 2) };
}

/** Rules as plain conditions `feature > value`, all of which must hold, one for a feature: the same for every engine. */
export const rules = Array.from({ length: RULES }, (_, index) => {
  const drawn = Array.from({ length: 2 + (index % 2) }, (_condition, place) => conditionOf(index, place));
  return {
    id: `rule-${index}`,
    conditions: [...new Map(drawn.map((condition) => [condition.field, condition])).values()],
    outcome: ['review', 'hold', 'decline'][index % 3],
    score: 1 + (index % 20),
  };
});

const kebab = (field) => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const choice = ['approve', 'review', 'hold', 'decline'].map((value) => ({ value, label: { zh: value, en: value } }));

/** The rules as a decision table of the Studio. */
export const table = {
  hitPolicy: 'collect',
  columns: [
    ...asked.map(({ name, label, unit }) => ({
      id: kebab(name),
      role: 'input',
      field: name,
      label: { zh: label.zh, en: label.en },
      type: unit === 'fen' ? 'money' : 'number',
    })),
    {
      id: 'outcome',
      role: 'output',
      field: 'outcome',
      label: { zh: '决定', en: 'Outcome' },
      type: 'choice',
      choices: choice,
    },
    { id: 'score', role: 'output', field: 'score', label: { zh: '分值', en: 'Score' }, type: 'number' },
  ],
  rows: rules.map(({ id, conditions, outcome, score }) => ({
    id,
    cells: { ...Object.fromEntries(conditions.map(({ field, above }) => [kebab(field), { above }])), outcome, score },
  })),
  otherwise: { outcome: 'approve', score: 0 },
};

/** @param work is given the database as linggong_app, the day, and who may be decided about */
export function onRiskWorld(work) {
  return onScratchPlatform(async ({ environment }) => {
    const owner = createDatabase({ connectionString: environment('migrate', 'linggong_owner').DATABASE_URL, max: 1 });
    const db = createDatabase({ connectionString: environment('web', 'linggong_app').DATABASE_URL, max: 8 });
    const day = shanghaiDay(new Date());
    try {
      say(`${WORKERS} workers, a year of payments, ${RULES} rules over ${FEATURES} features`);
      await people(db);
      await payments(db, day);
      await policy(db);
      for (const name of ['worker_days', 'payer_days', 'payees', 'counted_orders'])
        await owner.query(`ANALYZE risk.${name}`);
      await owner.query('ANALYZE public.workers');
      await owner.query('ANALYZE public.bank_cards');
      return await work({ db, day, subject });
    } finally {
      await db.close();
      await owner.close();
    }
  });
}

const people = async (db) => {
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) SELECT n, 'E-' || n, 'E-' || n, 'U-' || n, 'active' FROM generate_series(1, ${ENTERPRISES}) n`,
  );
  await db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind, state,
       real_name_state, vat_role, resident)
     SELECT n, 'W-' || n, 'x', 'n' || n, 'x', 'i' || n, 'x', 'p' || n / 2, 'active', 'verified', 'platform-files', true FROM generate_series(1, $1::int) n`,
    [WORKERS],
  );
  await db.query(
    `INSERT INTO public.bank_cards (id, worker_id, card_version, card_sealed, card_blind, holder_sealed, holder_blind, state)
     SELECT n, n, 1, 'x', 'c' || n, 'x', 'n' || n, 'verified' FROM generate_series(1, $1::int) n`,
    [WORKERS],
  );
};

/** An order to a worker; `serial` tells one from another. */
export const orderOf = (serial, workerId, day) => ({
  orderId: serial,
  workerId,
  enterpriseId: 1 + mixed(serial, ENTERPRISES),
  taskId: 1 + mixed(serial, TASKS),
  cardId: workerId,
  amountFen: BigInt(30_000 + mixed(serial * 3, 300_000)),
  day,
  isReturned: false,
});

const payments = async (db, day) => {
  const { countOrders } = require('@linggong/risk');
  let serial = 1;
  for (let month = 0; month < 12; month += 1) {
    const paidOn = addDays(day, -7 - month * 29);
    for (let start = 1; start <= WORKERS; start += 5_000) {
      const count = Math.min(5_000, WORKERS - start + 1);
      const orders = Array.from({ length: count }, (_, index) => orderOf((serial += 1), start + index, paidOn));
      await db.transaction((tx) => countOrders(tx, orders));
    }
  }
};

const policy = (db) =>
  db.query(
    `WITH made AS (
       INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, created_at, created_name)
       VALUES ('decision-table', 'risk.inspection', '压测', 'Bench', '压测', 'Bench', now(), 'bench') RETURNING id
     )
     INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, check_report, in_force_from, created_at,
       created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT id, 1, 'in-force', $1::jsonb, '[]', '', '', jsonb_build_object('passed', true, 'sha256', studio.sha256_of($1::jsonb, '[]')),
            now(), now(), 'bench', now(), 'bench', now(), 'bench' FROM made`,
    [JSON.stringify(table)],
  );

const subject = (serial) => {
  const workerId = 1 + (serial % WORKERS);
  const enterpriseId = 1 + mixed(serial, ENTERPRISES);
  return {
    id: serial,
    keys: { workerId, enterpriseId, cardId: workerId, taskId: 1 + mixed(serial, TASKS) },
    facts: {},
  };
};
