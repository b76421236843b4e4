import type { Command } from '@linggong/core';
import { codePointName } from '../../domain';
import { loadPapers } from '../documents/load-papers';
import { documentsOf, noteFault } from '../documents/document-rows';
import type { Paper } from '../documents/paper';
import { MillClosed } from '../mill/mill';
import type { ESignTools } from '../tools';
import type { SealResult } from './seal-paper';
import type { ActiveSeal } from './active-seal';
import { storeSealed, type Sealed } from './store-sealed';

export interface Sealing {
  readonly sealed: number;
  readonly faulty: number;
}

/** Documents of one transaction: a kill loses the work of one second, and a seal is never half kept. */
const together = 20;

/**
 * Prints and seals the documents of signed contracts. What cannot be sealed is noted with its fault and tried again later; it
 * holds up nothing else. May be killed and called again.
 * @throws Problem 503 `seal-certificate-expired`
 */
export async function sealContracts(
  tools: ESignTools,
  command: Command,
  contractIds: readonly number[],
): Promise<Sealing> {
  const active = await tools.seal.active(command.at);
  let sealed = 0;
  for (let start = 0; start < contractIds.length; start += together) {
    const papers = await papersOf(tools, command, contractIds.slice(start, start + together));
    const results = await Promise.all(papers.map((paper) => sealOne(tools, command, active, paper)));
    const good = results.filter((result): result is Sealed => result !== undefined);
    await storeSealed(tools, command, active.certificate, good);
    sealed += good.length;
  }
  return { sealed, faulty: contractIds.length - sealed };
}

/** Where one contract's text is no longer what was sent, the others of its group are still sealed. */
async function papersOf(tools: ESignTools, command: Command, ids: readonly number[]): Promise<Paper[]> {
  const { at } = command;
  try {
    return await loadPapers(tools, tools.db, command, ids);
  } catch {
    const papers: Paper[] = [];
    for (const id of ids) {
      try {
        papers.push(...(await loadPapers(tools, tools.db, command, [id])));
      } catch {
        await documentsOf(tools.db, [id], at);
        await noteFault(tools.db, id, 'text-differs', at);
      }
    }
    return papers;
  }
}

async function sealOne(
  tools: ESignTools,
  { at }: Command,
  active: ActiveSeal,
  paper: Paper,
): Promise<Sealed | undefined> {
  const { timeStampUrl } = tools.seal;
  const { serial, subject, origin } = active.certificate;
  const isTimeStamped = timeStampUrl !== undefined;
  const seal = { at, certificateSerial: serial, certificateSubject: subject, origin, isTimeStamped };
  const order = { paper: { ...paper, seal }, key: active.key, at, timeStampUrl };
  const result = await tools.mill.seal(order).catch(failedSeal);
  if (result.ok) return { contractId: paper.contractId, paper: result };
  await noteFault(tools.db, paper.contractId, faultOf(result), at);
  return undefined;
}

/** What breaks the mill at one paper must not hold up the papers behind it. @throws MillClosed at the end of the process */
function failedSeal(error: unknown): { ok: false; fault: 'seal-failed' } {
  if (error instanceof MillClosed) throw error;
  return { ok: false, fault: 'seal-failed' };
}

/** A code for the table and the console; characters by their code points, since they stand in a name. */
function faultOf(result: Exclude<SealResult, { ok: true }> | ReturnType<typeof failedSeal>): string {
  return result.fault === 'unprintable'
    ? `unprintable ${result.missing.slice(0, 5).map(codePointName).join(' ')}`
    : result.fault;
}
