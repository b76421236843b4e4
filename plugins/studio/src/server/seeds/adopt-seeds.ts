import { record } from '@linggong/audit';
import type { Command, Database, Queryable } from '@linggong/core';
import type { Json, Seed } from '../../domain';
import { demandShape } from '../life/demand-shape';
import { runCases } from '../life/check-version';
import type { StudioTools } from '../tools';

/**
 * Adopts the seeds of which the database has no configuration yet, each as version 1, in force: what the platform works by from its
 * first day. Idempotent, and safe where several processes start at once.
 * @returns how many were adopted
 * @throws Error naming the seed whose own content or cases do not pass: the platform does not start on it
 */
export async function adoptSeeds(
  tools: StudioTools,
  db: Database,
  command: Command,
  seeds: readonly Seed[],
): Promise<number> {
  const missing = await unknownSeeds(db, seeds);
  if (missing.length === 0) return 0;
  const sound: SoundSeed[] = [];
  for (const seed of missing) sound.push(await soundSeed(tools, seed));
  return db.transaction(async (tx) => {
    let adopted = 0;
    for (const seed of sound) adopted += await adopt(tx, command, seed);
    return adopted;
  });
}

interface SoundSeed {
  readonly seed: Seed;
  readonly content: Json;
  readonly report: object;
}

async function unknownSeeds(db: Queryable, seeds: readonly Seed[]): Promise<Seed[]> {
  const known = await db.query<{ kind: string; key: string }>('SELECT kind, key FROM studio.configurations');
  const names = new Set(known.map(({ kind, key }) => `${kind} ${key}`));
  return seeds.filter(({ kind, key }) => !names.has(`${kind} ${key}`));
}

async function soundSeed(tools: StudioTools, seed: Seed): Promise<SoundSeed> {
  const content = demandShape(tools.kinds.of(seed.kind), seed.content);
  const report = await runCases(tools, seed.kind, { content, cases: seed.cases });
  if (report.passed) return { seed, content, report };
  const faults = report.faults.map(({ path, code }) => `${path} ${code}`);
  const failed = report.results.flatMap(({ passed, name, differences }) =>
    passed ? [] : [`${name}: ${differences.join(', ')}`],
  );
  const why = [...faults, ...failed].slice(0, 10).join('; ') || 'it has no case';
  throw new Error(`the seed ${seed.kind} ${seed.key} does not pass its own check: ${why}`);
}

/** Of two processes that adopt at once the second waits at the unique key of the first, and adopts nothing. */
async function adopt(tx: Queryable, command: Command, { seed, content, report }: SoundSeed): Promise<0 | 1> {
  const { kind, key, name, description } = seed;
  const { actor, at } = command;
  const made = await tx.maybeOne<{ id: number }>(
    `INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, created_at, created_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (kind, key) DO NOTHING RETURNING id`,
    [kind, key, name.zh, name.en, description.zh, description.en, at, actor.name],
  );
  if (made === undefined) return 0;
  const version = await tx.one<{ id: number; sha256: string }>(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, check_report, in_force_from,
       created_at, created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT $1, 1, 'in-force', $2::jsonb, $3::jsonb, '', '', $4::jsonb || jsonb_build_object('sha256', studio.sha256_of($2::jsonb, $3::jsonb)),
            $5, $5, $6, $5, $6, $5, $6
     RETURNING id, sha256`,
    [
      made.id,
      JSON.stringify(content),
      JSON.stringify(seed.cases),
      JSON.stringify({ at: at.toISOString(), ...report }),
      at,
      actor.name,
    ],
  );
  await record(tx, command, {
    action: 'configuration.adopt',
    subject: { kind: 'configuration', id: made.id },
    after: { kind, key, versionId: version.id, state: 'in-force', sha256: version.sha256 },
  });
  return 1;
}
