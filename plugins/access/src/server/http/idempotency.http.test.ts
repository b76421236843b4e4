import { bootKit, work, type KitPlatform } from './kit.fixture';

describe('the kit keeps answers by key', () => {
  let platform: KitPlatform;
  let admin = '';
  const post: KitPlatform['post'] = (...of) => platform.post(...of);

  beforeAll(async () => {
    platform = await bootKit();
    ({ admin } = platform);
  }, 120_000);

  afterAll(() => platform?.stop());

  describe('Idempotency-Key', () => {
    const effects = async (serial: number) =>
      (await platform.owner.query('SELECT 1 FROM access_test WHERE serial = $1', [serial])).length;

    it('gives a repeated request the stored answer and does nothing again', async () => {
      const first = await post('work', { how: 'well', n: 1 }, { 'Idempotency-Key': 'key-1' });
      const before = work.count;
      const second = await post('work', { n: 1, how: 'well' }, { 'Idempotency-Key': 'key-1' });
      expect([second.status, second.body]).toEqual([201, first.body]);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(work.count).toBe(before);
      expect(await effects(first.body.serial)).toBe(1);
    });

    it('is a conflict with another body, and belongs to one account and one operation', async () => {
      await post('work', { how: 'well', n: 1 }, { 'Idempotency-Key': 'key-2' }).expect(201);
      const other = await post('work', { how: 'well', n: 2 }, { 'Idempotency-Key': 'key-2', 'Accept-Language': 'en' });
      expect([other.status, other.body.code, other.body.fix]).toEqual([
        409,
        'idempotency-key-reused',
        'Use a new key for a new request',
      ]);
      await post('exact', { how: 'well', n: 2 }, { 'Idempotency-Key': 'key-2' }).expect(201);
      const stranger = platform.http
        .post('/api/v1/test/work')
        .auth(admin, { type: 'bearer' })
        .set('Idempotency-Key', 'key-2');
      const answer = await stranger.send({ how: 'well', n: 3 });
      expect([answer.status, answer.headers['idempotency-replayed']]).toEqual([201, undefined]);
    });

    it('lets a refused request be made again', async () => {
      const first = await post('work', { how: 'refuse' }, { 'Idempotency-Key': 'key-3' });
      const second = await post('work', { how: 'refuse' }, { 'Idempotency-Key': 'key-3' });
      expect(second.body.serial).toBe(first.body.serial + 1);
    });

    it('makes a concurrent twin wait for the first and take its answer', async () => {
      const first = post('work', { how: 'wait' }, { 'Idempotency-Key': 'key-4' }).then((answer) => answer);
      while (!work.release) await new Promise((resolve) => setTimeout(resolve, 10));
      const twin = post('work', { how: 'wait' }, { 'Idempotency-Key': 'key-4' }).then((answer) => answer);
      await new Promise((resolve) => setTimeout(resolve, 150));
      work.release();
      work.release = undefined;
      const [a, b] = await Promise.all([first, twin]);
      expect(b.body).toEqual(a.body);
      expect(b.headers['idempotency-replayed']).toBe('true');
      expect(await effects(a.body.serial)).toBe(1);
    });

    it('acts once for twenty at the same time', async () => {
      const before = work.count;
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post('work', { how: 'well' }, { 'Idempotency-Key': 'key-5' })),
      );
      expect(work.count).toBe(before + 1);
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    });

    it('does not act again after a fault of unknown outcome', async () => {
      await post('work', { how: 'fault' }, { 'Idempotency-Key': 'key-6' }).expect(500);
      const again = await post('work', { how: 'fault' }, { 'Idempotency-Key': 'key-6' });
      expect([again.status, again.body.code]).toEqual([409, 'idempotency-outcome-unknown']);
    });

    it('keeps an answer that was remembered in the transaction, though the request broke after it', async () => {
      const broken = await post('exact', { how: 'remember-and-break' }, { 'Idempotency-Key': 'key-7' });
      expect(broken.status).toBe(500);
      const serial = work.count;
      const again = await post('exact', { how: 'remember-and-break' }, { 'Idempotency-Key': 'key-7' });
      expect([again.status, again.body]).toEqual([201, { serial }]);
      expect(work.count).toBe(serial);
      expect(await effects(serial)).toBe(1);
    });

    it('lets a lost attempt of a remembering route be taken over, and rolls the lost one back if it lives after all', async () => {
      const slow = post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' }).then((answer) => answer);
      while (!work.release) await new Promise((resolve) => setTimeout(resolve, 10));
      await platform.owner.query(
        `UPDATE access.idempotency SET started_at = started_at - interval '2 minutes' WHERE key = 'key-8'`,
      );
      const letGo = work.release;
      work.release = undefined;
      const taken = post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' }).then((answer) => answer);
      while (!work.release) await new Promise((resolve) => setTimeout(resolve, 10));
      letGo();
      (work.release as () => void)();
      work.release = undefined;
      const answers = await Promise.all([slow, taken]);
      const stored = await post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' });
      expect(stored.headers['idempotency-replayed']).toBe('true');
      expect(answers.map((answer) => answer.status)).toContain(201);
    });

    it('is refused where it is malformed', async () => {
      const answer = await post('work', { how: 'well' }, { 'Idempotency-Key': 'x'.repeat(129) });
      expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-malformed']);
    });
  });
});
