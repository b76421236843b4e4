import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { yuanSignText } from '../parts/money-text';
import { ProvinceMap } from '../parts/province-map/province-map';
import { useText2 } from '../parts/text2';
import { Panel, sizes } from './live-parts';
import type { Live } from './use-live';
import { words } from './words';

/** So many provinces are named beside the map. */
const named = 6;

/** Where the enterprises are, and where most was paid this month. */
export function LivePlaces({ places }: Pick<Live, 'places'>): ReactNode {
  const text = useText2();
  const active = places.filter(({ enterprises }) => enterprises > 0);
  const paid = places.filter(({ netFen }) => netFen > 0).slice(0, named);
  return (
    <Panel title={text(words.map)}>
      {active.length === 0 ? (
        <Box sx={{ m: 'auto', fontSize: sizes.note, color: 'tokens.ink3' }}>{text(words.noPlaces)}</Box>
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, mt: 1, display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, gap: 2 }}>
          <Box sx={{ flex: '3 1 260px', minWidth: 0 }}>
            <ProvinceMap
              large
              label={text(words.map)}
              counts={active.map(({ code, enterprises }) => ({ code, count: enterprises }))}
            />
          </Box>
          {paid.length > 0 && (
            <Box sx={{ flex: '2 1 200px', minWidth: 0, fontSize: sizes.note }}>
              <Box sx={{ color: 'tokens.ink2', mb: 1 }}>{text(words.places)}</Box>
              <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {paid.map(({ code, name, netFen }) => (
                  <Box
                    component="li"
                    key={code}
                    sx={{ py: '.35em', borderTop: '1px solid', borderColor: 'tokens.line' }}
                  >
                    <Box sx={{ color: 'tokens.ink2' }}>{text(name)}</Box>
                    <Box sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>{yuanSignText(netFen)}</Box>
                  </Box>
                ))}
              </Box>
            </Box>
          )}
        </Box>
      )}
    </Panel>
  );
}
