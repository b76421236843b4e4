/** What two administrators allowed (恢复授权): one restore of one backup, until an instant. */
export interface RestoreGrant {
  readonly form: 1;
  /** The approval that it stands on. */
  readonly id: string;
  readonly system: string;
  readonly backup: string;
  /** The state of that instant (ISO), or everything that was stored. */
  readonly to: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly decidedBy: string;
  readonly expiresAt: string;
}

/** A grant is used within a day: later somebody decides anew. */
export const grantHours = 24;

/** Everything that was stored. */
export const toLatest = 'latest';

export type GrantFault = 'expired' | 'other-backup' | 'other-system' | 'other-instant';

/** What is named on the command line beside a grant. */
export interface NamedRestore {
  readonly backup?: string | undefined;
  readonly system?: string | undefined;
  /** ISO, or `latest`. */
  readonly to?: string | undefined;
}

/** Why a grant does not allow what is asked for, or undefined where it does. What is not named is what the grant says. */
export function grantFault(grant: RestoreGrant, named: NamedRestore, at: Date): GrantFault | undefined {
  if (at.getTime() >= Date.parse(grant.expiresAt)) return 'expired';
  if (named.backup !== undefined && named.backup !== grant.backup) return 'other-backup';
  if (named.system !== undefined && named.system !== grant.system) return 'other-system';
  if (named.to !== undefined && !isSameInstant(named.to, grant.to)) return 'other-instant';
  return undefined;
}

function isSameInstant(one: string, other: string): boolean {
  if (one === toLatest || other === toLatest) return one === other;
  return Date.parse(one) === Date.parse(other);
}
