import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface SearchOptionProps {
  id: string;
  /** The one that Enter takes. */
  chosen: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** A line below the search field that can be picked; the field keeps the focus. */
export function SearchOption({ id, chosen, onPick, children }: SearchOptionProps): ReactNode {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      onMouseDown={(event) => {
        event.preventDefault();
        onPick();
      }}
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'center',
        px: 1.5,
        minHeight: { xs: 44, md: 34 },
        fontSize: 13,
        cursor: 'pointer',
        bgcolor: chosen ? 'tokens.accentBg' : undefined,
        '&:hover': { bgcolor: 'tokens.head' },
      }}
    >
      {children}
    </Box>
  );
}
