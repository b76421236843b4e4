/** A key of the messages and what goes into it. */
export interface FaultText {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Codes of our own adapters (plugins/e-sign/src/server/providers) whose words say what to do. */
const told: ReadonlySet<string> = new Set([
  'no-connection',
  'timeout',
  'busy',
  'identity-kind',
  'too-many-flows',
  'flow-made-twice',
  'flow-over',
  'flow-not-open',
  'flow-not-signed',
  'flow-unknown',
  'signature-broken',
  'signature-unreadable',
  'no-signature',
  'file-differs',
  'credentials-expired',
]);

/** Why a signature request stands still, in words; codes of the services keep their number, which their support asks for. */
export function faultText(code: string): FaultText {
  if (told.has(code)) return { key: `contract.request.fault.${code}`, values: {} };
  const http = /http-(\d{3})$/.exec(code)?.[1];
  if (http === '429') return { key: 'contract.request.fault.busy', values: {} };
  if (http !== undefined) return { key: 'contract.request.fault.http', values: { code: http } };
  return { key: 'contract.request.fault.service', values: { code: code.replace(/^esign-/, '') } };
}
