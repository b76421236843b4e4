import type { ReadPurpose } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import type { Judgement } from '@linggong/studio/domain';
import type { NewCard, NewEnterprise, NewEnterpriseAccount } from '../api';
import type { EnterpriseAction, WorkerActionByPeople, WorkerInput, WorkerSource } from '../domain';
import { addCard } from './cards/add-card';
import { markCards, type CardMark } from './cards/mark-cards';
import { actOnEnterprise, verifyBeforeAction } from './enterprises/act-on-enterprise';
import { createEnterprise } from './enterprises/create-enterprise';
import { openAccount } from './enterprises/enterprise-accounts';
import { markEnterprise, type EnterpriseMark } from './enterprises/mark-enterprise';
import {
  openCards,
  openCompany,
  openIdentities,
  type ClearCard,
  type ClearCompany,
  type ClearIdentity,
} from './open-parties';
import type { EnterpriseVerifier, OffboardingGuard, OnboardingGuard, PeopleScreen } from './ports';
import type { PartiesTools } from './tools';
import { actOnWorker } from './workers/act-on-worker';
import { turnAgencyTimes } from './workers/agency-time';
import { authorizeAgency, endAgency, type SignedAgencyGrant } from './workers/authorize-agency';
import { markRealName, type RealNameMark } from './workers/mark-real-name';
import { registerWorker } from './workers/register-worker';
import type { IdentifierRules } from '../domain';

/**
 * What other plugins may ask of parties. Everything that writes does so in the caller's transaction and throws Problems
 * for expected refusals; what is set-based says so.
 */
export interface Parties {
  createEnterprise(tx: Tx, command: Command, input: NewEnterprise): Promise<number>;
  /** The register's answer is fetched first where the action stands on it, so this opens its own transaction. */
  actOnEnterprise(
    command: Command,
    enterpriseId: number,
    action: EnterpriseAction,
    judgements?: readonly Judgement[],
  ): Promise<void>;
  /** In the caller's transaction: what needs no answer of a register. */
  moveEnterprise(tx: Tx, command: Command, enterpriseId: number, action: 'suspend' | 'resume'): Promise<void>;
  openAccount(tx: Tx, command: Command, enterpriseId: number, account: NewEnterpriseAccount): Promise<number>;
  /** Gives the id of the worker; his identity and card are checked on the queue. */
  registerWorker(tx: Tx, command: Command, input: WorkerInput, source: WorkerSource): Promise<number>;
  actOnWorker(tx: Tx, command: Command, workerId: number, action: WorkerActionByPeople): Promise<void>;
  addCard(tx: Tx, command: Command, workerId: number, input: NewCard): Promise<number>;
  /** Set-based: tax agency authorizations that were signed. */
  authorizeAgency(tx: Tx, command: Command, grants: readonly SignedAgencyGrant[]): Promise<void>;
  /** Set-based: ends those of withdrawn contracts with this day. */
  endAgency(tx: Tx, command: Command, contractIds: readonly number[]): Promise<void>;
  /** Daily; gives the number of workers whose next authorization began after a gap. */
  turnAgencyTimes(command: Command): Promise<number>;
  /** Set-based: answers of identity checks. */
  markRealName(tx: Tx, command: Command, marks: readonly RealNameMark[]): Promise<void>;
  /** Set-based: answers of card checks; gives the states the cards have now. */
  markCards(tx: Tx, command: Command, marks: readonly CardMark[]): Promise<{ id: number; state: string }[]>;
  markEnterprise(tx: Tx, command: Command, mark: EnterpriseMark): Promise<void>;
  /** In clear, for a register or a message; never to be logged, stored or sent elsewhere. Each call is an entry of the log. */
  openIdentities(
    db: Queryable,
    command: Command,
    workerIds: readonly number[],
    purpose: ReadPurpose,
  ): Promise<ClearIdentity[]>;
  openCards(db: Queryable, command: Command, cardIds: readonly number[]): Promise<ClearCard[]>;
  openCompany(db: Queryable, command: Command, enterpriseId: number): Promise<ClearCompany | undefined>;
  useIdentifierRules(rules: IdentifierRules): void;
  useEnterpriseVerifier(verifier: EnterpriseVerifier): void;
  addOffboardingGuard(guard: OffboardingGuard): void;
  addOnboardingGuard(guard: OnboardingGuard): void;
  addPeopleScreen(screen: PeopleScreen): void;
}

export function createParties(tools: PartiesTools): Parties {
  const { ports, vault } = tools;
  return {
    createEnterprise: (tx, command, input) => createEnterprise(tools, tx, command, input),
    actOnEnterprise: async (command, enterpriseId, action, judgements) => {
      await verifyBeforeAction(tools, command, enterpriseId, action);
      await tools.database.transaction((tx) => actOnEnterprise(tools, tx, command, enterpriseId, action, judgements));
    },
    moveEnterprise: (tx, command, enterpriseId, action) => actOnEnterprise(tools, tx, command, enterpriseId, action),
    openAccount,
    registerWorker: (tx, command, input, source) => registerWorker(tools, tx, command, input, source),
    actOnWorker: (tx, command, workerId, action) => actOnWorker(tools, tx, command, workerId, action),
    addCard: (tx, command, workerId, input) => addCard(tools, tx, command, workerId, input),
    authorizeAgency: (tx, command, grants) => authorizeAgency(tools, tx, command, grants),
    endAgency: (tx, command, contractIds) => endAgency(tools, tx, command, contractIds),
    turnAgencyTimes: (command) => turnAgencyTimes(tools.database, command),
    markRealName: (tx, command, marks) => markRealName(tools, tx, command, marks),
    markCards: (tx, command, marks) => markCards(tools, tx, command, marks),
    markEnterprise: (tx, command, mark) => markEnterprise(tools, tx, command, mark),
    openIdentities: (db, command, workerIds, purpose) => openIdentities(db, vault, command, workerIds, purpose),
    openCards: (db, command, cardIds) => openCards(db, vault, command, cardIds, 'card-check'),
    openCompany: (db, command, enterpriseId) => openCompany(db, vault, command, enterpriseId),
    useIdentifierRules: ports.useIdentifierRules,
    useEnterpriseVerifier: ports.useEnterpriseVerifier,
    addOffboardingGuard: ports.addOffboardingGuard,
    addOnboardingGuard: ports.addOnboardingGuard,
    addPeopleScreen: ports.addPeopleScreen,
  };
}
