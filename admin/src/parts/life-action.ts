import type { Verdict } from '../reviews/review';
import type { Effect } from './effect-sheet';

/** An action of a lifecycle as a button and its sheet; the words are `action.{kind}.{name}.label|lead|done`. */
export interface LifeAction {
  name: string;
  reason: 'none' | 'optional' | 'required';
  /** The usual next step stands out; what ends or refuses is red on its sheet. */
  tone?: 'main' | 'danger';
  effects?: readonly Effect[];
  /** Said in the place of the usual lead. */
  lead?: string;
  /** A step of a review: what it does with the criteria that are judged on its sheet (R2.6). */
  judges?: Verdict;
  /** Its address, where it is not its name. */
  path?: string;
}
