import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { makeFileLink, type FileLink, type ReceivedFile, type Vault } from '@linggong/vault';
import { filesFull, itemUnknown, visitEnded } from './visit-problems';
import { checklistOf, lockVisit } from './visit-rows';

/** Photographs and papers of one visit: enough for any, and few enough to be shown together. */
const FILES_MAX = 60;

/**
 * Adds what shows an item of a visit (照片), sealed in the vault.
 * @throws Problem 404; 409 `site-visit-ended`, `site-visit-files-full`; 422 `site-visit-item`
 */
export async function addVisitFile(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  command: Command,
  { id, visitId }: { readonly id: number; readonly visitId: number },
  { item, file }: { readonly item: string; readonly file: ReceivedFile },
): Promise<void> {
  const visit = await lockVisit(tx, id, visitId);
  if (visit.verdict !== null) throw visitEnded();
  const { content } = await checklistOf(tx, visit.checklistVersion);
  if (!content.items.some((one) => one.id === item)) throw itemUnknown();
  const { count } = await tx.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM parties.site_visit_files WHERE visit_id = $1',
    [visitId],
  );
  if (count >= FILES_MAX) throw filesFull(FILES_MAX);
  const kind = { kind: 'site-visit', contentType: file.contentType, subject: `enterprise:${id}` } as const;
  const kept = await vault.putFile(tx, kind, file.content);
  await tx.query(
    `INSERT INTO parties.site_visit_files (visit_id, item, file_id, content_type, bytes, sha256, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [visitId, item, kept.id, file.contentType, kept.bytes, kept.sha256, command.actor.name, command.at],
  );
  await record(tx, command, {
    action: 'enterprise.add-visit-file',
    subject: { kind: 'enterprise', id },
    after: { visit: visitId, item, sha256: kept.sha256, bytes: kept.bytes },
  });
}

/** A file of a visit, as a second person is shown it. @throws Problem 404 */
export async function visitFile(
  tx: Pick<Tx, 'maybeOne'>,
  { id, visitId, fileId }: { readonly id: number; readonly visitId: number; readonly fileId: number },
): Promise<{ number: string; fileId: string; item: string; sha256: string; contentType: string }> {
  const file = await tx.maybeOne<{ number: string; fileId: string; item: string; sha256: string; contentType: string }>(
    `SELECT e.number, f.file_id AS "fileId", f.item, f.sha256, f.content_type AS "contentType"
       FROM parties.site_visit_files f JOIN parties.site_visits v ON v.id = f.visit_id JOIN public.enterprises e ON e.id = v.enterprise_id
      WHERE f.id = $1 AND f.visit_id = $2 AND v.enterprise_id = $3`,
    [fileId, visitId, id],
  );
  if (!file) throw notFound({ zh: '照片或文件', en: 'file' });
  return file;
}

/** A link for one use to a file of a visit; that it was made is told. @throws Problem 404 */
export async function linkVisitFile(
  tx: Tx,
  command: Command,
  place: Parameters<typeof visitFile>[1] & { readonly sessionId: string },
): Promise<FileLink> {
  const { fileId, item, sha256, contentType } = await visitFile(tx, place);
  const subject = { kind: 'enterprise', id: place.id };
  await record(tx, command, { action: 'enterprise.take-visit-file', subject, after: { sha256 } });
  const extension = contentType === 'application/pdf' ? 'pdf' : contentType === 'image/png' ? 'png' : 'jpg';
  const linked = { resource: 'enterprise', action: 'take-visit-file', subject, sessionId: place.sessionId };
  return makeFileLink(tx, command.at, { ...linked, fileId, fileName: `${item}.${extension}` });
}
