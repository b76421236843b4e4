import { recordRead, type Reading } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { renderContract, type TemplateValues } from '../../domain';
import { noSuchContract } from '../problems';
import { templateById, type StoredTemplate } from '../templates/template-rows';
import { personalKinds, personalValues } from '../text/contract-text';
import { textHash } from '../text/text-hash';
import type { ESignTools } from '../tools';
import { documentsOf } from './document-rows';
import type { Paper, PaperSignature } from './paper';
import { signaturesOf } from './signatures';

interface PaperRow {
  contract_id: number;
  number: string;
  template_id: number;
  facts: TemplateValues;
  subject: string | null;
  name_sealed: string | null;
  identity_sealed: string | null;
  text_hash: string;
  sent_at: Date;
  signed_at: Date | null;
}

export type PaperTools = Pick<ESignTools, 'vault' | 'platformName' | 'publicUrl'>;

/**
 * All that is printed of contracts, in clear, in the order of their ids; without a seal. A fixed number of statements for any
 * number of contracts, and one for each template among them.
 * @throws Problem `not-found` where one is not there
 * @throws Error where a text is no longer the one that was sent: nothing of it is printed
 */
export async function loadPapers(
  tools: PaperTools,
  db: Queryable,
  command: Command,
  contractIds: readonly number[],
): Promise<Paper[]> {
  const rows = await db.query<PaperRow>(
    `SELECT t.contract_id, c.number, c.template_id, t.facts, t.subject, t.name_sealed, t.identity_sealed, t.text_hash,
       c.sent_at, c.signed_at
     FROM e_sign.contract_texts t JOIN public.contracts c ON c.id = t.contract_id
     WHERE t.contract_id = ANY($1::int[]) ORDER BY t.contract_id`,
    [contractIds],
  );
  if (rows.length < new Set(contractIds).size) throw noSuchContract();
  const templates = await templatesOf(db, rows);
  const signatures = await signaturesOf(db, contractIds);
  const documents = await documentsOf(db, contractIds, command.at);
  const codes = new Map(documents.map(({ contractId, code }) => [contractId, code]));
  const reading = await readingOf(db, command, rows);
  return rows.map((row) =>
    paperOf(
      { tools, reading },
      row,
      templates.get(row.template_id),
      signatures.get(row.contract_id) ?? [],
      codes.get(row.contract_id),
    ),
  );
}

/** Contracts of enterprises name no person whose data are sealed. */
function readingOf(db: Queryable, command: Command, rows: readonly PaperRow[]): Promise<Reading> {
  const ids = rows.filter(({ subject }) => subject !== null).map(({ contract_id }) => contract_id);
  const [only] = ids;
  const isOne = ids.length === 1 && only !== undefined;
  const subject = isOne ? { kind: 'contract', id: only } : { kind: 'contracts', id: 'contract-document' };
  return recordRead(db, command, { purpose: 'contract-document', kinds: personalKinds, subject, ids });
}

async function templatesOf(db: Queryable, rows: readonly PaperRow[]): Promise<Map<number, StoredTemplate>> {
  const templates = new Map<number, StoredTemplate>();
  for (const id of new Set(rows.map(({ template_id }) => template_id))) templates.set(id, await templateById(db, id));
  return templates;
}

function paperOf(
  { tools, reading }: { readonly tools: PaperTools; readonly reading: Reading },
  row: PaperRow,
  stored: StoredTemplate | undefined,
  signatures: readonly PaperSignature[],
  code: string | undefined,
): Paper {
  if (stored === undefined || code === undefined)
    throw new Error(`contract ${row.contract_id}: no template or no code`);
  const values = { ...row.facts, ...personalValues(tools, row, 'party', reading) };
  if (textHash(renderContract(stored.template, values)) !== row.text_hash)
    throw new Error(`contract ${row.contract_id}: the text is not the one that was sent`);
  return {
    contractId: row.contract_id,
    number: row.number,
    template: stored.template,
    values,
    textSha256: row.text_hash,
    code,
    address: `${tools.publicUrl}/console/verify/${code}`,
    platformName: row.facts['platformName'] ?? tools.platformName,
    datedAt: row.signed_at ?? row.sent_at,
    signatures,
    seal: null,
  };
}
