import type { ReactNode } from 'react';
import { isAtService, type ContractRecord } from './contract';
import { PaperSignature } from './paper-signature';
import { RequestSignature } from './request-signature';
import { ServiceSign } from './service-sign';
import { SignContract } from './sign-contract';

interface SigningActionsProps {
  record: ContractRecord;
  maySign: boolean;
  onDone: () => void;
}

/**
 * The ways in which a contract that waits can be signed: on paper, at a service, or here by its party. Their sheets stay when the
 * contract, read anew, offers them no more: what came of them is shown there.
 */
export function SigningActions({ record, maySign, onDone }: SigningActionsProps): ReactNode {
  const waits = record.state === 'sent';
  const atService = isAtService(record);
  const mayAsk = waits && record.workerId !== null && record.signing.provider !== null && !atService;
  const lacksScan = record.consentMethod === 'paper' && !record.evidence.some(({ hasFile }) => hasFile);
  return (
    <>
      <PaperSignature late isOffered={lacksScan} contractIds={[record.id]} onDone={onDone} />
      <PaperSignature isOffered={waits} contractIds={[record.id]} onDone={onDone} />
      <RequestSignature isOffered={mayAsk} contractIds={[record.id]} onDone={onDone} />
      <ServiceSign isOffered={maySign && atService} record={record} onDone={onDone} />
      <SignContract isOffered={maySign && !atService} record={record} onDone={onDone} />
    </>
  );
}
