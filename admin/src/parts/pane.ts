import { createContext, useContext, type ReactNode } from 'react';

/** Where a detail page stands when it is not a page of its own: beside the list out of which it was opened. */
export interface Pane {
  /** Takes what came of an action, so that its sheet can close and the next thing come; the pane says it in place. */
  said: (result: ReactNode) => void;
}

/** Undefined on every page of its own. */
export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane | undefined {
  return useContext(PaneContext);
}
