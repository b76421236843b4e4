import { timingSafeEqual } from 'node:crypto';
import { hasOwnAccount, limitsOf } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { giveConsents } from '@linggong/vault';
import { isNeeded, type ConsentPurpose } from '@linggong/vault/domain';
import type { Core } from '@strapi/strapi';
import type { AskedConsent, IdentityProof } from '../../api';
import { readWorker, type ReadyWorker, type WorkerInput } from '../../domain';
import type { ApplicantCheck } from '../ports';
import { registrationProblem } from '../registration-problem';
import { toolsOf } from '../services';
import type { PartiesTools } from '../tools';
import { registerWorker } from '../workers/register-worker';
import { screenedOf, screenPeople } from '../workers/screen-people';
import { sealWorker } from '../workers/seal-worker';
import { workerById } from '../workers/worker-rows';
import { ownRecord } from './own-record';
import {
  consentNeeded,
  consentTextChanged,
  identityTriesSpent,
  identityUnanswered,
  identityUnconfirmed,
  registrationEnded,
  registrationPhoneOther,
} from './problems';
import { consentsAsked } from './prove-phone';
import {
  countIdentityTry,
  giveTryBack,
  identityTriesMax,
  lockRegistration,
  noteIdentityProved,
  provedRegistration,
  type ProvedRegistration,
} from './registration-rows';

export interface ProvedIdentity {
  readonly number: string;
  readonly hasAccount: boolean;
}

/** Everything that was read of a proof, and the consents that it holds. */
interface Applicant {
  readonly input: WorkerInput;
  readonly worker: ReadyWorker;
  readonly purposes: readonly ConsentPurpose[];
}

/**
 * Takes who somebody says he is, asks the register, and makes him a worker with a verified identity – or, where staff registered him before
 * with this very telephone and name, finds the record that is his. Until it matches, nothing of him is kept.
 * @throws Problem 409 `registration-ended`, `consent-text-changed`; 422 `registration-phone-other`, `registration-refused`, `consent-needed`, `identity-unconfirmed`; 429
 * `identity-tries-spent`, `too-many-requests`; 503 `identity-unanswered`
 */
export async function proveIdentity(
  strapi: Core.Strapi,
  proof: IdentityProof,
  command: Command,
): Promise<ProvedIdentity> {
  const tools = toolsOf(strapi);
  const registration = await openRegistration(tools, proof, command.at);
  const applicant = await readApplicant(tools, proof, await consentsAsked(strapi, command.at), command.at);
  // Sent twice: it is answered, and the register not asked again.
  if (registration.workerId !== null) return answerAgain(tools, proof, registration.workerId);
  if (!(await countIdentityTry(tools.database, registration.id))) throw identityTriesSpent();
  const identityKey = tools.vault.blind('identity-number', applicant.worker.identityNumber).toString('hex');
  await limitsOf(strapi).demand('registration-identity', identityKey);
  const check = await confirmed(tools, registration, applicant, command);
  return tools.database.transaction((tx) => settle(tools, tx, command, proof.registration, applicant, check));
}

async function openRegistration(tools: PartiesTools, proof: IdentityProof, at: Date): Promise<ProvedRegistration> {
  const registration = await provedRegistration(tools.database, proof.registration, at);
  if (registration === undefined) throw registrationEnded();
  // The telephone that the code went to, and no other.
  if (!timingSafeEqual(registration.phoneKey, tools.vault.blind('phone', proof.phone))) throw registrationPhoneOther();
  return registration;
}

async function readApplicant(
  tools: PartiesTools,
  { registration: _registration, consents, ...input }: IdentityProof,
  asked: readonly AskedConsent[],
  at: Date,
): Promise<Applicant> {
  const reading = readWorker(input, tools.ports.identifierRules, shanghaiDay(at));
  if (!reading.ok) throw registrationProblem(reading.faults);
  const given = new Map(consents.map(({ purpose, version }) => [purpose, version]));
  const isOther = ({ purpose, version }: AskedConsent): boolean => (given.get(purpose) ?? version) !== version;
  if (asked.some(isOther)) throw consentTextChanged();
  if (asked.some(({ purpose, needed }) => needed && !given.has(purpose))) throw consentNeeded();
  return { input, worker: reading.worker, purposes: [...given.keys()] };
}

async function answerAgain(tools: PartiesTools, proof: IdentityProof, workerId: number): Promise<ProvedIdentity> {
  const own = await ownRecord(tools.database, tools.vault, proof);
  if (own !== workerId) throw registrationEnded();
  return answerOf(tools.database, workerId);
}

async function answerOf(db: Queryable, workerId: number): Promise<ProvedIdentity> {
  const { number } = await workerById(db, workerId);
  return { number, hasAccount: await hasOwnAccount(db, workerId) };
}

/** Asks lists and register. @returns the register’s answer, which is a match */
async function confirmed(
  tools: PartiesTools,
  { id, identityTries }: ProvedRegistration,
  { worker }: Applicant,
  command: Command,
): Promise<ApplicantCheck> {
  const triesLeft = Math.max(0, identityTriesMax - identityTries - 1);
  const day = shanghaiDay(command.at);
  const [listed] = await screenPeople(tools.ports, tools.database, [screenedOf(sealWorker(tools.vault, worker))], day);
  if (listed !== undefined) return refuse(tools, command, { outcome: 'listed' }, triesLeft);
  const check = await tools.ports.applicantVerifier(command, worker);
  const { outcome, provider, providerCode } = check;
  if (outcome === 'match') return check;
  if (outcome !== 'unanswered') return refuse(tools, command, { outcome, provider, providerCode }, triesLeft);
  await giveTryBack(tools.database, id);
  throw identityUnanswered();
}

/** Of nobody who is known: the entry says what the register said, and not of whom. */
async function refuse(tools: PartiesTools, command: Command, after: object, triesLeft: number): Promise<never> {
  await tools.database.transaction((tx) =>
    record(tx, command, {
      action: 'worker.refuse-registration',
      subject: { kind: 'worker', id: 'unknown' },
      after: { ...after },
    }),
  );
  throw identityUnconfirmed(triesLeft);
}

async function settle(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  word: string,
  { input, worker, purposes }: Applicant,
  check: ApplicantCheck,
): Promise<ProvedIdentity> {
  const registration = await lockRegistration(tx, word, command.at);
  if (registration === undefined) throw registrationEnded();
  if (registration.workerId !== null) return answerOf(tx, registration.workerId);
  const own = await ownRecord(tx, tools.vault, worker);
  if (own === 'of-another') throw identityUnconfirmed(0);
  const workerId = own ?? (await registerWorker(tools, tx, command, input, 'online'));
  // A registration gives the needed ones itself; whoever takes up his record gives them now.
  const optional = own === undefined ? purposes.filter((purpose) => !isNeeded(purpose)) : purposes;
  await giveConsents(tx, command, { workerIds: [workerId], purposes: optional, method: 'click' });
  await check.keep(tx, command, workerId);
  await noteIdentityProved(tx, registration.id, workerId);
  return answerOf(tx, workerId);
}
