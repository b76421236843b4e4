import type { Text2 } from '@linggong/core/domain';
import type { Window } from './windows';

/**
 * Whose behaviour a feature tells. `phone` and `card` are everybody who has the number, whoever was paid; `device` and `address` are
 * everybody who signed in on one device, or at one network address, of the payee.
 */
export type FeatureSubject = 'worker' | 'enterprise' | 'card' | 'phone' | 'task' | 'device' | 'address';

export type FeatureUnit = 'count' | 'fen' | 'percent' | 'yes-no';

/** What is told of people and numbers that are tied to each other, as they are now. */
export type GraphFact =
  | 'card-workers'
  | 'phone-workers'
  | 'payer-staff'
  | 'payer-contact'
  | 'payer-representative'
  | 'contact-of'
  | 'contact-enterprises'
  | 'representative-enterprises'
  | 'address-enterprises'
  | 'payer-device'
  | 'payer-address'
  | 'ring';

/** How a feature is computed. */
export type Measure =
  | { readonly kind: 'orders' | 'amount'; readonly window: Window }
  | { readonly kind: 'distinct'; readonly of: 'enterprise' | 'card' | 'task' | 'worker'; readonly window: Window }
  /** Percent of the amounts of the payee that the payer paid. */
  | { readonly kind: 'share'; readonly window: Window }
  /** Percent of the usual week (four weeks before) that the last 7 days are; 0 where nothing was before. */
  | { readonly kind: 'velocity'; readonly of: 'orders' | 'amount' }
  | { readonly kind: 'graph'; readonly fact: GraphFact };

/** A figure that decisions may stand on: a column that a decision table can ask. */
export interface Feature {
  /** camelCase; never renamed, since decisions of years ago are read by it. */
  readonly name: string;
  readonly subject: FeatureSubject;
  readonly unit: FeatureUnit;
  readonly label: Text2;
  readonly measure: Measure;
}

/** Values by name: whole numbers; fen stay far below 2^53, a yes is 1. */
export type FeatureValues = Readonly<Record<string, number>>;
