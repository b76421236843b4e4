import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { MaterialRecord } from './material';

/** The risk cases that a material made; whoever may not open them sees how they stand. */
export function CasesCard({ cases }: Pick<MaterialRecord, 'cases'>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const opens = useMay()('risk-cases', 'show');
  if (cases.length === 0) return null;
  return (
    <Card title={translate('resources.risk-cases.name')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13 }}>
        {cases.map(({ id, number, state, title }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <StateChip kind="riskCase" state={state} />
            {opens ? <Link to={`/risk-cases/${id.toString()}/show`}>{number}</Link> : number}
            <span>{text(title)}</span>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
