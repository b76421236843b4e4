import type { Role } from './roles';

/**
 * How far a permission reaches: every row; only the rows of the account's own enterprise, worker or person; or a reviewer's
 * queue (待办): the rows that wait for a decision of his kind, and those that he decided himself.
 */
export type Reach = 'all' | 'own' | 'queue';

/**
 * That an action waits for a second person (审批). `native`: the business has its own deciding operation, and its rows wait in
 * a state of their own; `replay`: the request itself is kept, sealed, and done for its maker once somebody else approved it;
 * `redeem`: once it is approved its maker asks again, naming the approval, and is answered once – for what nobody else may see.
 */
export interface ApprovalMark {
  readonly mode: 'native' | 'replay' | 'redeem';
  /** Roles that decide; never the maker himself, nor a second account of the same person. */
  readonly by: readonly Role[];
  /** Deciders for a part of what the action does, in the place of `by`; the operation names the part when it shows itself. */
  readonly byAspect?: Readonly<Record<string, readonly Role[]>>;
  /** Roles that need no second person: what they reach is their own. */
  readonly spares?: readonly Role[];
  /** Hours after which an undecided request is void; of a native one its plugin says what becomes of the row. */
  readonly hours: number;
  /** Decides while there has never been an account of a role of `by`, and only that the first of them is opened. */
  readonly firstBy?: Role;
  /**
   * What needs no second person: `small`, what the operation itself holds for small; `elevated`, what a live elevation opens whose
   * grantor is one of those who decide about it.
   */
  readonly unless?: readonly ('small' | 'elevated')[];
  /** After so long without a decision a further role may decide as well. */
  readonly escalate?: { readonly afterHours: number; readonly to: Role };
}

/** Who decides about a marked action, or about the part of it that an operation names. */
export function decidersOf(mark: ApprovalMark, aspect?: string): readonly Role[] {
  return (aspect === undefined ? undefined : mark.byAspect?.[aspect]) ?? mark.by;
}

/**
 * That roles which the line does not name may be let in for a while (提权), once a superior has approved it. Only for what is looked
 * at; who grants it is the mark of the line `elevation:ask`.
 */
export interface ElevationMark {
  readonly roles: readonly Role[];
}

/**
 * One line of the permission matrix (权限矩阵): who may do an action to a resource. A role that is not named may not.
 * Further columns (second person, field mask) are optional properties, so that a line written before them stays valid.
 */
export interface Rule {
  readonly resource: string;
  readonly action: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
  readonly approval?: ApprovalMark;
  readonly elevation?: ElevationMark;
  /**
   * That already the asking takes a second factor that was given just now (`signInPolicy.stepUpMinutes`): what would hand the platform,
   * or its keys, to whoever finds a screen open.
   */
  readonly stepUp?: true;
}
