import type { RuleFigures } from '@linggong/risk/api';
import { addDays } from '@linggong/core/domain';
import {
  Box,
  Checkbox,
  FormControlLabel,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { today } from '../dashboards/days';
import { falseShare } from '../dashboards/risk-shares';
import { listAt } from '../dashboards/tile';
import { Card } from '../parts/card';
import { countText, nothing } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useRuleWord } from '../risk-cases/rule-word';
import { useMay } from '../session/use-me';
import { useRuleFigures } from './rule-figures';
import { Trend } from './trend';
import { usePageWords } from './words';

const periods = [7, 30, 92, 365] as const;

/** How each rule did (规则效果, R6.4): hits, trend, cases and what became of them, by version, with the row in Studio and the cases. */
export default function RulesPage(): ReactNode {
  const word = usePageWords();
  const [days, setDays] = useState<number>(30);
  const [onlyHits, setOnlyHits] = useState(true);
  const [from, to] = useMemo(() => [addDays(today(), 1 - days), today()] as const, [days]);
  const { data, error, refetch } = useRuleFigures(from, to);
  const rows = (data ?? []).filter(({ hits, cases }) => !onlyHits || hits + cases > 0);
  return (
    <>
      <PageHeader title={word('title')} facts={[word('lead')]} />
      <Card>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1.5 }}>
          <TextField
            select
            size="small"
            label={word('period')}
            value={days}
            onChange={(event) => {
              setDays(Number(event.target.value));
            }}
          >
            {periods.map((one) => (
              <MenuItem key={one} value={one}>
                {word('days', one)}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel
            label={word('onlyHits')}
            control={
              <Checkbox
                checked={onlyHits}
                onChange={(_event, checked) => {
                  setOnlyHits(checked);
                }}
              />
            }
          />
        </Box>
        {data === undefined &&
          (error === null ? <PageSkeleton /> : <Trouble error={error} retry={() => void refetch()} />)}
        {data !== undefined && rows.length === 0 && (
          <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{word('none')}</Box>
        )}
        {rows.length > 0 && <RuleRows rows={rows} />}
      </Card>
    </>
  );
}

const figures = ['hits', 'trend', 'cases', 'confirmed', 'falseAlarms', 'falseShare'] as const;

function RuleRows({ rows }: { rows: readonly RuleFigures[] }): ReactNode {
  const word = usePageWords();
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={word('title')}>
      <Table size="small" sx={{ minWidth: 720, '& td, & th': { fontSize: 13, px: 1 }, '& .n': { textAlign: 'right' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{word('rule')}</TableCell>
            <TableCell>{word('version')}</TableCell>
            {figures.map((name) => (
              <TableCell key={name} className="n">
                {word(name)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((one) => (
            <RuleRow key={`${one.rule} ${String(one.versionId)}`} figures={one} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function RuleRow({ figures: one }: { figures: RuleFigures }): ReactNode {
  const word = usePageWords();
  const text = useText2();
  const ruleWord = useRuleWord();
  return (
    <TableRow>
      <TableCell>
        {one.text === null ? ruleWord(one.rule) : text(one.text)}
        {one.rule.startsWith('review.') && one.text !== null && (
          <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{ruleWord(one.rule)}</Box>
        )}
      </TableCell>
      <TableCell>
        <VersionLink figures={one} />
      </TableCell>
      <TableCell className="n">{countText(one.hits)}</TableCell>
      <TableCell className="n">
        <Trend counts={one.trend} label={word('trend')} />
      </TableCell>
      <TableCell className="n">
        {one.cases === 0 ? (
          countText(0)
        ) : (
          <Link
            to={listAt('risk-cases', { rule: one.rule })}
            aria-label={`${word('openCases')} ${countText(one.cases)}`}
          >
            {countText(one.cases)}
          </Link>
        )}
      </TableCell>
      <TableCell className="n">{countText(one.confirmed)}</TableCell>
      <TableCell className="n">{countText(one.falseAlarms)}</TableCell>
      <TableCell className="n">{falseShare(one) ?? nothing}</TableCell>
    </TableRow>
  );
}

/** The row in the table of Studio, for those who may read configurations. */
function VersionLink({ figures: { versionId, versionNo, isInForce, row } }: { figures: RuleFigures }): ReactNode {
  const word = usePageWords();
  const may = useMay();
  if (versionId === null || versionNo === null) return nothing;
  const words = `${word('versionNo', versionNo)}${isInForce ? ` · ${word('inForce')}` : ''}`;
  if (!may('configuration-versions', 'show')) return words;
  const to = `/configuration-versions/${versionId.toString()}/show?tab=content&row=${encodeURIComponent(row)}`;
  return (
    <Link to={to} title={word('openRow')}>
      {words}
    </Link>
  );
}
