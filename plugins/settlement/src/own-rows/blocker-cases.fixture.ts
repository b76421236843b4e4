import { jobsOf } from '@linggong/jobs';
import { csv, person, rowOf } from '../server/settlement.fixture';
import { absent } from './acts.fixture';
import { ownPerson, ownTask } from './side.fixture';
import type { TwoSides } from './two-sides.fixture';

interface ReadLineBody {
  readonly id: number;
  readonly blockers: readonly { readonly code: string }[];
  readonly [field: string]: unknown;
}

const [NAME, CARD] = [0, 3];
const withCell = (row: string[], column: number, cell: string): string[] =>
  row.map((old, place) => (place === column ? cell : old));

/** What a cell names: of the other side, and the like of it that nobody has. */
interface Twins {
  readonly what: string;
  readonly told: readonly string[];
  readonly exact: readonly [there: string, nowhere: string];
  row(one: { person: ReturnType<typeof person>; task: string }): string[];
}

const twins: readonly Twins[] = [
  {
    what: 'task',
    told: ['task-unknown'],
    exact: ['task-other-enterprise', 'task-unknown'],
    row: ({ task }) => rowOf(ownPerson(1), task, '1.00'),
  },
  {
    what: 'card',
    told: ['card-unregistered'],
    exact: ['card-not-own', 'card-unregistered'],
    row: (one) => withCell(rowOf(ownPerson(1), ownTask(1), '2.00'), CARD, one.person.cardNumber),
  },
  {
    what: 'person',
    told: ['worker-not-engaged'],
    exact: ['engagement-missing', 'worker-unknown'],
    row: (one) => rowOf(one.person, ownTask(1), '3.00'),
  },
  {
    what: 'person under another name',
    told: ['worker-not-engaged'],
    exact: ['worker-name-mismatch', 'worker-unknown'],
    row: (one) => withCell(rowOf(one.person, ownTask(1), '4.00'), NAME, '欧阳不同'),
  },
  {
    what: 'person and task',
    told: ['task-unknown', 'worker-not-engaged'],
    exact: ['task-other-enterprise', 'worker-unknown'],
    row: (one) => rowOf(one.person, one.task, '5.00'),
  },
];

/** Reasons of an own batch whose rows name what is another's (R9.5): the answers are those to names that nobody has. */
export function blockerCases(world: () => TwoSides): void {
  describe('the reasons that stop an own batch', () => {
    let batchId = 0;
    const get = async (token: string, path: string) =>
      (await world().app.http.get(`/api${path}`).auth(token, { type: 'bearer' }).expect(200)).body;
    const enterprise = () => world().own.token.enterprise;
    const linesFor = async (token: string): Promise<ReadLineBody[]> =>
      (await get(token, `/v1/settlement-batches/${batchId}/lines`)).items;

    beforeAll(async () => {
      const there = { person: ownPerson(2), task: ownTask(2) };
      const nowhere = { person: person(4_444), task: absent.taskNumber };
      const rows = twins.flatMap(({ row }) => [row(there), row(nowhere)]);
      const { body } = await world()
        .app.http.post('/api/v1/settlement-batches')
        .auth(enterprise(), { type: 'bearer' })
        .attach('file', Buffer.from(csv(rows)), 'strangers.csv')
        .expect(202);
      batchId = body.batch.id;
      await jobsOf(world().app.strapi).drain(new Date(Date.now() + 20_000));
    });

    /** What is the row's own – its number, its masked cells, the task that it names – left out. */
    const withoutItself = (line: ReadLineBody): unknown => {
      const { id: _, rowNo: _r, nameMasked: _n, identityMasked: _i, phoneMasked: _p, cardMasked: _c, ...rest } = line;
      return JSON.parse(JSON.stringify(rest).replaceAll(String(line['taskNumber']), 'TASK'));
    };

    it.each(twins)('say the same of a $what of the other side and of one that nobody has', async ({ what, told }) => {
      const place = 2 * twins.findIndex((one) => one.what === what);
      const lines = await linesFor(enterprise());
      const rows = await world().reading.list('settlement-lines', enterprise(), { filter: { batchId } });
      for (const seen of [lines, rows.rows as unknown as ReadLineBody[]]) {
        const [there, nowhere] = seen.slice(place, place + 2);
        if (!there || !nowhere) throw new Error('a line is missing');
        expect(withoutItself(there)).toEqual(withoutItself(nowhere));
      }
      expect(lines.slice(place, place + 2).map(({ blockers }) => blockers.map(({ code }) => code).sort())).toEqual([
        told,
        told,
      ]);
      const details = lines.slice(place, place + 2).map(({ id }) => get(enterprise(), `/v1/settlement-lines/${id}`));
      const [one, other] = (await Promise.all(details)) as [ReadLineBody, ReadLineBody];
      expect(withoutItself(one)).toEqual(withoutItself(other));
    });

    it('are counted as they are told, chosen by what is told, and no reason of staff chooses anything', async () => {
      const { groups } = await get(enterprise(), `/v1/settlement-batches/${batchId}/blockers`);
      expect(groups.map(({ code, count }: { code: string; count: number }) => [code, count]).sort()).toEqual([
        ['card-unregistered', 2],
        ['task-unknown', 4],
        ['worker-not-engaged', 6],
      ]);
      for (const code of twins.flatMap(({ exact }) => exact)) {
        const { items } = await get(enterprise(), `/v1/settlement-batches/${batchId}/lines?blocker=${code}`);
        expect([code, items.length % 2]).toEqual([code, 0]);
        const filter = { batchId, blocker: code };
        const { total } = await world().reading.list('settlement-lines', enterprise(), { filter });
        expect([code, total]).toEqual([code, items.length]);
      }
      const { body } = await world()
        .app.http.post(`/api/v1/settlement-batches/${batchId}/exclusions`)
        .auth(enterprise(), { type: 'bearer' })
        .send({ blocker: 'card-not-own', reason: '测试理由' });
      expect(body.batch.counts.excluded).toBe(0);
      await jobsOf(world().app.strapi).drain(new Date(Date.now() + 20_000));
    });

    it('are told to staff as they are', async () => {
      const lines = await linesFor(await world().app.token('operator'));
      const codes = lines.map(({ blockers }) => blockers.map(({ code }) => code));
      for (const [index, { what, exact }] of twins.entries())
        expect([what, codes[2 * index]?.includes(exact[0]), codes[2 * index + 1]?.includes(exact[1])]).toEqual([
          what,
          true,
          true,
        ]);
    });
  });
}
