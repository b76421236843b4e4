import { listWords } from '@linggong/risk/api';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAt } from '../dashboards/tile';
import { ActorWord } from '../parts/actor-word';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { ListImportRecord } from './entry';

/** One sheet of entries: what would be taken, and what is wrong, row by row; taking it waits for a second person. */
export default function ListImportShow(): ReactNode {
  const may = useMay();
  const text = useText2();
  const actions = ({ state, rowsGood, counts }: ListImportRecord): LifeAction[] => {
    if (state !== 'read') return [];
    const effects = counts.map(({ kind, subjectKind, rows }) => ({
      label: `${text(listWords.kind[kind])} · ${text(listWords.subjectKind[subjectKind])}`,
      value: countText(rows),
    }));
    return [
      ...(may('risk-list-imports', 'take') && rowsGood > 0
        ? [{ name: 'take', reason: 'required', tone: 'main', effects } as const]
        : []),
      ...(may('risk-list-imports', 'discard')
        ? [{ name: 'discard', reason: 'required', tone: 'danger' } as const]
        : []),
    ];
  };
  return (
    <RecordPage<ListImportRecord>
      resource="risk-list-imports"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="riskListImport" state={state} />}
      actions={(given, refresh) => (
        <LifeActions
          kind="riskListImport"
          resource="risk-list-imports"
          id={given.id}
          actions={actions(given)}
          onDone={refresh}
        />
      )}
    >
      {(given) => (
        <>
          <Counts given={given} />
          <Faults faults={given.faults} />
        </>
      )}
    </RecordPage>
  );
}

function Counts({ given }: { given: ListImportRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.risk-list-imports.fields.${field}`);
  return (
    <Card title={translate('riskLists.importFacts')}>
      <Facts
        facts={[
          { label: label('rowsRead'), value: countText(given.rowsRead) },
          { label: label('rowsGood'), value: countText(given.rowsGood) },
          { label: label('rowsRefused'), value: countText(given.rowsRefused) },
          ...given.counts.map(({ kind, subjectKind, rows }) => ({
            label: `${text(listWords.kind[kind])} · ${text(listWords.subjectKind[subjectKind])}`,
            value: countText(rows),
          })),
          { label: label('createdName'), value: <ActorWord name={given.createdName} /> },
          { label: label('createdAt'), value: <Instant at={given.createdAt} /> },
          ...(given.decidedAt === null
            ? []
            : [
                { label: label('decidedName'), value: <ActorWord name={given.decidedName ?? ''} /> },
                { label: label('decidedAt'), value: <Instant at={given.decidedAt} /> },
              ]),
          ...(given.state === 'taken' ? [{ label: label('rowsTaken'), value: countText(given.rowsTaken) }] : []),
        ]}
      />
      {given.state === 'taken' && <Taken given={given} />}
    </Card>
  );
}

/** What came of the good rows, and where they stand now. */
function Taken({ given: { id, rowsGood, rowsTaken } }: { given: ListImportRecord }): ReactNode {
  const translate = useTranslate();
  const known = rowsGood - (rowsTaken ?? 0);
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 0.5, fontSize: 13 }}>
      {known > 0 && <span>{translate('riskLists.listedAlready', { count: countText(known) })}</span>}
      {rowsTaken !== null && rowsTaken > 0 && (
        <Link to={listAt('risk-list-entries', { importId: id })}>{translate('riskLists.listedRows')}</Link>
      )}
    </Box>
  );
}

function Faults({ faults }: Pick<ListImportRecord, 'faults'>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (faults.length === 0) return null;
  return (
    <Card title={translate('riskLists.faults')}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>{translate('riskLists.mendSheet')}</Box>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('riskLists.row')}</TableCell>
            <TableCell>{translate('riskLists.column')}</TableCell>
            <TableCell>{translate('riskLists.why')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {faults.map(({ rowNo, field, zh, en }) => (
            <TableRow key={`${rowNo.toString()} ${field}`}>
              <TableCell>{rowNo}</TableCell>
              <TableCell>{translate(`resources.risk-list-entries.fields.${field}`)}</TableCell>
              <TableCell>{text({ zh, en })}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
