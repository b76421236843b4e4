import { listWords } from '@linggong/risk/api';
import type { MeasureList, MeasureListing } from '@linggong/risk/domain';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';

interface Listing {
  readonly list: MeasureList | null;
  readonly listBy: readonly MeasureListing[] | null;
  readonly endsOn: string | null;
}

/** The list that a measure puts its subject on, by what, and until when. */
export function useListingText(): (listing: Listing) => string {
  const translate = useTranslate();
  const text = useText2();
  return ({ list, listBy, endsOn }) => {
    if (list === null) return '';
    const by = (listBy ?? []).map((one) => text(listWords.subjectKind[one])).join(translate('riskMeasures.and'));
    return translate('riskMeasures.listing', { list: text(listWords.kind[list]), by, until: endsOn ?? '' });
  };
}
