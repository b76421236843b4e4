import { caseDifferences, type Json, type TestCase } from '@linggong/studio/domain';
import { Box, Button, Checkbox } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Trace } from '../example-table';
import { Grid, Frame } from '../../table/grid';
import { expectedAt, expecting, leavesOf, notExpecting, type Leaf } from './outcome-leaves';
import type { Tried } from './try-out';
import type { CaseWords } from './value-text';

interface ExpectationProps {
  testCase: TestCase;
  tried: Tried | undefined;
  words: CaseWords;
  readOnly: boolean;
  onChange: (expectation: Json) => void;
}

/** What comes out, answer by answer, and which of the answers must be so: picked, never written. */
export function Expectation({ testCase, tried, words, readOnly, onChange }: ExpectationProps): ReactNode {
  const translate = useTranslate();
  const { expect } = testCase;
  const outcome = tried?.ok === true ? tried.evaluation.outcome : undefined;
  const leaves = rowsOf(expect, outcome);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {tried === undefined && <Note text={translate('configuration.cases.faultsFirst')} />}
      {tried?.ok === false && <Note text={translate('configuration.cases.fillFirst')} />}
      {leaves.length > 0 && (
        <Frame tabIndex={0} role="region" aria-label={translate('configuration.cases.expected')}>
          <Grid>
            <thead>
              <tr>
                <th scope="col">{translate('configuration.cases.answer')}</th>
                <th scope="col">{translate('configuration.cases.now')}</th>
                <th scope="col">{translate('configuration.cases.expected')}</th>
              </tr>
            </thead>
            <tbody>
              {leaves.map((leaf) => (
                <AnswerRow
                  key={leaf.path.join('.')}
                  leaf={leaf}
                  expect={expect}
                  words={words}
                  readOnly={readOnly}
                  onChange={onChange}
                />
              ))}
            </tbody>
          </Grid>
        </Frame>
      )}
      {outcome !== undefined && !readOnly && (
        <Box>
          <Button
            size="small"
            onClick={() => {
              onChange(leavesOf(outcome).reduce<Json>((made, { path, value }) => expecting(made, path, value), {}));
            }}
          >
            {translate('configuration.cases.takeAll')}
          </Button>
        </Box>
      )}
      {tried?.ok === true && <Trace trace={tried.evaluation.trace} />}
    </Box>
  );
}

interface Answer {
  path: readonly string[];
  /** What comes out now; undefined where the outcome has no such answer. */
  now: Json | undefined;
}

/** The answers that come out, and those that are expected and do not. */
function rowsOf(expect: Json, outcome: Json | undefined): readonly Answer[] {
  const now: readonly Leaf[] = outcome === undefined ? [] : leavesOf(outcome);
  const seen = new Set(now.map(({ path }) => path.join('.')));
  const isNothing = typeof expect === 'object' && expect !== null && Object.keys(expect).length === 0;
  const missing = isNothing ? [] : leavesOf(expect).filter(({ path }) => !seen.has(path.join('.')));
  return [
    ...now.map(({ path, value }) => ({ path, now: value })),
    ...missing.map(({ path }) => ({ path, now: undefined })),
  ];
}

interface AnswerRowProps {
  leaf: Answer;
  expect: Json;
  words: CaseWords;
  readOnly: boolean;
  onChange: (expectation: Json) => void;
}

function AnswerRow({ leaf: { path, now }, expect, words, readOnly, onChange }: AnswerRowProps): ReactNode {
  const translate = useTranslate();
  const expected = expectedAt(expect, path);
  // As the check compares: members may stand in any order, and what is not named may be anything.
  const differs = expected !== undefined && caseDifferences(expected, now).length > 0;
  const name = words.name(path);
  return (
    <tr>
      <td>{name}</td>
      <td style={{ whiteSpace: 'normal' }}>
        {now === undefined ? translate('configuration.cases.noAnswer') : words.value(path, now)}
      </td>
      <td style={{ whiteSpace: 'normal' }}>
        <Checkbox
          checked={expected !== undefined}
          disabled={readOnly || (now === undefined && expected === undefined)}
          slotProps={{ input: { 'aria-label': translate('configuration.cases.mustBe', { name }) } }}
          onChange={() => {
            onChange(
              expected === undefined && now !== undefined ? expecting(expect, path, now) : notExpecting(expect, path),
            );
          }}
        />
        {expected === undefined ? (
          <Box component="span" sx={{ color: 'tokens.ink3' }}>
            {translate('configuration.cases.anything')}
          </Box>
        ) : (
          <Box component="span" sx={{ color: differs ? 'tokens.bad' : undefined, fontWeight: differs ? 600 : 400 }}>
            {words.value(path, expected)}
          </Box>
        )}
        {differs && now !== undefined && !readOnly && (
          <Button
            size="small"
            sx={{ ml: 1 }}
            onClick={() => {
              onChange(expecting(expect, path, now));
            }}
          >
            {translate('configuration.cases.takeNow')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Note({ text }: { text: string }): ReactNode {
  return <Box sx={{ fontSize: 13, color: 'tokens.wait' }}>{text}</Box>;
}
