import type { BatchDetail, BlockerCode, LineState } from '@linggong/settlement/api';
import { Box, ButtonBase } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { isRecheck } from './batch-steps';
import { BatchBlockers, BlockerCards } from './blocker-cards';
import { LineTable } from './line-table';
import { NarrowBar } from './narrow-bar';
import { useBlockers } from './use-batch';

type Tab = 'ready' | 'blocked' | 'held' | 'excluded' | 'all';

function tabsOf({ counts }: BatchDetail): readonly { key: Tab; count: number }[] {
  const tabs: { key: Tab; count: number }[] = [
    { key: 'ready', count: counts.ready },
    { key: 'blocked', count: counts.blocked },
    { key: 'held', count: counts.held },
  ];
  if (counts.excluded > 0) tabs.push({ key: 'excluded', count: counts.excluded });
  return [...tabs, { key: 'all', count: counts.total }];
}

/** The reason whose lines are shown, and what is begun with them. */
interface Wanted {
  code: BlockerCode;
  act: 'edit' | 'exclude' | undefined;
}

/** What would be paid and what would not, every reason with the button that clears it, every line with its tax. */
export function Preview({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const [tab, setTab] = useState<Tab>(batch.counts.blocked > 0 ? 'blocked' : 'ready');
  const [wanted, setWanted] = useState<Wanted | undefined>(undefined);
  const blockers = useBlockers(batch);
  const groups = (blockers.data?.groups ?? []).filter(({ severity }) =>
    tab === 'held' ? severity === 'hold' : severity !== 'hold',
  );
  // A reason that is gone, because its lines were corrected, narrows nothing any more.
  const narrowed = blockers.data?.groups.find(({ code }) => code === wanted?.code);
  const blocker = narrowed?.code;
  const state: LineState | undefined = tab === 'all' ? undefined : tab;
  return (
    <>
      {isRecheck(batch) && <Recheck batch={batch} />}
      <BatchBlockers blockers={blockers.data?.batch ?? batch.blockers} batch={batch} />
      <Tabs
        tabs={tabsOf(batch)}
        tab={tab}
        onTab={(next) => {
          setTab(next);
          setWanted(undefined);
        }}
      />
      {blockers.error !== null && (
        <Trouble
          error={blockers.error}
          retry={() => {
            void blockers.refetch();
          }}
        />
      )}
      {(tab === 'blocked' || tab === 'held') && blocker === undefined && (
        <BlockerCards
          batch={batch}
          groups={groups}
          onLook={(code, act) => {
            setWanted({ code, act });
          }}
        />
      )}
      {narrowed !== undefined && (
        <NarrowBar
          key={narrowed.code}
          batch={batch}
          group={narrowed}
          first={wanted?.act === 'exclude' ? 'exclude' : undefined}
          onClear={() => {
            setWanted(undefined);
          }}
          refresh={refresh}
        />
      )}
      <LineTable
        key={`${tab}-${blocker ?? ''}`}
        batch={batch}
        wish={{ state, blocker }}
        empty={translate(`batch.noLines.${tab}`)}
        editFirst={blocker !== undefined && wanted?.act === 'edit'}
        refresh={refresh}
      />
    </>
  );
}

/** A check that runs on top of a quote: one line with its stage and bar. */
function Recheck({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { stages } = batch.progress;
  const running = stages.find(({ state }) => state === 'running');
  const checks = stages.filter(({ stage }) => stage !== 'pay' && stage !== 'book');
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        mb: 1.5,
        p: '8px 14px',
        borderRadius: '8px',
        bgcolor: 'tokens.accentBg',
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1 }}>
        {translate('batch.rechecking')}
        {running !== undefined && ` · ${text(running.title)}`}
      </Box>
      <Bar
        done={checks.filter(({ state }) => state === 'done').length}
        total={checks.length}
        width={120}
        label={translate('batch.rechecking')}
      />
    </Box>
  );
}

function Tabs({
  tabs,
  tab,
  onTab,
}: {
  tabs: readonly { key: Tab; count: number }[];
  tab: Tab;
  onTab: (tab: Tab) => void;
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
