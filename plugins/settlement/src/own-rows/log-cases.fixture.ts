import { ruleFor, type Role } from '@linggong/config/access';
import { storiesOf } from '@linggong/audit';
import { createDatabase, databaseOf } from '@linggong/core';
import { judged, nextTransaction, uncoveredWrites, untoldStates } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { houseStories, storyLists } from './acts.fixture';
import { storyOf } from './stories.fixture';
import type { TwoSides } from './two-sides.fixture';

/** What the stories of the log tell of the two sides, and to whom. */
export function storyCases(world: () => TwoSides): void {
  describe('the story of a person and of a batch (R9.5)', () => {
    const batchId = () => world().own.rows.get('orders')?.[0]?.['batchId'] as number;

    it('is whole for the audit administrator: what was done to him, what carried him, what he did, read from where', async () => {
      const auditor = await world().app.token('audit-admin');
      const { items, objects } = await storyOf(world(), auditor, 'worker', world().own.workerId);
      const told = new Set(items.map(({ action }) => action));
      for (const action of ['bank-card.add', 'sensitive.read', 'settlement-batch.confirm', 'real-name.check'])
        expect([action, told.has(action)]).toEqual([action, true]);
      expect(items.some(({ address, sessionId }) => address !== null && sessionId !== null)).toBe(true);
      expect(objects).toBeGreaterThan(4);
      expect(new Set(items.map(({ subjectKind }) => subjectKind)).size).toBeGreaterThan(4);
    });

    it('is told to the worker without the batch, which he may not read', async () => {
      const { items } = await storyOf(world(), world().own.token.worker, 'worker', world().own.workerId);
      expect(items.filter(({ subjectKind }) => subjectKind === 'settlement-batch')).toEqual([]);
      expect(items.some(({ action }) => action === 'bank-card.add')).toBe(true);
    });

    it('ends for everybody else at the rows that he may read', async () => {
      const ask = async (role: Role, kind: string, id: number) =>
        (await storyOf(world(), await world().app.token(role), kind, id)).status;
      expect(await ask('operator', 'settlement-batch', batchId())).toBe(200);
      expect(await ask('archivist', 'settlement-batch', batchId())).toBe(404);
      expect(await ask('archivist', 'worker', world().own.workerId)).toBe(200);
      expect(await ask('finance-officer', 'worker', world().own.workerId)).toBe(403);
      expect(await ask('security-admin', 'worker', world().own.workerId)).toBe(403);
      expect(await ask('operator', 'account', 1)).toBe(404);
    });

    it('is replayed: the state at an instant, and at none of the platform\u2019s objects a contradiction', async () => {
      const auditor = await world().app.token('audit-admin');
      const replay = (kind: string, id: number | string, at?: string) =>
        world()
          .app.http.get(`/api/v1/audit/timelines/${kind}/${id}/state${at ? `?at=${encodeURIComponent(at)}` : ''}`)
          .auth(auditor, { type: 'bearer' });
      const now = await replay('settlement-batch', batchId());
      const state = now.body.fields.find(({ field }: { field: string }) => field === 'state');
      const { state: stands } = await databaseOf(world().app.strapi).one<{ state: string }>(
        'SELECT state FROM public.settlement_batches WHERE id = $1',
        [batchId()],
      );
      expect([now.status, state?.value]).toEqual([200, stands]);
      expect((await replay('settlement-batch', batchId(), '2020-01-01T00:00:00Z')).body).toMatchObject({
        entries: 0,
        fields: [],
      });
      const subjects = await databaseOf(world().app.strapi).query<{ kind: string; id: string }>(
        'SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM audit.published_entries',
      );
      expect(subjects.length).toBeGreaterThan(20);
      for (const { kind, id } of subjects) {
        const { status, body } = await replay(kind, encodeURIComponent(id));
        expect([kind, id, status, body.contradictions]).toEqual([kind, id, 200, []]);
      }
    }, 120_000);

    it('marks an entry that found another state than was told: one that is kept back from the log', async () => {
      const db = databaseOf(world().app.strapi);
      const told = (before: string, after: string) =>
        db.query('SELECT audit.append($1::jsonb)', [
          JSON.stringify([
            {
              at: new Date().toISOString(),
              actor_kind: 'system',
              actor_name: 'test',
              trace_id: 'test',
              action: 'task.change',
              subject_kind: 'task',
              subject_id: '77',
              before: { state: before },
              after: { state: after },
            },
          ]),
        ]);
      await told('draft', 'submitted');
      await told('published', 'closed');
      const auditor = await world().app.token('audit-admin');
      const { body } = await world()
        .app.http.get('/api/v1/audit/timelines/task/77/state')
        .auth(auditor, { type: 'bearer' });
      expect(body.contradictions).toMatchObject([{ field: 'state', expected: 'submitted', found: 'published' }]);
    });

    it('tells the audit administrator, and nobody else, what went past the platform at its place', async () => {
      const { own, app } = world();
      const dba = createDatabase({ connectionString: app.database.superuserUrl, max: 1 });
      // As the witness keeps it: no witness reads the log of this database.
      await dba.query(
        `WITH record AS (INSERT INTO witness.transactions (no, kind, at, db_user, user_source, candidates, replica_role, forged, tables, rows, kept,
             previous, digest) VALUES (1, 'bypass', now(), 'postgres', 'system-user', '[]', false, false, '["public.workers"]', 1, 1, '', ''))
         INSERT INTO witness.changes VALUES (1, 0, 'public.workers', 'update', $1, '{"state": "active"}', '{"state": "frozen"}', '')`,
        [own.workerId],
      );
      await dba.close();
      const past = async (token: string) => {
        const path = `/api/v1/audit/timelines/worker/${own.workerId}`;
        const [page, state] = [
          await app.http.get(path).auth(token, { type: 'bearer' }),
          await app.http.get(`${path}/state`).auth(token, { type: 'bearer' }),
        ];
        return [page.status, state.status, page.body.bypasses, state.body.bypasses];
      };
      const change = {
        no: 1,
        dbUser: 'postgres',
        subjectKind: 'worker',
        before: { state: 'active' },
        after: { state: 'frozen' },
      };
      expect(await past(await app.token('audit-admin'))).toMatchObject([200, 200, [change], [change]]);
      for (const token of [await app.token('operator'), own.token.worker])
        expect(await past(token)).toEqual([200, 200, [], []]);
    });

    it('tells neither those outside nor who may list no holds that a legal hold stands on somebody', async () => {
      const { own, app } = world();
      const officer = await app.token('risk-officer');
      const people = { worker: own.workerId, enterprise: own.enterpriseId } as const;
      for (const kind of ['worker', 'enterprise'] as const) {
        const subject = { kind, id: people[kind] };
        const hold = { subject, reason: '保全理由甲' };
        await app.http.post('/api/v1/legal-holds').auth(officer, { type: 'bearer' }).send(hold).expect(201);
        // As entries had it that were written before a hold was its own subject.
        await tell(world(), { action: 'legal-hold.set', subject, after: { hold: 7 }, reason: '保全理由乙' });
        for (const token of [own.token[kind], await app.token('regulator'), await app.token('operator')]) {
          const { status, items, text } = await storyOf(world(), token, kind, subject.id);
          expect([kind, status, items.length > 0, /legal-hold|保全理由/.test(text)]).toEqual([kind, 200, true, false]);
          const state = await replayed(world(), token, subject);
          expect([kind, state.filter(({ field }) => field === 'hold')]).toEqual([kind, []]);
        }
        for (const token of [officer, await app.token('archivist'), await app.token('audit-admin')]) {
          const { text } = await storyOf(world(), token, kind, subject.id);
          expect([kind, text.includes('保全理由甲'), text.includes('保全理由乙')]).toEqual([kind, true, true]);
        }
      }
    });

    it('tells no reasons outside, and of states only the fields that one sees of the object', async () => {
      const { own, app } = world();
      const subject = { kind: 'enterprise', id: own.enterpriseId };
      const after = { stateReason: '内部意见甲', contactName: '内部联系人', evidenceCode: 'EV-7' };
      await tell(world(), { action: 'enterprise.verify', subject, after, reason: '内部意见乙' });
      const told = async (token: string) => {
        const { items } = await storyOf(world(), token, 'enterprise', subject.id);
        const state = await replayed(world(), token, subject);
        return { items, entry: items.find(({ action }) => action === 'enterprise.verify'), state };
      };
      const inside = await told(await app.token('operator'));
      expect(inside.entry).toMatchObject({ reason: '内部意见乙', after });
      expect(inside.state.map(({ value }) => value)).toContain('内部意见甲');
      const regulator = await told(await app.token('regulator'));
      expect(regulator.entry?.after).toEqual({ evidenceCode: 'EV-7' });
      expect(regulator.state.filter(({ field }) => field === 'stateReason' || field === 'contactName')).toEqual([]);
      expect(regulator.state.map(({ value }) => value)).toContain('EV-7');
      const party = await told(own.token.enterprise);
      for (const { items } of [regulator, party]) expect(items.filter(({ reason }) => reason !== null)).toEqual([]);
    });

    it('stands on declarations that the database and the matrix know', async () => {
      const { kinds, relations } = storiesOf(world().app.strapi).all();
      expect(kinds.map(({ kind }) => kind).sort()).toEqual([...Object.keys(storyLists), ...houseStories].sort());
      for (const { resource } of [...kinds, ...relations])
        expect([resource, ruleFor(resource, 'read') ?? ruleFor(resource, 'list')]).not.toEqual([resource, undefined]);
      for (const { ids } of relations) await databaseOf(world().app.strapi).query(ids, [1]);
    });
  });
}

/** An entry past the product, as the log of an older release has it. */
async function tell(
  { app }: TwoSides,
  entry: { action: string; subject: { kind: string; id: number }; after: object; reason: string },
): Promise<void> {
  const { action, subject, after, reason } = entry;
  const words = { at: new Date().toISOString(), actor_kind: 'system', actor_name: 'test', trace_id: 'test' };
  const told = { ...words, action, subject_kind: subject.kind, subject_id: String(subject.id), after, reason };
  await databaseOf(app.strapi).query('SELECT audit.append($1::jsonb)', [JSON.stringify([told])]);
}

/** The fields of an object as the log tells somebody (状态回放). */
async function replayed(
  { app }: TwoSides,
  token: string,
  { kind, id }: { kind: string; id: number },
): Promise<{ field: string; value: unknown }[]> {
  const path = `/api/v1/audit/timelines/${kind}/${id}/state`;
  const { body } = await app.http.get(path).auth(token, { type: 'bearer' }).expect(200);
  return body.fields;
}

/** Nothing of what the two sides did is missing in the log. */
export function writeCases(world: () => TwoSides): void {
  describe('every write (R9.5)', () => {
    it('stands in a transaction that told the log, or in a table that is excepted for a reason', async () => {
      const superuser = createDatabase({ connectionString: world().app.database.superuserUrl, max: 1 });
      try {
        const { uncovered, excepted } = judged(await uncoveredWrites(superuser, world().since, world().past));
        expect(uncovered).toEqual([]);
        expect(excepted.length).toBeGreaterThan(0);
      } finally {
        await superuser.close();
      }
    });

    it('tells of every change what was before and after it', async () => {
      expect(await untoldStates(databaseOf(world().app.strapi), 'test')).toEqual([]);
    });

    it('is told by line where a sheet is corrected, with the figure that was and the one that is', async () => {
      const [line] = world().own.rows.get('settlement-lines') ?? [];
      const batch = world()
        .own.rows.get('settlement-batches')
        ?.find(({ state }) => state === 'quoted');
      const db = databaseOf(world().app.strapi);
      const { id, amountFen } = await db.one<{ id: bigint; amountFen: bigint }>(
        `SELECT id, amount_fen AS "amountFen" FROM settlement.lines WHERE batch_id = $1 LIMIT 1`,
        [batch?.id ?? line?.['batchId']],
      );
      await world()
        .app.http.patch(`/api/v1/settlement-lines/${id}`)
        .auth(world().own.token.enterprise, { type: 'bearer' })
        .send({ amountFen: 900_000, remark: '电话13800138000' })
        .expect(202);
      await jobsOf(world().app.strapi).drain(new Date(Date.now() + 20_000));
      const [told] = await db.query<{ before: object; after: object }>(
        `SELECT before, after FROM audit.published_entries WHERE action = 'settlement-line.edit' AND subject_id = $1
          ORDER BY recorded_at DESC LIMIT 1`,
        [String(id)],
      );
      expect(told?.before).toMatchObject({ amountFen: amountFen.toString() });
      expect(told?.after).toEqual({ amountFen: '900000', remark: '电话*******8000' });
      expect(await untoldStates(db, 'test')).toEqual([]);
    });

    it('is found where a line is changed without an entry of its own, beside one of something else', async () => {
      const superuser = createDatabase({ connectionString: world().app.database.superuserUrl, max: 1 });
      try {
        const since = await nextTransaction(superuser);
        await databaseOf(world().app.strapi).transaction(async (tx) => {
          const { id } = await tx.one<{ id: bigint }>(
            'UPDATE settlement.lines SET amount_fen = amount_fen + 1 WHERE id = (SELECT max(id) FROM settlement.lines) RETURNING id',
          );
          const read = { action: 'sensitive.read', subject_kind: 'settlement-line', subject_id: String(id) };
          const words = { at: new Date().toISOString(), actor_kind: 'system', actor_name: 'test', trace_id: 'test' };
          await tx.query('SELECT audit.append($1::jsonb)', [JSON.stringify([{ ...words, ...read }])]);
        });
        const { uncovered } = judged(await uncoveredWrites(superuser, since));
        expect(uncovered).toEqual([{ table: 'settlement.lines, row by row', transactions: 1, rows: 1 }]);
      } finally {
        await superuser.close();
      }
    });

    it('is found where it does not: a row that is written without a word', async () => {
      const superuser = createDatabase({ connectionString: world().app.database.superuserUrl, max: 1 });
      try {
        const since = await nextTransaction(superuser);
        const id = world().own.enterpriseId;
        await databaseOf(world().app.strapi).query('UPDATE public.enterprises SET updated_at = now() WHERE id = $1', [
          id,
        ]);
        const { uncovered } = judged(await uncoveredWrites(superuser, since));
        expect(uncovered).toMatchObject([{ table: 'public.enterprises', transactions: 1, rows: 1 }]);
      } finally {
        await superuser.close();
      }
    });
  });
}
