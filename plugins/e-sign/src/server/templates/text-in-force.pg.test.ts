import { Client } from 'pg';
import type { TemplateContent } from '@linggong/studio/domain';
import { eSignWorld, command, type ESignWorld } from '../e-sign.fixture';
import { renderContractPdf } from '../documents/render-contract';
import { textOfPdf } from '../documents/poppler.fixture';
import { firstTemplates, renderContract } from '../../domain';
import { contractById } from '../contract-rows';
import { textHash } from '../text/text-hash';
import { templateById, textInForce } from './template-rows';

let world: ESignWorld;
beforeAll(async () => {
  world = await eSignWorld();
}, 180_000);
afterAll(() => world.stop());

const agency = {
  templateCode: 'tax-agency',
  enterpriseId: null,
  scenarios: [],
  validFrom: '2026-11-22',
  validTo: null,
} as const;

async function sent(): Promise<number> {
  const [workerId = 0] = await world.workers(1);
  const { db } = world.test;
  const done = await db.transaction((tx) => world.eSign.sendToWorkers(tx, command, agency, [workerId]));
  return done.sent[0]?.contractId ?? 0;
}

const paper = async (contractId: number): Promise<string> =>
  textOfPdf(await renderContractPdf(world.tools, world.test.db, command, contractId));

/** Puts a text in force as the Studio's own life would, with the rights of the owner: the life itself has tests of its own. */
async function putInForce(change: (content: TemplateContent) => TemplateContent): Promise<number> {
  const owner = new Client({ connectionString: world.test.superuserUrl });
  await owner.connect();
  await owner.query(`SET session_replication_role = 'replica'`);
  const { rows } = await owner.query(
    `SELECT v.id, v.configuration_id, v.content FROM studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id
      WHERE c.key = 'contracts.tax-agency' AND v.state = 'in-force'`,
  );
  const [current] = rows as [{ id: number; configuration_id: number; content: TemplateContent }];
  await owner.query(`UPDATE studio.versions SET state = 'superseded', in_force_to = now() WHERE id = $1`, [current.id]);
  const { rows: made } = await owner.query(
    `INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, in_force_from, created_at,
       created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT configuration_id, version_no + 1, 'in-force', $2::jsonb, cases, studio.sha256_of($2::jsonb, cases), '', now(), now(), 'x', now(),
            'x', now(), 'x' FROM studio.versions WHERE id = $1 RETURNING id`,
    [current.id, JSON.stringify(change(current.content))],
  );
  await owner.end();
  return (made[0] as { id: number }).id;
}

describe('texts of contracts come from the Studio', () => {
  it('begins with the text of the first day, byte by byte', async () => {
    const { db } = world.test;
    for (const first of firstTemplates) {
      const { template, versionId } = await db.transaction((tx) => textInForce(tx, command, first.kind));
      expect(versionId).not.toBeNull();
      expect(template).toEqual(first);
    }
  });

  it('keeps one copy of a version, however many use it first at once', async () => {
    const { db } = world.test;
    const ids = await Promise.all(
      [1, 2, 3].map(() => db.transaction(async (tx) => (await textInForce(tx, command, 'tax-agency')).id)),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('makes contracts of the version in force; those made before keep theirs, on the paper as well (R3.4)', async () => {
    const old = await sent();
    const before = await paper(old);
    const versionId = await putInForce((content) => ({
      ...content,
      sections: content.sections.map((section) =>
        section.id === 'term'
          ? {
              ...section,
              body: { zh: `${section.body.zh}\n9. 每年一月复核一次。`, en: `${section.body.en}\n9. Reviewed.` },
            }
          : section,
      ),
    }));
    const young = await sent();
    expect(await paper(young)).toContain('每年一月复核一次');
    expect(await paper(old)).toBe(before);
    const { db } = world.test;
    expect(await contractById(db, young)).toMatchObject({ templateVersion: 2, templateVersionId: versionId });
    expect(await contractById(db, old)).toMatchObject({ templateVersion: 1 });
    const pins = await db.query('SELECT subject_id FROM studio.pins WHERE version_id = $1', [versionId]);
    expect(pins).toEqual([{ subject_id: String(young) }]);
    // The old one is still what its party consented to.
    const shown = await world.eSign.text(db, command, old, 'party');
    expect(textHash(shown.text)).toBe(shown.sha256);
  });

  it('takes a text of before the Studio for the first version where it is the same; beside another it has the next number', async () => {
    const { db } = world.test;
    const owner = new Client({ connectionString: world.test.superuserUrl });
    await owner.connect();
    await owner.query(`SET session_replication_role = 'replica'`);
    const forget = (hash: string): Promise<unknown> =>
      owner.query(
        `UPDATE public.contract_templates SET studio_version = NULL, text_hash = ${hash} WHERE code = 'worker-service'`,
      );
    await forget('text_hash');
    const taken = await db.transaction((tx) => textInForce(tx, command, 'worker-service'));
    const { template } = await templateById(db, taken.id);
    expect(renderContract(template, sample(template.variables))).toContain('灵活用工人员服务协议');
    await forget(`repeat('0', 64)`);
    const beside = await db.transaction((tx) => textInForce(tx, command, 'worker-service'));
    expect([beside.id === taken.id, beside.template]).toEqual([false, { ...template, version: 2 }]);
    expect((await db.transaction((tx) => textInForce(tx, command, 'worker-service'))).id).toBe(beside.id);
    await owner.end();
  });
});

const sample = (variables: readonly { name: string }[]) =>
  Object.fromEntries(variables.map(({ name }) => [name, { zh: 'x', en: 'x' }]));
