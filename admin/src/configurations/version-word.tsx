import type { ReactNode } from 'react';
import { useGetManyAggregate, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import { nameOf, type ConfigurationRow } from './configuration';

type VersionLine = Pick<ConfigurationRow, 'id' | 'nameZh' | 'nameEn'> & { versionNo: number };

/** A version by the name of its configuration and its number, opened where the reader may; those of a page are asked for at once. */
export function VersionWord({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const opens = may('configuration-versions', 'show');
  const { data } = useGetManyAggregate<VersionLine>(
    'configuration-versions',
    { ids: [id] },
    { enabled: opens && may('configuration-versions', 'list'), retry: false },
  );
  const [line] = data ?? [];
  const word =
    line === undefined
      ? translate('configuration.keptVersion')
      : `${text(nameOf(line))} · ${translate('configuration.versionNo', { no: line.versionNo })}`;
  return opens ? <Link to={`/configuration-versions/${id.toString()}/show`}>{word}</Link> : word;
}
