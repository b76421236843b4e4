import type { Command, Tx } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';
import { renderContract } from '../../domain';
import { refused } from '../problems';
import { pinText, textInForce } from '../templates/template-rows';
import { textHash } from '../text/text-hash';
import type { ESignTools } from '../tools';
import { announce } from './announce';
import { factsOf } from './contract-facts';
import { takeNumbers } from './contract-numbers';
import { enterpriseOf } from './enterprise-facts';
import { insertContracts } from './insert-contracts';

export interface CooperationRequest {
  readonly enterpriseId: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/**
 * Sends the cooperation agreement (R2.2) to an enterprise; gives the contract's id. One that still waits for its signature is
 * taken back: the enterprise signs the newest text or none.
 * @throws Problem `not-found`; 409 `contract-already-signed` where a signed one holds for that time
 */
export async function sendToEnterprise(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  { enterpriseId, validFrom, validTo }: CooperationRequest,
): Promise<number> {
  const stored = await textInForce(tx, command, 'enterprise-cooperation');
  const { id: templateId, template } = stored;
  const enterprise = await enterpriseOf(tx, enterpriseId);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('e-sign.send'))`);
  await refuseSecond(tx, { enterpriseId, validFrom, validTo });
  await takeBackUnsigned(tools, tx, command, enterpriseId);
  const [number = ''] = await takeNumbers(tx, shanghaiDay(command.at), 1);
  const facts = factsOf(tools, { number, validFrom, validTo, enterprise, enterpriseSigns: true });
  const [id = 0] = await insertContracts(tx, command, [
    {
      number,
      kind: template.kind,
      templateId,
      enterpriseId,
      workerId: null,
      scenarios: null,
      validFrom,
      validTo,
      textSha256: textHash(renderContract(template, facts)),
      facts,
      subject: null,
      nameSealed: null,
      identitySealed: null,
    },
  ]);
  await pinText(tx, command, stored, [id]);
  await announce(tools, tx, command, { act: 'send', kind: template.kind, contractIds: [id] });
  return id;
}

async function refuseSecond(tx: Tx, { enterpriseId, validFrom, validTo }: CooperationRequest): Promise<void> {
  const standing = await tx.query(
    `SELECT 1 FROM public.contracts WHERE enterprise_id = $1 AND kind = 'enterprise-cooperation' AND state = 'signed'
       AND valid_from <= $2::date AND (valid_to IS NULL OR ($3::date IS NOT NULL AND valid_to >= $3::date)) LIMIT 1`,
    [enterpriseId, validFrom, validTo],
  );
  if (standing.length > 0) throw refused('already-signed');
}

async function takeBackUnsigned(tools: ESignTools, tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  const rows = await tx.query<{ id: number }>(
    `UPDATE public.contracts SET state = 'revoked', revoked_at = $2::timestamptz, updated_at = $2::timestamptz,
       state_reason = '已由新的协议文本替代 · superseded by a newer agreement'
     WHERE enterprise_id = $1 AND kind = 'enterprise-cooperation' AND state = 'sent' RETURNING id`,
    [enterpriseId, command.at],
  );
  const contractIds = rows.map(({ id }) => id);
  await announce(tools, tx, command, { act: 'revoke', kind: 'enterprise-cooperation', contractIds, before: 'sent' });
}
