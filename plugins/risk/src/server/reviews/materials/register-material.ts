import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addDays, businessNumber, notFound, shanghaiDay } from '@linggong/core/domain';
import { makeFileLink, type FileLink, type Vault } from '@linggong/vault';
import type { NewMaterial } from '../../../api';
import { keepEvidence, type EvidenceFile } from '../../files/evidence-file';
import { filesFull, findingNotOpen, materialEnded, publishedLater } from './material-problems';
import { addMaterialStep, readMaterial } from './material-rows';

/** Days ahead for which material may be registered before it is published. */
const AHEAD_DAYS = 30;
const FILES_MAX = 200;

/** Registers material (登记宣传资料). @returns its id. @throws Problem 422 `material-published-later` */
export async function registerMaterial(tx: Tx, command: Command, told: NewMaterial): Promise<number> {
  const today = shanghaiDay(command.at);
  if (told.publishedOn > addDays(today, AHEAD_DAYS)) throw publishedLater();
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.material_number') AS serial`);
  const number = businessNumber('PM', today, serial);
  const { kind, title, place, publishedOn, owner } = told;
  const { actor, at } = command;
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.materials (number, kind, title, place, published_on, owner, registered_by, registered_account, registered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [number, kind, title, place, publishedOn, owner, actor.name, actor.accountId ?? null, at],
  );
  await addMaterialStep(tx, command, id, 'registered');
  await record(tx, command, {
    action: 'promotional-material.register',
    subject: { kind: 'promotional-material', id },
    after: { number, state: 'registered', kind, title, place, publishedOn, office: owner },
  });
  return id;
}

/**
 * Adds what shows the material (截屏), or proves the rectification of a finding (整改佐证).
 * @throws Problem 404; 409 `material-withdrawn`, `material-finding-rectified`, `material-files-full`
 */
export async function addMaterialFile(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  command: Command,
  id: number,
  { file, findingId }: { readonly file: EvidenceFile; readonly findingId?: number | undefined },
): Promise<void> {
  const { state, number } = await readMaterial(tx, id, 'FOR UPDATE');
  if (state === 'withdrawn') throw materialEnded();
  if (findingId !== undefined) await demandOpen(tx, id, findingId);
  const { count } = await tx.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM risk.material_files WHERE material_id = $1',
    [id],
  );
  if (count >= FILES_MAX) throw filesFull(FILES_MAX);
  const { fileId, name, contentType, bytes, sha256 } = await keepEvidence(
    vault,
    tx,
    file,
    `promotional-material:${id}`,
  );
  await tx.query(
    `INSERT INTO risk.material_files (material_id, finding_id, file_id, name, content_type, bytes, sha256, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, findingId ?? null, fileId, name, contentType, bytes, sha256, command.actor.name, command.at],
  );
  await addMaterialStep(tx, command, id, 'file-added', name);
  await record(tx, command, {
    action: 'promotional-material.add-file',
    subject: { kind: 'promotional-material', id },
    after: { number, sha256, bytes },
  });
}

async function demandOpen(tx: Tx, id: number, findingId: number): Promise<void> {
  const finding = await tx.maybeOne<{ state: string }>(
    'SELECT state FROM risk.material_findings WHERE id = $1 AND material_id = $2',
    [findingId, id],
  );
  if (!finding) throw notFound({ zh: '审查发现', en: 'finding' });
  if (finding.state !== 'open') throw findingNotOpen();
}

/** A link for one use to a file of a material; that it was made is told. @throws Problem 404 */
export async function linkMaterialFile(
  tx: Tx,
  command: Command,
  { id, fileId, sessionId }: { readonly id: number; readonly fileId: number; readonly sessionId: string },
): Promise<FileLink> {
  const file = await tx.maybeOne<{ fileId: string; name: string }>(
    'SELECT file_id AS "fileId", name FROM risk.material_files WHERE id = $1 AND material_id = $2',
    [fileId, id],
  );
  if (!file) throw notFound({ zh: '文件', en: 'file' });
  const subject = { kind: 'promotional-material', id };
  await record(tx, command, { action: 'promotional-material.download', subject });
  const linked = { resource: 'promotional-material', action: 'read', subject, sessionId };
  return makeFileLink(tx, command.at, { ...linked, fileId: file.fileId, fileName: file.name });
}
