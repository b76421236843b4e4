import DataObjectOutlined from '@mui/icons-material/DataObjectOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { useInsertable } from './insertable';
import { useSigns } from '../../parts/signs';

interface InsertVariableProps {
  input: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  /** Where the cursor stood when the input was left; undefined where nobody has been there: then it goes to the end. */
  cursor: RefObject<readonly [from: number, to: number] | undefined>;
  value: string;
  max: number;
  /** What the input is called. */
  name: string;
  onChange: (value: string) => void;
}

/** Puts a variable where the cursor stands, by its meaning: nobody types braces. Nothing where texts have no variables. */
export function InsertVariable({ input, cursor, value, max, name, onChange }: InsertVariableProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const variables = useInsertable();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const placed = useRef<number | undefined>(undefined);
  if (variables.length === 0) return null;
  const insert = (variable: string): void => {
    const place = `{{${variable}}}`;
    const [from, to] = cursor.current ?? [value.length, value.length];
    const next = value.slice(0, from) + place + value.slice(to);
    setAnchor(null);
    if (next.length > max) return;
    placed.current = from + place.length;
    onChange(next);
  };
  return (
    <>
      <Button
        size="small"
        startIcon={<DataObjectOutlined sx={{ fontSize: 16 }} />}
        aria-haspopup="menu"
        aria-label={`${translate('kindEditor.insert')}${signs.colon}${name}`}
        onClick={({ currentTarget }) => {
          setAnchor(currentTarget);
        }}
        sx={{ mt: 0.5 }}
      >
        {translate('kindEditor.insert')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
        slotProps={{
          transition: {
            onExited: () => {
              const at = placed.current;
              if (at === undefined) return;
              placed.current = undefined;
              input.current?.focus();
              input.current?.setSelectionRange(at, at);
            },
          },
        }}
      >
        {variables.map((variable) => (
          <MenuItem
            key={variable.name}
            onClick={() => {
              insert(variable.name);
            }}
          >
            <ListItemText primary={text(variable.label)} secondary={variable.name} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
