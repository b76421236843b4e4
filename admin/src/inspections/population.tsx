import { Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { PreviewRecord } from './inspection';

interface PopulationProps {
  preview: PreviewRecord | undefined;
  error: Error | null;
  busy: boolean;
}

/** What would be drawn: the plan in force, the payments of the period and how many of each stratum. */
export function Population({ preview, error, busy }: PopulationProps): ReactNode {
  const translate = useTranslate();
  if (preview === undefined) {
    if (error !== null) return <Trouble error={error} />;
    return busy ? <Skeleton variant="rounded" height={160} /> : null;
  }
  const { plan, outside, sample } = preview;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: 13 }}>
        <span>{translate('inspections.draw.plan')}</span>
        <PlanLink versionId={plan.versionId} no={plan.versionNo} />
      </Box>
      <Strata preview={preview} />
      <Typography variant="body2" sx={{ color: 'tokens.ink3' }}>
        {translate('inspections.factors', { factors: factorsText(preview.classFactors) })}
      </Typography>
      {outside > 0 && (
        <Typography variant="body2" sx={{ color: 'tokens.wait' }}>
          {translate('inspections.draw.outsideNote', { count: countText(outside) })}
        </Typography>
      )}
      {sample === 0 && (
        <Typography variant="body2" role="alert" sx={{ color: 'tokens.bad' }}>
          {translate('inspections.draw.nothing')}
        </Typography>
      )}
    </Box>
  );
}

/** `C ×2 · D ×4`: the classes that are drawn more or less often than the plan says. */
export function factorsText(factors: Readonly<Record<string, number>>): string {
  const other = Object.entries(factors).filter(([, factor]) => factor !== 1);
  return other.map(([name, factor]) => `${name} ×${factor.toString()}`).join(' · ') || '×1';
}

function Strata({ preview: { strata, population, sample } }: { preview: PreviewRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Table size="small" sx={{ '& td, & th': { fontSize: 13, px: 1 }, '& .n': { textAlign: 'right' } }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('inspections.stratum')}</TableCell>
          <TableCell className="n">{translate('inspections.draw.population')}</TableCell>
          <TableCell className="n">{translate('inspections.draw.sample')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {strata.map((one) => (
          <TableRow key={one.stratum}>
            <TableCell>{text(one.name)}</TableCell>
            <TableCell className="n">{countText(one.population)}</TableCell>
            <TableCell className="n">{countText(one.sample)}</TableCell>
          </TableRow>
        ))}
        <TableRow sx={{ '& td': { fontWeight: 600, borderBottom: 0 } }}>
          <TableCell>{translate('inspections.total')}</TableCell>
          <TableCell className="n">{countText(population)}</TableCell>
          <TableCell className="n">{countText(sample)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

/** The version of the sampling plan, opened where the reader may see configurations. */
export function PlanLink({ versionId, no }: { versionId: number; no: number | null }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const word =
    no === null
      ? translate('inspections.planRow', { id: versionId.toString() })
      : translate('inspections.draw.planVersion', { no: no.toString() });
  if (!may('configuration-versions', 'show')) return word;
  return <Link to={`/configuration-versions/${versionId.toString()}/show`}>{word}</Link>;
}
