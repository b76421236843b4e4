import type { BatchDetail, BlockerCode, LineState } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { isRecheck } from './batch-steps';
import { editedOf, reasonOf, type Edited } from './edit-outcome';
import { EditNotice } from './edit-notice';
import { BatchBlockers, BlockerCards } from './blocker-cards';
import { GroupSheet, type GroupAct, type GroupWish } from './group-sheet';
import { LineTable } from './line-table';
import { LineTabs, type LineTab } from './line-tabs';
import { NarrowBar } from './narrow-bar';
import { useBlockers } from './use-batch';

function tabsOf({ counts }: BatchDetail): readonly LineTab[] {
  const tabs: LineTab[] = [
    { key: 'ready', count: counts.ready },
    { key: 'blocked', count: counts.blocked },
    { key: 'held', count: counts.held },
  ];
  if (counts.excluded > 0) tabs.push({ key: 'excluded', count: counts.excluded });
  return [...tabs, { key: 'all', count: counts.total }];
}

/** The reason whose lines are shown, and whether the first of them opens to be corrected. */
interface Wanted {
  code: BlockerCode;
  edit: boolean;
}

/** What would be paid and what would not, every reason with the button that clears it, every line with its tax. */
export function Preview({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const [tab, setTab] = useState<LineTab['key']>(batch.counts.blocked > 0 ? 'blocked' : 'ready');
  const [wanted, setWanted] = useState<Wanted | undefined>(undefined);
  const [wish, setWish] = useState<GroupWish | undefined>(undefined);
  const [edited, setEdited] = useState<Edited | undefined>(undefined);
  const blockers = useBlockers(batch);
  const groups = (blockers.data?.groups ?? []).filter(({ severity }) =>
    tab === 'held' ? severity === 'hold' : severity !== 'hold',
  );
  // A reason that is gone, because its lines were corrected, narrows nothing any more.
  const narrowed = blockers.data?.groups.find(({ code }) => code === wanted?.code);
  // Nor does it open a line by itself where it comes back.
  if (wanted?.edit === true && blockers.data !== undefined && narrowed === undefined)
    setWanted({ ...wanted, edit: false });
  const ask = (act: GroupAct, code: BlockerCode): void => {
    const group = blockers.data?.groups.find((one) => one.code === code);
    setWish(group && { act, group });
  };
  const blocker = narrowed?.code;
  const state: LineState | undefined = tab === 'all' ? undefined : tab;
  return (
    <>
      {isRecheck(batch) && <Recheck batch={batch} />}
      <BatchBlockers blockers={blockers.data?.batch ?? batch.blockers} batch={batch} />
      <LineTabs
        tabs={tabsOf(batch)}
        tab={tab}
        onTab={(next) => {
          setTab(next);
          setWanted(undefined);
        }}
      />
      {edited !== undefined && (
        <EditNotice
          key={`${edited.lineId.toString()}-${edited.quoteVersion.toString()}`}
          batch={batch}
          edited={edited}
          onLook={(line) => {
            const reason = reasonOf(edited, line);
            setEdited(undefined);
            setTab(line.state === 'read' ? 'all' : line.state);
            setWanted(line.state === 'blocked' && reason ? { code: reason.code, edit: false } : undefined);
          }}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
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
            setWanted({ code, edit: act === 'edit' });
            if (act === 'exclude') ask(act, code);
          }}
        />
      )}
      {narrowed !== undefined && (
        <NarrowBar
          key={narrowed.code}
          batch={batch}
          group={narrowed}
          onAct={(act) => {
            ask(act, narrowed.code);
          }}
          onClear={() => {
            setWanted(undefined);
          }}
        />
      )}
      <GroupSheet
        batch={batch}
        wish={wish}
        refresh={refresh}
        onClose={() => {
          setWish(undefined);
          refresh();
        }}
      />
      <LineTable
        key={`${tab}-${blocker ?? ''}`}
        batch={batch}
        wish={{ state, blocker }}
        empty={translate(`batch.noLines.${tab}`)}
        editFirst={blocker !== undefined && wanted?.edit === true}
        onEdited={(line, accepted) => {
          setEdited(editedOf(line, accepted));
          refresh();
        }}
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
