import type { RiskFigures } from '@linggong/risk/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { ProvinceMap } from '../parts/province-map/province-map';
import { useText2 } from '../parts/text2';
import { startOf } from './days';
import { listAt } from './tile';

/** So many provinces are named beside the map. */
const named = 8;

/** Where the enterprises of the cases are registered: a map, and the provinces with most of them, each with how many proved true. */
export default function CaseMap({
  from,
  regions,
  elsewhere,
}: Pick<RiskFigures, 'from' | 'regions' | 'elsewhere'>): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const question = translate('dashboard.risk.regions');
  const casesOf = (code: string): string => listAt('risk-cases', { province: code, openedAt_gte: startOf(from) });
  if (regions.length === 0 && elsewhere === 0) {
    return (
      <Card title={question}>
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('dashboard.risk.none')}</Box>
      </Card>
    );
  }
  return (
    <Card title={question}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <ProvinceMap
            label={question}
            counts={regions.map(({ code, cases }) => ({ code, count: cases, to: casesOf(code) }))}
          />
        </Box>
        <Box component="ol" sx={{ flex: '1 1 150px', m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
          {regions.slice(0, named).map(({ code, name, cases, confirmed }) => (
            <Box component="li" key={code} sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 30 }}>
              <Box component={Link} to={casesOf(code)} sx={{ flex: 1, minWidth: 0, color: 'tokens.ink' }}>
                {text(name)}
              </Box>
              <Box sx={{ fontWeight: 600 }}>{countText(cases)}</Box>
              <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
                {translate('dashboard.risk.regionConfirmed', { count: confirmed })}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
      {elsewhere > 0 && (
        <Box sx={{ mt: 1, fontSize: 12, color: 'tokens.ink3' }}>
          {translate('dashboard.risk.elsewhere', { smart_count: elsewhere })}
        </Box>
      )}
    </Card>
  );
}
