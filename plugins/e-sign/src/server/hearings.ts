import type { Core } from '@strapi/strapi';
import { sealingSettingsFromEnvironment } from '@linggong/config';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { Command, Tx } from '@linggong/core';
import { jobsOf, type DomainEvent } from '@linggong/jobs';
import { partiesOf, portsOf } from '@linggong/parties';
import { agreementUnsigned } from './problems';
import { placeSealing } from './seal/seal-job';
import { enterpriseOf } from './sending/enterprise-facts';
import { offerToWorkers } from './sending/offer-worker';
import { sendToEnterprise } from './sending/send-to-enterprise';
import { toolsOf } from './services';
import { signContracts } from './signing/sign-contracts';
import type { ESignTools } from './tools';

/** Term of a cooperation agreement that the platform offers by itself: two years. */
const cooperationDays = 729;

/**
 * Keeps the agreement of an enterprise in step with its admission (R2.2): an approved enterprise is sent its cooperation
 * agreement, and signing that makes it active. Only the enterprise's own account clicks, and only with the hash of the text
 * that it read (电子签名法 art. 13). Staff who note the agreement as signed hold it on paper: it is recorded as paper, under their
 * name; where no text was sent, one is sent now and nothing is signed.
 */
export function listen(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  portsOf(strapi).addSigningGuard(demandOwnConsent);
  jobs.on('parties.enterprise.approved', 'e-sign.send-cooperation', async (event, command, tx) => {
    await offer(toolsOf(strapi), tx, at(command, event), enterpriseIdOf(event));
  });
  jobs.on('parties.enterprise.signed', 'e-sign.sign-cooperation', async (event, command, tx) => {
    await signStanding(toolsOf(strapi), tx, at(command, event), enterpriseIdOf(event));
  });
  jobs.on('parties.worker.joined', 'e-sign.offer-worker', async (event, command, tx) => {
    // Written by parties, of who registered by himself.
    const { workerIds } = event.payload as { workerIds: number[] };
    await offerToWorkers(toolsOf(strapi), tx, at(command, event), workerIds);
  });
  const { mode } = sealingSettingsFromEnvironment(process.env);
  jobs.on('e-sign.contract.signed', 'e-sign.seal-document', async (event, command, tx) => {
    // Written by announce() of this plugin.
    const { contractIds } = event.payload as { contractIds: number[] };
    if (mode !== 'off') await placeSealing(toolsOf(strapi), tx, command, contractIds);
  });
  jobs.on('e-sign.contract.signed', 'e-sign.admit-enterprise', async (event, command, tx) => {
    for (const enterpriseId of await approvedSigners(tx, event)) {
      await partiesOf(strapi).actOnEnterprise(at(command, event), enterpriseId, 'sign');
    }
  });
}

/** What was decided then is dated then, however late it is heard. */
const at = (command: Command, event: DomainEvent): Command => ({ ...command, at: event.at });

function enterpriseIdOf({ payload, type }: DomainEvent): number {
  const id =
    payload !== null && typeof payload === 'object' && 'enterpriseId' in payload ? payload.enterpriseId : undefined;
  if (typeof id !== 'number') throw new Error(`${type}: the payload names no enterprise`);
  return id;
}

interface Standing {
  id: number;
  state: string;
  sent_at: Date;
}

async function standingCooperation(tx: Tx, enterpriseId: number): Promise<Standing | undefined> {
  const [row] = await tx.query<Standing>(
    `SELECT id, state, sent_at FROM public.contracts WHERE enterprise_id = $1 AND kind = 'enterprise-cooperation'
       AND state IN ('sent', 'signed') ORDER BY state = 'signed' DESC, id DESC LIMIT 1`,
    [enterpriseId],
  );
  return row;
}

async function offer(tools: ESignTools, tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  if (await standingCooperation(tx, enterpriseId)) return;
  const validFrom = shanghaiDay(command.at);
  await sendToEnterprise(tools, tx, command, { enterpriseId, validFrom, validTo: addDays(validFrom, cooperationDays) });
}

/** Signing its own enterprise active needs the enterprise's own consent first: `POST /contracts/{id}/sign` with the text's hash. */
async function demandOwnConsent(tx: Tx, { actor }: Command, enterpriseId: number): Promise<void> {
  if (actor.role !== 'enterprise') return;
  if ((await standingCooperation(tx, enterpriseId))?.state !== 'signed') throw agreementUnsigned();
}

/** A consent counts only for a text that was there to be read when it was given. */
async function signStanding(tools: ESignTools, tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  const standing = await standingCooperation(tx, enterpriseId);
  if (standing === undefined) return offer(tools, tx, command, enterpriseId);
  if (standing.state === 'sent' && standing.sent_at <= command.at) {
    await signContracts(tools, tx, command, [standing.id], 'paper');
  }
}

/** Enterprises of the signed agreements that wait for their signature to become active. */
async function approvedSigners(tx: Tx, { payload }: DomainEvent): Promise<number[]> {
  // Written by announce() of this plugin.
  const { kind, contractIds } = payload as { kind: string; contractIds: number[] };
  if (kind !== 'enterprise-cooperation') return [];
  const rows = await tx.query<{ enterprise_id: number }>(
    'SELECT DISTINCT enterprise_id FROM public.contracts WHERE id = ANY($1::int[])',
    [contractIds],
  );
  const signers: number[] = [];
  for (const { enterprise_id } of rows) {
    if ((await enterpriseOf(tx, enterprise_id)).state === 'approved') signers.push(enterprise_id);
  }
  return signers;
}
