import type { CaseState } from '@linggong/risk/domain';
import { Box, Button, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call } from '../provider';
import { useMay } from '../session/use-me';
import { BoardColumn } from './board-column';
import { BoardTabs } from './board-tabs';
import { ReportRisk } from './report-risk';
import type { BoardRecord } from './risk-case';
import { walkBoard } from './walk-board';

async function readBoard({ signal }: { signal: AbortSignal }): Promise<BoardRecord> {
  const { json } = await call('/api/v1/risk-cases/board', { signal });
  // The route answers with the schema `riskBoard`.
  return json as BoardRecord;
}

/** The board of risk cases (案件看板): a column a state, the oldest clock first; on a phone one column at a time. */
export default function BoardPage(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const phone = useMediaQuery('(max-width: 899px)');
  const [tab, setTab] = useState<CaseState>('open');
  const { data, error, refetch } = useQuery({
    queryKey: ['risk-board'],
    queryFn: readBoard,
    retry: false,
    refetchInterval: 60_000,
  });
  const columns = data?.columns ?? [];
  const shown = phone ? columns.filter(({ state }) => state === tab) : columns;
  return (
    <>
      <PageHeader
        title={translate('riskCases.board')}
        facts={[translate('riskCases.lead'), ...(phone ? [] : [translate('riskCases.keys')])]}
        actions={
          <>
            <Button component={Link} to="/risk-cases">
              {translate('riskCases.list')}
            </Button>
            {may('risk-cases', 'create') && <ReportRisk onDone={() => void refetch()} main />}
          </>
        }
      />
      {data === undefined &&
        (error === null ? <PageSkeleton /> : <Trouble error={error} retry={() => void refetch()} />)}
      {phone && data !== undefined && <BoardTabs columns={columns} tab={tab} onTab={setTab} />}
      <Box
        onKeyDown={walkBoard}
        sx={{
          display: 'grid',
          gridTemplateColumns: phone ? 'minmax(0, 1fr)' : `repeat(${columns.length.toString()}, minmax(0, 1fr))`,
          gap: 1.5,
          alignItems: 'start',
        }}
      >
        {shown.map((column) => (
          <BoardColumn key={column.state} column={column} headed={!phone} />
        ))}
      </Box>
    </>
  );
}
