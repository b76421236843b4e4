import type { Finding } from './hunter';

/** A place where a value may stand in clear, and why. One that nothing is found in fails the hunt: it is no reason any more. */
export interface Allowed {
  readonly place: RegExp;
  readonly canary: RegExp;
  readonly why: string;
}

const freeText =
  'a name or an address in the remark of a line: free text that people write; only numbers can be told from it';

export const allowed: readonly Allowed[] = [
  { place: /^settlement\.lines\.remark$/, canary: /^stray\.(name|address)$/, why: freeText },
  {
    place:
      /^(enterprise|operator|finance-officer|finance-approver|tax-officer|risk-officer|institution-manager) \/api\/v1\/settlement-batches\/:id\/lines$/,
    canary: /^stray\.(name|address)$/,
    why: freeText,
  },
  {
    place: /^postgres\/(base\/\d+\/\d+(\.\d+)?|pg_wal\/[0-9A-F]{24})$|^(wal-spool|archive)\//,
    canary: /^stray\.(name|address)$/,
    why: `${freeText}: the pages and the log of that column`,
  },
  {
    place: /^worker \/api\/v1\/contracts\/:id\/text$/,
    canary: /^demo\.identityNumber$/,
    why: 'the full text of his own contract, for the party that it names; everybody else reads masks',
  },
  {
    place: /^operator PUT \/api\/v1\/forms\/:id\/draft$/,
    canary: /^registered\./,
    why: 'what he filled in himself, kept sealed until he sends it and answered to nobody else',
  },
  {
    place: /^(worker|operator) POST \/api\/v1\/sensitive-fields\/unmask$/,
    canary: /^demo\.(phone|identityNumber)$/,
    why: 'a look at a clear value (查看明文): his own, or once a second person has approved, with a reason and on record',
  },
];

/** What is found where it must not be, and which permissions nothing used. */
export function judged(findings: readonly Finding[]): { leaks: Finding[]; unused: Allowed[] } {
  const fits = (finding: Finding, { place, canary }: Allowed): boolean =>
    place.test(finding.place) && canary.test(finding.canary);
  return {
    leaks: findings.filter((finding) => !allowed.some((one) => fits(finding, one))),
    unused: allowed.filter((one) => !findings.some((finding) => fits(finding, one))),
  };
}
