import type { TemplateContent } from '@linggong/studio/domain';
import { problem } from '@linggong/core/domain';
import { judgeText, renderContract, sampleValues, templateOf, type ContractKind } from '../../domain';
import type { Paper } from '../documents/paper';
import { unprintable } from '../documents/paper-problems';
import { textHash } from '../text/text-hash';
import type { ESignTools } from '../tools';

const number = 'SAMPLE-样张';

/**
 * The paper (PDF) of a text under way, with made-up values; nothing is kept, and its code belongs to no contract.
 * @throws Problem 422 `contract-text-unfit` where no contract could be made of it, `contract-character-unprintable`
 */
export async function previewText(
  { mill, publicUrl, platformName }: Pick<ESignTools, 'mill' | 'publicUrl' | 'platformName'>,
  kind: ContractKind,
  content: TemplateContent,
  at: Date,
): Promise<Uint8Array> {
  // A draft may lack an article or a variable and still be looked at; without its frame it is no text.
  const fault = judgeText(kind, content).find(({ code }) => ['opening', 'closing', 'no-contract'].includes(code));
  if (fault !== undefined) throw problem(422, 'contract-text-unfit', fault.text, { field: 'content' });
  const template = templateOf(kind, 0, content);
  const values = sampleValues(template);
  const paper: Paper = {
    contractId: 0,
    number,
    template,
    values,
    textSha256: textHash(renderContract(template, values)),
    code: 'a'.repeat(32),
    address: `${publicUrl}/console/verify`,
    platformName,
    datedAt: at,
    signatures: [],
    seal: null,
  };
  const printed = await mill.print(paper);
  if (!printed.ok) throw unprintable(printed.missing);
  return printed.bytes;
}
