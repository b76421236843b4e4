import { createContext, useContext } from 'react';
import type { Text2 } from '../../parts/text2';

/** A variable that can be put into a text. */
export interface InsertableVariable {
  readonly name: string;
  readonly label: Text2;
}

const InsertableContext = createContext<readonly InsertableVariable[]>([]);

/** Where texts have variables: inputs of two languages offer them below. */
export const Insertable = InsertableContext.Provider;

export function useInsertable(): readonly InsertableVariable[] {
  return useContext(InsertableContext);
}
