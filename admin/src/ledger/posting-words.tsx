import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nothing } from '../parts/money-text';

/** Where the business of a reference such as `order:4379` is shown. */
const pages: Readonly<Record<string, { resource: string; opens: boolean }>> = {
  order: { resource: 'orders', opens: true },
  batch: { resource: 'settlement-batches', opens: true },
  'settlement-batch': { resource: 'settlement-batches', opens: true },
  deposit: { resource: 'deposits', opens: false },
};

/** What a transaction booked, in words. */
export function PostingKind({ kind }: { kind: string }): ReactNode {
  const translate = useTranslate();
  return translate(`choice.postingKind.${kind}`, { _: translate('choice.postingKind.other') });
}

/** The business behind a posting, as a link where it has a page. */
export function Reference({ reference }: { reference: string | null }): ReactNode {
  const translate = useTranslate();
  if (reference === null) return nothing;
  const [kind = '', id = ''] = reference.split(':');
  const page = pages[kind];
  if (page === undefined || id === '') return reference;
  const words = `${translate(`resources.${page.resource}.name`, { smart_count: 1 })} #${id}`;
  return page.opens ? <Link to={`/${page.resource}/${id}/show`}>{words}</Link> : words;
}
