import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import type { VersionRecord } from './configuration';

const all = ['content', 'cases', 'changes', 'replay', 'shadow'] as const;
export type VersionTab = (typeof all)[number];

/** The parts of a version that have something to say: a replay needs a past, a shadow a day from which on it runs beside. */
export function tabsOf({ replayable, shadowFrom, shadow, state }: VersionRecord): readonly VersionTab[] {
  // A draft that came back keeps the day that was asked for; it does not run beside.
  const shadows = shadow !== null || (shadowFrom !== null && !['draft', 'checked', 'replayed'].includes(state));
  return all.filter((tab) => (tab !== 'replay' || replayable) && (tab !== 'shadow' || shadows));
}

interface VersionTabsProps {
  version: VersionRecord;
  cases: number;
  /** Changes and replay were counted of what is saved; of what is typed nobody knows yet. */
  dirty: boolean;
  tab: VersionTab;
  onTab: (tab: VersionTab) => void;
}

/** The parts of a version; one is open. */
export function VersionTabs({ version, cases, dirty, tab, onTab }: VersionTabsProps): ReactNode {
  const translate = useTranslate();
  const counts: Readonly<Partial<Record<VersionTab, number>>> = {
    cases,
    ...(dirty ? {} : { changes: version.changesTotal }),
    ...(dirty || version.replay === null ? {} : { replay: version.replay.changed }),
    ...(version.shadow === null ? {} : { shadow: version.shadow.days.reduce((sum, { changed }) => sum + changed, 0) }),
  };
  return (
    <Box
      role="group"
      aria-label={translate('configuration.tabs.label')}
      sx={{
        display: 'flex',
        gap: '22px',
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        mb: 1.5,
        overflowX: 'auto',
      }}
    >
      {tabsOf(version).map((key) => {
        const on = key === tab;
        const count = counts[key];
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
            {translate(`configuration.tabs.${key}`)}
            {count !== undefined && (
              <Box component="span" sx={{ color: 'tokens.ink3', ml: '4px' }}>
                {countText(count)}
              </Box>
            )}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
