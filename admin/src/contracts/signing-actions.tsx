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

/** The ways in which a contract that waits can be signed: on paper, at a service, or here by its party. */
export function SigningActions({ record, maySign, onDone }: SigningActionsProps): ReactNode {
  const waits = record.state === 'sent';
  const atService = isAtService(record);
  const mayAsk = waits && record.workerId !== null && record.signing.provider !== null && !atService;
  const lacksScan = record.consentMethod === 'paper' && !record.evidence.some(({ hasFile }) => hasFile);
  return (
    <>
      {lacksScan && <PaperSignature late contractIds={[record.id]} onDone={onDone} />}
      {waits && <PaperSignature contractIds={[record.id]} onDone={onDone} />}
      {mayAsk && <RequestSignature contractIds={[record.id]} onDone={onDone} />}
      {maySign && atService && <ServiceSign record={record} onDone={onDone} />}
      {maySign && !atService && <SignContract record={record} onDone={onDone} />}
    </>
  );
}
