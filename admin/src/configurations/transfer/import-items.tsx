import { Box, Button, Checkbox, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Change } from '@linggong/studio/domain';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { countText, nothing } from '../../parts/money-text';
import { StateChip } from '../../parts/state-chip';
import { Trouble } from '../../parts/states-of-page';
import { useText2 } from '../../parts/text2';
import { call } from '../../provider';
import { Frame, Grid } from '../../table/grid';
import { ChangeList } from '../change-list';
import { countsOf, inOrder, isTakeable, type ImportItem, type ImportRecord } from './import-record';
import { useSigns } from '../../parts/signs';

interface ImportItemsProps {
  given: ImportRecord;
  /** Places that are picked; undefined where nothing may be taken. */
  picked: readonly number[] | undefined;
  onPick: (places: readonly number[]) => void;
  onTake: () => void;
}

/** Every configuration of a file beside what is in force here, its differences one click away, and those to take. */
export function ImportItems({ given, picked, onPick, onTake }: ImportItemsProps): ReactNode {
  const translate = useTranslate();
  const word = (name: string): string => translate(`configuration.transfer.${name}`);
  const takeable = given.items.filter(isTakeable).map(({ place }) => place);
  const mayPick = picked !== undefined && takeable.length > 0;
  return (
    <>
      {takeable.length === 0 && (
        <Typography sx={{ fontSize: 13, fontWeight: 600, mb: 1 }}>{word('nothingToTake')}</Typography>
      )}
      {mayPick && (
        <Box sx={{ display: 'flex', gap: 1, mb: 1, flexWrap: 'wrap' }}>
          <Button
            size="small"
            onClick={() => {
              onPick(picked.length === takeable.length ? [] : takeable);
            }}
          >
            {word(picked.length === takeable.length ? 'pickNone' : 'pickAll')}
          </Button>
          <Button size="small" variant="contained" color="primary" disabled={picked.length === 0} onClick={onTake}>
            {translate('configuration.transfer.takeCount', { count: countText(picked.length) })}
          </Button>
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 1.5, mb: 1, flexWrap: 'wrap', fontSize: 13 }}>
        {countsOf(given.items).map(({ state, count }) => (
          <Box component="span" key={state} sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
            <StateChip kind="configurationImportItem" state={state} />
            {countText(count)}
          </Box>
        ))}
      </Box>
      <Frame tabIndex={0} role="region" aria-label={word('items')}>
        <Grid>
          <thead>
            <tr>
              {mayPick && <th scope="col">{word('pick')}</th>}
              <th scope="col">{word('configuration')}</th>
              <th scope="col">{word('kind')}</th>
              <th scope="col">{word('theirs')}</th>
              <th scope="col">{word('ours')}</th>
              <th scope="col">{word('state')}</th>
              <th scope="col">{word('changes')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(given.items).map((item) => (
              <ItemRow
                key={item.place}
                importId={given.id}
                item={item}
                picked={mayPick ? picked.includes(item.place) : undefined}
                onPick={(isOn) => {
                  const others = (picked ?? []).filter((place) => place !== item.place);
                  onPick(isOn ? [...others, item.place] : others);
                }}
              />
            ))}
          </tbody>
        </Grid>
      </Frame>
    </>
  );
}

interface ItemRowProps {
  importId: number;
  item: ImportItem;
  picked: boolean | undefined;
  onPick: (isOn: boolean) => void;
}

function ItemRow({ importId, item, picked, onPick }: ItemRowProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const [isOpen, setOpen] = useState(false);
  const version = (no: number): string => translate('configuration.versionNo', { no });
  const name = text(item.name);
  const differences = item.changesTotal + item.faults.length;
  const shown = translate('configuration.transfer.changeCount', { count: countText(differences) });
  return (
    <>
      <tr>
        {picked !== undefined && (
          <td>
            {isTakeable(item) && (
              <Checkbox
                size="small"
                checked={picked}
                slotProps={{
                  input: { 'aria-label': `${translate('configuration.transfer.pick')}${signs.colon}${name}` },
                }}
                onChange={(_event, isOn) => {
                  onPick(isOn);
                }}
              />
            )}
          </td>
        )}
        <td>{name}</td>
        <td>{translate(`configuration.kind.${item.kind}.name`, { _: item.kind })}</td>
        <td>{version(item.versionNo)}</td>
        <td>{item.inForceNo === null ? nothing : version(item.inForceNo)}</td>
        <td>
          <StateChip kind="configurationImportItem" state={item.state} />{' '}
          {item.versionId !== null && (
            <Link
              to={pageOf(item.versionId)}
              aria-label={`${translate('configuration.transfer.toDraft')}${signs.colon}${name}`}
            >
              {translate('configuration.transfer.toDraft')}
            </Link>
          )}
        </td>
        <td>
          {differences === 0 ? (
            nothing
          ) : (
            <Button
              size="small"
              aria-expanded={isOpen}
              aria-label={`${shown}${signs.colon}${name}`}
              onClick={() => {
                setOpen(!isOpen);
              }}
            >
              {shown}
            </Button>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className="inner">
          <td colSpan={picked === undefined ? 6 : 7}>
            {item.faults.length > 0 ? <Faults item={item} /> : <Changes importId={importId} place={item.place} />}
          </td>
        </tr>
      )}
    </>
  );
}

const pageOf = (versionId: number): string => `/configuration-versions/${versionId.toString()}/show`;

function Faults({ item }: { item: ImportItem }): ReactNode {
  const text = useText2();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13, color: 'tokens.bad' }}>
      {item.faults.map((fault, index) => (
        <li key={`${fault.path} ${index.toString()}`}>{text(fault.text)}</li>
      ))}
    </Box>
  );
}

interface ItemChanges {
  changes: Change[];
  changesTotal: number;
}

function Changes({ importId, place }: { importId: number; place: number }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['configuration-import', importId, place],
    queryFn: async ({ signal }): Promise<ItemChanges> =>
      // The route answers with the schema `importItemAnswer`.
      (await call(`/api/v1/configuration-imports/${importId.toString()}/items/${place.toString()}`, { signal }))
        .json as ItemChanges,
  });
  if (data === undefined)
    return error === null ? <Skeleton variant="rounded" height={40} /> : <Trouble error={error} />;
  return <ChangeList changes={data.changes} total={data.changesTotal} />;
}
