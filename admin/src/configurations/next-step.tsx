import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { dayText } from '../parts/time-text';
import type { VersionRecord } from './configuration';
import { missingOf } from './life-step';
import type { VersionTab } from './version-tabs';

const tabOf: Readonly<Partial<Record<string, VersionTab>>> = {
  faults: 'content',
  cases: 'cases',
  failed: 'cases',
  replay: 'replay',
};

interface NextStepProps {
  version: VersionRecord;
  dirty: boolean;
  onTab: (tab: VersionTab) => void;
}

/** What is missing for the next step, in words, and the place where it is done. */
export function NextStep({ version, dirty, onTab }: NextStepProps): ReactNode {
  const translate = useTranslate();
  const missing = missingOf(version, dirty);
  const { effectiveFrom, shadowFrom, stateReason } = version;
  return (
    <Box
      role="status"
      sx={{
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderLeft: '3px solid',
        borderLeftColor: 'tokens.accent',
        borderRadius: '8px',
        p: '8px 14px',
        fontSize: 13,
        display: 'grid',
        gap: '4px',
      }}
    >
      {missing.map(({ key, count }) => {
        const tab = tabOf[key];
        return (
          <Box key={key} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <span>
              {translate(`configuration.missing.${key}`, { smart_count: count ?? 0, day: dayText(effectiveFrom) })}
            </span>
            {tab !== undefined && (
              <Button
                size="small"
                onClick={() => {
                  onTab(tab);
                }}
              >
                {translate(`configuration.tabs.${tab}`)}
              </Button>
            )}
          </Box>
        );
      })}
      {version.state === 'scheduled' && shadowFrom !== null && (
        <span>{translate('configuration.shadow.since', { day: dayText(shadowFrom) })}</span>
      )}
      {stateReason !== null && stateReason !== '' && (
        <Box component="span" sx={{ color: 'tokens.ink2' }}>
          {translate('timeline.reason', { reason: stateReason })}
        </Box>
      )}
    </Box>
  );
}
