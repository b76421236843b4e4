import { explainedBy, partitionsIn } from '../explained.fixture';
import { ratingMigration } from './migration';
import { ratingWorld, type RatingWorld } from './ratings.fixture';
import { readRatingFacts } from './read-facts';

let world: RatingWorld;
beforeAll(async () => {
  world = await ratingWorld();
}, 400_000);
afterAll(() => world?.stop());

describe('how enterprises moved between classes (R6.2)', () => {
  const day = 86_400_000;
  const ratedOn = (id: number, name: string, when: Date) =>
    world.superuser.query(
      `WITH made AS (
         INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
         VALUES ($1, $2, $2, 50, '{}', 1, 1, 'asked', $3) RETURNING id)
       INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at) SELECT $1, id, $2, $3::date, $3 FROM made
       ON CONFLICT (enterprise_id) DO UPDATE SET rating_id = excluded.rating_id, class = excluded.class`,
      [id, name, when],
    );

  it('is told from class to class, with who moved; a new one comes from none', async () => {
    const start = new Date('2030-03-01T04:00:00Z');
    const [fell, rose, fresh] = [
      await world.enterprise('active'),
      await world.enterprise('active'),
      await world.enterprise('active'),
    ];
    await ratedOn(fell, 'A', start);
    await ratedOn(rose, 'D', start);
    const later = new Date(start.getTime() + 10 * day);
    for (const name of ['B', 'E']) await ratedOn(fell, name, later);
    await ratedOn(rose, 'C', later);
    await ratedOn(fresh, 'B', later);
    const own = async (from: string, to: string) =>
      (await ratingMigration(world.db, from, to)).moves
        .filter(({ ids }) => ids.some((id) => [fell, rose, fresh].includes(id)))
        .map(({ before, after, ids }) => [before, after, ids.filter((id) => [fell, rose, fresh].includes(id))]);
    expect(await own('2030-03-05', '2030-03-31')).toEqual([
      [null, 'B', [fresh]],
      ['A', 'E', [fell]],
      ['D', 'C', [rose]],
    ]);
    // Nobody moved in the first days, and who was not rated yet is not there.
    expect(await own('2030-03-02', '2030-03-05')).toEqual([
      ['A', 'A', [fell]],
      ['D', 'D', [rose]],
    ]);
    await expect(ratingMigration(world.db, '2030-03-05', '2030-03-01')).rejects.toMatchObject({
      code: 'rating-migration-period',
    });
  });

  it('is looked up by the index over the ratings of each', async () => {
    const [plan = ''] = await explainedBy(world.superuser, (db) => ratingMigration(db, '2030-03-05', '2030-03-31'));
    expect(plan.match(/Index.* ratings_of /g)?.length).toBe(2);
    expect(plan).not.toContain('Seq Scan on ratings');
  });
});

it('the facts of a rating are read by indexes of the enterprise, and of the months that count alone (R6.2)', async () => {
  const [plan = ''] = await explainedBy(world.superuser, (db) => readRatingFacts(db, [], [1, 2, 3], '2026-11-27'));
  for (const index of ['inspection_items_of_enterprise', 'cases_of_enterprise', 'credit_checks'])
    expect(plan).toContain(index);
  for (const table of ['decisions', 'approvals']) {
    // Ninety days that end on 27 November lie in four months.
    expect(partitionsIn(plan, table)).toHaveLength(4);
    expect(plan).not.toMatch(new RegExp(`Seq Scan on ${table}`));
  }
});
