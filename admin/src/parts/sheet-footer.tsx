import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Kept free below what a sheet scrolls to: its buttons stand there. */
export const footerHeight = '80px';

/** The buttons of a sheet, in reach however long it is. */
export function SheetFooter({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        // Labels of fields have a layer of their own and would shine through.
        zIndex: 2,
        bgcolor: 'tokens.card',
        display: 'flex',
        gap: 1,
        justifyContent: 'flex-end',
        p: '12px 20px',
        borderTop: '1px solid',
        borderColor: 'tokens.line',
      }}
    >
      {children}
    </Box>
  );
}

interface LeavingProps {
  stay: () => void;
  leave: () => void;
  /** What was filled in is on its way: it is not lost, its result is. */
  busy: boolean;
}

/** Asks who closes a sheet in which he has typed, in the place of its buttons. */
export function LeavingFooter({ stay, leave, busy }: LeavingProps): ReactNode {
  const translate = useTranslate();
  return (
    <SheetFooter>
      <Typography role="alert" sx={{ flex: 1, alignSelf: 'center', fontSize: 13 }}>
        {translate(busy ? 'sheet.underWay' : 'sheet.unsent')}
      </Typography>
      <Button onClick={leave}>{translate(busy ? 'ra.action.close' : 'sheet.discard')}</Button>
      <Button variant="contained" color="primary" onClick={stay} autoFocus>
        {translate(busy ? 'sheet.awaitResult' : 'sheet.goOn')}
      </Button>
    </SheetFooter>
  );
}
