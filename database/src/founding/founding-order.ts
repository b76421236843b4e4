import type { FirstAdministrator } from '../supervisor/administrators';

/** What the supervisor has the founding process do. It goes over the channel: passwords stand in no environment. */
export type FoundingOrder =
  | { readonly kind: 'administrators'; readonly administrators: readonly FirstAdministrator[] }
  | { readonly kind: 'demo'; readonly accountsFile: string };

/** What it says on its way. */
export type FoundingReport =
  /** This database has its administrators already (another installation founded it); nothing was done. */
  | { readonly kind: 'standing' }
  | { readonly kind: 'stage'; readonly zh: string; readonly en: string }
  /** A refusal in both languages, such as a weak password. */
  | { readonly kind: 'refused'; readonly zh: string; readonly en: string };
