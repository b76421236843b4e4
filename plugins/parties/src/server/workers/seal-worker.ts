import type { Vault } from '@linggong/vault';
import type { ReadyCard, ReadyWorker } from '../../domain';
import { sealText, type SealedText } from '../sealed-text';

export interface SealedCard {
  readonly card: SealedText;
  readonly holder: SealedText;
  readonly bankName: string | null;
  readonly bankCode: string | null;
}

/** A registration without a clear sensitive value: what may touch the database. */
export interface SealedWorker {
  readonly name: SealedText;
  readonly identityKind: string;
  readonly identity: SealedText;
  readonly phone: SealedText;
  readonly address: SealedText | undefined;
  readonly card: SealedCard | undefined;
  readonly country: string;
  readonly isTaxResident: boolean;
  readonly vatRole: string;
  readonly agencyFrom: string | null;
  readonly agencyTo: string | null;
}

export function sealCard(vault: Vault, subject: string, card: ReadyCard): SealedCard {
  return {
    card: sealText(vault, 'bank-card', subject, card.number),
    holder: sealText(vault, 'name', subject, card.holder),
    bankName: card.bankName ?? null,
    bankCode: card.bankCode ?? null,
  };
}

export function sealWorker(vault: Vault, worker: ReadyWorker): SealedWorker {
  const subject = vault.subjectOf(worker.identityNumber);
  return {
    name: sealText(vault, 'name', subject, worker.name),
    identityKind: worker.identityKind,
    identity: sealText(vault, 'identity-number', subject, worker.identityNumber),
    phone: sealText(vault, 'phone', subject, worker.phone),
    address: worker.address === undefined ? undefined : sealText(vault, 'address', subject, worker.address),
    card: worker.card === undefined ? undefined : sealCard(vault, subject, worker.card),
    country: worker.country,
    isTaxResident: worker.isTaxResident,
    vatRole: worker.vatRole,
    agencyFrom: worker.agencyFrom ?? null,
    agencyTo: worker.agencyTo ?? null,
  };
}
