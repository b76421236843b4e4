import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { FaultAt } from './faults-of';
import type { Word } from './words';

/** Properties beside each other. */
export function Row({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: 1 }}>{children}</Box>
  );
}

/** What every part of the properties of a field is given. */
export interface PartProps {
  path: string;
  readOnly: boolean;
  faultAt: FaultAt;
  set: (name: string, value: unknown) => void;
}

/** A field for a number of the part, by its property and its word. */
export type CountOf = (name: string, label: Word, value: number | undefined, decimal?: boolean) => ReactNode;
