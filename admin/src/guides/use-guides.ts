import type { GuideItem, GuideText } from '@linggong/access/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale } from 'react-admin';
import { call } from '../provider/http';
import { useMe } from '../session/use-me';

/** Guides change when somebody publishes one; nobody waits for it. */
const STALE_MS = 10 * 60_000;

/** All guides of the reader, or those that hold the words that were typed; with their steps, without their texts. */
export function useGuides(typed = '') {
  const locale = useLocale();
  const ready = useMe()?.setUp.length === 0;
  const query = new URLSearchParams({ language: locale === 'en' ? 'en' : 'zh', ...(typed === '' ? {} : { q: typed }) });
  return useQuery({
    queryKey: ['guides', locale, typed],
    queryFn: async ({ signal }) => {
      // The route answers with `guidesAnswer`.
      const { items } = (await call(`/api/v1/guides?${query.toString()}`, { signal })).json as { items: GuideItem[] };
      return items;
    },
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
    enabled: ready,
    retry: false,
  });
}

/** One guide with its text. */
export function useGuide(name: string) {
  return useQuery({
    queryKey: ['guide', name],
    // The route answers with `guideAnswer`.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/guides/${encodeURIComponent(name)}`, { signal })).json as GuideText,
    staleTime: STALE_MS,
    retry: false,
  });
}
