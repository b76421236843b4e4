import type { Command, Queryable } from '@linggong/core';
import type { ESignTools } from '../tools';
import { loadPapers } from './load-papers';
import { unprintable } from './paper-problems';

/**
 * The paper of a contract as PDF, in clear and not sealed: the same facts give the same bytes. For parties and e-signature
 * services; what is given away for good is the sealed document.
 * @param command at its instant the code is made, where there is none yet
 * @throws Problem `not-found`, 422 `contract-character-unprintable`
 */
export async function renderContractPdf(
  tools: Pick<ESignTools, 'vault' | 'platformName' | 'publicUrl' | 'mill'>,
  db: Queryable,
  command: Command,
  contractId: number,
): Promise<Uint8Array> {
  const [paper] = await loadPapers(tools, db, command, [contractId]);
  if (paper === undefined) throw new Error(`contract ${contractId}: no paper`);
  const printed = await tools.mill.print(paper);
  if (!printed.ok) throw unprintable(printed.missing);
  return printed.bytes;
}
