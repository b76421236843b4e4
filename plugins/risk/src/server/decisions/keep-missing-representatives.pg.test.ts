import { systemCommand } from '@linggong/core';
import { riskWorld, type RiskWorld } from '../risk.fixture';
import { keepMissingRepresentatives } from './keep-missing-representatives';

const at = new Date('2026-11-27T02:00:00Z');
let kit: RiskWorld;

beforeAll(async () => {
  kit = await riskWorld(at);
  await kit.db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state)
     SELECT n, 'E' || n, 'E' || n, n::text, CASE n WHEN 118 THEN 'draft' WHEN 119 THEN 'offboarded' ELSE 'active' END
       FROM generate_series(1, 120) n`,
  );
}, 400_000);
afterAll(() => kit?.stop());

it('enterprises from before have their representatives kept, once, and a run that was cut off goes on (R6.3)', async () => {
  const opened: number[] = [];
  let fails = true;
  const keep = () =>
    keepMissingRepresentatives(
      {
        database: kit.db,
        vault: kit.tools.vault,
        parties: {
          openCompany: async (_tx, _command, enterpriseId) => {
            if (enterpriseId === 70 && fails) throw new Error('cut off');
            opened.push(enterpriseId);
            const legalRepresentative = enterpriseId === 120 ? null : `法人${enterpriseId.toString()}`;
            return { enterpriseId, name: 'x', uscc: 'x', legalRepresentative };
          },
        },
      },
      systemCommand('risk', at, 'representatives'),
    );
  const kept = () => kit.db.query<{ id: number }>('SELECT enterprise_id AS id FROM risk.representatives ORDER BY 1');
  await expect(keep()).rejects.toThrow('cut off');
  // What was finished stays: the first fifty.
  expect((await kept()).length).toBe(50);
  fails = false;
  opened.length = 0;
  expect(await keep()).toEqual({ looked: 68 });
  expect([opened[0], (await kept()).length]).toEqual([51, 117]);
  const rows = await kit.db.query<{ key: string }>(
    'SELECT name_key AS key FROM risk.representatives WHERE enterprise_id = 3',
  );
  expect(rows).toEqual([{ key: kit.tools.vault.blind('name', '法人3').toString('hex') }]);
  // Only who names nobody is looked at again.
  opened.length = 0;
  expect([await keep(), opened]).toEqual([{ looked: 1 }, [120]]);
});
