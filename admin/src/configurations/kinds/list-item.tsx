import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { shownBeside, type Fault, type ListControl } from '@linggong/studio/domain';
import { Box, ButtonBase, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2, type Text2 } from '../../parts/text2';
import { isFaulty } from './faults-at';
import { memberOf } from './field-props';
import { useSigns } from '../../parts/signs';

interface ListItemProps {
  control: ListControl;
  item: unknown;
  index: number;
  count: number;
  path: string;
  faults: readonly Fault[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
  onDouble: (() => void) | undefined;
  editor: ReactNode;
}

/** One item: a line that says what it is, opened to be edited. A single value needs no opening. */
export function ListItem(props: ListItemProps): ReactNode {
  const { control, item, index, path, faults, open, onOpen, editor } = props;
  const text = useText2();
  const wrong = isFaulty(faults, path);
  const frame = { border: '1px solid', borderColor: wrong ? 'tokens.bad' : 'tokens.line', borderRadius: 1 } as const;
  if (control.of.control.type !== 'record') {
    return (
      <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{editor}</Box>
        <ItemButtons {...props} name={`${text(control.item)} ${(index + 1).toString()}`} />
      </Box>
    );
  }
  const title = titleOf(control, item);
  const name = `${(index + 1).toString()}. ${title === undefined ? text(control.item) : text(title)}`;
  return (
    <Box component="li" sx={frame}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <ButtonBase
          aria-expanded={open}
          onClick={() => {
            onOpen(!open);
          }}
          sx={{ flex: 1, minWidth: 0, justifyContent: 'flex-start', textAlign: 'left', p: 1, gap: 1 }}
        >
          <ExpandMore sx={{ fontSize: 18, color: 'tokens.ink3', transform: open ? 'none' : 'rotate(-90deg)' }} />
          <Box sx={{ minWidth: 0, overflow: 'hidden' }}>
            <Box sx={{ fontSize: 14, color: wrong ? 'tokens.bad' : 'tokens.ink' }}>{name}</Box>
            {!open && (
              <Box
                sx={{
                  fontSize: 12,
                  color: 'tokens.ink3',
                  whiteSpace: 'nowrap',
                  textOverflow: 'ellipsis',
                  overflow: 'hidden',
                }}
              >
                {text(shownBeside(control, item))}
              </Box>
            )}
          </Box>
        </ButtonBase>
        <ItemButtons {...props} name={name} />
      </Box>
      {open && <Box sx={{ p: 2, pt: 1 }}>{editor}</Box>}
    </Box>
  );
}

function ItemButtons({ index, count, onMove, onDouble, onRemove, name }: ListItemProps & { name: string }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const buttons = [
    {
      word: 'up',
      Icon: ArrowUpward,
      act:
        index === 0
          ? undefined
          : () => {
              onMove(-1);
            },
    },
    {
      word: 'down',
      Icon: ArrowDownward,
      act:
        index === count - 1
          ? undefined
          : () => {
              onMove(1);
            },
    },
    { word: 'double', Icon: ContentCopyOutlined, act: onDouble },
    { word: 'remove', Icon: DeleteOutlined, act: onRemove },
  ];
  return (
    <Box sx={{ display: 'flex', flex: 'none', pr: 0.5 }}>
      {buttons.map(({ word, Icon, act }) => (
        <IconButton
          key={word}
          size="small"
          disabled={act === undefined}
          onClick={act}
          aria-label={`${translate(`kindEditor.${word}`)}${signs.colon}${name}`}
          title={translate(`kindEditor.${word}`)}
        >
          <Icon sx={{ fontSize: 16 }} />
        </IconButton>
      ))}
    </Box>
  );
}

/** What a reader knows the item by; undefined while it is not written. */
function titleOf({ title, key }: ListControl, item: unknown): Text2 | undefined {
  const named = memberOf(item, title ?? key ?? '');
  if (typeof named === 'number' || typeof named === 'string') {
    return named === '' ? undefined : { zh: String(named), en: String(named) };
  }
  const [zh, en] = [memberOf(named, 'zh'), memberOf(named, 'en')];
  return typeof zh === 'string' && zh !== '' ? { zh, en: typeof en === 'string' && en !== '' ? en : zh } : undefined;
}
