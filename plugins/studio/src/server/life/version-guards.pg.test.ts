import { moves, versionStates, type VersionState } from '../../domain';
import { studioKit, type StudioKit } from '../studio.fixture';

let studio: StudioKit;
beforeAll(async () => {
  studio = await studioKit();
}, 240_000);
afterAll(() => studio?.kit.drop());

const sql = (text: string, values: readonly unknown[] = []) => studio.db.query(text, values);

let serial = 0;

/** A draft by account 1, written as linggong_app as everything here. */
async function draft(createdBy: number | null = 1): Promise<number> {
  serial += 1;
  const [made] = await studio.db.query<{ id: number }>(
    `INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, created_at, created_by, created_name)
     VALUES ('limit-set', $1, '限额', 'Limits', '', '', now(), $2, 'config-operator#1') RETURNING id`,
    [`risk.limits-${serial}`, createdBy],
  );
  return insertVersion(made?.id ?? 0, { createdBy });
}

async function insertVersion(
  configurationId: number,
  { state = 'draft', no = 1, createdBy = 1 as number | null, extra = '', extraValues = '' } = {},
): Promise<number> {
  const { id } = await studio.db.one<{ id: number }>(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, created_at, created_by, created_name,
       updated_at, updated_by, updated_name, moved_at, moved_by, moved_name${extra})
     VALUES ($1, $2, $3, '{"maxFen":1}', '[{"name":"a","input":{},"expect":{}}]', '', '', now(), $4, 'a', now(), $4, 'a', now(), $4, 'a'${extraValues})
     RETURNING id`,
    [configurationId, no, state, createdBy],
  );
  return id;
}

const passed = `check_report = jsonb_build_object('sha256', sha256, 'passed', true)`;
const today = `studio.shanghai_day(now())`;
const check = (id: number) => sql(`UPDATE studio.versions SET state = 'checked', ${passed} WHERE id = $1`, [id]);
const submit = (id: number, set = '') =>
  sql(
    `UPDATE studio.versions SET state = 'submitted', submitted_at = now(), submitted_by = 2, submitted_name = 'b', moved_by = 2,
            effective_from = ${today}${set} WHERE id = $1`,
    [id],
  );
const approve = (id: number, decidedBy = 3, set = '') =>
  sql(
    `UPDATE studio.versions SET state = 'in-force', decided_at = now(), decided_by = $2, decided_name = 'c', moved_by = $2,
            in_force_from = now()${set} WHERE id = $1`,
    [id, decidedBy],
  );

async function inForce(): Promise<number> {
  const id = await draft();
  await check(id);
  await submit(id);
  await approve(id);
  return id;
}

it('moves as the domain says, state by state', async () => {
  const rows = await studio.db.query<{ from: VersionState; to: VersionState; may: boolean }>(
    `SELECT f AS "from", t AS "to", studio.may_move(f, t) AS may FROM unnest($1::text[]) f, unnest($1::text[]) t`,
    [versionStates],
  );
  expect(rows.length).toBe(versionStates.length ** 2);
  expect(rows.filter(({ from, to, may }) => may !== moves[from].includes(to))).toEqual([]);
});

it('writes each step by itself: who, when, from which state to which', async () => {
  const id = await inForce();
  const steps = await sql(
    'SELECT before_state, after_state, by_account, wrote FROM studio.steps WHERE version_id = $1 ORDER BY id',
    [id],
  );
  expect(steps.map(Object.values)).toEqual([
    [null, 'draft', 1, true],
    ['draft', 'checked', 1, false],
    ['checked', 'submitted', 2, false],
    ['submitted', 'in-force', 3, false],
  ]);
});

it('makes a version that is written a draft again, counts it and forgets its reports', async () => {
  const id = await draft();
  await check(id);
  await sql(`UPDATE studio.versions SET state = 'draft', content = '{"maxFen":2}' WHERE id = $1`, [id]);
  const [row] = await sql('SELECT state, revision, check_report FROM studio.versions WHERE id = $1', [id]);
  expect(row).toEqual({ state: 'draft', revision: 2, check_report: null });
});

describe('refuses, whatever writes with the rights of the application (R13.1)', () => {
  it.each([
    ['a content that keeps its check', `content = '{"maxFen":9}'`],
    ['a check that is said of another content', `state = 'checked', check_report = '{"sha256":"x","passed":true}'`],
    [
      'a check that did not pass',
      `state = 'checked', check_report = jsonb_build_object('sha256', sha256, 'passed', false)`,
    ],
    ['a submission of what is not checked', `state = 'submitted', submitted_at = now(), submitted_name = 'x'`],
    ['to be in force at once', `state = 'in-force', in_force_from = now()`],
    ['another number', 'version_no = 7'],
    ['another author', 'created_by = 9'],
    ['a revision that nothing was written for', 'revision = 5'],
    ['a decision before there is one', `decided_by = 3, decided_at = now(), decided_name = 'c'`],
  ])('%s', async (_what, set) => {
    const id = await draft();
    if (set.startsWith('content')) await check(id);
    await expect(sql(`UPDATE studio.versions SET ${set} WHERE id = $1`, [id])).rejects.toThrow(/version|revision/);
  });

  it('a day before today, and a shadow that would begin with it', async () => {
    const id = await draft();
    await check(id);
    await expect(submit(id, ' - 1')).rejects.toThrow('its day has passed');
    await expect(submit(id, `, shadow_from = ${today}`)).rejects.toThrow('only after it took over');
  });

  it.each([
    ['who began it', 1],
    ['who submitted it', 2],
    ['nobody', null],
  ])('a decision by %s', async (_who, account) => {
    const id = await draft();
    await check(id);
    await submit(id);
    await expect(approve(id, account as number)).rejects.toThrow(/nobody decide/);
  });

  it('a decision by somebody who wrote it once, even where others wrote it since', async () => {
    const id = await draft();
    await sql(`UPDATE studio.versions SET content = '{"maxFen":4}', updated_by = 5, moved_by = 5 WHERE id = $1`, [id]);
    await sql(`UPDATE studio.versions SET content = '{"maxFen":5}', updated_by = 1, moved_by = 1 WHERE id = $1`, [id]);
    await check(id);
    await submit(id);
    await expect(approve(id, 5)).rejects.toThrow('nobody decides about what he wrote');
    await approve(id, 3);
  });

  it('what was submitted to be changed on its way to the decision', async () => {
    const id = await draft();
    await check(id);
    await submit(id);
    await expect(sql(`UPDATE studio.versions SET content = '{"maxFen":9}' WHERE id = $1`, [id])).rejects.toThrow(
      'changes only while it is drafted',
    );
    await expect(approve(id, 3, `, content = '{"maxFen":9}'`)).rejects.toThrow('changes only while it is drafted');
    await expect(approve(id, 3, `, submitted_by = 9`)).rejects.toThrow('stays as it was submitted');
    await expect(approve(id, 3, `, effective_from = ${today} - 3`)).rejects.toThrow(/stays as|lies before/);
  });

  it('a scheduled version before its day', async () => {
    const id = await draft();
    await check(id);
    await submit(id, ' + 2');
    await sql(
      `UPDATE studio.versions SET state = 'scheduled', decided_at = now(), decided_by = 3, decided_name = 'c' WHERE id = $1`,
      [id],
    );
    await expect(
      sql(`UPDATE studio.versions SET state = 'in-force', in_force_from = now() WHERE id = $1`, [id]),
    ).rejects.toThrow('its day has not come');
  });

  it.each([
    "content = '{}'",
    "note = 'x'",
    'decided_by = 8',
    'effective_from = NULL',
    'in_force_to = now()',
    "state = 'draft'",
  ])('any change of a version in force: %s', async (set) => {
    const id = await inForce();
    await expect(sql(`UPDATE studio.versions SET ${set} WHERE id = $1`, [id])).rejects.toThrow('version');
  });

  it('a superseded version to come back where nothing was rolled back', async () => {
    const id = await inForce();
    await sql(`UPDATE studio.versions SET state = 'superseded', in_force_to = now() WHERE id = $1`, [id]);
    await expect(
      sql(`UPDATE studio.versions SET state = 'in-force', in_force_from = now(), in_force_to = NULL WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow('was not rolled back');
  });

  it('a version that begins in force, but the first of what the platform was delivered with', async () => {
    const began = { state: 'in-force', extra: ', in_force_from', extraValues: ', now()' };
    const configurationOf = async (id: number) =>
      (await studio.db.one<{ c: number }>('SELECT configuration_id AS c FROM studio.versions WHERE id = $1', [id])).c;
    await expect(configurationOf(await draft()).then((c) => insertVersion(c, { ...began, no: 2 }))).rejects.toThrow(
      'a new version is a draft',
    );
    const delivered = await configurationOf(await draft(null));
    await expect(insertVersion(delivered, { ...began, no: 1, createdBy: null })).rejects.toThrow();
  });

  it('a second version under way, and a second one in force', async () => {
    const id = await draft();
    const { c } = await studio.db.one<{ c: number }>(
      'SELECT configuration_id AS c FROM studio.versions WHERE id = $1',
      [id],
    );
    await expect(insertVersion(c, { no: 2 })).rejects.toThrow('versions_one_open');
  });

  it('a row to be deleted, a table to be emptied, a step to be written or changed', async () => {
    const id = await inForce();
    for (const table of ['configurations', 'versions', 'steps', 'pins']) {
      await expect(sql(`DELETE FROM studio.${table}`)).rejects.toThrow('permission denied');
      await expect(sql(`TRUNCATE studio.${table} CASCADE`)).rejects.toThrow('permission denied');
    }
    await expect(sql(`UPDATE studio.steps SET by_name = 'x'`)).rejects.toThrow('permission denied');
    await expect(
      sql(
        `INSERT INTO studio.steps (version_id, at, by_name, after_state, revision, sha256, wrote) VALUES ($1, now(), 'x', 'draft', 1, '', true)`,
        [id],
      ),
    ).rejects.toThrow('permission denied');
    await expect(sql('ALTER TABLE studio.versions DISABLE TRIGGER ALL')).rejects.toThrow('must be owner');
  });

  it('a pin on what was never in force, and any change of a pin', async () => {
    const pin = (id: number) =>
      sql(
        `INSERT INTO studio.pins (subject_kind, subject_id, configuration_id, version_id, pinned_at)
         SELECT 'thing', '7', configuration_id, id, now() FROM studio.versions WHERE id = $1`,
        [id],
      );
    await expect(draft().then(pin)).rejects.toThrow('never in force');
    await pin(await inForce());
    await expect(sql('UPDATE studio.pins SET version_id = version_id')).rejects.toThrow('permission denied');
  });
});
