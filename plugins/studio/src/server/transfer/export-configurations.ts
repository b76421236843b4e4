import { createHash } from 'node:crypto';
import { record, type RootSigner } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import type { TransferItem } from '../../api';
import { transferFormat, transferItemsMax } from '../../domain';
import { fingerprintOf, signed } from './sign-transfer';
import { nothingToExport } from './transfer-problems';

interface InForceRow extends TransferItem {
  readonly configurationId: number;
  readonly versionId: number;
}

/**
 * What is in force here, as one signed file (导出, R13.1): of the configurations that are named, or of the whole platform. The log says
 * of each that it left.
 * @throws Problem 409 `nothing-to-export`
 */
export async function exportConfigurations(
  tx: Queryable,
  command: Command,
  signer: RootSigner,
  ids: readonly number[] | undefined,
): Promise<Buffer> {
  const rows = await tx.query<InForceRow>(
    `SELECT c.id AS "configurationId", v.id AS "versionId", c.kind, c.key,
            jsonb_build_object('zh', c.name_zh, 'en', c.name_en) AS name,
            jsonb_build_object('zh', c.description_zh, 'en', c.description_en) AS description,
            c.review_by AS "reviewBy", v.version_no AS "versionNo", v.content, v.cases
       FROM studio.configurations c JOIN studio.versions v ON v.configuration_id = c.id AND v.state = 'in-force'
      WHERE $1::int[] IS NULL OR c.id = ANY ($1) ORDER BY c.kind, c.key LIMIT $2`,
    [ids ?? null, transferItemsMax],
  );
  if (rows.length === 0) throw nothingToExport();
  const body = {
    format: transferFormat,
    version: 1,
    exportedAt: command.at.toISOString(),
    configurations: rows.map(({ configurationId: _id, versionId: _version, ...item }) => item),
  };
  const file = Buffer.from(`${JSON.stringify(await signed(signer, body), null, 1)}\n`);
  const fileSha256 = createHash('sha256').update(file).digest('hex');
  await record(
    tx,
    command,
    rows.map(({ configurationId, versionId, versionNo }) => ({
      action: 'configuration.export',
      subject: { kind: 'configuration', id: configurationId },
      after: { versionId, versionNo, fileSha256, fingerprint: fingerprintOf(signer.publicKey) },
    })),
  );
  return file;
}
