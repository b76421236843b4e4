import { Box, type SxProps, type Theme, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { usePane } from './pane';

interface CardProps {
  title?: string;
  /** A link or a small button at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
  sx?: SxProps<Theme>;
  /** Help and ways onward are nothing for paper. */
  screenOnly?: boolean;
}

/** A white sheet with a thin line around it: the only kind of box there is. */
export function Card({ title, action, children, sx = [], screenOnly = false }: CardProps): ReactNode {
  return (
    <Box
      component="section"
      data-screen={screenOnly ? '' : undefined}
      sx={[
        {
          bgcolor: 'tokens.card',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '8px',
          p: '12px 16px',
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {title !== undefined && (
        <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, gap: 1 }}>
          <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
            {title}
          </Typography>
          {action}
        </Box>
      )}
      {children}
    </Box>
  );
}

/** Cards under each other. */
export function Cards({ children }: { children: ReactNode }): ReactNode {
  return <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>{children}</Box>;
}

interface WithAsideProps {
  children: ReactNode;
  aside: ReactNode;
  /** Work that needs the whole width, such as a table of many columns: what else would stand beside it stands below. */
  wide?: boolean;
}

/** The page's body: the work at the left, guide and history in a narrow column at the right; one column on small screens. */
export function WithAside({ children, aside, wide = false }: WithAsideProps): ReactNode {
  const beside = usePane() !== undefined;
  const one = 'minmax(0, 1fr)';
  const below = { xs: one, lg: beside ? one : 'repeat(3, minmax(0, 1fr))' };
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: one, lg: wide || beside ? one : 'minmax(0, 1fr) 250px' },
        gap: '18px',
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>{children}</Box>
      <Box
        component="aside"
        sx={{
          display: 'grid',
          gridTemplateColumns: wide ? below : one,
          alignItems: 'start',
          gap: 1.5,
          fontSize: 13,
          '& > section': { p: '12px 14px' },
        }}
      >
        {aside}
      </Box>
    </Box>
  );
}
