import { listWords } from '@linggong/risk/api';
import { measureListings, measureLists, type MeasureList, type MeasureListing } from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { useText2 } from '../parts/text2';

/** Onto which list a measure puts its subject, by what, and until when. */
export interface Listing {
  list: MeasureList;
  listBy: MeasureListing[];
  endsOn: string;
}

export const blankListing: Listing = { list: 'deny', listBy: ['identity'], endsOn: '' };

/** What is sent of it: an enterprise has one identifier. */
export const listingOf = ({ list, listBy, endsOn }: Listing, subject: 'worker' | 'enterprise'): Listing => ({
  ...{ list, endsOn },
  listBy: subject === 'enterprise' ? ['uscc'] : listBy,
});

interface ListingProps {
  subject: 'worker' | 'enterprise';
  typed: Listing;
  change: (part: Partial<Listing>) => void;
}

export function ListingFields({ subject, typed, change }: ListingProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <>
      <TextField
        select
        label={translate('riskMeasures.list')}
        helperText={translate(`riskMeasures.listHelp.${typed.list}`)}
        value={typed.list}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ list: event.target.value as MeasureList });
        }}
      >
        {measureLists.map((code) => (
          <MenuItem key={code} value={code}>
            {text(listWords.kind[code])}
          </MenuItem>
        ))}
      </TextField>
      {subject === 'worker' && (
        <TextField
          select
          required
          label={translate('riskMeasures.listBy')}
          helperText={translate('riskMeasures.listByHelp')}
          value={typed.listBy}
          slotProps={{ select: { multiple: true } }}
          onChange={({ target: { value } }) => {
            // The menu holds these codes only; several come as a list.
            change({ listBy: (typeof value === 'string' ? value.split(',') : value) as MeasureListing[] });
          }}
        >
          {measureListings
            .filter((code) => code !== 'uscc')
            .map((code) => (
              <MenuItem key={code} value={code}>
                {text(listWords.subjectKind[code])}
              </MenuItem>
            ))}
        </TextField>
      )}
      <DateField
        required
        label={translate('riskMeasures.endsOn')}
        helperText={translate('riskMeasures.endsOnHelp')}
        value={typed.endsOn}
        onChange={(endsOn) => {
          change({ endsOn });
        }}
      />
    </>
  );
}
