import type { Answer, CallbackMessage, NewFlow, RefusalKind, SignatureProvider, Signer } from './signature-provider';

export type Ending = 'signed' | 'refused' | 'expired' | 'revoked';

/** An adapter with the service that it speaks to, and what only the outside can do. */
export interface ProviderWorld {
  readonly provider: SignatureProvider;
  /** The signer, or the clock, ends a flow. */
  end(flowId: string, how: Ending): Promise<void>;
  /** A call-back about a flow as the service signs it. */
  callback(flowId: string): CallbackMessage;
  /** How many flows the service has. */
  flows(): Promise<number>;
  /** Requests whose signature the service did not accept. */
  refused(): number;
  stop(): Promise<void>;
}

/** A documented answer that is no success, and what it means. */
export interface DocumentedFault {
  readonly what: string;
  readonly code: string;
  readonly kind: RefusalKind;
}

/** Worlds whose service can be told to misbehave. */
export interface RemoteWorld extends ProviderWorld {
  /** The next opening is done, but its answer is lost. */
  loseOpening(): void;
  hang(): void;
  /** The file of a signed flow was changed. */
  breakSignature(): void;
  /** The same adapter with little patience. */
  readonly hasty: SignatureProvider;
  /** The same adapter with a wrong secret. */
  readonly stranger: SignatureProvider;
  readonly faults: readonly DocumentedFault[];
  /** The next question is answered with that code. */
  fail(fault: DocumentedFault): void;
  /** The next opening is answered with that code, undone. */
  failOpening(fault: DocumentedFault): void;
}

export const pdf = Buffer.from('%PDF-1.7\n% a contract\n%%EOF\n');

/** Synthetic, from the test numbers of the house. */
export const signer: Signer = {
  name: '张三',
  phone: '13812340002',
  identityKind: 'resident-id',
  identityNumber: '110101199003079999',
};

export const flow = (reference: string): NewFlow => ({
  reference,
  pdf,
  signer,
  expiresAt: new Date(now.getTime() + 30 * 86_400_000),
});

export const now = new Date('2026-11-22T03:00:00Z');

export const call = { signal: new AbortController().signal };

/** The value of a success. @throws Error naming the code of a refusal */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.kind} ${answer.code}`);
  return answer.value;
}
