import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { insertConfiguration, insertDraft } from '../life/create-configuration';
import { lockConfiguration } from '../versions/version-rows';
import { importItems, isTakeable, readImportRow, stateOf, type ImportItem, type ImportRow } from './import-rows';
import { itemNotTakeable, keyKnown, keyUnknown } from './transfer-problems';

/**
 * Accepts the key that signed a file, by the name of whose it is; files that it signed are believed from then on.
 * @throws Problem 404; 409 `signing-key-known`
 */
export async function acceptKey(
  tx: Tx,
  command: Command,
  id: number,
  name: string,
  own: string | undefined,
): Promise<void> {
  const { fingerprint } = await readImportRow(tx, id);
  const { actor, at } = command;
  const made =
    fingerprint === own
      ? []
      : await tx.query(
          `INSERT INTO studio.transfer_keys (fingerprint, name, accepted_at, accepted_by, accepted_name)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING fingerprint`,
          [fingerprint, name, at, actor.accountId ?? null, actor.name],
        );
  if (made.length === 0) throw keyKnown();
  await record(tx, command, {
    action: 'configuration-import.accept-key',
    subject: { kind: 'configuration-import', id },
    before: { keyName: null },
    after: { keyName: name, fingerprint },
  });
}

/**
 * Makes drafts of the configurations of a file that somebody picked: all of them, or none. Each goes the way of all drafts from there
 * on; nothing comes in force by it.
 * @throws Problem 404; 409 `signing-key-unknown`, `import-item-state`
 */
export async function takeItems(
  tx: Tx,
  command: Command,
  id: number,
  places: readonly number[],
  own: string | undefined,
): Promise<void> {
  const row = await readImportRow(tx, id);
  if (row.keyName === null && row.fingerprint !== own) throw keyUnknown();
  // Always in the order of the file, so that two who pick from it do not wait for each other in a circle.
  for (const place of [...new Set(places)].sort((one, other) => one - other)) await takeOne(tx, command, row, place);
}

async function takeOne(tx: Tx, command: Command, row: ImportRow, place: number): Promise<void> {
  const [found] = await importItems(tx, row.id, place);
  if (found === undefined) throw itemNotTakeable(`${place}`, undefined);
  if (found.configurationId !== null) await lockConfiguration(tx, found.configurationId);
  const [item] = await importItems(tx, row.id, place);
  if (item === undefined || !isTakeable(item)) throw itemNotTakeable(found.key, item && stateOf(item));
  const versionId = await draftOf(tx, command, item, row);
  await tx.query('UPDATE studio.import_items SET version_id = $3, taken_at = $4 WHERE import_id = $1 AND place = $2', [
    row.id,
    place,
    versionId,
    command.at,
  ]);
  await record(tx, command, {
    action: 'configuration-import.take',
    subject: { kind: 'configuration-import', id: row.id },
    before: { key: item.key, versionId: null },
    after: { key: item.key, versionId },
  });
}

async function draftOf(tx: Tx, command: Command, item: ImportItem, row: ImportRow): Promise<number> {
  const { kind, key, name, description, reviewBy, content, cases } = item;
  const configurationId =
    item.configurationId ??
    (await insertConfiguration(tx, command, { kind, key, name, description, ...(reviewBy ? { reviewBy } : {}) }));
  return insertDraft(tx, command, configurationId, {
    content: JSON.stringify(content),
    cases: JSON.stringify(cases),
    basedOn: null,
    note: `引入自 ${row.keyName ?? '本平台'} 的第 ${item.versionNo} 版（${row.fileName}）`,
  });
}
