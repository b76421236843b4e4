import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { nothing } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { dayText, instantText } from '../parts/time-text';
import type { VersionRecord } from './configuration';
import { missingOf } from './life-step';
import { lastReturn } from './returned';
import type { VersionTab } from './version-tabs';

const tabOf: Readonly<Partial<Record<string, VersionTab>>> = {
  faults: 'content',
  cases: 'cases',
  failed: 'cases',
  replay: 'replay',
  stale: 'replay',
  staleSubmitted: 'replay',
};

interface NextStepProps {
  version: VersionRecord;
  /** Number and row of the version that is in force now. */
  inForce: { readonly id: number; readonly versionNo: number } | null;
  dirty: boolean;
  onTab: (tab: VersionTab) => void;
}

/** What is missing for the next step, in words, and the place where it is done. */
export function NextStep({ version, inForce, dirty, onTab }: NextStepProps): ReactNode {
  const translate = useTranslate();
  const missing = missingOf(version, dirty);
  const { effectiveFrom, shadowFrom, staleReplay } = version;
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
              {translate(`configuration.missing.${key}`, {
                smart_count: count ?? 0,
                day: dayText(effectiveFrom),
                then: staleReplay?.against?.versionNo ?? nothing,
                now: staleReplay?.now?.versionNo ?? nothing,
              })}
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
      {inForce !== null && ['superseded', 'rolled-back'].includes(version.state) && <InForceNow {...inForce} />}
      <Why version={version} />
      <Waiting version={version} />
    </Box>
  );
}

/** What waits for a second person, such as a roll-back: until then it stays as it is. Only whom it concerns may open the request. */
function Waiting({ version: { waiting } }: Pick<NextStepProps, 'version'>): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  return waiting.map(({ action, askedBy, askedAt, approval }) => (
    <Box component="span" key={action} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{translate(`configuration.waiting.${action}`, { who: actor(askedBy), at: instantText(askedAt) })}</span>
      {approval !== null && <Link to={`/approvals/${approval}/show`}>{translate('approvals.askedOpen')}</Link>}
    </Box>
  ));
}

const inForceWords = { zh: '现在生效的是', en: 'In force now:' } as const;

/** What took the place of a version that is over: the one that came after it, or the one that came back. */
function InForceNow({ id, versionNo }: NonNullable<NextStepProps['inForce']>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <span>
      {text(inForceWords)}{' '}
      <Link to={`/configuration-versions/${id.toString()}/show`}>
        {translate('configuration.versionNo', { no: versionNo })}
      </Link>
    </span>
  );
}

/** Why it stands as it does: of a draft that came back, who sent it back or that it was taken back. */
function Why({ version: { steps, state, stateReason } }: Pick<NextStepProps, 'version'>): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  if (stateReason === null || stateReason === '') return null;
  const [back, how] = lastReturn(steps, state) ?? [];
  if (back === undefined || how === undefined)
    return (
      <Box component="span" sx={{ color: 'tokens.ink2' }}>
        {translate('timeline.reason', { reason: stateReason })}
      </Box>
    );
  return (
    <Box component="span" sx={{ color: how === 'rejected' ? 'tokens.bad' : 'tokens.ink2', overflowWrap: 'anywhere' }}>
      {translate(`configuration.sentBack.${how}`, { who: actor(back.by), reason: stateReason })}
    </Box>
  );
}
