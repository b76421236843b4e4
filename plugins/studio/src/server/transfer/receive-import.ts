import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { TransferItem } from '../../api';
import { readContent, type Fault } from '../../domain';
import type { StudioTools } from '../tools';
import type { ReadTransfer } from './read-transfer';

/**
 * Keeps a file whose signature fits (引入), each configuration with what keeps it from being taken here.
 * @returns row number of the import
 */
export async function receiveImport(
  tools: Pick<StudioTools, 'kinds'>,
  tx: Tx,
  command: Command,
  { sha256, fingerprint, exportedAt, items }: ReadTransfer,
  fileName: string,
): Promise<number> {
  const { actor, at } = command;
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO studio.imports (file_name, file_sha256, fingerprint, exported_at, item_count, created_at, created_by, created_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [fileName, sha256, fingerprint, exportedAt, items.length, at, actor.accountId ?? null, actor.name],
  );
  await tx.query(
    `INSERT INTO studio.import_items (import_id, place, kind, key, name_zh, name_en, description_zh, description_en, review_by,
       version_no, content, cases, faults)
     SELECT $1, i.place, i.item ->> 'kind', i.item ->> 'key', i.item #>> '{name,zh}', i.item #>> '{name,en}',
            i.item #>> '{description,zh}', i.item #>> '{description,en}', (i.item ->> 'reviewBy')::date,
            (i.item ->> 'versionNo')::int, i.item -> 'content', i.item -> 'cases', i.item -> 'faults'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS i (item, place)`,
    [id, JSON.stringify(items.map((item) => ({ ...item, faults: faultsOf(tools, item) })))],
  );
  await record(tx, command, {
    action: 'configuration-import.receive',
    subject: { kind: 'configuration-import', id },
    after: { items: items.length, fileSha256: sha256, fingerprint, exportedAt },
  });
  return id;
}

function faultsOf({ kinds }: Pick<StudioTools, 'kinds'>, { kind, content }: TransferItem): readonly Fault[] {
  const known = kinds.all().find((one) => one.kind === kind);
  if (known === undefined)
    return [
      {
        path: 'kind',
        code: 'kind-unknown',
        text: { zh: '本平台没有这种配置类型', en: 'This platform does not know this kind' },
      },
    ];
  const read = readContent(known, content);
  return read.ok ? [] : read.faults;
}
