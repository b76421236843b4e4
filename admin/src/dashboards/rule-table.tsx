import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText, nothing } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useRuleWord } from '../risk-cases/rule-word';
import { firedRules, useRuleFigures } from '../risk-rules/rule-figures';
import { falseShare } from './risk-shares';
import { listAt } from './tile';

/** Rules on the first page; all of them, by version, stand on the page of rules. */
const shown = 12;

/** Which rules fire most, and how often they were wrong: by the cases that they opened. */
export function RuleTable({ from, to }: { from: string; to: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const rule = useRuleWord();
  const { data, error } = useRuleFigures(from, to);
  if (data === undefined) return error === null ? null : <Trouble error={error} />;
  const rules = firedRules(data, shown);
  const head = ['hits', 'cases', 'confirmed', 'falseAlarms', 'falseShare'] as const;
  return (
    <Card title={translate('dashboard.risk.rules')}>
      {rules.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('dashboard.risk.none')}</Box>}
      {rules.length > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ '& td, & th': { fontSize: 13, px: 1 }, '& .n': { textAlign: 'right' } }}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('resources.risk-cases.fields.rule')}</TableCell>
                {head.map((name) => (
                  <TableCell key={name} className="n">
                    {translate(`dashboard.risk.head.${name}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rules.map((one) => (
                <TableRow key={one.rule}>
                  <TableCell>
                    <Link to={listAt('risk-cases', { rule: one.rule })}>
                      {one.text === null ? rule(one.rule) : text(one.text)}
                    </Link>
                  </TableCell>
                  <TableCell className="n">{countText(one.hits)}</TableCell>
                  <TableCell className="n">{countText(one.cases)}</TableCell>
                  <TableCell className="n">{countText(one.confirmed)}</TableCell>
                  <TableCell className="n">{countText(one.falseAlarms)}</TableCell>
                  <TableCell className="n">{falseShare(one) ?? nothing}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      <Button component={Link} to="/risk-rules" size="small">
        {translate('dashboard.risk.allRules')}
      </Button>
    </Card>
  );
}
