import type { CaseState } from '@linggong/risk/domain';
import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import type { BoardRecord } from './risk-case';

interface BoardTabsProps {
  columns: BoardRecord['columns'];
  tab: CaseState;
  onTab: (tab: CaseState) => void;
}

/** The columns of the board on a phone: one is open. */
export function BoardTabs({ columns, tab, onTab }: BoardTabsProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('riskCases.board')}
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(${columns.length.toString()}, minmax(0, 1fr))`,
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        mb: 1.5,
      }}
    >
      {columns.map(({ state, count }) => {
        const on = state === tab;
        return (
          <ButtonBase
            key={state}
            aria-pressed={on}
            onClick={() => {
              onTab(state);
            }}
            sx={{
              fontSize: 14,
              minHeight: 44,
              color: on ? 'tokens.ink' : 'tokens.ink2',
              fontWeight: on ? 600 : 400,
              boxShadow: (theme) => (on ? `inset 0 -2px ${theme.palette.tokens.accent}` : 'none'),
            }}
          >
            {translate(`state.riskCase.${state}`)}
            <Box component="span" sx={{ color: 'tokens.ink3', ml: '4px' }}>
              {countText(count)}
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}
