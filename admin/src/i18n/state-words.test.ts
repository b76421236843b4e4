import { batchStateTitles, lineStateTitles, orderStateTitles, stateWords } from '@linggong/settlement/api';
import { states as en } from './en/states';
import { states as zh } from './zh/states';

type Words = Readonly<Record<string, string>>;
type Titles = Readonly<Record<string, { zh: string; en: string }>>;

/** Every place besides the console's chips that puts a state into words, and what the chips say of it. */
const places: readonly [string, Titles | undefined, { zh: Words; en: Words }][] = [
  ['batch', batchStateTitles, { zh: zh.state.batch, en: en.state.batch }],
  ['line', lineStateTitles, { zh: zh.state.line, en: en.state.line }],
  ['order', orderStateTitles, { zh: zh.state.order, en: en.state.order }],
  ['engagement', stateWords['task-not-accepted'], { zh: zh.state.engagement, en: en.state.engagement }],
  ['worker', stateWords['worker-inactive'], { zh: zh.state.worker, en: en.state.worker }],
  ['real name', stateWords['real-name-unverified'], { zh: zh.state.realName, en: en.state.realName }],
  ['card', stateWords['card-unverified'], { zh: zh.state.card, en: en.state.card }],
  ['enterprise', stateWords['enterprise-inactive'], { zh: zh.state.enterprise, en: en.state.enterprise }],
];

describe('one state has one name', () => {
  it.each(places)('for each state of a %s, in messages as on chips', (_kind, titles = {}, chips) => {
    const said = Object.keys(titles).map((state) => [state, { zh: chips.zh[state], en: chips.en[state] }]);
    expect(said.length).toBeGreaterThan(0);
    expect(Object.fromEntries(said)).toEqual(titles);
  });

  // Releasing (放款) is the platform's act, paying (发放) what follows for each order.
  it.each([zh, en])('and no two states of a batch share one', ({ state }) => {
    const words = Object.values(state.batch);
    expect(new Set(words).size).toBe(words.length);
  });
});
