import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';

/** By what the channel of a file was chosen (路由依据); all null for files of before there was a table. */
export interface RoutingFields {
  routingVersionId: number | null;
  routingVersionNo: number | null;
  routingRow: number | null;
  routingBySetting: boolean | null;
}

/** Version and row of the routing table in words, for lists and sheets. */
export function useRoutingText(): (row: RoutingFields) => string {
  const translate = useTranslate();
  return ({ routingVersionNo, routingRow, routingBySetting }) => {
    if (routingVersionNo === null) return '—';
    const hit = routingRow === null ? translate('bank.noRow') : translate('bank.row', { row: routingRow });
    const words = translate('bank.routing', { version: routingVersionNo, hit });
    return routingBySetting === true ? `${words}${translate('bank.bySetting')}` : words;
  };
}

/** The same, opened for those who may read configurations. */
export function RoutingWord({ row }: { row: RoutingFields }): ReactNode {
  const text = useRoutingText();
  const may = useMay();
  const id = row.routingVersionId;
  return id !== null && may('configuration-versions', 'show') ? (
    <Link to={`/configuration-versions/${id.toString()}/show`}>{text(row)}</Link>
  ) : (
    text(row)
  );
}
