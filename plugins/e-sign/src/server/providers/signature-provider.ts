import type { RequestState } from '../../domain';

/**
 * The port to e-signature services (电子签名服务): they verify the signer, take his will and sign the file with a CA
 * certificate in his name (电子签名法 arts. 13, 16). What an answer means differs by service and by call, so that mapping is
 * the adapter's whole task. No answer carries personal data back.
 */
export interface SignatureProvider {
  /** Stored with every request; never changes for a service. */
  readonly name: string;
  /** Brings the file and opens a flow with the signer. `unknown` where it may have been opened: then `findFlow` comes first. */
  openFlow(flow: NewFlow, call: ProviderCall): Promise<Answer<{ readonly flowId: string }>>;
  /** The flow of a reference, where an answer was lost; undefined where the service has none. */
  findFlow(sought: SoughtFlow, call: ProviderCall): Promise<Answer<{ readonly flowId: string } | undefined>>;
  /** Where the signer signs; short-lived, for him alone, never stored. */
  signAddress(flowId: string, signer: Signer, call: ProviderCall): Promise<Answer<{ readonly url: string }>>;
  flowState(flowId: string, call: ProviderCall): Promise<Answer<FlowState>>;
  /** Bytes and certificates of a signed flow. */
  signedFile(flowId: string, call: ProviderCall): Promise<Answer<SignedFile>>;
  /** Harmless for a flow that is closed already. */
  revokeFlow(flowId: string, call: ProviderCall): Promise<Answer<undefined>>;
  /** The service writes to the signer. */
  remind(flowId: string, call: ProviderCall): Promise<Answer<undefined>>;
  /** Orders an evidence report (出证报告); its number there, undefined where the service sells none. */
  orderReport(flowId: string, call: ProviderCall): Promise<Answer<string | undefined>>;
  /** What a call-back is about; undefined where it is not the service that speaks, or speaks too late. Nothing in it is believed. */
  readCallback(message: CallbackMessage, at: Date): CallbackNews | undefined;
}

/** Who signs. In memory only: never stored, logged or queued in this form. */
export interface Signer {
  readonly name: string;
  readonly phone: string;
  readonly identityKind: string;
  readonly identityNumber: string;
}

export interface NewFlow {
  /** Ours: letters, digits and hyphens, at most 40; also the title, which names nobody. */
  readonly reference: string;
  readonly pdf: Uint8Array;
  readonly signer: Signer;
  readonly expiresAt: Date;
}

export interface SoughtFlow {
  readonly reference: string;
  readonly signer: Signer;
  /** No earlier than this was it opened. */
  readonly since: Date;
}

export interface FlowState {
  readonly state: Extract<RequestState, 'open' | 'signed' | 'refused' | 'expired' | 'revoked'>;
  /** The service's own word for it. */
  readonly code: string;
}

export interface FileSignature {
  readonly certificateSerial: string;
  readonly certificateIssuer: string | undefined;
  readonly signedAt: Date;
  /** Where the time comes from: `tsa` for a time stamp authority (RFC 3161). */
  readonly timeSource: string | undefined;
}

export interface SignedFile {
  readonly bytes: Buffer;
  /** At least one, all intact. */
  readonly signatures: readonly FileSignature[];
}

export interface ProviderCall {
  /** Aborted when the process stops; the adapter must let go at once. */
  readonly signal: AbortSignal;
}

export interface CallbackMessage {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Query values by name. */
  readonly query: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface CallbackNews {
  readonly flowId: string;
  /** Ours, where the service repeats it: so is a flow found whose opening was never answered. */
  readonly reference: string | undefined;
}

/**
 * `retryable`: not done, may be asked again. `final`: not done, asking again is no use. `unknown`: nobody can say whether it
 * was done – look before doing it again.
 */
export type RefusalKind = 'retryable' | 'final' | 'unknown';

export interface Refused {
  readonly ok: false;
  readonly kind: RefusalKind;
  /** The service's own code, or ours for what happened on the way; at most 64 plain characters. */
  readonly code: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

export const given = <T>(value: T): Answer<T> => ({ ok: true, value });

/** @param code of the service; cut to what is stored */
export function refusedBy(kind: RefusalKind, code: string): Refused {
  return { ok: false, kind, code: code.replace(/[^\x21-\x7e]/g, '').slice(0, 64) || 'no-code' };
}

/** What was refused before the service could have acted on it is not `unknown`. */
export function notDone<T>(answer: Answer<T>): Answer<T> {
  return answer.ok || answer.kind !== 'unknown' ? answer : { ...answer, kind: 'retryable' };
}
