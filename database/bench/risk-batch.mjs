// Decisions in a batch, features read and decisions kept included; and the same 200 rules in json-rules-engine, in the same run.
import { createRequire } from 'node:module';
import { Engine } from 'json-rules-engine';
import { grouped, row } from './row.mjs';
import { FEATURES, onRiskWorld, RULES, rules, table } from './risk-world.mjs';
import { say } from './scratch-platform.mjs';

const require = createRequire(import.meta.url);
const { appendDecisions, decide } = require('@linggong/risk');
const { decideTable } = require('@linggong/studio');

const DECISIONS = Number(process.env.BENCH_DECISIONS ?? 50_000);
const CHUNK = 1_000;
const SIDE_BY_SIDE = 2_000;
const BAR = 5_000;
const TIMES = 3;

const seconds = async (work) => {
  const begun = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
};

/** Chunks of lines, kept in the transaction that stores what follows; two at once, a connection each, as there are two cores. */
async function decideAll({ db, day, subject }) {
  const inputs = [];
  let next = 0;
  const chunks = async () => {
    for (let start = next; start < DECISIONS; start = next) {
      next = start + CHUNK;
      const subjects = Array.from({ length: CHUNK }, (_, index) => subject(1 + start + index));
      const asked = { moment: 'inspection', subjectKind: 'order', day, at: new Date(), subjects };
      await db.transaction(async (tx) => {
        const decided = await decide(tx, asked);
        await appendDecisions(tx, decided);
        if (inputs.length < SIDE_BY_SIDE) inputs.push(...decided.inputs);
      });
    }
  };
  const spent = await seconds(() => Promise.all([chunks(), chunks()]));
  return { inputs, perSecond: DECISIONS / spent };
}

async function ours(inputs) {
  const hits = [];
  const spent = await seconds(async () => {
    for (let start = 0; start < inputs.length; start += CHUNK) {
      const decided = await decideTable(table, inputs.slice(start, start + CHUNK));
      hits.push(...decided.map(({ rows }) => rows.join()));
    }
  });
  return { hits, perSecond: inputs.length / spent };
}

async function theirs(inputs) {
  const engine = new Engine(
    rules.map(({ id, conditions }) => ({
      conditions: {
        all: conditions.map(({ field, above }) => ({ fact: field, operator: 'greaterThan', value: above })),
      },
      event: { type: id },
    })),
  );
  const hits = [];
  const spent = await seconds(async () => {
    for (const input of inputs) {
      const { events } = await engine.run(input);
      const hit = new Set(events.map(({ type }) => type));
      hits.push(rules.flatMap(({ id }) => (hit.has(id) ? [id] : [])).join());
    }
  });
  return { hits, perSecond: inputs.length / spent };
}

await onRiskWorld(async (world) => {
  const { inputs, perSecond } = await decideAll(world);
  const some = inputs.slice(0, SIDE_BY_SIDE);
  await ours(some);
  const [table200, engine200] = [await ours(some), await theirs(some)];
  const other = table200.hits.findIndex((hits, index) => hits !== engine200.hits[index]);
  if (other >= 0) throw new Error(`input ${other}: ${table200.hits[other]} against ${engine200.hits[other]}`);
  const hit = table200.hits.filter((hits) => hits !== '').length;
  say(`${hit} of ${some.length} inputs hit a rule, the same rules in both engines`);
  say(`json-rules-engine ${grouped(engine200.perSecond)} / s, decision table ${grouped(table200.perSecond)} / s`);
  const name = `${RULES} rules, ${FEATURES} features`;
  row(`risk, decisions in a batch, ${name}`, `${grouped(perSecond)} / s`, `${grouped(BAR)} / s`, perSecond >= BAR);
  const times = table200.perSecond / engine200.perSecond;
  row(
    `risk, ${name}: decision table against json-rules-engine`,
    `${grouped(table200.perSecond)} / s, ${grouped(engine200.perSecond)} / s: ${times.toFixed(1)} ×`,
    `${TIMES} ×`,
    times >= TIMES,
  );
});
