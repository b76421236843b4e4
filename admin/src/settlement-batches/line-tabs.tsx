import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';

/** A group of the lines of a batch, with how many there are. */
export interface LineTab {
  key: 'ready' | 'blocked' | 'held' | 'excluded' | 'all';
  count: number;
}

/** The groups of lines; one is chosen. */
export function LineTabs({
  tabs,
  tab,
  onTab,
}: {
  tabs: readonly LineTab[];
  tab: LineTab['key'] | undefined;
  onTab: (tab: LineTab['key']) => void;
}): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('batch.tabs.label')}
      sx={{
        display: 'flex',
        gap: '22px',
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        mb: 1.5,
        overflowX: 'auto',
      }}
    >
      {tabs.map(({ key, count }) => {
        const on = key === tab;
        return (
          <ButtonBase
            key={key}
            aria-pressed={on}
            onClick={() => {
              onTab(key);
            }}
            sx={{
              fontSize: 14,
              py: 1,
              px: '2px',
              flex: 'none',
              minHeight: { xs: 44, sm: 0 },
              minWidth: { xs: 44, sm: 0 },
              color: on ? 'tokens.ink' : 'tokens.ink2',
              fontWeight: on ? 600 : 400,
              boxShadow: (theme) => (on ? `inset 0 -2px ${theme.palette.tokens.accent}` : 'none'),
            }}
          >
            {translate(`batch.tabs.${key}`)}
            <Box component="span" sx={{ color: 'tokens.ink3', ml: '4px' }}>
              {countText(count)}
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}
