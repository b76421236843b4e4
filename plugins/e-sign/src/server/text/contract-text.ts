import { recordRead, type ReadKind, type Reading } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { renderContract, type TemplateValues } from '../../domain';
import { noSuchContract } from '../problems';
import { templateById } from '../templates/template-rows';
import type { ESignTools } from '../tools';
import { textHash } from './text-hash';

export interface ContractText {
  readonly text: string;
  /** Hash of the full text, masked or not. */
  readonly sha256: string;
  /** Name and identity number are masked in `text`. */
  readonly masked: boolean;
}

interface TextRow {
  template_id: number;
  facts: TemplateValues;
  subject: string | null;
  name_sealed: string | null;
  identity_sealed: string | null;
  text_hash: string;
}

/** What is opened of a worker for the text of his contract. */
export const personalKinds: readonly ReadKind[] = ['name', 'identity-number'];

/**
 * The text of a contract, rendered again from its template and facts. In clear for its own party, masked for everybody else; an entry of the log
 * in both cases, since the text is opened to compare its hash.
 * @throws Problem `not-found`
 * @throws Error where it no longer is the text that was sent: the evidence was touched
 */
export async function contractText(
  tools: Pick<ESignTools, 'vault'>,
  db: Queryable,
  command: Command,
  contractId: number,
  audience: 'party' | 'staff',
): Promise<ContractText> {
  const row = await db.maybeOne<TextRow>(
    `SELECT c.template_id, t.facts, t.subject, t.name_sealed, t.identity_sealed, c.text_hash
     FROM public.contracts c JOIN e_sign.contract_texts t ON t.contract_id = c.id WHERE c.id = $1`,
    [contractId],
  );
  if (row === undefined) throw noSuchContract();
  const { template } = await templateById(db, row.template_id);
  const reading = await recordRead(db, command, {
    purpose: audience === 'party' ? 'contract-text' : 'contract-masking',
    kinds: personalKinds,
    subject: { kind: 'contract', id: contractId },
    // A contract of an enterprise names no person whose data are sealed.
    ids: row.subject === null ? [] : [contractId],
  });
  const clear = renderContract(template, { ...row.facts, ...personalValues(tools, row, 'party', reading) });
  if (textHash(clear) !== row.text_hash)
    throw new Error(`contract ${contractId}: the text is not the one that was sent`);
  const isMasked = audience === 'staff' && row.subject !== null;
  const text = isMasked
    ? renderContract(template, { ...row.facts, ...personalValues(tools, row, 'staff', reading) })
    : clear;
  return { text, sha256: row.text_hash, masked: isMasked };
}

/** Name and identity number of the worker, opened for his own contract or masked; none for a contract of an enterprise. */
export function personalValues(
  { vault }: Pick<ESignTools, 'vault'>,
  row: Pick<TextRow, 'subject' | 'name_sealed' | 'identity_sealed'>,
  audience: 'party' | 'staff',
  reading: Reading,
): TemplateValues {
  const { subject, name_sealed, identity_sealed } = row;
  if (subject === null || name_sealed === null || identity_sealed === null) return {};
  const shown = (kind: 'name' | 'identity-number', sealed: string): { zh: string; en: string } => {
    const clear = vault.open(kind, subject, Buffer.from(sealed, 'base64'), reading);
    const text = audience === 'party' ? clear : vault.mask(kind, clear);
    return { zh: text, en: text };
  };
  return { workerName: shown('name', name_sealed), workerIdentity: shown('identity-number', identity_sealed) };
}
